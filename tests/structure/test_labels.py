"""Several clauses named in one."""

from __future__ import annotations

from reader.structure.labels import joined_labels


def test_that_articles_share_their_words() -> None:
    assert joined_labels(["第十三条", "第十四条"]) == "第十三、十四条"
    assert joined_labels(["第二章第三条", "第二章第四条"]) == "第二章第三、四条"


def test_that_clauses_without_common_words_stand_one_behind_the_other() -> None:
    assert joined_labels(["二（一）2", "二（一）3"]) == "二（一）2、二（一）3"
    assert joined_labels(["第三条", "第二章"]) == "第三条、第二章"
    assert joined_labels(["第三条"]) == "第三条"
    assert joined_labels([]) == ""
