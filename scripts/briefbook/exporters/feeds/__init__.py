"""feed.xml and feed.json: what changed in meaning; for the site, each brief and each topic."""
