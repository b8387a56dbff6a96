"""The page of one claim: for sharing, embedding and search engines."""
