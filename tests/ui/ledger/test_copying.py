from __future__ import annotations

from reader.ui.ledger.copying import matrix_table, table_data
from reader.ui.ledger.matrix import LedgerIndex, Wish
from reader.ui.ledger.model import MatrixModel


def model_of(library) -> MatrixModel:
    model = MatrixModel()
    model.set_matrix(LedgerIndex(library.units.ledger()).matrix(Wish(units="水务")))
    return model


def test_that_a_table_goes_as_html_and_with_tabs():
    data = table_data([["单位", "任务"], ["区财政局", "=1+2\t<b>\n甲\x07"]])
    assert data.text() == "单位\t任务\n区财政局\t=1+2 <b> 甲"
    html = data.html()
    assert html.count("<tr>") == 2
    assert html.count("<th ") == html.count("<td ") == 2
    assert "&lt;b&gt;" in html
    assert "mso-number-format:'\\@'" in html  # a text that begins with = is no formula


def test_that_the_whole_matrix_has_its_totals(library):
    model = model_of(library)
    head, *rows, last = matrix_table(model)
    assert head == ["地区", "单位", "合计", *(document.title for document in model.matrix.documents)]
    assert rows == [
        ["上海市杨浦区", "区水务局", "责任2 配合1", "责任2 配合1", ""],
        ["上海市徐汇区", "区水务局", "牵头1", "", "牵头1"],
    ]
    assert last == ["合计", "", "牵头1 责任2 配合1", "责任2 配合1", "牵头1"]


def test_that_a_part_of_the_matrix_has_only_its_heads(library):
    model = model_of(library)
    assert matrix_table(model, range(4), [1]) == [
        ["地区", "单位", model.matrix.documents[1].title],
        ["上海市杨浦区", "区水务局", ""],
        ["上海市徐汇区", "区水务局", "牵头1"],
    ]


def test_that_documents_of_one_title_are_told_apart_in_the_table(library):
    model = model_of(library)
    model.apart = {model.matrix.documents[1].number: "河道(1).txt"}
    titles = [document.title for document in model.matrix.documents]
    assert matrix_table(model)[0][3:] == [titles[0], f"{titles[1]}（河道(1).txt）"]
