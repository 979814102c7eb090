"""Features: what the ranker sees of two candidates in a line, as words to be weighed."""

from collections.abc import Mapping, Sequence

from graph.ontology import Label
from loaders.korean.learned.candidates import Candidates, Mention
from loaders.korean.learned.fields import field_ids
from loaders.korean.learned.knowledge import knowledge
from loaders.korean.learned.lines import Line
from loaders.korean.learned.pairs import Pair, kind_of, main_of
from loaders.korean.learned.triggers import triggers

_WINDOW = 14
_LINKS = frozenset([",", "·", "와", "과", "및", "/", "등"])
Parts = tuple[list[str], ...]
"""The features of a pair; all lists but the last may be shared with other pairs."""
_Classes = tuple[tuple[str, ...], ...]


class LineView:
    """A line with the trigger classes of its tokens and the predicate after each."""

    def __init__(self, line: Line) -> None:
        known = triggers()
        self.line = line
        self.classes: _Classes = tuple(known.get(form, ()) for form in line.forms)
        self.predicate = self._predicates()
        self.breaks = [tag in ("EC", "ETM", "EF") for tag in line.tags]
        self.all = tuple(dict.fromkeys(c for classes in self.classes for c in classes))

    def _predicates(self) -> list[int]:
        """For each token the index of the next predicate; -1 where none follows."""
        line, following = self.line, -1
        found = [-1] * (len(line.forms) + 1)
        for i in range(len(line.forms) - 1, -1, -1):
            tag = line.tags[i]
            if tag in ("XSV", "XSA") and i:
                following = i - 1
            elif tag[:2] in ("VV", "VA", "VC") and not (tag == "VCP" and i == 0):
                following = i
            found[i] = following
        return found

    def within(self, first: int, last: int) -> dict[str, None]:
        """The classes of the tokens `[first, last)`, each once."""
        return dict.fromkeys(c for i in range(first, last) for c in self.classes[i])


class Features:
    """The features of a document's pairs; what belongs to one end is made once."""

    def __init__(
        self,
        found: Candidates,
        story: Sequence[Line],
        stated: Mapping[tuple[int, int], tuple[str, ...]],
    ) -> None:
        self._found = found
        self._views = [LineView(line) for line in story]
        self._stated = stated
        self._main = main_of(found)
        self._ends: dict[tuple[int, int, str], list[str]] = {}
        self._whole: dict[tuple[int, str], list[str]] = {}

    def of(self, pair: Pair) -> Parts:
        """The features of the pair: those of its ends, which other pairs share, and its own."""
        view = self._views[pair.line]
        subject, other = self._found.all[pair.subject], self._found.all[pair.object]
        shared = [self._candidate(pair.subject, "S"), self._candidate(pair.object, "O")]
        if pair.left is not None:
            shared.append(self._end(view, pair.left, "S"))
        if pair.right is not None:
            shared.append(self._end(view, pair.right, "O"))
        own = ["1", f"ty{kind_of(subject)}>{kind_of(other)}"]
        if view.line.aside:
            own += ["aside", f"aside{own[1]}"]
        if pair.left is not None and pair.right is not None:
            own += self._between(view, pair.left, pair.right)
        else:
            own += self._carried(view, pair)
        for fact in knowledge(subject, other):
            own.append(f"k{fact}")
            own += [f"k{fact}|{c}" for c in view.all]
        own += [f"r{rule}" for rule in self._stated.get((pair.subject, pair.object), ())]
        own += [f"R{rule}" for rule in self._stated.get((pair.object, pair.subject), ())]
        return (*shared, own)

    def _candidate(self, number: int, role: str) -> list[str]:
        known = self._whole.get((number, role))
        if known is None:
            known = self._whole[number, role] = self._described(number, role)
        return known

    def _described(self, number: int, role: str) -> list[str]:
        candidate = self._found.all[number]
        count = min(len(candidate.mentions), 5)
        lines = {mention.line for mention in candidate.mentions}
        source = "r" if candidate.referent else "t"
        features = [
            f"{role}y{kind_of(candidate)}", f"{role}n{count}", f"{role}z{candidate.surface[-2:]}",
            f"{role}q{source}{int(candidate.trust * 4)}{candidate.quoted:d}",
            f"{role}e{candidate.entry is not None:d}", f"{role}h{0 in lines:d}{1 in lines:d}",
            f"{role}m{number == self._main:d}",
        ]  # fmt: skip
        if candidate.label is Label.SECTOR:
            name = candidate.surface.replace(" ", "").casefold()
            features += [f"{role}f{field_ids().get(name, '?')}", f"{role}l{min(len(name), 8)}"]
        return features

    def _end(self, view: LineView, mention: Mention, role: str) -> list[str]:
        key = (mention.line, mention.first, role)
        known = self._ends.get(key)
        if known is None:
            known = self._ends[key] = _around(view, mention, role)
        return known

    def _between(self, view: LineView, s: Mention, o: Mention) -> list[str]:
        line = view.line
        side, left, right = ("<", s, o) if s.first < o.first else (">", o, s)
        sp, op = line.particle(s.last), line.particle(o.last)
        gap = right.first - left.last
        inside = [
            m for m in self._found.mentions[line.number] if left.last <= m.first < right.first
        ]
        breaks = sum(view.breaks[left.last : right.first])
        pred = view.predicate[right.last]
        form = line.forms[pred] if pred >= 0 else "-"
        shared = view.predicate[left.last] == pred
        features = [
            f"p{side}{sp}|{op}", f"d{side}{_bucket(gap)}", f"m{side}{min(len(inside), 4)}",
            f"c{side}{min(breaks, 3)}{shared:d}", f"cp{side}{min(breaks, 2)}{sp}|{op}",
            f"v{side}{form}|{sp}|{op}", f"V{side}{form}{shared:d}",
        ]  # fmt: skip
        kinds = {self._found.all[m.candidate].label.value for m in inside}
        features += [f"i{side}{kind}" for kind in kinds]
        words = line.forms[left.last : right.first]
        if gap <= 4:
            features.append(f"b{side}{' '.join(words)}")
            features.append(f"B{side}{' '.join(line.tags[left.last : right.first])}")
        elif gap > _WINDOW:
            features.append(f"b{side}far")
        covered = {i for m in inside for i in range(m.first, m.last)}
        rest = [line.forms[i] for i in range(left.last, right.first) if i not in covered]
        if all(word in _LINKS for word in rest):
            features.append(f"list{len(inside) > 0:d}")
        near = max(left.last, right.first - _WINDOW)
        features += [f"t{side}{c}" for c in view.within(near, right.first)]
        end = self._stop(view, right.last)
        features += [f"a{side}{c}" for c in view.within(right.last, end)]
        features += [f"f{side}{c}" for c in view.within(max(0, left.first - 5), left.first)]
        ss, oo = s.last + (sp != ""), o.last + (op != "")
        if ss < len(line.forms) and oo < len(line.forms):
            features.append(f"j{side}{sp}{line.tags[ss]}|{op}{line.tags[oo]}")
            features += [f"J{side}{sp}|{op}{c}" for c in view.classes[oo]]
            features += [f"K{side}{sp}{c}|{op}" for c in view.classes[ss]]
        return features

    def _carried(self, view: LineView, pair: Pair) -> list[str]:
        line, mention = view.line, pair.right or pair.left
        why = ("o" if pair.left else "s") + pair.carried
        features = [f"x{why}", f"x{line.headline:d}"]
        organizations = sum(
            self._found.all[m.candidate].label is Label.ORGANIZATION
            for m in self._found.mentions[line.number]
        )
        features.append(f"xn{why[0]}{min(organizations, 3)}")
        if mention is None:
            return features
        part = line.particle(mention.last)
        own = any(line.particle(m.last) in ("은", "이") for m in self._found.mentions[line.number])
        features += [f"xp{why}{part}", f"xo{why}{own:d}"]
        pred = view.predicate[mention.last]
        if pred >= 0:
            features += [f"xv{line.forms[pred]}|{part}"]
            features += [f"xw{c}|{part}" for c in view.classes[pred]]
        end = self._stop(view, mention.last)
        features += [f"xa{c}" for c in view.within(mention.last, end)]
        features += [f"xb{c}" for c in view.within(max(0, mention.first - 5), mention.first)]
        return features

    @staticmethod
    def _stop(view: LineView, start: int) -> int:
        """Where the clause ends that goes on at `start`."""
        end = min(len(view.classes), start + _WINDOW)
        for i in range(start, end):
            if view.line.tags[i] in ("EC", "EF"):
                return i
        return end


def _around(view: LineView, mention: Mention, role: str) -> list[str]:
    line, part = view.line, view.line.particle(mention.last)
    after, before = mention.last + (part != ""), mention.first - 1
    features = [f"{role}p{part}", f"{role}i{min(mention.first // 6, 4)}"]
    if after < len(line.forms):
        features += [f"{role}a{part}{line.forms[after]}", f"{role}A{part}{line.tags[after]}"]
        features += [f"{role}c{part}{c}" for c in view.classes[after]]
        if after + 1 < len(line.forms):
            features += [f"{role}C{part}{c}" for c in view.classes[after + 1]]
    if before >= 0:
        features += [f"{role}b{line.forms[before]}", f"{role}B{line.tags[before]}"]
        features += [f"{role}d{c}" for c in view.classes[before]]
    pred = view.predicate[mention.last]
    if pred >= 0:
        features += [f"{role}v{line.forms[pred]}|{part}"]
        features += [f"{role}w{c}|{part}" for c in view.classes[pred]]
    return features


def _bucket(gap: int) -> int:
    return next((i for i, most in enumerate((0, 1, 2, 4, 7, 12, 20, 35)) if gap <= most), 8)
