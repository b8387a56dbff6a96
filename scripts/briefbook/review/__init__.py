"""What a pull request needs: changes compared out of git, and said where people review."""
