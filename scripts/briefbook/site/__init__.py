"""Collects artifacts, writes them, drives the engine: the rim that touches files and processes."""
