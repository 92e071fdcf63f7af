"""LibreOffice accepts and rejects the changes of a redline as Word does."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from reader.export.redline import redline_docx
from tests.export.test_redline import NEW, OLD
from tests.export.tracked import comparison_of, paragraphs

ONE_CASE = "办法\n\n第一条 有下列情形之一的，处以罚款：\n\n（一）污染水体的。\n\n第二条 本办法自发布之日起施行。\n"
TWO_CASES = ONE_CASE.replace("污染水体的。", "污染水体的；\n\n（二）破坏堤防的。")
OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")

_MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Resolve(source As String, target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = &quot;Hidden&quot;
  hidden(0).Value = True
  opened = StarDesktop.loadComponentFromURL(source, &quot;_blank&quot;, 0, hidden())
  dispatcher = createUnoService(&quot;com.sun.star.frame.DispatchHelper&quot;)
  dispatcher.executeDispatch(opened.CurrentController.Frame, command, &quot;&quot;, 0, Array())
  number = FreeFile
  paragraphs = opened.Text.createEnumeration()
  Open ConvertFromURL(target) For Output As #number
  While paragraphs.hasMoreElements()
    Print #number, paragraphs.nextElement().String
  Wend
  Close #number
  opened.close(True)
End Sub
</script:module>"""


class Office:
    """A LibreOffice with settings of its own and a macro that resolves all changes of a file."""

    def __init__(self, folder) -> None:
        self._folder = folder
        self._run("--terminate_after_init")  # or it writes its own macros over ours
        (folder / "profile/user/basic/Standard/Module1.xba").write_text(_MACRO, encoding="utf-8")

    def resolved(self, data: bytes, command: str) -> list[str]:
        source, target = self._folder / "花脸稿.docx", self._folder / "out.txt"
        source.write_bytes(data)
        target.unlink(missing_ok=True)
        self._run(f'macro:///Standard.Module1.Resolve("{source.as_uri()}","{target.as_uri()}",".uno:{command}")')
        return target.read_text(encoding="utf-8").rstrip("\n").split("\n")

    def _run(self, *arguments: str) -> None:
        profile = f"-env:UserInstallation={(self._folder / 'profile').as_uri()}"
        subprocess.run(
            [str(OFFICE), profile, "--headless", "--norestore", *arguments],
            check=True,
            capture_output=True,
            timeout=120,
        )


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    return Office(tmp_path_factory.mktemp("office"))


@pytest.mark.parametrize(("left", "right"), [(OLD, NEW), (NEW, OLD), (ONE_CASE, TWO_CASES), (TWO_CASES, ONE_CASE)])
def test_that_all_changes_accepted_are_the_right_text_and_rejected_the_left(office, left, right):
    source = comparison_of(left, right)
    data = redline_docx(source, author="王")
    assert office.resolved(data, "AcceptAllTrackedChanges") == paragraphs(source.right)
    assert office.resolved(data, "RejectAllTrackedChanges") == paragraphs(source.left)
