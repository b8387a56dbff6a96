"""Policy as code: which rules count for a path, and how much, from mkdocs.yml and its profile."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from briefbook.findings import Finding, Severity
from briefbook.lint.profiles import Profile, profiles
from briefbook.model.settings import RuleChoice, RulesSettings
from briefbook.rules import Rule, all_rules, find_rule
from briefbook.rules.deprecated_names import deprecation_notice, deprecation_notices
from briefbook.text.listing import either
from briefbook.text.suggest import nearest


class UnknownRule(ValueError):
    """A code, name or profile (`word`) that does not exist; the message is one line for the
    user."""

    def __init__(self, message: str, word: str) -> None:
        super().__init__(message)
        self.word = word


@dataclass(frozen=True, slots=True)
class _Layer:
    """Choices that hold for paths that match a pattern; later layers win."""

    pattern: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    severity: tuple[tuple[str, Severity], ...]

    def covers(self, path: str) -> bool:
        """Whether a file is the pattern, lies below it, or matches it (“briefings/*-draft.yml”)."""
        below = path == self.pattern or path.startswith(f"{self.pattern}/")
        return not self.pattern or below or fnmatchcase(path, self.pattern)


@dataclass(frozen=True, slots=True)
class Policy:
    """Layers of choices; without any, every rule counts at its own severity.

    Rules in preview count with `preview`, or where a layer or `tried` names one by its own code.
    `old` holds a line for each word of the settings that names a rule which is on its way out.
    """

    layers: tuple[_Layer, ...] = ()
    preview: bool = False
    tried: tuple[str, ...] = ()
    deprecations: tuple[str, ...] = ()

    @classmethod
    def of(cls, settings: RulesSettings) -> "Policy":
        """The profile first, then the settings, then those for paths in their order.

        Raises UnknownRule.
        """
        profile = profile_of(settings)
        layers = [_layer("", settings)]
        if profile:
            severity = tuple(profile.severity.items())
            layers.insert(0, _Layer("", (), profile.ignore, severity))
        layers += [_layer(path.strip("/"), choice) for path, choice in settings.paths.items()]
        return cls(
            tuple(layers),
            settings.preview,
            deprecations=tuple(deprecation_notices(_words(settings))),
        )

    def runs(self, rule: Rule) -> bool:
        """Whether a rule is to run at all: one in preview only if somebody asks for it."""
        code = rule.kind.code
        asked = self.preview or code in self.tried
        return not rule.kind.life.preview or asked or any(code in one.select for one in self.layers)

    def trying(self, codes: Iterable[str]) -> "Policy":
        """The same policy for a run that asks for these codes."""
        return replace(self, tried=tuple(codes))

    def apply(self, finding: Finding) -> Finding | None:
        """The finding with the severity that it has here, or None if it does not count here."""
        code, path = finding.kind.code, finding.place.path
        asked = not finding.kind.life.preview or self.preview or code in self.tried
        wanted, severity = True, finding.kind.severity
        for layer in self.layers:
            if not layer.covers(path):
                continue
            asked = asked or code in layer.select
            if layer.select:
                wanted = code.startswith(layer.select)
            if code.startswith(layer.ignore):
                wanted = False
            matching = [(len(key), level) for key, level in layer.severity if code.startswith(key)]
            severity = max(matching)[1] if matching else severity
        if not (wanted and asked):
            return None
        if severity is finding.kind.severity:
            return finding
        return replace(finding, kind=replace(finding.kind, severity=severity))


def profile_of(settings: RulesSettings) -> Profile | None:
    """The profile that the settings name.

    Raises UnknownRule if there is none of that name.
    """
    if settings.profile is None:
        return None
    found = profiles().get(settings.profile)
    if found is None:
        known = sorted(profiles())
        raise UnknownRule(
            f"“{settings.profile}” is no profile; choose {either(known)}", settings.profile
        )
    return found


def codes_of(words: Iterable[str]) -> tuple[str, ...]:
    """Codes or their beginnings, from codes, beginnings, or names of rules.

    Raises UnknownRule for a word that fits no rule.
    """
    return tuple(_code(word.strip()) for word in words)


def _code(word: str) -> str:
    rule = find_rule(word)
    if rule is not None:
        return rule.kind.code
    if gone := deprecation_notice(word):
        raise UnknownRule(gone, word)
    known = [rule.kind.code for rule in all_rules()]
    if word and any(code.startswith(word.upper()) for code in known):
        return word.upper()
    names = [rule.kind.name for rule in all_rules()]
    guess = nearest(word, [*names, *known])
    hint = f"did you mean “{guess}”?" if guess else "see briefbook explain --list"
    raise UnknownRule(f"there is no rule “{word}”; {hint}", word)


def _layer(pattern: str, choice: RuleChoice) -> _Layer:
    severity = zip(codes_of(choice.severity), choice.severity.values(), strict=True)
    return _Layer(pattern, codes_of(choice.select), codes_of(choice.ignore), tuple(severity))


def _words(settings: RulesSettings) -> Iterator[str]:
    """Every word of the settings that names rules."""
    for choice in (settings, *settings.paths.values()):
        yield from (*choice.select, *choice.ignore, *choice.severity)
