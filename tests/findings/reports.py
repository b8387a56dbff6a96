"""Reports made by hand, for forms of findings, and texts that try them."""

from hypothesis import strategies as st

from briefbook.findings import Finding, Kind, LocatedFinding, Place, Region, Report, Severity


def finding(
    message: str = "So.",
    remedy: str = "",
    path: str = "briefings/a.yml",
    severity: Severity = Severity.error,
    line: int = 1,
    end_line: int | None = None,
) -> LocatedFinding:
    return LocatedFinding(
        Finding(Kind("CLM001", "a-sample", severity), message, Place(path), remedy),
        Region(path, line, 2, end_line or line, 5),
    )


def report(*items: LocatedFinding, waived: int = 0, known: int | None = None) -> Report:
    return Report(items, {}, waived, known)


TEXTS = st.text(st.sampled_from("%0AaDd25:,;=\r\n \t\\[]#é银\u2028\x85\x0b\x1b|`<>&*_")) | st.text(
    st.characters(exclude_categories=["Cs"])
)
