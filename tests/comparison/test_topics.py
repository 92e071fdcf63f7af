"""Two documents on one matter."""

from __future__ import annotations

from reader.comparison.compare import compare
from tests.comparison.builders import side

LEFT = side("""
一、 重点任务
  1. 推动高质量孵化器建设。|支持人工智能领域符合条件的孵化器申报市级高质量孵化器。
  2. 拓宽科创企业融资渠道。|推广科创企业票据融资新模式，鼓励知识产权质押融资创新。
  3. 优化化妆品备案流程。|缩短普通化妆品备案办理时间，加强事中事后监管。
""")
RIGHT = side("""
一、 总体要求|坚持制度创新，完善体制机制。
二、 重点任务
  1. 强化金融服务科技创新。|支持推广科创企业票据融资新模式，开展股权激励贷款业务。
  2. 探索校企合作新模式。|布局建设中试验证平台，建成一批高质量孵化器。
  3. 加强宣传推介。|综合采用新闻报道、论坛活动等方式宣传建设成效。
""")


def test_that_documents_with_little_in_common_are_compared_by_topics() -> None:
    assert compare(LEFT, RIGHT).mode == "topics"


def test_that_the_same_title_makes_editions_of_rewritten_texts() -> None:
    from reader.comparison.records import Side
    from reader.structure.front_matter import FrontMatter

    def titled(one: Side, title: str) -> Side:
        return Side(one.reading, one.outline, FrontMatter(title=title))

    draft, final = titled(LEFT, "促进条例（草案）"), titled(RIGHT, "促进条例")
    assert compare(draft, final).mode == "editions"


def test_that_each_clause_finds_its_answer_or_none() -> None:
    best: dict[int | None, int | None] = {}
    for pair in compare(LEFT, RIGHT).pairs:
        best.setdefault(pair.left, pair.right)
    assert best == {1: 2, 2: 4, 3: 3, 4: None}


def test_that_answers_show_the_phrases_they_share() -> None:
    pair = next(p for p in compare(LEFT, RIGHT).pairs if p.left == 3)
    shared = {phrase.text for phrase in pair.shared}
    assert any("科创企业票据融资新模式" in text for text in shared)
    for phrase in pair.shared:
        assert phrase.left_span.text(LEFT.reading.simplified) == phrase.text
        assert phrase.right_span.text(RIGHT.reading.simplified) == phrase.text


def test_that_the_outcome_is_left_for_people_to_judge() -> None:
    comparison = compare(LEFT, RIGHT)
    assert comparison.verdict() == "有对应内容3条；未见对应内容（待核）1条"
    assert (comparison.summary()["answered"], comparison.summary()["unanswered"]) == (3, 1)
