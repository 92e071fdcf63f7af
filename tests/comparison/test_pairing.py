"""Which sections are paired: what the user decided, what repeats itself, what was rewritten in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.comparison.alignment import in_step
from reader.comparison.options import Options
from reader.comparison.pairing import pair_sections
from reader.comparison.passages import passages
from tests.comparison.builders import side

if TYPE_CHECKING:
    from reader.comparison.records import Side

OLD = side("""
第一条 |为了规范共享单车停放秩序，维护城市道路交通安全，制定本办法。
第二条 |经营企业应当按照规定区域投放车辆，并在五日内清理故障车辆。
第三条 |经营企业应当建立用户押金专用账户，按月向交通部门报告余额。
第四条 |本办法自2021年5月1日起施行。
""")
NEW = side("""
第一条 |为了规范共享单车停放秩序，维护城市道路交通安全，制定本办法。
第二条 |鼓励居民绿色出行，倡导低碳生活方式，推广公共交通。
第三条 |经营企业应当按照规定区域投放车辆，并在三日内清理故障车辆。
第四条 |经营企业应当建立用户押金专用账户，按季向交通部门报告余额。
第五条 |本办法自2024年5月1日起施行。
""")


def paired(left: Side, right: Side, options: Options | None = None) -> dict[int, int]:
    return {m.left: m.right for m in pair_sections(passages(left), passages(right), None, options or Options())}


def test_that_a_pin_holds_and_the_rest_follows() -> None:
    assert paired(OLD, NEW) == {1: 1, 2: 3, 3: 4, 4: 5}
    assert paired(OLD, NEW, Options(pins=((2, 2),))) == {1: 1, 2: 2, 3: 4, 4: 5}
    assert paired(OLD, NEW, Options(pins=((2, 4),))) == {1: 1, 2: 4, 4: 5}


def test_that_a_pin_is_told_as_one() -> None:
    found = pair_sections(passages(OLD), passages(NEW), None, Options(pins=((2, 2),)))
    assert [match.left for match in found if match.pinned] == [2]


def test_that_a_broken_pair_stays_apart() -> None:
    assert 3 not in paired(OLD, NEW, Options(breaks=((3, 4),)))
    assert paired(OLD, NEW, Options(breaks=((3, 4),)))[2] == 3


def test_that_a_decision_on_a_section_that_is_gone_changes_nothing() -> None:
    assert paired(OLD, NEW, Options(pins=((40, 2), (2, 40)), breaks=((40, 40),))) == paired(OLD, NEW)


def test_that_an_article_rewritten_in_its_place_is_no_new_one() -> None:
    left = side("""
第一条 |本市设立社区服务中心，由街道办事处负责日常管理。
第二条 |街道办事处加强与居民委员会的工作联系，根据需要进行业务指导。
第三条 |社区服务中心的经费列入区级财政预算。
""")
    right = side("""
第一条 |本市设立社区服务中心，由街道办事处负责日常管理。
第二条 |街道办事处加强对居民委员会换届选举工作的联系和指导，采取召开座谈会、举办培训班、开展经验交流等措施，推动居民委员会提高服务能力。
第三条 |社区服务中心的经费列入区级财政预算。
""")
    assert paired(left, right) == {1: 1, 2: 2, 3: 3}


def test_that_texts_that_say_the_same_again_and_again_are_paired_at_their_place() -> None:
    round_ = [
        "{}、 |各单位应当按时报送材料，不得迟报、漏报。", "{}、 |坚持统筹推进，形成工作合力。",
        "{}、 |加强宣传引导，营造良好氛围。", "{}、 |到年底前完成第一批任务，并开展评估。",
    ]  # fmt: skip
    lines = [line.format(k) for k, line in enumerate(round_ * 10)]
    edited = [line.replace("第一批", f"第{k}批") if k % 9 == 3 else line for k, line in enumerate(lines)]
    assert paired(side("\n".join(lines)), side("\n".join(edited))) == {k: k for k in range(1, 41)}


def test_that_equal_items_are_in_step_in_rows_of_any_length() -> None:
    row = [f"{k % 7}.{k // 50}" for k in range(9_000)]
    shorter = row[:100] + row[140:]
    found = in_step(row, shorter)
    assert all(row[i] == shorter[j] for i, j in found)
    assert len(found) > 8_900


def test_that_a_heading_that_opens_a_list_is_paired_by_its_words() -> None:
    old = side(
        "第一条 |总则性规定应当遵守。\n第二条 举办大型活动的，主办单位应当采取下列措施\n  （一） |制定安全方案。"
    )
    new = side(
        "第一条 |总则性规定应当遵守。\n第二条 |志愿者应当接受培训，持证上岗。\n"
        "第三条 举办大型活动的，主办单位应当采取下列措施，承办单位应当配合\n  （一） |制定安全方案。"
    )
    assert paired(old, new)[2] == 3
