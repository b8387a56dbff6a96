"""The IPCC's likelihood scale (guidance note for its Fifth Report, kept in the Sixth)."""

from briefbook.model.scales import Band, Scale

SCALE = Scale(
    "ipcc",
    "IPCC likelihood scale",
    "IPCC guidance note on the consistent treatment of uncertainties, 2010",
    (
        Band("virtually certain", 99, 100),
        Band("extremely likely", 95, 100),
        Band("very likely", 90, 100),
        Band("likely", 66, 100),
        Band("more likely than not", 50, 100, above=True),
        Band("about as likely as not", 33, 66),
        Band("unlikely", 0, 33),
        Band("very unlikely", 0, 10),
        Band("extremely unlikely", 0, 5),
        Band("exceptionally unlikely", 0, 1),
    ),
)
