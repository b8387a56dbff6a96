"""JDG: judgments, what they lean on, and how sure they are."""
