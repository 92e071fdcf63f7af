"""The slim bar at the top: the name, four words, one box."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

from reader.ui.actions import MENUS, Actions
from reader.ui.theme import serif_families

_TYPING_PAUSE = 250  # ms
HEIGHT = 44  # px


class SearchField(QLineEdit):
    """The one query box, for documents and notes."""

    query_changed = Signal(str)  # after a pause in typing, and at once with Enter
    left = Signal()  # with Escape

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchField")
        self.setPlaceholderText(self.tr("在全库中查找条款、单位、批注…"))
        self.setAccessibleName(self.tr("在全库中查找"))
        self.setMaxLength(200)
        self.setClearButtonEnabled(False)
        self._keys = QLabel("Ctrl K", self)
        self._keys.setObjectName("searchKeys")
        self._keys.setTextFormat(Qt.TextFormat.PlainText)
        self._keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        font = self._keys.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        self._keys.setFont(font)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE)
        self._pause.timeout.connect(self._tell)
        self.textEdited.connect(lambda _text: self._pause.start())
        self.textChanged.connect(lambda text: self._keys.setVisible(not text))
        self.returnPressed.connect(self._tell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._keys.sizeHint()
        self._keys.setGeometry(self.width() - size.width() - 12, (self.height() - size.height()) // 2, *size.toTuple())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _tell(self) -> None:
        self._pause.stop()
        self.query_changed.emit(self.text().strip())


class HeadBar(QWidget):
    """Wordmark, the actions used all day, the search box, letter size, theme, and the menu that holds everything."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("headBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._actions = actions
        self.search = SearchField(self)
        self.search.setFixedHeight(30)
        self.search.setMinimumWidth(220)
        self.search.setMaximumWidth(380)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.theme_button = self._word("", self.tr("换一种底色"))
        self.menu_button = self._word(self.tr("菜单"), self.tr("全部功能（F10）"))
        self.menu_button.setMenu(QMenu(self))
        self.menu_button.menu().aboutToShow.connect(self._fill_menu)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._lay_out()

    def show_pair(self, pair: bool) -> None:
        """Show whether two documents are being compared."""
        self._compare.setChecked(pair)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 8, 0)
        row.setSpacing(4)
        (left, left_row), (right, right_row) = self._group(), self._group()
        left_row.addWidget(self._wordmark())
        left_row.addSpacing(8)
        buttons = []
        for action_id, words in (
            ("file.open", self.tr("打开")), ("file.compare", self.tr("比对")), ("file.export", self.tr("导出")),
        ):  # fmt: skip
            buttons.append(self._for_action(self._actions[action_id], words))
            left_row.addWidget(buttons[-1])
        self._compare = buttons[1]
        self._compare.setCheckable(True)
        # Whether it is checked is told by what is shown, not by the click.
        self._compare.clicked.connect(lambda: self._compare.setChecked(not self._compare.isChecked()))
        left_row.addStretch(1)
        right_row.addStretch(1)
        right_row.addWidget(self._for_action(self._actions["view.smaller"], "A−"))
        right_row.addWidget(self._for_action(self._actions["view.larger"], "A＋"))
        right_row.addWidget(self.theme_button)
        right_row.addWidget(self.menu_button)
        row.addWidget(left, 1)
        row.addWidget(self.search, 1)
        row.addWidget(right, 1)

    def _group(self) -> tuple[QWidget, QHBoxLayout]:
        group = QWidget(self)
        layout = QHBoxLayout(group)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        return group, layout

    def _wordmark(self) -> QLabel:
        wordmark = QLabel(self.tr("阅牍"), self)
        wordmark.setObjectName("wordmark")
        font = QFont()
        font.setFamilies(serif_families())
        font.setPointSizeF(self.font().pointSizeF() * 1.3)
        font.setWeight(QFont.Weight.DemiBold)
        wordmark.setFont(font)
        return wordmark

    def _word(self, words: str, hint: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setToolTip(hint)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setIconSize(QSize(0, 0))
        return button

    def _for_action(self, action: QAction, words: str) -> QToolButton:
        # Not setDefaultAction: the button bears a shorter word than the menu.
        keys = action.shortcut().toString()
        button = self._word(words, f"{action.text().rstrip('…')}（{keys}）" if keys else action.text())
        button.clicked.connect(action.trigger)
        button.setEnabled(action.isEnabled())
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        return button

    def _fill_menu(self) -> None:
        menu = self.menu_button.menu()
        if menu.isEmpty():  # built when it is first looked at
            for title, ids in MENUS:
                self._actions.fill_menu(menu.addMenu(QCoreApplication.translate("actions", title)), ids)
