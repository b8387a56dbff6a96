"""The evidence map of a brief: origins on the left, the claims they carry, the open questions."""

from briefbook.analysis.evidence_map import EvidenceMap, evidence_map
from briefbook.model import Brief, Stance
from briefbook.model.standing import not_withdrawn
from briefbook.pages.context import Context, Link
from briefbook.pages.pictures.drawing import (
    cut,
    figure,
    label,
    link,
    number,
    percent,
    spread,
    told_apart,
    verdict_at,
)
from briefbook.text.bidi import isolated
from briefbook.text.html import Html, breakable, join, tag

ROW = 24.0  # nodes are links: no nearer than a fingertip (WCAG 2.2, 2.5.8)
# Where the columns begin, in percents: labels of origins end, lines run, claims, lines, questions.
NAMES, BRUSH, FROM, TO, NUMBERS, WORDS, END, ASKED = 27.0, 28.0, 34.0, 43.5, 49.0, 57.0, 91.0, 93.5
NARROW, WIDE = 17, 46
NARROW_NAME, WIDE_NAME = 12, 30
"""Letters of a label on a phone and on a wide screen: a claim's, an origin's."""
_TICKS = 10


def evidence_picture(brief: Brief, context: Context) -> Html | str:
    """The picture of the context's brief; nothing where no claim has evidence on a side."""
    found = evidence_map(context.brief, brief, context.edition.origins)
    if not found.strands:
        return ""
    say, counted = context.locale.say, context.locale.counted
    rows = max(len(found.claims), len(found.asked), len(found.origins) + 1)
    step = ROW * max(1.0, rows / max(1, len(found.claims)))
    claims = {claim.id: 14 + step * index for index, claim in enumerate(found.claims)}
    questions = {item.id: item.question for item in brief.questions}
    height = ROW * rows + 6
    origins = _origins(found, claims, height)
    asked = _questions(found, claims, height)
    names = {node.id: context.edition.origin_name(node.id) for node in found.origins}
    caption = say(
        "Who stands behind what. Each origin on the left carries the claims that its lines lead "
        "to: a solid line speaks for a claim, a broken one against it."
    )
    if any(node.repeats for node in found.origins):
        caption += " " + say("Ticks beside an origin are links that only repeat it.")
    if found.asked:
        caption += " " + say(
            "The question marks on the right are open questions; the list below has their words."
        )
    if found.hidden:
        caption += " " + counted(
            "%(num)s more claim stands below.", "%(num)s more claims stand below.", found.hidden
        )
    description = say(
        "%(origins)s, %(claims)s. Most leans on %(first)s.",
        origins=counted("%(num)s origin", "%(num)s origins", len(found.origins) + found.others),
        claims=counted("%(num)s claim", "%(num)s claims", len(found.claims) + found.hidden),
        first=names[found.origins[0].id],
    )
    drawing = [
        *_strands(found, origins, claims, height, context),
        *_claims(found, claims, context),
        *_asked(found, asked, claims, height, questions, context),
    ]
    drawn = figure(
        "map",
        drawing,
        height,
        title=say("Which origins carry which claims"),
        description=description,
        caption=caption,
    )
    return join([drawn, _questions_list(asked, questions, context)])


def _origins(
    found: EvidenceMap, claims: dict[str, float], height: float
) -> dict[str | None, float]:
    """How high each origin stands: near the middle of its claims, none on top of another."""
    ends: dict[str | None, list[float]] = {}
    for strand in found.strands:
        ends.setdefault(strand.origin, []).append(claims[strand.claim])
    names: list[str | None] = [node.id for node in found.origins if node.id in ends]
    if None in ends:
        names.append(None)
    wanted = [sum(ends[name]) / len(ends[name]) for name in names]
    return dict(zip(names, spread(wanted, ROW, 14, height - 14), strict=True))


def _questions(found: EvidenceMap, claims: dict[str, float], height: float) -> dict[str, float]:
    means = {
        name: sum(claims[claim] for claim in bears) / len(bears)
        for name, bears in found.asked.items()
    }
    names = sorted(means, key=lambda name: (means[name], name))
    wanted = [means[name] for name in names]
    return dict(zip(names, spread(wanted, ROW, 14, height - 14), strict=True))


def _strands(
    found: EvidenceMap, origins: dict[str | None, float], claims: dict[str, float], height: float,
    context: Context,
) -> list[Html]:  # fmt: skip
    """For each origin a group: its lines, its brush of repeats and its name, lit together."""
    locale = context.locale
    nodes = {node.id: node for node in found.origins}
    groups = []
    for name, y in origins.items():
        lines = [
            _line(y, claims[strand.claim], strand.stance, strand.claim)
            for strand in found.strands
            if strand.origin == name
        ]
        between = _between(FROM, TO, height, lines)
        if name is None:
            words = locale.counted("%(num)s other", "%(num)s others", found.others)
            long = locale.counted("%(num)s other origin", "%(num)s other origins", found.others)
            shown = label(NAMES, y + 4, words, long=long, anchor="end", kind="bb-second")
            groups.append(tag("g", between, shown, class_="bb-strand bb-faint"))
            continue
        node, full = nodes[name], context.edition.origin_name(name)
        many = locale.counted("%(num)s claim", "%(num)s claims", node.claims)
        again = locale.counted("%(num)s repeat", "%(num)s repeats", node.repeats)
        text = label(NAMES, y + 4, cut(full, NARROW_NAME), long=cut(full, WIDE_NAME), anchor="end")
        to = link(context.origin(name), text, name=f"{isolated(full)}: {many}, {again}")
        groups.append(tag("g", between, _brush(y, node.repeats), to, class_="bb-strand"))
    return groups


def _between(start: float, end: float, height: float, lines: list[Html]) -> Html:
    """A part of the drawing whose lines stretch with the column."""
    return tag(
        "svg", *lines, x=percent(start), width=percent(end - start), height=number(height),
        viewBox=f"0 0 100 {number(height)}", preserveAspectRatio="none",
    )  # fmt: skip


def _line(y: float, to: float, stance: Stance, claim: str) -> Html:
    kind = "bb-against" if stance is Stance.disputes else "bb-for"
    return tag(
        "path", d=f"M0 {number(y)}C50 {number(y)} 50 {number(to)} 100 {number(to)}", class_=kind,
        data_to=claim,
    )  # fmt: skip


def _brush(y: float, repeats: int) -> Html:
    """A tick for each repeat, at most ten, between the name and the lines."""
    step = (FROM - BRUSH) / (_TICKS + 1)
    ticks = [
        tag("line", x1=percent(FROM - step * index), x2=percent(FROM - step * index),
            y1=number(y - 4), y2=number(y + 4), class_="bb-tick")
        for index in range(1, min(repeats, _TICKS) + 1)
    ]  # fmt: skip
    return join(ticks)


def _claims(found: EvidenceMap, claims: dict[str, float], context: Context) -> list[Html]:
    nodes, numbers = [], context.claim_numbers
    narrow, wide = (
        told_apart([claim.statement for claim in found.claims], room) for room in (NARROW, WIDE)
    )
    for claim, short, long in zip(found.claims, narrow, wide, strict=True):
        y = claims[claim.id]
        to = Link(context.url(f"briefings/{context.brief}/#{claim.id}"), "")
        verdict = context.verdict(claim)
        text = join([
            label(NUMBERS, y + 4, numbers[claim.id], kind="bb-second"),
            label(WORDS, y + 4, short, long=long),
        ])  # fmt: skip
        node = link(
            to,
            verdict_at(44.4, y, claim.verdict),
            text,
            name=f"{numbers[claim.id]}, {verdict}: {isolated(cut(claim.statement, 80))}",
        )
        nodes.append(tag("g", node, class_="bb-node", data_node=claim.id))
    return nodes


def _asked(
    found: EvidenceMap, asked: dict[str, float], claims: dict[str, float], height: float,
    questions: dict[str, str], context: Context,
) -> list[Html]:  # fmt: skip
    nodes = []
    for index, (name, y) in enumerate(asked.items(), 1):
        lines = [
            tag("path", d=f"M0 {number(claims[c])}C50 {number(claims[c])} 50 {number(y)} 100 "
                f"{number(y)}", class_="bb-asks", data_to=c)
            for c in found.asked[name]
        ]  # fmt: skip
        to = Link(context.url(f"briefings/{context.brief}/#{name}"), "")
        mark = label(ASKED + 0.6, y + 4, f"?{context.locale.number(index)}")
        node = link(to, mark, name=questions[name])
        nodes.append(tag("g", _between(END, ASKED, height, lines), node, class_="bb-strand"))
    return nodes


def _questions_list(
    asked: dict[str, float], questions: dict[str, str], context: Context
) -> Html | str:
    """The words of the question marks, from the highest to the lowest."""
    if not asked:
        return ""
    items = [
        tag("li", tag("a", questions[name], href=f"#{name}", lang=context.lang)) for name in asked
    ]
    name = tag("p", context.locale.say("The open questions"), class_="bb-label")
    return tag("div", name, tag("ol", *items), class_="bb-map-questions")


def evidence_table(brief: Brief, context: Context) -> Html:
    """The picture's twin: every claim in the brief's order with the origins on both sides."""
    say, origins = context.locale.say, context.edition.origins
    head = [say("Claim"), say("For"), say("Against")]
    rows = []
    for claim in not_withdrawn(brief.claims, brief):
        lead_in, statement = context.with_lead_in(claim)
        words = breakable(isolated(cut(statement, 70)))
        rows.append(
            tag(
                "tr",
                tag(
                    "th", tag("span", breakable(isolated(lead_in)), class_="bb-said"), " ",
                    tag("a", words, href=f"#{claim.id}", lang=context.lang),
                    scope="row",
                ),
                *(
                    tag("td", breakable(_names(side.origins, context)))
                    for side in (origins.supports(claim), origins.disputes(claim))
                ),
            )
        )  # fmt: skip
    cells = [tag("th", name, scope="col") for name in head]
    table = tag("table", tag("thead", tag("tr", *cells)), tag("tbody", *rows), class_="bb-table")
    return tag(
        "div", table, class_="bb-scroll", tabindex="0", role="region",
        aria_label=say("Which origins carry which claims"),
    )  # fmt: skip


def _names(origins: tuple[str, ...], context: Context) -> str:
    """The first four by name, the others as a number."""
    names = [isolated(context.edition.origin_name(name)) for name in origins[:4]]
    if len(origins) > len(names):
        names.append(context.locale.counted("%(num)s more", "%(num)s more", len(origins) - 4))
    return ", ".join(names) or "–"
