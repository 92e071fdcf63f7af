"""What a digest (摘编) is made of: excerpts of several documents, and how they leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.export.citation import Form
    from reader.structure.front_matter import FrontMatter
    from reader.structure.section import Outline
    from reader.text.spans import Span

KIND = "摘编"


class DigestSource(NamedTuple):
    """A document that excerpts are taken from; ``title`` is the library's name for it where the text has none."""

    number: int
    front: FrontMatter
    outline: Outline
    simplified: str
    title: str | None = None


class Clipping(NamedTuple):
    """An excerpt; without a ``span`` its place is lost and ``path`` is where it stood, ``moved`` was found elsewhere."""

    source: DigestSource
    text: str
    span: Span | None
    theme: str = ""
    remark: str = ""
    path: str = ""
    moved: bool = False


class DigestChoice(NamedTuple):
    """How a digest leaves: with a title of its own, as running text or as a ``table``, cited in short by choice.

    ``outward``, as it goes to other offices, leaves out the remarks and who made it.
    """

    title: str = ""
    table: bool = False
    form: Form = "full"
    remarks: bool = True
    outward: bool = False


class Digest(NamedTuple):
    """Excerpts in their order, those of a theme together, and how they leave."""

    clippings: tuple[Clipping, ...] = ()
    choice: DigestChoice = DigestChoice()

    @property
    def title(self) -> str:
        return self.choice.title.strip() or KIND

    @property
    def remarked(self) -> bool:
        """Whether remarks leave."""
        return self.choice.remarks and not self.choice.outward

    @property
    def themed(self) -> bool:
        return any(clipping.theme for clipping in self.clippings)
