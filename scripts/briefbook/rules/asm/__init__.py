"""ASM: assumptions, and who looks after them."""
