"""Settings: what goes into Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget

from reader.export.fonts import BODY_FONTS, KAI_FONTS, TITLE_FONTS
from reader.export.page import DOCUMENT
from reader.ui.settings.page import SettingsPage
from reader.ui.settings.template_box import TemplateBox
from reader.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.settings import Settings
    from reader.ui.workspace import Workspace

PITCHES = (28.95, 28.0, 29.5)
_HEIGHT = (DOCUMENT.height - DOCUMENT.top - DOCUMENT.bottom) * 72 / 25.4  # points of the type area
_TRIFLE = 0.1  # points


class ExportPage(SettingsPage):
    """Line pitch and fonts of exported documents, and the template whose styles they take over."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, QCoreApplication.translate("ExportPage", "导出"), parent)
        settings = workspace.settings
        self.title_font = self._add_fonts("title_font", self.tr("标题字体"), TITLE_FONTS)
        self.body_font = self._add_fonts("body_font", self.tr("正文字体"), BODY_FONTS)
        self.kai_font = self._add_fonts("kai_font", self.tr("楷体"), KAI_FONTS)
        self.bold = QCheckBox(self.tr("三级标题（1.）加粗"), self)
        self.bold.setChecked(settings.bold_headings)
        self.bold.toggled.connect(lambda on: self.choose(bold_headings=on))
        self.form.addRow("", self.bold)
        self._add_pitches()
        self.lines = self._note()
        self.missing = self._note()
        self.template = TemplateBox(settings, self)
        self.template.taken.connect(lambda name: self.choose(template=name))
        self.template.page_chosen.connect(lambda on: self.choose(template_page=on))
        self.form.addRow(self.tr("样式模板"), self.template)
        self._follow(settings)
        workspace.settings_changed.connect(self._follow)
        workspace.settings_changed.connect(self.template.show_settings)

    def _add_fonts(self, name: str, label: str, fonts: Sequence[str]) -> QComboBox:
        box = QComboBox(self)
        chosen = getattr(self._workspace.settings, name)
        box.addItems([*fonts, *([] if chosen in fonts else [chosen])])
        box.setCurrentText(chosen)
        box.currentTextChanged.connect(lambda font: self.choose(**{name: font}))
        self.form.addRow(label, box)
        return box

    def _add_pitches(self) -> None:
        self.pitch = self.add_number("line_pitch", self.tr("行距"), self.tr("磅"), 20, 40, 0.05)
        label = self.form.labelForField(self.pitch)
        self.form.takeRow(self.pitch)  # it shares its row
        self.pitches = [QToolButton(self) for _ in PITCHES]
        for button, pitch in zip(self.pitches, PITCHES, strict=True):
            button.setText(f"{pitch:g}")
            button.setAutoRaise(True)
            button.clicked.connect(lambda _on=False, value=pitch: self.pitch.setValue(value))
        segments = Segmented(self.pitches, self)
        segments.group.setExclusive(False)  # another pitch may be typed in
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(segments)
        row.addWidget(self.pitch)
        row.addStretch(1)
        self.form.addRow(label, row)

    def _note(self) -> QLabel:
        note = QLabel(self)
        note.setObjectName("secondary")
        note.setTextFormat(Qt.TextFormat.PlainText)
        self.form.addRow("", note)
        return note

    def _follow(self, settings: Settings) -> None:
        for button, pitch in zip(self.pitches, PITCHES, strict=True):
            button.setChecked(abs(pitch - settings.line_pitch) < 0.005)
        count = int((_HEIGHT + _TRIFLE) / settings.line_pitch)
        told = self.tr("每页 {0} 行").format(count)
        self.lines.setText(told + (self.tr("、每行 28 字（GB/T 9704—2012）") if count == 22 else ""))
        fonts = dict.fromkeys((settings.title_font, settings.body_font, settings.kai_font))
        missing = [font for font in fonts if not QFontDatabase.hasFamily(font)]
        self.missing.setText(
            self.tr("本机未安装{0}：\n在本机显示为相近字体，装有这些字体的电脑不受影响。").format("、".join(missing))
        )
        self.missing.setVisible(bool(missing))
