"""The editor of the selected note. There is no OK button: what is typed is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from reader.export.local_time import local
from reader.ui.notes.colour_dot import ColourDots
from reader.ui.notes.draft import Draft
from reader.ui.notes.note_field import NoteField
from reader.ui.notes.rows import parse_tags
from reader.ui.theme import MARK_STYLES, RADIUS, Theme

if TYPE_CHECKING:
    from reader.anchoring.anchor import Annotation

SAVE_AFTER = 800  # ms after the first key that is not saved yet; design rule 9 allows 1,000


class NoteEditor(QFrame):
    """Note, tags, colour and style of one annotation; wishes to change them go out as signals."""

    change_requested = Signal(int, object)  # number, {field: value}
    delete_requested = Signal(int)
    copy_requested = Signal(int)
    left = Signal()  # the keyboard goes back to the list

    def __init__(self, colours: tuple[str, ...], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._number: int | None = None
        self._note: Draft[str] = Draft.of("")
        self._tags: Draft[tuple[str, ...]] = Draft.of(())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER)
        self._build(colours)
        self._connect()

    def number(self) -> int | None:
        """Return the number of the annotation in the editor."""
        return self._number

    def open(self, annotation: Annotation) -> None:
        """Take an annotation; the one before is saved first. The same one again only brings news of the store."""
        if annotation.number == self._number:
            self._hear(annotation)
            return
        self.flush()
        self._number = annotation.number
        self._note, self._tags = Draft.of(annotation.note), Draft.of(annotation.tags)
        self.field.show_text(annotation.note)
        self.field.document().clearUndoRedoStacks()
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.tags.setText("、".join(annotation.tags))
        self._show_rest(annotation)

    def close_note(self) -> None:
        """Let go of the annotation, after saving."""
        self.flush()
        self._number = None

    def drop(self) -> None:
        """Let go of an annotation that is no more; there is nothing left to save it to."""
        self._timer.stop()
        self._number = None

    def flush(self) -> None:
        """Hand on at once what is typed, the input method's part included."""
        self.field.commit_preedit()
        self._save()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.dots.set_theme(theme)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the tags line by Esc."""
        if watched is self.tags and event.type() == QEvent.Type.KeyPress and _is_escape(event):
            self._leave()
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.hairline), 1))
        painter.setBrush(QColor(self._theme.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _build(self, colours: tuple[str, ...]) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        self.dots = ColourDots(colours, self._theme, exclusive=True, parent=self)
        self.style_button = QToolButton(self)
        self.style_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.style_button.setMenu(self._style_menu())
        self.style_button.setToolTip(self.tr("标注样式"))
        self.copy = _button(self, self.tr("复制"), self.tr("复制原文、批注和出处"))
        self.delete = _button(self, self.tr("删除"), self.tr("删除这条批注（可撤销）"))
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.dots)
        head.addWidget(self.style_button)
        head.addStretch(1)
        self.field = NoteField(self)
        self.tags = QLineEdit(self)
        self.tags.setPlaceholderText(self.tr("标签，用顿号或空格隔开"))
        self.tags.setAccessibleName(self.tr("标签"))
        self.tags.installEventFilter(self)
        self.about = QLabel(self)
        self.about.setObjectName("secondary")
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setWordWrap(True)
        foot = QHBoxLayout()
        foot.setSpacing(0)
        foot.addWidget(self.about, 1)
        foot.addWidget(self.copy)
        foot.addWidget(self.delete)
        layout.addLayout(head)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.tags)
        layout.addLayout(foot)
        self.setFocusProxy(self.field)

    def _style_menu(self) -> QMenu:
        menu = QMenu(self)
        for style in MARK_STYLES:
            action = menu.addAction(style_name(style))
            action.triggered.connect(lambda _=False, one=style: self._change(style=one))
        return menu

    def _connect(self) -> None:
        self._timer.timeout.connect(self._save)
        self.field.textChanged.connect(self._note_typed)
        self.tags.textEdited.connect(self._tags_typed)
        self.field.focus_left.connect(self._save)
        self.field.done.connect(self._leave)
        self.tags.editingFinished.connect(self._save)
        self.tags.returnPressed.connect(self._leave)
        self.dots.picked.connect(lambda colour: self._change(colour=colour))
        self.copy.clicked.connect(lambda: self._tell(self.copy_requested))
        self.delete.clicked.connect(lambda: self._tell(self.delete_requested))

    # Each field is read only when it was typed into: what the widget makes of a no-break space is not an edit.
    def _note_typed(self) -> None:
        self._note.typed = self.field.toPlainText()
        self._save_soon()

    def _tags_typed(self) -> None:
        self._tags.typed = parse_tags(self.tags.text())
        self._save_soon()

    def _save_soon(self) -> None:
        # Started once and not anew with each key: who types on is saved all the same.
        if (self._note.dirty or self._tags.dirty) and not self._timer.isActive():
            self._timer.start()

    def _save(self) -> None:
        self._timer.stop()
        if self._number is None:
            return
        for name, draft in (("note", self._note), ("tags", self._tags)):
            if draft.dirty:
                self.change_requested.emit(self._number, {name: draft.take()})

    def _hear(self, annotation: Annotation) -> None:
        if self._note.hear(annotation.note):
            self.field.show_text(annotation.note)
        if self._tags.hear(annotation.tags):
            self.tags.setText("、".join(annotation.tags))
        self._show_rest(annotation)

    def _show_rest(self, annotation: Annotation) -> None:
        self.dots.check(annotation.colour)
        self.style_button.setText(f"{annotation.colour} · {style_name(annotation.style)}")
        author = annotation.author or self.tr("未署名")
        made, changed = local(annotation.created), local(annotation.modified)
        later = self.tr("，{0}修改").format(changed) if changed != made else ""
        self.about.setText(f"{author}  {made}{later}")

    def _change(self, **changed: str) -> None:
        if self._number is not None:
            self._save()
            self.change_requested.emit(self._number, dict(changed))

    def _leave(self) -> None:
        self.flush()
        self.left.emit()

    def _tell(self, signal: SignalInstance) -> None:
        if self._number is not None:
            self.flush()
            signal.emit(self._number)


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape


def style_name(style: str) -> str:
    """Return a mark style in words."""
    names = {
        "highlight": QCoreApplication.translate("notes", "高亮"),
        "underline": QCoreApplication.translate("notes", "下划线"),
        "wavy": QCoreApplication.translate("notes", "波浪线"),
        "double": QCoreApplication.translate("notes", "双线"),
    }
    return names.get(style, style)


def _button(parent: QWidget, text: str, tip: str) -> QToolButton:
    button = QToolButton(parent)
    button.setText(text)
    button.setToolTip(tip)
    return button
