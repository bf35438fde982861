"""A folder of written files -> every wrong link; again, when some of the files were changed.

The state between two runs is one table of targets and, for each file, an array of numbers into
it: what one changed page means for all others is then a matter of milliseconds.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from markedsdialog.links import kinds, verdict
from markedsdialog.links.address import Site
from markedsdialog.links.addresses import Addresses
from markedsdialog.links.collect import reads
from markedsdialog.links.facts import Facts, Files
from markedsdialog.links.grouping import group
from markedsdialog.links.suggest import Suggestions
from markedsdialog.links.tree import Tree, walk, with_changes
from markedsdialog.links.values import (
    Inside,
    Kind,
    Occurrence,
    Outside,
    Report,
    SourceMap,
    Target,
    Wrong,
)

DRAFTS = ("drafts/*",)
"""Where Pelican puts what is not published."""


class SiteJudge:
    """The links of one folder; holds what it needs to judge again after a change.

    root: the folder that a web server would serve.
    base_url: the address it is published under, or None when only relative links are its own;
        ValueError when it is no absolute web address.
    unpublished: patterns of files that no link may lead to.
    progress: is called with the number of files read and of all files.
    """

    def __init__(
        self,
        root: Path,
        *,
        base_url: str | None = None,
        unpublished: tuple[str, ...] = DRAFTS,
        progress: Callable[[int, int], None] = lambda _done, _all: None,
    ) -> None:
        self._root = root
        self._unpublished = unpublished
        self._progress = progress
        self._addresses = Addresses(Site.at(base_url))
        self._files = Files(root, self._addresses)
        self._tree = Tree(frozenset(), frozenset())
        self._suggestions = Suggestions(self._tree, self._anchors)
        self._facts: dict[str, Facts] = {}
        self._verdicts: list[Kind | None] = []  # by the number of the target
        self._pointing: dict[str, set[int]] = {}  # a file -> the targets that lead to it
        self._occurrences: dict[str, tuple[Occurrence, ...]] = {}

    def judge(self, sources: SourceMap | None = None) -> Report:
        """Read every file and judge every link; raises NotADirectoryError."""
        self._tree = walk(self._root)
        closed = (Occurrence(kinds.UNREADABLE, "", "folder", 1, None, 1),)
        self._occurrences = {f"{folder}/": closed for folder in self._tree.unreadable}
        paths = sorted(filter(reads, self._tree.files))
        for done, path in enumerate(paths):
            self._progress(done, len(paths))
            self._facts[path] = self._files.facts(path)
        self._progress(len(paths), len(paths))
        self._judge_targets(range(len(self._addresses.targets)))
        bad = {number for number, kind in enumerate(self._verdicts) if kind}
        for path, facts in self._facts.items():
            if facts.at_fault or not bad.isdisjoint(facts.targets):
                self._occurrences[path] = self._files.wrong(path, self._verdicts)
        return self._report(sources)

    def judge_again(self, changed: Iterable[str], sources: SourceMap | None = None) -> Report:
        """Judge after files were written, changed or removed: their paths below the root.

        Files whose bytes are the same are left alone. Other pages are read again only when what
        they link to became right or wrong.
        """
        changed = set(changed)
        former = self._tree.files
        self._tree = with_changes(self._tree, self._root, changed)
        touched = {path for path in changed if self._refresh(path)}
        turned = self._judge_targets(self._affected(touched, former))
        for path in self._pages_with(turned) | touched:
            self._look_again(path)
        return self._report(sources)

    def outside(self) -> dict[Outside, tuple[str, ...]]:
        """Give every external address with the pages that link to it."""
        targets = self._addresses.targets
        wanted = {n: target for n, target in enumerate(targets) if isinstance(target, Outside)}
        pages: dict[Outside, list[str]] = {}
        for path, facts in self._facts.items():
            for number in wanted.keys() & set(facts.targets):
                pages.setdefault(wanted[number], []).append(path)
        return {target: tuple(those) for target, those in pages.items()}

    def line_of(self, page: str, target: Target) -> int:
        """Give the line of a page on which its first link to a target stands."""
        return self._files.line_of(page, target)

    def _refresh(self, path: str) -> bool:
        """Read a file again, and tell whether it changed."""
        former = self._facts.pop(path, None)
        if reads(path) and path in self._tree.files:
            self._facts[path] = self._files.facts(path, former)
        return self._facts.get(path) is not former

    def _affected(self, touched: set[str], former: frozenset[str]) -> list[int]:
        """List the targets whose verdict may turn: new ones, and those of changed files."""
        affected = set(range(len(self._verdicts), len(self._addresses.targets)))
        for path in touched | (former ^ self._tree.files):
            affected |= self._pointing.get(path, set())
        if self._tree.files - former:  # what led nowhere may lead to a new file
            affected.update(number for number, kind in enumerate(self._verdicts) if kind)
        return sorted(affected)

    def _pages_with(self, numbers: set[int]) -> set[str]:
        if not numbers:
            return set()
        return {
            path for path, facts in self._facts.items() if not numbers.isdisjoint(facts.targets)
        }

    def _look_again(self, path: str) -> None:
        """Find the lines of what is wrong on a page now."""
        self._occurrences.pop(path, None)
        facts = self._facts.get(path)
        if facts and (facts.at_fault or any(self._verdicts[number] for number in facts.targets)):
            self._occurrences[path] = self._files.wrong(path, self._verdicts)

    def _judge_targets(self, numbers: Iterable[int]) -> set[int]:
        """Judge targets, those of one path together, and number those whose verdict turned."""
        targets = self._addresses.targets
        self._verdicts.extend([None] * (len(targets) - len(self._verdicts)))
        before = {number: self._verdicts[number] for number in numbers}
        paths: dict[str, list[tuple[int, Inside]]] = {}
        for number in before:
            target = targets[number]
            if isinstance(target, Inside):
                paths.setdefault(target.path, []).append((number, target))
            elif isinstance(target, Wrong):
                self._verdicts[number] = target.kind
        for path, those in paths.items():
            self._judge_path(path, those)
        return {number for number, kind in before.items() if kind is not self._verdicts[number]}

    def _judge_path(self, path: str, those: list[tuple[int, Inside]]) -> None:
        kind = verdict.of_path(self._tree, path, self._unpublished)
        file = verdict.file_of(self._tree, path)
        if file is None:
            self._verdicts_of(those, lambda _target: kind)
            return
        self._pointing.setdefault(file, set()).update(number for number, _ in those)
        anchors = self._anchors(file)
        self._verdicts_of(
            those,
            lambda target: (
                kind
                or verdict.of_fragment(file, target.fragment, anchors)
                or (kinds.INSECURE_OWN if target.insecure else None)
            ),
        )

    def _verdicts_of(
        self, those: list[tuple[int, Inside]], judged: Callable[[Inside], Kind | None]
    ) -> None:
        for number, target in those:
            self._verdicts[number] = judged(target)

    def _anchors(self, file: str) -> frozenset[str] | None:
        facts = self._facts.get(file)
        return facts.anchors if facts else None

    def _report(self, sources: SourceMap | None) -> Report:
        if self._suggestions.tree is not self._tree:
            self._suggestions = Suggestions(self._tree, self._anchors)
        suggestions = self._suggestions

        def suggest(target: Target | None) -> str:
            return suggestions.near(target) if isinstance(target, Inside) else ""

        return Report(
            findings=tuple(group(self._occurrences, sources, suggest)),
            files=len(self._facts),
            links=sum(facts.links for facts in self._facts.values()),
        )
