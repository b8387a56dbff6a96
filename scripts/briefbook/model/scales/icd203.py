"""ICD 203, Analytic Standards (US Director of National Intelligence, 2 January 2015), D.6.e(2)."""

from briefbook.model.scales import Band, Scale

_RANGES = ((1, 5), (5, 20), (20, 45), (45, 55), (55, 80), (80, 95), (95, 99))
_ROW_1 = (
    "almost no chance",
    "very unlikely",
    "unlikely",
    "roughly even chance",
    "likely",
    "very likely",
    "almost certain",
)
_ROW_2 = (
    "remote",
    "highly improbable",
    "improbable",
    "roughly even odds",
    "probable",
    "highly probable",
    "nearly certain",
)

SCALE = Scale(
    "icd203",
    "ICD 203",
    "US Intelligence Community Directive 203, Analytic Standards, 2015",
    tuple(
        Band(term, low, high, row)
        for row, terms in ((1, _ROW_1), (2, _ROW_2))
        for term, (low, high) in zip(terms, _RANGES, strict=True)
    ),
)
