"""The command line: one module a command, no logic."""

from briefbook.cli.main import main

__all__ = ["main"]
