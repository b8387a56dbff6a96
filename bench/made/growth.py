"""A plot of how costs grow, both axes by powers of ten: a straight line at 45° is linear."""

import math

SHOWN = ("cold build", "nothing changed", "one brief edited", "mkdocs alone", "check")
_DASHES = ("none", "1 3", "6 3", "9 3 2 3", "2 2")
_LEFT, _TOP, _WIDE, _HIGH = 60, 20, 420, 300


def growth_plot(costs: dict[int, dict[str, float]]) -> str:
    """An SVG of seconds of processor time by number of briefs."""
    sizes = sorted(costs)
    values = [costs[n][what] for n in sizes for what in SHOWN if what in costs[n]]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    first, last = math.log10(sizes[0]), math.log10(sizes[-1])

    def x(briefs: int) -> float:
        return _LEFT + _WIDE * (math.log10(briefs) - first) / ((last - first) or 1)

    def y(seconds: float) -> float:
        return _TOP + _HIGH * (high - math.log10(seconds)) / ((high - low) or 1)

    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" font-family="sans-serif" '
        'font-size="12"><title>Processor time by number of briefs</title>'
        '<rect width="640" height="360" fill="#fff"/>'
    ]
    for power in range(low, high + 1):
        at = y(10**power)
        parts.append(f'<path d="M{_LEFT} {at:.1f}h{_WIDE}" stroke="#ddd"/>')
        parts.append(
            f'<text x="{_LEFT - 6}" y="{at + 4:.1f}" text-anchor="end">{10**power:g} s</text>'
        )
    for briefs in sizes:
        parts.append(f'<text x="{x(briefs):.1f}" y="340" text-anchor="middle">{briefs:,}</text>')
    for what, dash in zip(SHOWN, _DASHES, strict=True):
        points = [(x(n), y(costs[n][what])) for n in sizes if what in costs[n]]
        if not points:
            continue
        line = " ".join(f"{a:.1f},{b:.1f}" for a, b in points)
        parts.append(
            f'<polyline points="{line}" fill="none" stroke="#222" stroke-width="1.6" '
            f'stroke-dasharray="{dash}"/>'
        )
        end = points[-1]
        parts.append(f'<text x="{end[0] + 6:.1f}" y="{end[1] + 4:.1f}">{what}</text>')
    return "".join([*parts, "</svg>\n"])
