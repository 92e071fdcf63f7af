"""Brackets built from parts must read back, in every kind of bracket, with hard breaks and blanks."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reader.cleaning import clean
from reader.structure.parser import parse
from reader.units.extraction import extract
from reader.units.roles import stands_alone

UNITS = (
    "市教育局 市委组织部 市市场监管局 市委宣传部（网信办） 市住房和城乡建设局 市政府办（金融） 团市委 市人力资源社会保障局 市数据局 市总工会 "
    "甲州海关 人行甲州市分行 国家税务总局甲州市税务局 甲州城投集团 高新区管委会 各区政府 各县（市、区）人民政府 各镇（街道） 市直有关部门 各成员单位 有关区政府 "
    "市规划和自然资源局 市卫生健康委 市发展改革委 市国资委 市税务局 各开发区管委会 甲州供电公司 市城市运行和政务服务办"
).split()
LABELS = (
    "责任单位",
    "责任部门",
    "牵头单位",
    "配合单位",
    "参与单位",
    "指导单位",
    "牵头部门",
    "市级责任单位",
    "协办单位",
    "落实单位",
)
VERBS = {"牵头": "牵头", "牵头负责": "牵头", "配合": "配合", "积极配合": "配合", "参与": "参与", "参加": "参与", "指导": "指导", "负责": "负责", "分别负责": "负责", "按职责分工负责": "按职责分工负责", "按照各自职责分工负责": "按职责分工负责"}  # fmt: skip
BRACKETS = ("（）", "()", "〔〕", "[]", "［］", "【】")
ENDS = ("", "等", "等有关部门", "等单位")

unit_lists = st.lists(st.sampled_from(UNITS), min_size=1, max_size=6, unique=True)


@st.composite
def labelled(draw):
    """A bracket with labels, and what it says."""
    said, written = [], []
    for label in draw(st.lists(st.sampled_from(LABELS), min_size=1, max_size=3, unique=True)):
        units, end = draw(unit_lists), draw(st.sampled_from(ENDS))
        joined = units[0] + "".join(draw(st.sampled_from("、、、，")) + unit for unit in units[1:])
        written.append(f"{label}{draw(st.sampled_from('：：:'))}{joined}{end}")
        said.append((label, units, bool(end)))
    return draw(st.sampled_from("；；，")).join(written), said


@st.composite
def with_verbs(draw):
    """A bracket whose verbs are the roles, and what it says; of two lists none is cut by a ，."""
    said, written = [], []
    for verb in draw(st.lists(st.sampled_from(sorted(VERBS)), min_size=1, max_size=3, unique_by=VERBS.get)):
        units, end = draw(unit_lists), draw(st.sampled_from(ENDS))
        written.append("、".join(units) + end + verb)
        said.append((VERBS[verb], units, bool(end)))
    return draw(st.sampled_from("，；")).join(written), said


def read(text: str):
    return [(a.role, [u.name for u in a.units], a.open_ended) for a in extract(text, parse(text))]


def of_clause(bracket: str) -> str:
    return f"一、重点任务\n1.深化改革试点。支持先行先试。{bracket}\n2.其他任务。推进落实。\n"


@given(labelled() | with_verbs(), st.sampled_from(BRACKETS), st.sampled_from(("", "。", "；")))
@settings(deadline=None, max_examples=300)
def test_that_a_bracket_reads_back(generated, brackets, behind):
    written, said = generated
    assert read(of_clause(brackets[0] + written + brackets[1] + behind)) == said


@given(labelled(), st.data())
@settings(deadline=None, max_examples=300)
def test_that_hard_breaks_and_blanks_change_nothing(generated, data):
    """Lines are broken where a page ends them: anywhere, but never so that the rest of a line looks like a marker."""
    written, said = generated
    assume("总局" not in written)  # 国家税务总局 甲州市税务局 may be two
    characters = list(written)
    for at in data.draw(st.lists(st.integers(1, len(characters) - 1), max_size=3, unique=True)):
        before, after = characters[at - 1], characters[at]
        if "\u4e00" <= before[0] <= "\u9fff" and "\u4e00" <= after[0] <= "\u9fff":
            characters[at] = data.draw(st.sampled_from(("\n", " "))) + after
    spread = "".join(characters)
    assert read(of_clause(f"（{spread}）")) == said


@given(labelled(), st.sampled_from(BRACKETS))
@settings(deadline=None, max_examples=100)
def test_that_a_bracket_reads_back_behind_cleaning(generated, brackets):
    written, said = generated
    assert read(clean(of_clause(brackets[0] + " ".join(written) + brackets[1])).simplified) == said


@given(st.lists(labelled(), min_size=2, max_size=4))
@settings(deadline=None, max_examples=100)
def test_that_several_brackets_in_a_paragraph_read_back_with_what_they_cover(several):
    text = of_clause("".join(f"支持事项{i}先行先试。（{written}）" for i, (written, _) in enumerate(several)))
    found = extract(text, parse(text))
    assert [(a.role, [u.name for u in a.units], a.open_ended) for a in found] == [
        one for _, said in several for one in said
    ]
    covered = [i for i, (_, said) in enumerate(several) for _ in said]
    assert all(f"支持事项{i}先行先试。" in a.covers.text(text) for i, a in zip(covered, found, strict=True) if a.covers)


@given(labelled())
@settings(deadline=None, max_examples=50)
def test_that_lines_read_back(generated):
    written, said = generated
    assume(any(stands_alone(label) for label, _, _ in said))
    assert read(of_clause("\n" + written)) == said
