"""The editor of one responsible unit: its name, its role and the clause that it answers for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from reader.ui.theme import RADIUS, Theme
from reader.ui.units.clause_field import ClauseField
from reader.ui.widgets.completing import Completing, Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.structure.section import Section
    from reader.ui.units.subject import Subject


class UnitEditor(QFrame):
    """What is changed of a unit that is there holds at once; a new one is there once it is confirmed."""

    add_requested = Signal(str, str, int)  # names, role, section
    rename_requested = Signal(str)
    role_requested = Signal(str)
    move_requested = Signal(int)  # section
    remove_requested = Signal()
    restore_requested = Signal()
    left = Signal()
    resized = Signal()  # shown or hidden, too

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._subject: Subject | None = None
        self._build()
        self._connect()
        self.hide()

    def subject(self) -> Subject | None:
        """Return what is in the editor."""
        return self._subject

    def set_choices(self, names: Iterable[Suggestion], roles: Sequence[str], clauses: Mapping[str, Section]) -> None:
        """Take what is proposed: names, roles, and the clauses by what they are called."""
        self._names.set_suggestions(names)
        self.clause.set_clauses(clauses)
        self.role.clear()
        self.role.addItems(list(roles))

    def open(self, subject: Subject) -> None:
        """Take a unit; what is typed into the same one and not handed on yet stays."""
        before, self._subject = self._subject, subject
        if before is None or before.name != subject.name or before.new != subject.new:
            self.name.setText(subject.name)
        if self.role.findText(subject.role) < 0:
            self.role.insertItem(0, subject.role)
        self.role.setCurrentText(subject.role)
        self.clause.show_clause(subject.clause)
        self._title.setText(self.tr("添加单位") if subject.new else self.tr("更正单位"))
        self.say("")
        self.add.setVisible(subject.new)
        self.remove.setVisible(not subject.new)
        self.restore.setVisible(subject.corrected)
        self.done.setToolTip(self.tr("添加并收起（Esc 不添加）") if subject.new else self.tr("收起（Esc）"))
        self.show()

    def say(self, why: str) -> None:
        """Tell why something was not taken; with nothing to tell, what was corrected of the unit."""
        said = why or (self._subject.remark if self._subject is not None else "")
        self.about.setText(said)
        self.about.setVisible(bool(said))

    def take_focus(self, *, clause: bool = False) -> None:
        """Put the cursor into the name, or the clause, all of it selected."""
        field = self.clause if clause else self.name
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def close_unit(self) -> None:
        """Let go of the unit, after handing on what is typed; words that were only selected are not added."""
        if not self.clause.settle():
            self.clause.put_back()
        if self._subject is not None and self.name.text().strip() != self._subject.name:
            self._add()
        self._rename()
        self.drop()

    def drop(self) -> None:
        """Let go of a unit that is no more."""
        self._subject = None
        self.clause.put_back()
        for field in (self.name, self.clause):
            field.completer().popup().hide()  # type: ignore[union-attr]
        self.hide()

    def flush(self) -> None:
        """Hand on a name that is typed."""
        self._rename()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave any field by Esc; Enter on the role of a new unit adds it; scrolling past a role does not change it."""
        if watched is self.role and event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._subject is not None:
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and self._subject.new and watched is self.role:
                self._add()
                return True
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self.resized.emit()
        return done

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.hairline), 1))
        painter.setBrush(QColor(self._theme.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _build(self) -> None:
        self._title, self.about = QLabel(self), QLabel(self)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        for label in (self._title, self.about):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setWordWrap(True)
        self.about.setObjectName("secondary")
        self.name, self.clause, self.role = QLineEdit(self), ClauseField(self), QComboBox(self)
        self._names = Completing(self.name)
        layout = QGridLayout(self)
        layout.setContentsMargins(12, 6, 8, 8)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(6)
        layout.setColumnStretch(1, 1)
        layout.addLayout(self._build_head(), 0, 0, 1, 2)
        fields = ((self.tr("单位"), self.name), (self.tr("类型"), self.role), (self.tr("条款"), self.clause))
        for row, (said, field) in enumerate(fields, 1):
            label = QLabel(said, self)
            label.setObjectName("secondary")
            label.setBuddy(field)
            field.setAccessibleName(said)
            field.installEventFilter(self)
            layout.addWidget(label, row, 0)
            layout.addWidget(field, row, 1)
        self.role.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.name.setPlaceholderText(self.tr("单位名称，几家用顿号隔开"))
        self.clause.setPlaceholderText(self.tr("条款序号或标题"))
        layout.addWidget(self.about, 4, 0, 1, 2)

    def _build_head(self) -> QHBoxLayout:
        self.add = self._button(self.tr("添加"), self.tr("添加到本条（Enter）"))
        self.remove = self._button(self.tr("删去"), self.tr("从本条删去这家单位，可撤销"))
        self.restore = self._button(self.tr("恢复原读法"), self.tr("撤回对这家单位的人工更正"))
        self.done = self._button(self.tr("收起"))
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._title, 1)
        for button in (self.add, self.remove, self.restore, self.done):
            head.addWidget(button)
        return head

    def _button(self, text: str, tip: str = "") -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.installEventFilter(self)
        return button

    def _connect(self) -> None:
        # Not at once: what is taken from the list below comes behind the key.
        for field in (self.name, self.clause):
            field.returnPressed.connect(lambda: QTimer.singleShot(0, self, self._add))
        self.name.textEdited.connect(lambda: self.say(""))
        self.name.editingFinished.connect(self._rename)
        self._names.chosen.connect(self._name_chosen)
        self.role.activated.connect(lambda _row: self._set_role())
        self.clause.chosen.connect(self._move_to)
        self.clause.explained.connect(self.say)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self.remove_requested)
        self.restore.clicked.connect(self.restore_requested)
        self.done.clicked.connect(self._finish)

    def _name_chosen(self, name: str) -> None:
        if self._subject is not None and not self._subject.new:
            self.name.setText(name)
            self._rename()

    def _rename(self) -> None:
        subject, typed = self._subject, "".join(self.name.text().split())
        if subject is None or subject.new or typed == subject.name:
            return
        if typed:
            self._subject = subject._replace(name=typed)
            self.rename_requested.emit(typed)
        else:
            self.name.setText(subject.name)  # an emptied field is no decision; 删去 is one

    def _set_role(self) -> None:
        subject, role = self._subject, self.role.currentText()
        if subject and not subject.new and role != subject.role:
            self._subject = subject._replace(role=role)
            self.role_requested.emit(role)

    def _move_to(self, clause: str) -> None:
        subject, section = self._subject, self.clause.section()
        if subject is not None and section is not None:
            self._subject = subject._replace(clause=clause)
            if not subject.new:
                self.move_requested.emit(section)

    def _add(self) -> None:
        name = self.name.text().strip()
        if self._subject is None or not self._subject.new or not name or not self.clause.settle():
            return
        if (section := self.clause.section()) is not None:
            self.add_requested.emit(name, self.role.currentText(), section)

    def _finish(self) -> None:
        """Close the editor with all that is typed in it; a clause that is none is told first."""
        if not self.clause.settle():
            self.clause.put_back()
            return
        self._add()
        if self._subject is not None:  # else the keyboard is where it belongs already
            self._leave()

    def _leave(self) -> None:
        self._rename()
        self.drop()
        self.left.emit()
