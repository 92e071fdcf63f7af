from __future__ import annotations

import pytest

from reader.export.tasks import render, task_table
from reader.export.tasks_table import NOTHING, TaskColumn, TaskTableOptions
from reader.export.xml_text import xml_safe
from tests.export.task_tables import FORBIDDEN, HOSTILE, other, source, table_of


def text(table) -> str:
    return render(table, ".txt").decode("utf-8-sig")


def test_that_each_task_stands_under_its_category():
    assert text(task_table([source()])).startswith(
        "《明珠湖片区建设实施意见》任务分解表\n"
        "明府发〔2026〕3号　明珠区人民政府　2026年1月5日\n"
        "\n（一）完善片区路网\n"
        "\n1. 打通断头路\n"
        "　　具体举措：2026年6月底前打通3条断头路。\n"
        "　　责任单位：区建设交通委、区财政局\n"
        "　　完成时限：2026年6月底前\n"
        "\n2. 优化公交线路\n"
        "　　具体举措：新辟公交线路。\n"
        "　　牵头单位：区建设交通委\n"
        "　　配合单位：区公安分局、区财政局等\n"
        "\n（二）提升环境品质\n"
        "\n3. 整治河道\n"
    )


def test_that_several_documents_stand_one_below_the_other():
    found = text(task_table([source(), other()]))
    assert found.index("\n《明珠湖片区建设实施意见》（明府发〔2026〕3号）\n") < found.index("\n1. 打通断头路\n")
    assert found.index("\n《数据工作方案》（明府办〔2026〕9号）\n") < found.index("\n6. 建设数据库\n")
    assert found.endswith("2.《数据工作方案》　明府办〔2026〕9号　2026年2月1日\n")


def test_that_a_category_is_named_again_in_another_document():
    found = text(task_table([source(), source()]))
    assert found.count("\n（一）完善片区路网\n") == 2


def test_that_it_opens_in_old_editors():
    assert render(task_table([source()]), ".txt").startswith(b"\xef\xbb\xbf")


def test_that_a_table_without_names_of_tasks_is_still_told_apart():
    columns = (TaskColumn.MEASURE,)
    found = text(task_table([source()], TaskTableOptions(columns=columns)))
    assert "\n\n　　具体举措：新辟公交线路。\n" in found


@pytest.mark.parametrize("given", [*HOSTILE, FORBIDDEN, "长" * 40_000])
def test_that_any_text_is_carried(given):
    found = text(table_of(given))
    for line in xml_safe(given).split("\n"):
        assert line in found


def test_that_a_table_without_rows_says_so():
    assert text(task_table([source("一、建库。建成一个库。\n")])).endswith(f"\n{NOTHING}\n")
