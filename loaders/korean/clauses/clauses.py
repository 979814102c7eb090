"""The parser of clauses: which arguments a predicate has, inherits, or lends to a noun."""

from collections.abc import Sequence

from loaders.korean.clauses.adnominal import adnominal
from loaders.korean.clauses.clause_words import clause_words
from loaders.korean.clauses.following import is_finite, is_purpose, modified
from loaders.korean.clauses.gapping import acting, gapped, paired
from loaders.korean.clauses.left_out import acted_on, names_firm
from loaders.korean.clauses.predicate_nouns import at_end, under_way
from loaders.korean.words.phrases import Clause, Phrase, is_quantity
from loaders.korean.words.words import Part, Word

_SUBJECT = "이"


def _bare_firm(phrase: Phrase) -> bool:
    """Whether a firm without a particle stands right before the head."""
    return len(phrase.words) > 1 and bool(phrase.words[-2].names) and not phrase.words[-2].particle


def clauses(words: Sequence[Word], verbal_nouns: frozenset[str]) -> list[Clause]:
    """The clauses of a sentence, from left to right."""
    return _Parser(words, verbal_nouns).parse()


class _Parser:
    def __init__(self, words: Sequence[Word], verbal_nouns: frozenset[str]) -> None:
        self._words = words
        self._nouns = verbal_nouns
        self._pending: list[Phrase] = []
        self._run: list[Word] = []
        self._topic: Phrase | None = None
        self._before: Phrase | None = None
        """The topic that the last one took the place of."""
        self._subject: Phrase | None = None
        self._lent: Phrase | None = None
        self._acting: Phrase | None = None
        self._earlier: Phrase | None = None
        self._shared: list[Phrase] = []
        self._clauses: list[Clause] = []
        self._start = 0

    def parse(self) -> list[Clause]:
        for i, word in enumerate(self._words):
            if word.part is Part.NOUN:
                self._noun(word)
            elif word.part is Part.VERB:
                if not is_purpose(self._words, i) and word.text not in clause_words().adverbs:
                    self._verb(i, word)
            elif word.part is Part.MARK and word.text != "·":
                self._break(word)
        self._bare_predicate()
        return self._clauses

    def _bare_predicate(self) -> None:
        self._run, verb = at_end(self._run, self._nouns)
        if verb is None:
            return
        if self._run:
            last = self._run[-1]
            role = last.particle if last.particle and last.particle != "의" else "을"
            self._pending.append(Phrase((*self._run[:-1], last._replace(particle=role))))
            self._run = []
        self._main(verb, final=True)

    def _noun(self, word: Word) -> None:
        self._run.append(word)
        if word.particle and word.particle != "의" and not word.particle.endswith("의"):
            self._close()

    def _close(self) -> None:
        if not self._run:
            return
        phrase = Phrase(tuple(self._run))
        self._run = []
        head = phrase.head
        if head.particle == "에" and is_quantity(head.text) and _bare_firm(phrase):
            bought = phrase.words[-2]  # a headline: `A 1조원에 인수`
            self._pending.append(Phrase((*phrase.words[:-2], bought._replace(particle="을"))))
            phrase = Phrase((head,))
        if head.particle == "은" or (head.particle == "도" and head.names):
            self._before = self._topic or self._acting
            self._topic = self._subject = phrase
            self._acting = None
        self._pending.append(phrase)

    def _break(self, word: Word) -> None:
        if word.text == "," and self._run:
            if len(self._run) < 3 and is_quantity(self._run[-1].text):
                self._close()
            elif (
                len(self._run) == 1
                and self._run[0].names
                and not self._pending
                and not self._clauses
            ):
                self._run = [self._run[0]._replace(particle="은")]
                self._close()
            return
        if word.text == "…":
            self._bare_predicate()
            self._close()
            self._subject = self._topic

    def _verb(self, i: int, verb: Word) -> None:
        if not self._run and self._pending:
            verb, self._pending[-1:] = under_way(self._pending[-1], verb, self._nouns)
        before = tuple(self._run)
        if before:
            self._pending.append(
                Phrase((*before[:-1], before[-1]._replace(particle=before[-1].particle or "-")))
            )
            self._run = []
        if verb.ending == "ㄴ" and not is_finite(self._words, i):
            self._modifier(i, verb)
        else:
            self._main(verb, final=verb.ending in ("다", "", "ㄴ"))

    def _main(self, verb: Word, *, final: bool) -> None:
        if verb.text == "통하다" and not final:
            self._through()
            return
        self._as_object(verb)
        *earlier, self._pending = gapped(self._pending)
        for part in earlier:
            subject = acting(part)
            others = tuple(p for p in part if p is not subject)
            self._emit(verb, others, subject, None, final=final)
        pairs, self._pending = paired(self._pending)
        own = next((p for p in reversed(self._pending) if p.role == _SUBJECT), None)
        if own is not None:
            self._earlier = None
        subject = own or self._carried_on()
        for pair in pairs:
            self._emit(verb, tuple(pair), subject, None, final=final)
        phrases = tuple(p for p in self._pending if p is not own and p is not subject)
        later = () if final else self._for_later(phrases)
        phrases = tuple(p for p in phrases if not any(p is q for q in later))
        self._emit(verb, (*self._shared_for(phrases), *phrases), subject, None, final=final)
        if own is not None and self._topic is None and verb.text not in clause_words().measures:
            self._subject = own
        if own is not None and own.head.names:
            self._acting = own
        self._earlier = None if final else (acted_on(phrases) or self._earlier)
        self._shared = [p for p in phrases if p.role in ("와", "에", "에서", "을", "로부터")]
        self._pending = list(later)
        self._lent = None
        self._start = verb.end

    def _as_object(self, verb: Word) -> None:
        """`A는 X를 샀고 Y도 인수했다`: one more that is bought, and no new topic."""
        topic = self._topic
        if topic is None or topic.head.particle != "도" or verb.text not in clause_words().takes:
            return
        at = next((i for i, p in enumerate(self._pending) if p is topic), None)
        acts = any(p.role == _SUBJECT for p in self._pending)
        if at is None or (self._before is None and not acts):
            return
        if any(p.role == "을" for p in self._pending):
            return
        self._pending[at] = Phrase((*topic.words[:-1], topic.head._replace(particle="을")))
        self._topic = self._subject = self._before

    def _carried_on(self) -> Phrase | None:
        """The subject of a verb that has none: who acted last goes before a plain topic."""
        topic = self._topic
        if topic is not None and self._acting is not None and not names_firm(topic):
            return self._acting
        return topic or self._subject or self._lent

    @staticmethod
    def _for_later(phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
        """Of two objects the outer one is the next verb's: `X를 대금을 받고 넘기다`."""
        objects = [p for p in phrases if p.role == "을"]
        return tuple(objects[:-1])

    def _through(self) -> None:
        """`X를 통해` tells by whom, and leaves the clause open."""
        last = self._pending[-1] if self._pending else None
        if last is not None and last.role == "을":
            head = last.head._replace(particle="통해")
            self._pending[-1] = Phrase((*last.words[:-1], head))

    def _shared_for(self, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
        roles = {p.role for p in phrases}
        return tuple(p for p in self._shared if p.role not in roles and p.role != "을")

    def _modifier(self, i: int, verb: Word) -> None:
        noun = modified(self._words, i)
        clause = adnominal(verb, noun, self._pending, self._topic, self._subject)
        self._emit(verb, clause.phrases, clause.subject, clause.noun, final=False, gap=clause.gap)
        if clause.noun is None:
            self._earlier = acted_on(clause.phrases) or self._earlier
        self._lent = clause.lent or self._lent
        self._pending = list(clause.left)

    def _emit(
        self,
        verb: Word,
        phrases: tuple[Phrase, ...],
        subject: Phrase | None,
        noun: Phrase | None,
        *,
        final: bool,
        gap: str = "",
    ) -> None:
        starts = [p.words[0].start for p in (*phrases, *([subject] if subject else []))]
        ends = [noun.head.end] if noun else []
        self._clauses.append(
            Clause(
                verb=verb,
                lemmas=(verb.text,),
                phrases=phrases,
                subject=subject,
                noun=noun,
                gap=gap,
                start=min([verb.start, *starts]),
                end=max([verb.end, *ends]),
                final=final,
                earlier=self._earlier,
            )
        )
