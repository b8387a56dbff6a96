"""Walks along a quotation and a folded text, sign by sign, in either direction."""

from briefbook.analysis.court.signs import FOLD, MARK, MARK_END


class Walk:
    """How far a quotation from one of its signs on runs along with a text.

    `typed` and `stands` are the next signs on either side: where the walk `arrived`, `typed` is at
    the end; else there they part.
    """

    __slots__ = ("arrived", "stands", "typed")

    def __init__(self, quotation: str, typed: int, text: str, stands: int, step: int = 1) -> None:
        self.typed, self.stands = typed, stands
        end = len(quotation) if step > 0 else -1
        self.arrived = self._straight(quotation, text) if step > 0 else False
        while not self.arrived and self.typed != end:
            wanted = quotation[self.typed]
            there = text[self.stands] if 0 <= self.stands < len(text) else ""
            if wanted == there:
                self.typed += step
                self.stands += step
            elif there in (MARK, MARK_END) and there:
                self._over_a_note(quotation, text, step)
            elif there == FOLD:
                self._over_a_fold(quotation, step)
            elif wanted == FOLD:
                self._over_own_fold(text, step)
            else:
                return
        self.arrived = self.typed == end

    def _straight(self, quotation: str, text: str) -> bool:
        """Most quotations stand there sign for sign."""
        if text.startswith(quotation[self.typed :], self.stands):
            self.stands += len(quotation) - self.typed
            self.typed = len(quotation)
            return True
        return False

    def _over_a_note(self, quotation: str, text: str, step: int) -> None:
        """A note mark is taken along where the quotation has it, else left out."""
        if step > 0:
            close = text.index(MARK_END, self.stands)
            note = text[self.stands + 1 : close]
        else:
            close = text.rindex(MARK, 0, self.stands)
            note = text[close + 1 : self.stands]
        self.stands = close + step
        bare = note.lstrip()
        for typed in (f" {bare}", bare):
            if step > 0 and quotation.startswith(typed, self.typed):
                self.typed += len(typed)
                return
            if step < 0 and quotation.endswith(typed, 0, self.typed + 1):
                self.typed -= len(typed)
                return

    def _over_a_fold(self, quotation: str, step: int) -> None:
        """A word broken at a line's end is joined by nothing, a hyphen, or a hyphen and a space."""
        self.stands += step
        self.typed += step * _joined(quotation, self.typed, step)

    def _over_own_fold(self, text: str, step: int) -> None:
        self.typed += step
        self.stands += step * _joined(text, self.stands, step)


def _joined(text: str, at: int, step: int) -> int:
    """How many signs join a word here."""
    for join in ("- ", "-"):
        there = text.startswith(join, at) if step > 0 else text.endswith(join, 0, at + 1)
        if there:
            return len(join)
    return 0
