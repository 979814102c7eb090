"""The story: what a document carries on from one sentence to the next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.ontology import Label
from loaders.korean.analyses import ReadSentence
from loaders.korean.constructions.rules import OWNED_IN, Known
from loaders.korean.discourse.discourse import Discourse
from loaders.korean.discourse.focus import Opened, agreed, firms, focus_of, speaks_of
from loaders.korean.discourse.rounds import Rounds
from loaders.korean.discourse.topics import acts_aside, speaker, topic_in, topic_of, topics_in
from loaders.korean.fields.projects import name_undertakings
from loaders.korean.findings import Finding
from loaders.korean.frames.stand_ins import StandIns
from loaders.korean.lexicon import lexicon
from loaders.korean.names import Name
from loaders.korean.naming.persons import mark_persons
from loaders.korean.stakes.held_firms import Before
from loaders.korean.text.headings import Items
from loaders.korean.words.words import Word, words

_FIRMS = ("company", "group")


@dataclass(frozen=True, slots=True)
class Turn:
    """What stood when a sentence began, and what it turns to.

    `marked` is what the sentence before begins with; `own` is False where the sentence has a
    subject that the old topic does not stand in for; `known` is what constructions go by.
    """

    before: Before
    marked: tuple[Name, ...]
    own: bool
    known: Known


class Story:
    """What has been told so far, sentence after sentence: `words`, `hear`, `go_on`, `end`."""

    def __init__(self, raw: str, reads: Sequence[ReadSentence]) -> None:
        headed = [(r.sentence.headline, r.names) for r in reads]
        self.focus = focus_of(headed)
        self._main = self.focus or focus_of(headed, lead=1)
        self._companies = {n.entry.id: n for r in reads for n in r.names if n.entry is not None}
        self._firms = {n.surface: n for r in reads for n in r.names if n.kind in _FIRMS}
        self._items = Items(raw)
        self._opened = Opened(raw)
        self._discourse = Discourse()
        self._discourse.story = self.focus
        self._rounds = Rounds()
        self._held: tuple[Name, ...] = ()
        """The firm whose shares the sentence before told of."""
        self._said: tuple[Name, ...] = ()
        """The firm of the person who acts in the sentence before, and may be quoted after it."""
        self._makers: dict[str, tuple[Name, ...]] = {}
        """Who makes a product that the story has told of, by the product's key."""
        self._undertaking: tuple[Name, ...] = ()
        """The undertaking that the sentences before named last."""
        self._led: dict[str, Name] = {}
        """What the persons named so far lead and whose the plants are, by their keys."""

    def words(self, read: ReadSentence) -> tuple[Word, ...]:
        """The words of the next sentence, with persons marked and anaphors standing for names."""
        sentence, masked = read.sentence, read.masked
        if not sentence.spoken and self._items.turn(masked, read.names):
            self._discourse.topic = self._items.about
        self._opened.begin(sentence.start)
        if self._opened.fresh:
            self._discourse.marked = ()
        line = mark_persons(words(read.tokens, read.names, masked.text), masked.text, lexicon())
        line = self._items.as_topic(name_undertakings(line, masked.text))
        line = self._discourse.resolve(line, headline=sentence.headline)
        return tuple(map(self._made, line) if self._makers else line)

    def _made(self, word: Word) -> Word:
        """The word of a product with the firm that the story has said to make it."""
        makers = self._makers.get(word.names[0].key, ()) if len(word.names) == 1 else ()
        return word._replace(owners=makers) if makers else word

    def hear(self, read: ReadSentence, line: Sequence[Word], groups: Mapping[str, Name]) -> Turn:
        """Take in who the sentence is about; `groups` are those named so far, by their ids."""
        said = self._discourse
        before = Before(self._held, said.venture, said.last, said.topic, self._about())
        marked, spoken = said.marked, self._quoted(read) or self._spoken_of()
        self._rounds.hear(line, read.masked.text, spoken, fresh=self._opened.fresh)
        own = said.hear(line)
        topic, marks = said.topic if own else (), topic_in(line)
        known = Known(
            topic=topic,
            groups=groups,
            context=self._about(),
            carried=before.topic,
            sentence=marks or self._about(),
            head=marks or self._headed(before.topic, line),
            topics=topics_in(line),
            companies=self._companies,
            firms=self._firms,
            spoken=spoken,
            main=frozenset(n.key for n in (*self._main, *self._items.about)),
            held=self._held or self._rounds.raised,
            here=_told(topic, line) or self._here(read, before.topic),
        )
        return Turn(before, marked, own, known)

    def go_on(self, line: Sequence[Word], named: Sequence[Word], *, spoken: bool) -> None:
        """Take in the words as constructions have left them, and as they were `named` before."""
        self._discourse.hear(line)
        self._opened.name(named)
        if not spoken:
            self._said = speaker(line)

    def topic(self, read: ReadSentence) -> tuple[Name, ...]:
        """What fills in for a subject that is left out; a headline leaves none out."""
        return () if read.sentence.headline else self._discourse.topic

    def told_of(self, names: Sequence[Name]) -> tuple[Name, ...]:
        """Those of the names that the story, or the item that the sentence stands in, is about."""
        about = (*self._main, *self._items.about)
        return tuple(n for n in names if speaks_of(about, n))

    def heed(self, findings: Sequence[Finding]) -> None:
        """Take in what the sentence says of who leads what, and of whose a plant is."""
        for finding in findings:
            subject, other = finding.subject, finding.object
            if finding.relation == "LEADS" and other.kind != "unit":
                self._led.setdefault(subject.key, other)
            if finding.relation == "LOCATED_IN" and other.kind_of_place in (None, "site"):
                self._led.setdefault(other.key, subject)

    def stand_ins(self, read: ReadSentence, named: Sequence[Word], turn: Turn) -> StandIns:
        """What may stand in for a subject that the sentence leaves out."""
        joined, spoken = undertakings_in(named), read.sentence.spoken
        turning = topic_of(named) if not spoken and not read.sentence.headline else None
        return StandIns(
            # A topic that the story is not about stands in for nobody: it was another's turn.
            topic=self._quoted(read) or self.told_of(self.topic(read)),
            here=self._acting_here(read, turn.before.topic) if turn.own and not spoken else (),
            undertaking=() if joined else self._undertaking,
            before=self.told_of(turn.before.topic),
            turns=turning.start if turning is not None else 0,
            raised=self._rounds.raised,
            near=turn.marked if turn.own else (),
            led=self._led,
            spoken=turn.known.spoken,
            about=self.told_of(turn.known.spoken),
        )

    def _quoted(self, read: ReadSentence) -> tuple[Name, ...]:
        """Whom a quoted sentence speaks of: its speaker's own firm."""
        return self._said if read.sentence.spoken else ()

    def end(self, named: Sequence[Word], turn: Turn | None, findings: Sequence[Finding]) -> None:
        """Take in what the sentence stated; it had no `turn` where nothing of it was read."""
        if turn is not None and self._discourse.marked is turn.marked:
            self._discourse.marked = ()
        supplies = any(finding.relation == "SUPPLIES" for finding in findings)
        if turn is not None and supplies and acts_aside(named):
            self._discourse.topic = turn.before.topic
        joined = undertakings_in(named)
        if turn is not None and joined:
            self._undertaking = (joined[-1],)
        for finding in findings:
            if finding.relation == "DEVELOPED":
                self._makers.setdefault(finding.object.key, (finding.subject,))
        held = {f.object.key: f.object for f in findings if f.relation in OWNED_IN}
        self._held = tuple(held.values()) if len(held) == 1 else ()

    def _about(self) -> tuple[Name, ...]:
        """What a sentence without a topic of its own is about."""
        return self._items.about if self._items.inside else self.focus

    def _spoken_of(self) -> tuple[Name, ...]:
        """Whom a sentence without a topic speaks of: a new paragraph turns to the story's own."""
        story = self._about() or self._main
        heard = self._discourse.topic if self._opened.first else ()
        return story if self._opened.fresh or len(heard) != 1 else heard

    def _here(self, read: ReadSentence, carried: Sequence[Name]) -> tuple[Name, ...]:
        """Whose a place without an owner is: what the line began with, or else the story's own."""
        if read.sentence.headline:
            return ()
        first = self._opened.first
        if not first:
            return self._about()
        # Where nothing is spoken of yet, the first that is named is spoken of.
        return agreed(first, self._about() or first) if not carried else agreed(carried, first)

    def _acting_here(self, read: ReadSentence, carried: Sequence[Name]) -> tuple[Name, ...]:
        """Who builds at a place where nobody is said to: the story's own if it is spoken of."""
        known = self._opened.first or agreed(carried, self._about())
        return self._here(read, carried) if known else ()

    def _headed(self, carried: Sequence[Name], line: Sequence[Word]) -> tuple[Name, ...]:
        """The organization whose head a person with a bare post is."""
        first = self._opened.first
        known = self._items.about or agreed(carried or first, first)
        if known or self._items.inside:
            return known
        # A line that turns to no other firm speaks of the story's own.
        named = (*first, *(n for word in line for n in firms(word)))
        about = self.focus or (self._main if not first else ())
        return about if all(n.key == f.key for n in named for f in about) else ()


def _told(topic: Sequence[Name], line: Sequence[Word]) -> tuple[Name, ...]:
    """What of the topic the sentence itself names."""
    keys = {n.key for word in line for n in word.names}
    return tuple(n for n in topic if n.key in keys)


def undertakings_in(words: Sequence[Word]) -> list[Name]:
    """The undertakings that the words name."""
    return [n for w in words for n in w.names if n.label is Label.INITIATIVE]
