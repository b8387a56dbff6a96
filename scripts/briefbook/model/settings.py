"""The product's settings: what stands under `extra.briefbook` in mkdocs.yml, and what it needs."""

from briefbook.model.brief import ScaleId
from briefbook.model.record import Record, optional
from briefbook.model.scalars import Text


class BriefbookSettings(Record):
    """`extra.briefbook` in mkdocs.yml."""

    scale: ScaleId | None = optional("Likelihood scale of briefs that name none.", "icd203")
    edit_url: Text | None = optional(
        "Address before a brief's path, for “Edit this brief”.",
        "https://example.org/edit/main/",
    )


class Settings(Record):
    """What the compiler needs to know of a site."""

    site_name: str = "Briefbook"
    site_description: str = ""
    site_url: str = ""
    language: str = "en"
    scale: str = "icd203"
    edit_url: str = ""
