"""The preview of a review: a copy of the site with what a change alters marked on its pages."""

from briefbook.publish.marked.site import Marked, marked_site

__all__ = ["Marked", "marked_site"]
