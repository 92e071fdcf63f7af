"""Everything the user can ask for, as one table: text, keys and the place where the keys hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from reader.ui.theme import MARK_COLOURS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QMenu, QWidget

WINDOW, READING = "window", "reading"


@dataclass(frozen=True)
class ActionSpec:
    """One action. Keys are in Qt's portable form; in the context ``reading`` they hold only while the text has focus.

    Actions of the same ``group`` exclude each other.
    """

    id: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str | None = None
    context: str = WINDOW
    checkable: bool = False
    group: str | None = None


_MARKS = tuple(
    ActionSpec(f"mark.{n}", f"标为“{name}”", (str(n),), None, READING) for n, name in enumerate(MARK_COLOURS, 1)
)

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("file.open", "打开文件…", ("Ctrl+O",)),
    ActionSpec("file.open_folder", "导入文件夹…"),
    ActionSpec("file.compare", "比对…", ("Ctrl+D",)),
    ActionSpec("file.compare_previous", "与上一稿比对"),
    ActionSpec("file.compare_close", "结束比对", ("Ctrl+Shift+D",)),
    ActionSpec("file.export", "导出…", ("Ctrl+E",)),
    ActionSpec("file.export_tasks", "导出任务分解表…", ("Ctrl+Shift+E",)),
    ActionSpec("file.export_comparison", "导出比对结果…", ("Ctrl+R",)),
    ActionSpec("file.export_digest", "导出摘编…"),
    ActionSpec("file.take_comments", "取回批注稿上的批注…"),
    ActionSpec("file.print", "打印…", ("Ctrl+P",)),
    ActionSpec("file.pdf", "存为 PDF…"),
    ActionSpec("file.settings", "设置…", ("Ctrl+,",)),
    ActionSpec("file.quit", "退出", ("Ctrl+Q",)),
    ActionSpec("edit.undo", "撤销", ("Ctrl+Z",)),
    ActionSpec("edit.redo", "重做", ("Ctrl+Shift+Z", "Ctrl+Y")),
    ActionSpec("edit.copy_citation", "复制并注明出处", ("Ctrl+Shift+C",)),
    ActionSpec("edit.copy_notes", "复制全部批注"),
    ActionSpec("edit.find", "在本文中查找", ("Ctrl+F",)),
    ActionSpec("edit.find_next", "下一处", ("F3",)),
    ActionSpec("edit.find_previous", "上一处", ("Shift+F3",)),
    ActionSpec("edit.search", "在全库中查找", ("Ctrl+K",)),
    *_MARKS,
    ActionSpec("mark.underline", "加下划线", ("U",), None, READING),
    ActionSpec("mark.wavy", "加波浪线", ("W",), None, READING),
    ActionSpec("mark.double", "加双线", ("D",), None, READING),
    ActionSpec("note.add", "写批注…", ("N", "Ctrl+Return"), None, READING),
    ActionSpec("digest.add", "放入摘编", ("B",), None, READING),
    ActionSpec("units.add", "设为责任单位…", ("R",), None, READING),
    ActionSpec("units.correct", "更正责任单位…", ("Ctrl+U",)),
    ActionSpec("units.ledger", "责任台账", ("Ctrl+Shift+U",)),
    ActionSpec("units.own", "本单位…"),
    ActionSpec("units.roster", "单位名录…"),
    ActionSpec("units.aliases", "单位别名…"),
    ActionSpec("view.outline", "目录", ("Alt+1",)),
    ActionSpec("view.library", "文件库", ("Alt+2",)),
    ActionSpec("view.search", "查找", ("Alt+3",)),
    ActionSpec("view.units", "责任单位", ("Alt+4",)),
    ActionSpec("view.notes", "批注", ("Alt+5",)),
    ActionSpec("view.receipt", "整理", ("Alt+6",)),
    ActionSpec("view.digest", "摘编", ("Alt+7",)),
    ActionSpec("view.left", "左侧栏", ("Ctrl+B",), None, WINDOW, checkable=True),
    ActionSpec("view.right", "右侧栏", ("Ctrl+Shift+B",), None, WINDOW, checkable=True),
    ActionSpec("view.sides", "收起或展开两侧", ("F9",)),
    ActionSpec("view.larger", "放大文字", ("Ctrl++", "Ctrl+=")),
    ActionSpec("view.smaller", "缩小文字", ("Ctrl+-",)),
    ActionSpec("view.normal_size", "默认字号", ("Ctrl+0",)),
    ActionSpec("view.theme.paper", "纸", (), None, WINDOW, checkable=True, group="theme"),
    ActionSpec("view.theme.green", "护眼", (), None, WINDOW, checkable=True, group="theme"),
    ActionSpec("view.theme.night", "夜间", (), None, WINDOW, checkable=True, group="theme"),
    ActionSpec("view.script.source", "原文", (), None, WINDOW, checkable=True, group="script"),
    ActionSpec("view.script.simplified", "简体", (), None, WINDOW, checkable=True, group="script"),
    ActionSpec("view.script.traditional", "繁体", (), None, WINDOW, checkable=True, group="script"),
    ActionSpec("view.furniture", "显示已隐去的网页内容", ("Ctrl+H",), None, WINDOW, checkable=True),
    ActionSpec("view.fullscreen", "全屏", ("F11",), None, WINDOW, checkable=True),
    ActionSpec("go.back", "后退", ("Alt+Left",)),
    ActionSpec("go.forward", "前进", ("Alt+Right",)),
    ActionSpec("go.previous_section", "上一条款", ("Ctrl+Up",)),
    ActionSpec("go.next_section", "下一条款", ("Ctrl+Down",)),
    ActionSpec("compare.next", "下一处差异", ("F8",)),
    ActionSpec("compare.previous", "上一处差异", ("Shift+F8",)),
    ActionSpec("compare.other_side", "看另一侧", ("Ctrl+M",)),
    ActionSpec("compare.move_ends", "并看移动的两端", ("Ctrl+Shift+M",)),
    ActionSpec("compare.substantive", "只看实质性修改", ("Ctrl+F8",), None, WINDOW, checkable=True),
    ActionSpec("compare.note", "在此差异上写批注…", ("Ctrl+Shift+N",)),
    ActionSpec("compare.pin", "与另一侧当前条款配对"),
    ActionSpec("compare.part", "拆开这一对"),
    ActionSpec("compare.release", "恢复自动配对"),
    ActionSpec("compare.swap", "左右对调"),
    ActionSpec("compare.editions", "稿件比对", (), None, WINDOW, checkable=True, group="comparison"),
    ActionSpec("compare.peers", "横向比较", (), None, WINDOW, checkable=True, group="comparison"),
    ActionSpec("compare.downward", "承接对照", (), None, WINDOW, checkable=True, group="comparison"),
    ActionSpec("compare.side_by_side", "并排", (), None, WINDOW, checkable=True, group="layout"),
    ActionSpec("compare.column", "单栏", (), None, WINDOW, checkable=True, group="layout"),
    ActionSpec("compare.by_pair", "按条款同步", (), None, WINDOW, checkable=True, group="scrolling"),
    ActionSpec("compare.by_proportion", "按比例同步", (), None, WINDOW, checkable=True, group="scrolling"),
    ActionSpec("compare.free", "各自滚动", (), None, WINDOW, checkable=True, group="scrolling"),
    ActionSpec("help.keys", "快捷键", ("F1",)),
    ActionSpec("help.about", "关于阅牍"),
    ActionSpec("window.menu", "菜单", ("F10", "Alt+M")),
)

SEPARATOR = "-"
MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("文件", (
        "file.open", "file.open_folder", "-", "file.compare", "file.compare_previous", "file.compare_close", "-",
        "file.export", "file.export_tasks", "file.export_comparison", "file.export_digest", "file.take_comments", "-",
        "file.print", "file.pdf", "-", "file.settings", "file.quit",
    )),
    ("编辑", (
        "edit.undo", "edit.redo", "-", "edit.copy_citation", "edit.copy_notes", "-", "edit.find", "edit.find_next",
        "edit.find_previous", "edit.search",
    )),
    ("标注", (
        *(spec.id for spec in _MARKS), "-", "mark.underline", "mark.wavy", "mark.double", "-", "note.add",
        "digest.add",
    )),
    ("责任单位", (
        "units.add", "units.correct", "-", "units.ledger", "units.own", "units.roster", "units.aliases",
    )),
    ("查看", (
        "view.outline", "view.library", "view.search", "-", "view.units", "view.notes", "view.receipt", "view.digest", "-",
        "view.left", "view.right", "view.sides", "-", "view.larger", "view.smaller", "view.normal_size", "-",
        "view.theme.paper", "view.theme.green", "view.theme.night", "-",
        "view.script.source", "view.script.simplified", "view.script.traditional", "-",
        "view.furniture", "view.fullscreen",
    )),
    ("转到", ("go.back", "go.forward", "-", "go.previous_section", "go.next_section")),
    ("比对", (
        "compare.next", "compare.previous", "compare.other_side", "compare.move_ends", "compare.substantive", "-",
        "compare.note", "compare.pin", "compare.part", "compare.release", "compare.swap", "-",
        "compare.editions", "compare.peers", "compare.downward", "-", "compare.side_by_side", "compare.column", "-",
        "compare.by_pair", "compare.by_proportion", "compare.free",
    )),
    ("帮助", ("help.keys", "help.about")),
)  # fmt: skip


class Actions(QObject):
    """The QActions of a window, each made once from the table."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._handled: set[str] = set()
        groups: dict[str, QActionGroup] = {}
        for spec in ACTIONS:
            action = self._build(spec)
            if spec.group is not None:
                action.setActionGroup(groups.setdefault(spec.group, QActionGroup(self)))

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def connect_to(self, action_id: str, slot: Callable[..., Any]) -> None:
        """Have the action do something; checkable actions hand over whether they are checked now."""
        action = self._actions[action_id]
        if action.isCheckable():
            action.triggered.connect(slot)
        else:
            action.triggered.connect(lambda _checked=False: slot())
        self._handled.add(action_id)

    def unhandled(self) -> frozenset[str]:
        """Return the ids that nothing answers to."""
        return frozenset(self._actions) - self._handled

    def bind_reading(self, pane: QWidget) -> None:
        """Let the keys of the context ``reading`` hold inside a pane."""
        pane.addActions([self._actions[spec.id] for spec in ACTIONS if spec.context == READING])

    def set_enabled(self, action_ids: Iterable[str], enabled: bool) -> None:
        for action_id in action_ids:
            self._actions[action_id].setEnabled(enabled)

    def fill_menu(self, menu: QMenu, action_ids: Iterable[str]) -> None:
        """Put actions into a menu; ``-`` is a line between them."""
        for action_id in action_ids:
            if action_id == SEPARATOR:
                menu.addSeparator()
            else:
                menu.addAction(self._actions[action_id])

    def _build(self, spec: ActionSpec) -> QAction:
        action = QAction(QCoreApplication.translate("actions", spec.text), self._window)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        action.setShortcuts([QKeySequence(key, QKeySequence.SequenceFormat.PortableText) for key in spec.keys])
        if spec.context == READING:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        else:
            self._window.addAction(action)
        self._actions[spec.id] = action
        return action
