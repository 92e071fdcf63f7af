"""Settings: the units that the user belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.ui.operations.unit_names import UnitNames, UnitNamesReader, suggestions
from reader.ui.settings.page import SettingsPage
from reader.ui.settings.unit_chips import UnitChips
from reader.ui.widgets.completing import Suggestion

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.settings import Settings
    from reader.ui.jobs import JobRunner
    from reader.ui.workspace import Workspace


class UnitsPage(SettingsPage):
    """One unit or several, in the user's order."""

    def __init__(self, workspace: Workspace, jobs: JobRunner | None = None, parent: QWidget | None = None) -> None:
        super().__init__(workspace, QCoreApplication.translate("UnitsPage", "本单位"), parent)
        self.chips = UnitChips(workspace.own_units, workspace.theme, self)
        self.chips.names_changed.connect(lambda names: self.choose(own_units=names))
        self.chips.set_suggestions(_of_open_documents(workspace))
        self.form.addRow(self.chips)
        self.add_hint(
            self.tr(
                "可以有几个，按主次排列。填规范简称即可，如“区科技经济委”；名录里有的单位，全称、曾用名也会认作本单位。"
            )
        )
        self.add_hint(
            self.tr(
                "本单位在正文右侧用红色标出；文件库列出每份文件由本单位牵头、负责、配合的条数，新导入的文件会提示。"
            )
        )
        workspace.theme_changed.connect(self.chips.set_theme)
        # Two of these dialogs may be open, over the main window and over the ledger.
        workspace.settings_changed.connect(self._follow)
        if jobs is not None:
            reader = UnitNamesReader(jobs)
            reader.read.connect(self._propose)
            reader.begin()

    def _follow(self, settings: Settings) -> None:
        self.chips.set_names(settings.own_units)

    def _propose(self, names: UnitNames) -> None:
        self.chips.set_suggestions(suggestions(names))


def _of_open_documents(workspace: Workspace) -> list[Suggestion]:
    """Return what can be proposed before the library has answered."""
    opened = filter(None, map(workspace.document_of, workspace.open_numbers()))
    names = dict.fromkeys(unit.name for document in opened for a in document.assignments for unit in a.units)
    return [Suggestion(name) for name in names]
