"""Small documents for tests, written as an outline: depth by indent, `marker heading | text`."""

from __future__ import annotations

from reader.comparison.records import Side
from reader.structure.front_matter import FrontMatter
from reader.structure.section import Outline, Section
from reader.text.reading_text import ReadingText
from reader.text.spans import Span


def outline_of(lines: str, intro: str = "") -> tuple[ReadingText, Outline]:
    """Build reading text and outline of lines `  marker heading|text`; two blanks of indent are one level."""
    text = intro + "\n" if intro else ""
    body = (Span(0, len(intro)),) if intro else ()
    sections = [Section(0, None, 0, "", "", "", "start", Span(0, len(text)), Span(0, 0), Span(0, 0), body)]
    starts, owners = [0], [0]
    stack: list[int] = []
    for line in filter(str.strip, lines.splitlines()):
        depth = (len(line) - len(line.lstrip())) // 2
        marker, _, rest = line.strip().partition(" ")
        heading, _, said = rest.partition("|")
        del stack[depth:]
        start = len(text)
        text += f"{marker}{heading}"
        heading_span = Span(start + len(marker), len(text))
        text += said + "\n"
        said_spans = (Span(heading_span.end, len(text) - 1),) if said else ()
        number = len(sections)
        parent = stack[-1] if stack else None
        above = sections[parent].path + "/" if parent is not None else ""
        sections.append(
            Section(
                number, parent, depth, marker, heading, above + marker, "test",
                Span(start, len(text)), Span(start, start + len(marker)), heading_span, said_spans, marker.startswith("附件"),
            )
        )  # fmt: skip
        starts.append(start)
        owners.append(number)
        stack.append(number)
    outline = Outline(_stretched(sections, len(text)), tuple(starts), tuple(owners))
    return ReadingText(text, text, ()), outline


def _stretched(sections: list[Section], length: int) -> tuple[Section, ...]:
    """Let each span reach to the end of the last descendant."""
    out = []
    for section in sections:
        after = (s.span.start for s in sections[section.number + 1 :] if s.depth <= section.depth)
        end = section.span.end if section.number == 0 else next(after, length)
        fields = {name: getattr(section, name) for name in Section.__dataclass_fields__}
        out.append(Section(**{**fields, "span": Span(section.span.start, end)}))
    return tuple(out)


def side(lines: str, intro: str = "", front: FrontMatter | None = None) -> Side:
    reading, outline = outline_of(lines, intro)
    return Side(reading, outline, front or FrontMatter())
