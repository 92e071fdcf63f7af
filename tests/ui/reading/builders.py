"""Documents derived from a text, as the library would hand them out."""

from __future__ import annotations

from reader.library.derivation import Decisions, derive
from reader.library.records import Entry, OpenDocument


def opened(source: str, *, number: int = 1, name: str = "文件.txt") -> OpenDocument:
    """Return an open document of a source text."""
    derived = derive(source, Decisions())
    front, outline, reading = derived.front, derived.outline, derived.reading
    entry = Entry(
        number=number, title=front.title or name, doc_number=front.doc_number, issuer=front.issuer,
        issued_on=front.issued_on, file=name, imported_at="2024-11-01T08:00:00+00:00",
        sections=len(outline.sections) - 1, units=0, notes=0, traditional=reading.traditional, binned_at=None,
        title_typed=False, characters=len(reading.text),
    )  # fmt: skip
    return OpenDocument(entry, source, reading, front, outline, derived.assignments, derived.findings)


TASKS = (
    "协同打造高能级创新平台", "深化基础研究体制机制创新", "创新科技成果市场化转移转化机制", "促进国际创新资源对接",
    "推进科技成果跨境转化", "探索区校企紧密合作新模式", "鼓励拓展保税研发业务", "加强数据跨境流通探索",
    "探索数据要素流通和数据产品开发", "协同推进数字贸易创新发展", "促进数字经济企业开放创新", "推动培育外贸新业态",
)  # fmt: skip


def notice(tasks: tuple[str, ...] = TASKS, *, body: str = "支持各类主体开展先行先试，到2027年建成5个平台。") -> str:
    """Return the text of a notice with one clause a task, each with a body of its own."""
    lines = [
        "关于加快推进联动创新区建设的实施意见",
        "杨府发〔2024〕11号",
        "区政府各委、办、局：",
        "现提出如下意见。",
        "一、重点任务",
    ]
    for n, task in enumerate(tasks, start=1):
        own = f"{task}要与重点产业发展紧密对接，" * 3
        lines.append(f"{n}.{task}。{own}{body}（责任单位：区科技经济委、区市场监管局）")
    lines += ["二、保障措施", "加强组织领导，定期开展督查。", "上海市杨浦区人民政府", "2024年10月25日"]
    return "\n".join(lines) + "\n"


FURNISHED = (
    "首页 > 政务公开 > 政策文件\n"
    + notice()
    + "免责声明：本站转载的文章版权归原作者所有，如有侵权请及时联系本站删除。\n为您推荐\n返回顶部\n"
)
