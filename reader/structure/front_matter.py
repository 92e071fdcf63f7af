"""What a document says of itself (elements named as in GB/T 9704-2012)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FrontMatter:
    """Front matter in simplified script; dates are ISO (2024-10-25); what is not written is None, never a guess.

    ``title`` is that of the text a notice carries, ``notice_title`` that of the notice itself.
    """

    title: str | None = None
    notice_title: str | None = None
    doc_number: str | None = None
    issuers: tuple[str, ...] = ()
    addressees: str | None = None
    issued_on: str | None = None  # 成文日期
    printed_on: str | None = None  # 印发日期
    published_on: str | None = None  # 发布日期
    effective_on: str | None = None
    expires_on: str | None = None
    printed_by: str | None = None
    copied_to: str | None = None
    note: str | None = None  # 附注
    genre: str | None = None  # 文种: 通知 意见 规划 方案 …
    secrecy: str | None = None  # 密级
    urgency: str | None = None  # 紧急程度
    cited_doc_numbers: tuple[str, ...] = ()

    @property
    def issuer(self) -> str | None:
        return "、".join(self.issuers) or None
