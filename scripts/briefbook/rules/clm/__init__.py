"""CLM: claims, their verdicts, and the evidence for and against them."""
