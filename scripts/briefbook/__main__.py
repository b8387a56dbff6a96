"""Lets `python -m briefbook` do what the command `briefbook` does."""

from briefbook.cli import main

if __name__ == "__main__":
    main()
