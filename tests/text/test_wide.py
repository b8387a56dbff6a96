"""Chinese and Japanese: a wrapped line leaves no blank, a typed blank stays."""

import pytest

from briefbook.model import Brief, decode_record
from briefbook.model.canonical_form import digest, folded
from briefbook.model.prose import parse_prose
from briefbook.syntax import MappingNode, parse, to_texts
from briefbook.text.document import Document
from briefbook.text.url import passage_url
from harness import Project

JOINED = [
    ("与中国", "联合研究"),
    ("プラン", "について"),
    ("ｶﾅ", "ﾓｼﾞ"),
    ("ㄅㄆ", "ㄇ"),
    ("计划。", "但是"),
    ("计划", "（草案）"),
    ("约", "１００人"),
    ("他说“中国”", "联合"),
    ("他说", "“中国”"),
    ("计划——", "联合"),
    ("𠀀", "𠮷"),
    ("葛󠄀", "城"),
    ("计划**联合**", "研究"),
]
APART = [
    ("서울", "대학교"),
    ("서울", "大学"),
    ("人工智能", "AI"),
    ("GPT", "模型"),
    ("研究", "2025"),
    ("the “plan”", "中国"),
    ("计划", "[@a]"),
    ("a", "b"),
    ("😀", "😀"),
    ("计划**联合。**", "研究"),
]
STYLES = {
    "folded": "a: >-\n  {}\n  {}\nb: x\n",
    "folded, a blank at the end": "a: >-\n  {} \n  {}\nb: x\n",
    "plain": "a: {}\n  {}\nb: x\n",
    "single": "a: '{}\n  {}'\nb: x\n",
    "double": 'a: "{}\n  {}"\nb: x\n',
    "double, escapes": 'a: "\\\\{}\n  {}\\""\nb: x\n',
    "in a list": "a: [{}\n  {}]\nb: x\n",
}


def _texts(text: str) -> tuple[str, str]:
    node, findings = parse(Document("a.yml", text))
    assert findings == []
    assert isinstance(node, MappingNode)
    span = node.entries["b"].value.span
    value = to_texts(node)["a"]
    return value[0] if isinstance(value, list) else value, text[span.start : span.end]


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
@pytest.mark.parametrize(("before", "after"), JOINED)
def test_no_blank_where_a_line_was_wrapped(style: str, before: str, after: str) -> None:
    if "[" in style and "“" in before + after:
        before, after = before.replace("“", "‘"), after.replace("“", "‘")
    read, place = _texts(style.format(before, after))
    assert (before + after in read, place) == (True, "x")


@pytest.mark.parametrize("style", [STYLES["folded"], STYLES["plain"], STYLES["double"]])
@pytest.mark.parametrize(("before", "after"), APART)
def test_other_scripts_keep_the_blank(style: str, before: str, after: str) -> None:
    assert _texts(style.format(before, after))[0] == f"{before} {after}"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a: 中国 联合\nb: x\n", "中国 联合"),
        ("a: 中国 联合\n  研究\nb: x\n", "中国 联合研究"),
        ("a: >-\n  中国\n\n  联合\nb: x\n", "中国\n联合"),
        ("a: >-\n  中国\n    联合\n  研究\nb: x\n", "中国\n  联合\n研究"),
        ("a: |-\n  中国\n  联合\nb: x\n", "中国\n联合"),
        ('a: "中\\u56fd\n  联合 研究"\nb: x\n', "中国联合 研究"),
        ('a: "中国\\n联合\n  研究"\nb: x\n', "中国\n联合研究"),
        ('a: "中国\\\n  联合 研究"\nb: x\n', "中国联合 研究"),
    ],
)
def test_what_the_author_typed_stays(written: str, read: str) -> None:
    assert _texts(written)[0] == read


def test_prose_that_is_wrapped_in_a_literal_text() -> None:
    prose = parse_prose("量子\n计算机\n\n- 半导\n  体 出口\n- b\n  c")
    html = "<p>量子计算机</p><ul><li>半导体 出口</li><li>b\nc</li></ul>"
    assert str(prose.html(str, str)) == html  # type: ignore[arg-type]
    assert prose.plain(str, str) == "量子计算机 半导体 出口 b c"


def test_wrapping_is_no_meaning() -> None:
    head = "title: T\nsummary: {}\nstatus: draft\nclaims: []\n"
    texts = ("中国联合", ">-\n  中国\n  联合", "|\n  中国\n  联合")
    found = set()
    for text in texts:
        node, _ = parse(Document("a.yml", head.format(text)))
        assert node is not None
        brief, _ = decode_record(node, Brief, "a.yml")
        assert brief is not None
        found.add(digest(brief))
    assert len(found) == 1
    assert (folded("中国\n联合"), folded("中国 联合"), folded("a\nb")) == (
        "中国联合",
        "中国 联合",
        "a b",
    )


def test_a_link_to_a_passage_has_no_blank_in_it() -> None:
    assert "%20" not in passage_url("https://example.org/a", "宣布了新的\n计划")


WRAPPED = """\
title: 计划
summary: >-
  储蓄银行计划与中国
  联合研究。
status: draft
language: zh
claims:
  - id: first
    statement: 该银行已与大学建立了
      合作关系。
    kind: fact
    verdict: supported
    reasoning: |
      提到量子
      计算机。
    evidence:
      - source: agency-report
        stance: supports
        note: >-
          说明了预算
          安排。
        quote: >-
          宣布了新的
          计划
"""


def test_pages_data_links_and_search_have_none(project: Project) -> None:
    project.write_standard()
    project.write("docs/index.md", "# Front\n")
    project.write("briefings/small.yml", WRAPPED)
    assert project.run("compile", "--no-progress").exit_code == 0
    files = [path for path in (project.root / "build/docs").rglob("*") if path.is_file()]
    text = "\n".join(path.read_bytes().decode("utf-8", "replace") for path in files)
    for joined in ("与中国联合", "建立了合作", "量子计算机", "预算安排", "宣布了新的计划"):
        assert joined in text
    for apart in ("中国 联合", "建立了 合作", "量子 计算", "量子\n计算", "预算 安排", "新的 计划"):
        assert apart not in text
    assert "%E6%96%B0%E7%9A%84%20%E8%AE%A1" not in text
