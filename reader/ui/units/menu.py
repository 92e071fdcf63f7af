"""The context menu of a unit or a clause in the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from reader.ui.units.listing import names_in
from reader.ui.units.names import suggested_roles

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.units.correcting import Correcting
    from reader.ui.units.model import Row
    from reader.ui.units.rows import Mention


class UnitMenu(QMenu):
    """What can be done with a row, and with the unit that is pointed at in it."""

    def __init__(
        self,
        correcting: Correcting,
        row: Row | None,
        mention: Mention | None,
        go: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        section = mention.section if mention is not None else getattr(row, "section", None)
        if section is not None:
            self._add(self.tr("转到原文") if mention is not None else self.tr("转到本条"), go)
            self.addSeparator()
        if mention is not None:
            self._add_unit(correcting, mention)
        if section is not None:
            self._add(self.tr("添加责任单位…"), lambda: correcting.add(section), "Ins")
        names = (mention.name,) if mention is not None else names_in([row]) if row is not None else ()
        if names:
            self.addSeparator()
            said = self.tr("复制名称") if len(names) == 1 else self.tr("复制本条名单")
            self._add(said, lambda: QGuiApplication.clipboard().setText("、".join(names)))

    def _add_unit(self, correcting: Correcting, mention: Mention) -> None:
        self._add(self.tr("更正…"), lambda: correcting.edit(mention), "F2")
        roles = self.addMenu(self.tr("责任类型"))
        for role in suggested_roles(correcting.clauses):
            action = roles.addAction(_plain(role))
            action.setCheckable(True)
            action.setChecked(role == mention.role)
            action.triggered.connect(lambda _checked=False, role=role: correcting.set_role((mention,), role))
        self._add(self.tr("移到其他条款…"), lambda: correcting.edit(mention, clause=True))
        self._add(self.tr("删去"), lambda: correcting.remove(mention), "Del")
        if mention.by_user:
            self._add(self.tr("恢复原读法"), lambda: correcting.restore_unit(mention))
        self.addSeparator()
        counterpart = correcting.counterpart(mention)
        if counterpart is not None:
            said = self.tr("添加对口单位“{0}”（据名录，待核）").format(_plain(counterpart))
            self._add(said, lambda: correcting.add_counterpart(mention))

    def _add(self, text: str, act: Callable[[], object], key: str = "") -> None:
        action = self.addAction(f"{text}\t{key}" if key else text)
        action.triggered.connect(lambda _checked=False: act())


def _plain(text: str) -> str:
    """Keep an & in a name from becoming a key."""
    return text.replace("&", "&&")
