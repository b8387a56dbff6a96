"""Makes the site: collects what is rendered, writes it, drives an engine, checks and swaps."""
