"""What is in brackets of a sentence: other names, seats, posts and shares of the name before."""

import re
from collections.abc import Sequence

from graph.claims import Basis, Claim, Evidence, Span
from graph.ontology import Label
from loaders.korean.names import Name
from loaders.korean.stakes.bracket_shares import bracket_share
from loaders.korean.statements.referents import Register
from loaders.korean.statements.statements import EXTRACTOR, Statements
from loaders.korean.text import brackets
from loaders.korean.text.masking import Masked

_POST_CONFIDENCE = 0.95
_ADDRESS_CONFIDENCE = 0.9
_PRODUCT_CONFIDENCE = 0.8
_PRODUCT = re.compile(
    r"[‘'](?P<quoted>[^‘’']{2,20})[’']|(?P<told>\S{2,12}) (?:운영|보유|개발|제작)사?"
)


class Bracketed:
    """Takes in the brackets of one document's sentences."""

    def __init__(self, text: str, register: Register, statements: Statements) -> None:
        self._text = text
        self._register = register
        self._statements = statements

    def read(self, number: int, masked: Masked, names: Sequence[Name]) -> dict[str, float]:
        """Take in what brackets say of the names before them; the shares that they give."""
        shares: dict[str, float] = {}
        for bracket in masked.brackets:
            name = next((n for n in names if n.end == bracket.at), None)
            if name is None:
                continue
            span = (bracket.start, bracket.end)
            share = bracket_share(self._text[slice(*span)])
            if share is not None:
                shares[name.key] = share
            self._other_names(masked, name, span)
            if name.label is Label.ORGANIZATION:
                self._seat(number, masked, name, span)
                self._holders(number, masked, name, span)
                self._products(number, masked, name, span)
                self._owner(number, masked, name, span)
        return shares

    def _other_names(self, masked: Masked, name: Name, span: Span) -> None:
        others = brackets.gloss(self._text, span)
        former = brackets.former_name(self._text, span)
        if others or former:  # an unsure name with another beside it is one
            self._register.note(name, masked.span(name.start, name.end))
        for other in others:
            self._register.tie(name, other, Basis.GLOSS)
        if former:
            self._register.tie(name, former, Basis.RENAME)

    def _seat(self, number: int, masked: Masked, organization: Name, span: Span) -> None:
        """`솔리드파워(미국 콜로라도주)`: the address of a firm stands in brackets."""
        start = masked.raw[organization.start]
        for (a, b), entry in brackets.address(self._text, span):
            place = Name(a, b, Label.PLACE, None, entry, 3, self._text[a:b])
            self._register.note(place, (a, b))
            self._register.note(organization, masked.span(organization.start, organization.end))
            evidence = Evidence(start, b + 1, EXTRACTOR, "address-in-bracket")
            fact = organization, "LOCATED_IN", place
            self._state(number, fact, evidence, _ADDRESS_CONFIDENCE, role="seat")

    def _owner(self, number: int, masked: Masked, member: Name, span: Span) -> None:
        """`패밀리마트(이토추상사 자회사)`: whose a firm is stands in brackets."""
        found = brackets.owner(self._text, span)
        if found is None:
            return
        (a, b), entry = found
        parent = Name(a, b, Label.ORGANIZATION, entry.kind, entry, 3, self._text[a:b])
        if parent.key == member.key:
            return
        self._register.note(parent, (a, b))
        self._register.note(member, masked.span(member.start, member.end))
        start = masked.raw[member.start]
        evidence = Evidence(start, span[1] + 1, EXTRACTOR, "owner-in-bracket")
        self._state(number, (parent, "HAS_SUBSIDIARY", member), evidence, _ADDRESS_CONFIDENCE)

    def _holders(self, number: int, masked: Masked, organization: Name, span: Span) -> None:
        """`LG유플러스(대표 황현식)`: a post and who holds it."""
        post = brackets.post(self._text, span)
        if post is None:
            return
        start = masked.raw[organization.start]
        for a, b in post.persons:
            person = Name(a, b, Label.PERSON, None, None, 0, self._text[a:b])
            self._register.note(person, (a, b))
            evidence = Evidence(start, b + 1, EXTRACTOR, "post-in-bracket")
            fact = person, "LEADS", organization
            self._state(number, fact, evidence, _POST_CONFIDENCE, title=post.title)

    def _products(self, number: int, masked: Masked, organization: Name, span: Span) -> None:
        """`이스트시큐리티(‘알약’)`, `뉴가즈그룹(오프화이트 보유)`: what the firm makes or runs."""
        match = _PRODUCT.fullmatch(self._text, *span)
        if match is None:
            return
        a, b = match.span(match.lastgroup or 0)
        product = Name(a, b, Label.PRODUCT, None, None, 0, self._text[a:b])
        self._register.note(product, (a, b))
        self._register.note(organization, masked.span(organization.start, organization.end))
        start = masked.raw[organization.start]
        evidence = Evidence(start, b + 1, EXTRACTOR, "product-in-bracket")
        self._state(number, (organization, "DEVELOPED", product), evidence, _PRODUCT_CONFIDENCE)

    def _state(
        self,
        number: int,
        fact: tuple[Name, str, Name],
        evidence: Evidence,
        confidence: float,
        **qualifiers: str,
    ) -> None:
        """State the fact of the sentence with this number."""
        subject, relation, other = fact
        claim = Claim(
            subject=subject.key,
            type=relation,
            object=other.key,
            evidence=(evidence,),
            qualifiers=qualifiers,
            confidence=confidence,
        )
        self._statements.add(number, subject, other, claim)
