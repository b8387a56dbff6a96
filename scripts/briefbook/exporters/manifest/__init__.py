"""/data/v1/manifest.json: everything that has an address, with a hash of its meaning."""
