"""The PHIA probability yardstick (UK Professional Head of Intelligence Assessment, March 2025)."""

from briefbook.model.scales import Band, Scale

SCALE = Scale(
    "phia",
    "PHIA probability yardstick",
    "UK Professional Head of Intelligence Assessment, page of 24 March 2025",
    (
        Band("remote chance", 0, 5, above=True),
        Band("highly unlikely", 10, 20),
        Band("unlikely", 25, 35),
        Band("realistic possibility", 40, 50, below=True),
        Band("likely", 55, 75),
        Band("probable", 55, 75),
        Band("highly likely", 80, 90),
        Band("almost certain", 95, 100, below=True),
    ),
)
