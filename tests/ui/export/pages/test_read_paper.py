from __future__ import annotations

from reader.export.styles import GongwenType
from reader.library.exporting import notes_sheet
from reader.settings import Settings
from reader.ui.export.pages.read_paper import PrintChoice, printed_paper, read_paper
from tests.ui.builders import YANGPU, document, orphan, placement

OPENED = document(YANGPU)
FIRST = placement(OPENED, "围绕国家和本市战略，打造三区", note="与规划一致。", tags=("待核",))
SECOND = placement(OPENED, "本市战略", number=2, colour="疑问", style="wavy", note="哪一项？")
SECRET = placement(OPENED, "形成两片区联动的格局", number=3, note="暂不公开。", tags=("内部",))


def printed(*placements, **choice):
    return printed_paper(notes_sheet(OPENED, placements), GongwenType(), PrintChoice(**choice))


def text(paragraph) -> str:
    return "".join(piece.text for piece in paragraph.pieces)


def texts(paper) -> list[str]:
    return [text(block) for block in paper.blocks]


def test_that_the_whole_text_is_printed():
    wanted = [line.strip() for line in OPENED.reading.simplified.split("\n") if line.strip()]
    assert [said.replace("\n", "") for said in texts(printed())] == wanted


def test_that_marks_have_their_grounds_and_lines_and_are_named_at_the_end():
    paper = printed(FIRST, SECOND)
    block = next(block for block in paper.blocks if "打造三区" in text(block))
    looks = {piece.text: (piece.ground, piece.line) for piece in block.pieces}
    assert looks["本市战略"] == ("F9E8B4", "wave")
    assert looks["，打造三区"] == ("F9E8B4", "")
    assert text(paper.blocks[-1]) == "标记说明：重点　疑问·波浪线"


def test_that_nothing_is_marked_where_that_is_not_wanted():
    paper = printed(FIRST, SECOND, marks=False)
    assert not any(piece.marked for block in paper.blocks for piece in block.pieces)


def test_that_notes_are_numbered_where_their_words_end_and_stand_behind_the_text():
    said = texts(printed(FIRST, SECOND, notes=True))
    assert any("本市战略〔1〕，打造三区〔2〕。" in one for one in said)
    after = said[said.index("批注") :]
    assert after[1] == "〔1〕哪一项？"
    assert after[3] == "〔2〕与规划一致。"
    assert after[4].startswith("标签：待核　王敏　")


def test_that_a_note_that_has_lost_its_place_is_printed_with_its_quote():
    said = texts(printed(orphan(OPENED, "已删去的话", (), note="原有此句。"), notes=True))
    at = said.index("待重新定位的批注")
    assert said[at + 1].startswith("“已删去的话”")
    assert said[at + 2] == "原有此句。"


def test_that_what_goes_to_other_offices_has_no_authors_tags_and_internal_notes():
    paper = read_paper(OPENED, (FIRST, SECRET), Settings(), PrintChoice(notes=True, outward=True))
    said = "\n".join(texts(paper))
    assert "与规划一致" in said
    for secret in ("王敏", "待核", "暂不公开"):
        assert secret not in said


def test_that_the_script_is_that_of_the_reader():
    said = "\n".join(texts(read_paper(OPENED, (), Settings(script="traditional"), PrintChoice())))
    assert "總體要求" in said
    assert "总体要求" not in said
