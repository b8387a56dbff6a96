"""A brief's corrections: their anchors on its page, and which of them changed a record."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from briefbook.model.canonical_form import digest
from briefbook.model.correction import Correction


@dataclass(frozen=True)
class CorrectionIndex:
    """The corrections of one brief, in its order."""

    entries: tuple[Correction, ...]

    @cached_property
    def anchors(self) -> tuple[str, ...]:
        """For each its id, else an anchor made of what it says.

        Its place in the list would not do: who adds an entry at the top would move all permalinks.
        """
        seen: Counter[str] = Counter()
        found = []
        for entry in self.entries:
            mark = digest(entry).partition(":")[2][:8]
            seen[mark] += 1
            again = f"-{seen[mark]}" if seen[mark] > 1 else ""
            found.append(entry.id or f"correction-{mark}{again}")
        return tuple(found)

    @cached_property
    def by_record(self) -> Mapping[str, tuple[int, ...]]:
        """For each record the places of the corrections that name it."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for index, entry in enumerate(self.entries):
            for name in dict.fromkeys(entry.records):
                found[name].append(index)
        return {name: tuple(places) for name, places in found.items()}
