"""Appointments: who gets which post in a list of them, under the company that heads it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from graph.ontology import Label
from loaders.korean.findings import Finding
from loaders.korean.lexicon import Lexicon, any_of
from loaders.korean.names import Name
from loaders.korean.naming.membership import is_of_other_group, is_own_holding
from loaders.korean.naming.posts import is_post
from loaders.korean.text.headings import BULLETS
from loaders.korean.text.masking import Masked
from loaders.korean.text.sentences import Sentence
from loaders.korean.words.words import Part, Word

RULE = "appointed-in-list"
_OTHER_RULE = "other-post-in-list"
_OWNER_RULE = "unit-in-list"
_MEMBER_RULE = "firm-in-list"
_MEMBER_CONFIDENCE = 0.85
_OWNERS = frozenset(["company", "group", None])
_CONFIDENCE = 0.9
_BREAKS = frozenset([*BULLETS, "…", "※", "→", "="])
_MOVES = ("승진", "선임", "내정", "전보", "보직", "임명", "신임", "위촉", "인사", "발령", "연임")
_PERSON_NAME = re.compile(r"[가-힣]{2,4}")
_KINDS = "지사|지점|처|실|팀|그룹|법인|디비전|유닛|단|담당|국|센터|RHQ"
_UNIT_HEAD = re.compile(rf"([가-힣A-Za-z0-9&]{{2,12}}(?:{_KINDS}))장")
_HEAD = re.compile(rf"({_KINDS})장")
_BY_HEAD = "the post of who heads it in a list"
_BY = "a post before it in a list"
_BY_PLACE = "alone in a list under a post"
_OTHER = re.compile(r"[^()]{0,30}(?:장|대표|대표이사|책임자)")
_AND = "겸"
_OVER = ("현", "전", "前", "옛")
_FULL = 3


def other_posts(text: str, outer: Masked) -> Iterator[Sentence]:
    """The brackets of a list's line that hold another post: `▲A 대표 홍길동(현 B 대표)`."""
    if any(bullet in outer.text for bullet in BULLETS):
        for bracket in outer.brackets:
            if _OTHER.fullmatch(text, bracket.start, bracket.end):
                yield Sentence(bracket.start, bracket.end, headline=False, post=True)


class Appointments:
    """The lists of one document; a company that heads one is kept for the lines below."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._leads = _leads(lexicon)
        self.company: Name | None = None
        self._post = ""
        self.persons: list[tuple[Name, Name | None]] = []
        """Those that the last line names, each with the company that its item is in."""

    def read(self, words: Sequence[Word], text: str) -> Iterator[Finding]:
        """What the items of the line state, where it is one of such a list."""
        self.persons = []
        if not any(w.part is Part.MARK and w.text in BULLETS for w in words):
            if any(w.part is Part.VERB for w in words):
                self.company = None
            return
        for segment in filter(None, _segments(words)):
            yield from self._item(segment, text)

    def others(
        self, words: Sequence[Word], person: Name, company: Name | None
    ) -> Iterator[Finding]:
        """The posts that stand in brackets after the person: `현` and `전` say they end."""
        over = bool(words) and words[0].text in _OVER
        post, before = _Post(company), None
        for word in words:
            if word.text == _AND:
                yield from post.held_by(person, _OTHER_RULE, over=over)
                post = _Post(company)
            else:
                post = self._taken(post, word, before)
            before = word
        yield from post.held_by(person, _OTHER_RULE, over=over)

    def _item(self, segment: Sequence[Word], text: str) -> Iterator[Finding]:
        if any(w.part is Part.VERB or w.topic for w in segment):
            self.company, self._post = None, ""
            return
        line: list[Word] = []
        for word in segment:
            line.append(self._person(line, word, text))
        if len(line) == 1 and self._post:
            line = [self._alone(line[0])]
        if any(_is(w, Label.PERSON) for w in line):
            yield from self._posts(line)
            return
        self._post = " ".join(w.text for w in line if self._leads.fullmatch(w.text))
        if _is(line[0], Label.ORGANIZATION):
            self.company = line[0].names[0]
        elif not any(is_post(w, self._lexicon) or w.text.endswith(_MOVES) for w in line):
            self.company = None

    def _alone(self, word: Word) -> Word:
        """`◇ 대표 선임 ▲ 홍길동`: the word, read as a name under the post that heads the list."""
        surface = word.text
        if word.names or len(surface) != _FULL or surface[0] not in self._lexicon.surnames:
            return word
        start, end = word.start, word.start + _FULL
        by = _BY_PLACE
        return _named(word, Name(start, end, Label.PERSON, None, None, 0, surface, by=by))

    def _person(self, before: Sequence[Word], word: Word, text: str) -> Word:
        """The word, read as a name where a post stands right before it, or others with one."""
        surface = text[word.start : word.end]
        if word.names or word.part is not Part.NOUN or not _PERSON_NAME.fullmatch(surface):
            return word
        if text[word.end : word.end + 1].isalnum():
            return word
        if surface[0] not in self._lexicon.surnames or surface.endswith(_MOVES):
            return word
        last = next((w for w in reversed(before) if w.text not in ",·"), None)
        beside = last is not None and (is_post(last, self._lexicon) or _is(last, Label.PERSON))
        if not beside or is_post(word, self._lexicon):
            return word
        name = Name(word.start, word.end, Label.PERSON, None, None, 0, surface, by=_BY)
        return _named(word, name)

    def _posts(self, line: Sequence[Word]) -> Iterator[Finding]:
        post, before = _Post(self.company), None
        for i, word in enumerate(line):
            if word.text in ",·":
                continue
            if _is(word, Label.PERSON):
                if not post.title:  # 홍길동 대표이사
                    post = self._after(line[i + 1 :], post)
                if not post.title and len(line) == 1:
                    post = _Post(post.company, title=self._post)
                self.persons.append((word.names[-1], post.company))
                yield from post.held_by(word.names[-1])
                yield from self._member(post, word.names[-1])
            else:
                new = before is not None and _is(before, Label.PERSON)
                post = self._taken(_Post(post.company) if new else post, word, before)
            before = word

    def _member(self, post: "_Post", person: Name) -> Iterator[Finding]:
        """`◇가나그룹 ▲가나전자 대표 홍길동`: the firm of a post is of the group that heads it."""
        owner, firm = self.company, post.company
        if owner is None or firm is None or not post.title or firm.key == owner.key:
            return
        if {owner.kind, firm.kind} <= _OWNERS and firm.kind != "group":
            start = min(firm.start, person.start)
            if not (is_own_holding(owner, firm) or is_of_other_group(owner, firm)):
                yield Finding(
                    "HAS_SUBSIDIARY", owner, firm, start, person.end, _MEMBER_RULE,
                    _MEMBER_CONFIDENCE, settled=True,
                )  # fmt: skip

    def _after(self, line: Sequence[Word], post: "_Post") -> "_Post":
        before = None
        for word in line:
            if _is(word, Label.PERSON) or word.text in ",·":
                break
            post, before = self._taken(post, word, before), word
        return post

    def _taken(self, post: "_Post", word: Word, before: Word | None) -> "_Post":
        """The post with what the word says of it."""
        if _is(word, Label.ORGANIZATION):
            name = word.names[-1]
            unit = name.kind in ("unit", "institute")
            return _Post(post.company, name) if unit else _Post(name)
        if post.title and post.unit:
            return post
        if unit_name := _unit_headed(word, before):
            return _Post(post.company, unit_name, "장")
        if word.text == "장" or (
            self._leads.fullmatch(word.text) and not _HEAD.fullmatch(word.text)
        ):
            return _Post(post.company, post.unit, f"{post.title} {word.text}".strip())
        if word.text.endswith("장") and is_post(word, self._lexicon):
            return _Post(None)  # the head of a unit that has no name here
        return post


@cache
def _leads(lexicon: Lexicon) -> re.Pattern[str]:
    """The posts of those who lead."""
    return re.compile(rf"(?:[가-힣]{{2,6}})?(?:{any_of(lexicon.leading_titles)})")


@dataclass(frozen=True, slots=True)
class _Post:
    """A post as it is spelled out: in which company and unit, and its title."""

    company: Name | None
    unit: Name | None = None
    title: str = ""

    def held_by(self, person: Name, rule: str = RULE, *, over: bool = False) -> Iterator[Finding]:
        """What it states of who holds it."""
        where = self.unit or self.company
        if where is None or not self.title:
            return
        start, end = person.start, person.end
        if rule == RULE and where.end <= end:
            start = min(start, where.start)
        title = {"title": self.title} | ({"status": "ended"} if over else {})
        yield Finding("LEADS", person, where, start, end, rule, _CONFIDENCE, title, settled=True)
        if self.unit is not None and self.company is not None:
            yield Finding(
                "HAS_UNIT", self.company, self.unit, start, end, _OWNER_RULE, _CONFIDENCE,
                settled=True,
            )  # fmt: skip


def _segments(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The items of the line: what stands between its marks."""
    segment: list[Word] = []
    for word in words:
        if word.part is Part.MARK and word.text in _BREAKS:
            yield segment
            segment = []
        else:
            segment.append(word)
    yield segment


def _unit_headed(word: Word, before: Word | None) -> Name | None:
    """The unit that the word is the head of: `울산지사장`, `북미 법인장`."""
    unit, start, surface = _UNIT_HEAD.fullmatch(word.text), word.start, word.text[:-1]
    if not unit:
        named = before is None or _is(before, Label.ORGANIZATION) or before.part is not Part.NOUN
        if before is None or named or not _HEAD.fullmatch(word.text):
            return None
        start, surface = before.start, f"{before.text} {surface}"
    end = word.start + len(word.text) - 1
    return Name(start, end, Label.ORGANIZATION, "unit", None, 1, surface, by=_BY_HEAD)


def _is(word: Word, label: Label) -> bool:
    return bool(word.names) and word.names[-1].label is label


def _named(word: Word, name: Name) -> Word:
    return Word(Part.NOUN, name.surface, word.start, word.end, names=(name,))
