"""Features: what the ranker sees of two candidates in a line, as numbers of what it weighs."""

from collections.abc import Iterable, Mapping, Sequence

from graph.ontology import Label
from loaders.korean.learned import sights
from loaders.korean.learned.candidates import Candidates
from loaders.korean.learned.fields import field_ids
from loaders.korean.learned.knowledge import knowledge
from loaders.korean.learned.lines import Line
from loaders.korean.learned.mentions import Mention
from loaders.korean.learned.pairs import Pair, kind_of, main_of
from loaders.korean.learned.sums import Seen, Sums
from loaders.korean.learned.views import WINDOW, LineView

_LINKS = frozenset([",", "·", "와", "과", "및", "/", "등"])
_FEW = 4
_STEPS = (0, 1, 2, 4, 7, 12, 20, 35)
_BUCKETS = tuple(
    next((i for i, most in enumerate(_STEPS) if gap <= most), len(_STEPS))
    for gap in range(_STEPS[-1] + 2)
)


class Features:
    """The features of a document's pairs; what belongs to one end is told once."""

    def __init__(
        self,
        found: Candidates,
        story: Sequence[Line],
        stated: Mapping[tuple[int, int], tuple[str, ...]],
        seen: Seen | Sums,
    ) -> None:
        self._found = found
        self._views = [LineView(line, found.mentions[line.number]) for line in story]
        self._stated = stated
        self._main = main_of(found)
        self._kinds = [kind_of(candidate) for candidate in found.all]
        self._rows = {view: seen.rows(view) for view in _VIEWS}
        self._ends: dict[tuple[int, int, str], list[int]] = {}
        self._whole: dict[tuple[int, str], list[int]] = {}

    def of(self, pair: Pair) -> list[int]:
        """The numbers of what is seen of the pair: of its ends, and of the two together."""
        view, rows = self._views[pair.line], self._rows
        ends = self._kinds[pair.subject], self._kinds[pair.object], view.line.aside
        own = [rows[sights.kinds][ends]]
        own += self._candidate(pair.subject, "S")
        own += self._candidate(pair.object, "O")
        if pair.left is not None:
            own += self._end(view, pair.left, "S")
        if pair.right is not None:
            own += self._end(view, pair.right, "O")
        if pair.left is not None and pair.right is not None:
            own += self._between(view, pair.left, pair.right)
        else:
            own += self._carried(view, pair)
        for fact in knowledge(self._found.all[pair.subject], self._found.all[pair.object]):
            own.append(rows[sights.known][fact, view.all])
        if said := self._stated.get((pair.subject, pair.object)):
            own.append(rows[sights.classes]["r", said])
        if said := self._stated.get((pair.object, pair.subject)):
            own.append(rows[sights.classes]["R", said])
        return own

    def _candidate(self, number: int, role: str) -> list[int]:
        known = self._whole.get((number, role))
        if known is None:
            known = self._whole[number, role] = self._described(number, role)
        return known

    def _described(self, number: int, role: str) -> list[int]:
        candidate, rows = self._found.all[number], self._rows
        lines = {mention.line for mention in candidate.mentions}
        source = "r" if candidate.referent else "t"
        key = (
            role, self._kinds[number], min(len(candidate.mentions), 5), candidate.surface[-2:],
            f"{source}{int(candidate.trust * 4)}", candidate.quoted, candidate.entry is not None,
            0 in lines, 1 in lines, number == self._main,
        )  # fmt: skip
        if candidate.label is not Label.SECTOR:
            return [rows[sights.candidate][key]]
        name = candidate.surface.replace(" ", "").casefold()
        field = (role, field_ids().get(name, "?"), min(len(name), 8))
        return [rows[sights.candidate][key], rows[sights.field][field]]

    def _end(self, view: LineView, mention: Mention, role: str) -> list[int]:
        key = (mention.line, mention.first, role)
        known = self._ends.get(key)
        if known is None:
            known = self._ends[key] = self._around(view, mention, role)
        return known

    def _around(self, view: LineView, mention: Mention, role: str) -> list[int]:
        line, part, rows = view.line, view.line.particle(mention.last), self._rows
        after, before = mention.last + (part != ""), mention.first - 1
        own = [rows[sights.place][role, part, min(mention.first // 6, 4)]]
        if after < len(line.forms):
            own.append(rows[sights.after][role, part, line.forms[after], line.tags[after]])
            if after + 1 < len(line.forms):
                own.append(rows[sights.second_after][role, part, line.forms[after + 1]])
        if before >= 0:
            own.append(rows[sights.before][role, line.forms[before], line.tags[before]])
        predicate = view.predicate[mention.last]
        if predicate >= 0:
            own.append(rows[sights.predicate][role, line.forms[predicate], part])
        return own

    def _between(self, view: LineView, s: Mention, o: Mention) -> list[int]:
        line, rows = view.line, self._rows
        side, left, right = ("<", s, o) if s.first < o.first else (">", o, s)
        one, other = line.particle(s.last), line.particle(o.last)
        inside = view.inside(left, right)
        breaks = view.breaks[right.first] - view.breaks[left.last] if right.first > left.last else 0
        predicate = view.predicate[right.last]
        form = line.forms[predicate] if predicate >= 0 else "-"
        shared = view.predicate[left.last] == predicate
        own = [
            rows[sights.joints][side, one, other, min(breaks, 3), shared],
            rows[sights.verb][side, form, one, other, shared],
            self._distance(view, side, left, right, inside),
        ]
        gap = right.first - left.last
        if gap <= _FEW:
            few = slice(left.last, right.first)
            own.append(rows[sights.words][side, line.forms[few], line.tags[few]])
        elif gap > WINDOW:
            own.append(rows[sights.far][side])
        near = view.within(max(left.last, right.first - WINDOW), right.first)
        own += [
            rows[sights.classes][f"{prefix}{side}", present]
            for prefix, present in (
                ("t", near),
                ("a", view.following(right.last)),
                ("f", view.preceding(left.first)),
            )
            if present
        ]
        ss, oo = s.last + (one != ""), o.last + (other != "")
        if ss < len(line.forms) and oo < len(line.forms):
            key = side, one, line.forms[ss], line.tags[ss], other, line.forms[oo], line.tags[oo]
            own.append(rows[sights.followers][key])
        return own

    def _distance(
        self, view: LineView, side: str, left: Mention, right: Mention, inside: Sequence[Mention]
    ) -> int:
        gap = right.first - left.last
        between: Iterable[str] = view.line.forms[left.last : right.first]
        if inside:
            covered = {i - left.last for m in inside for i in range(m.first, m.last)}
            between = (form for i, form in enumerate(between) if i not in covered)
        listed = _LINKS.issuperset(between)
        labels = tuple(sorted({self._found.all[m.candidate].label.value for m in inside}))
        bucket = _BUCKETS[max(0, min(gap, len(_BUCKETS) - 1))]
        return self._rows[sights.distance][side, bucket, min(len(inside), 4), listed, labels]

    def _carried(self, view: LineView, pair: Pair) -> list[int]:
        line, mention, rows = view.line, pair.right or pair.left, self._rows
        why = ("o" if pair.left else "s") + pair.carried
        organizations = sum(
            self._found.all[m.candidate].label is Label.ORGANIZATION for m in view.mentions
        )
        own = [rows[sights.carried][why, line.headline, min(organizations, 3)]]
        if mention is None:
            return own
        part = line.particle(mention.last)
        own.append(rows[sights.alone][why, part, view.has_subject])
        predicate = view.predicate[mention.last]
        if predicate >= 0:
            own.append(rows[sights.verb_alone][line.forms[predicate], part])
        if present := view.following(mention.last):
            own.append(rows[sights.classes]["xa", present])
        if present := view.preceding(mention.first):
            own.append(rows[sights.classes]["xb", present])
        return own


_VIEWS = (
    sights.candidate, sights.field, sights.place, sights.after, sights.second_after,
    sights.before, sights.predicate, sights.kinds, sights.joints, sights.verb, sights.distance,
    sights.words, sights.far, sights.classes, sights.followers, sights.known, sights.carried,
    sights.alone, sights.verb_alone,
)  # fmt: skip
