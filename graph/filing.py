"""Filing: what a reading adds to, or takes from, the index of keys, ties, names and claims."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.claims import Claim, ClaimPlace, Evidence, Judgement, Reading, Verdict
from graph.copies import signature
from graph.documents import DocumentKind
from graph.entities import Naming, NamingRole
from graph.facts import FactEvidence, Source, apart_of
from graph.keys import Key, KeyedReferent, KeyTie, TieBasis, keyed_referents
from graph.stores.writing import ClaimRow


@dataclass(slots=True)
class Filing:
    """Changes to the index: counts that rise or fall, and claims' ends as they were or will be."""

    keys: Counter[Key] = field(default_factory=Counter)
    ties: Counter[KeyTie] = field(default_factory=Counter)
    namings: Counter[Naming] = field(default_factory=Counter)
    mentions: list[tuple[str, str, Key]] = field(default_factory=list)
    claims: list[ClaimRow] = field(default_factory=list)
    refusals: Counter[ClaimPlace] = field(default_factory=Counter)
    ends: set[tuple[str, Key, Key]] = field(default_factory=set)

    def add(self, reading: Reading) -> None:
        """File what the reading says."""
        self._count(reading, 1)

    def take(self, reading: Reading) -> None:
        """Take out what the reading said."""
        self._count(reading, -1)

    def _count(self, reading: Reading, sign: int) -> None:
        keyed = keyed_referents(reading)
        for item in keyed.values():
            self._count_referent(item, reading, sign)
        for claim in reading.claims:
            subject, object_ = keyed[claim.subject].primary, keyed[claim.object].primary
            self.ends.add((claim.type, subject, object_))
        if sign > 0:
            place = (reading.document.id, reading.source)
            self.mentions.extend(
                (*place, key) for key in sorted({k.primary for k in keyed.values()})
            )
            self.claims.extend(_claim_rows(reading, keyed))
        if reading.judgement is not None:
            self._count_judgement(reading.judgement, reading.document.published, sign)

    def _count_judgement(self, judgement: Judgement, on: str | None, sign: int) -> None:
        match judgement.verdict:
            case Verdict.SAME:
                one, other = judgement.keys
                self.ties[KeyTie.of(one, other, TieBasis.JUDGEMENT)] += sign
            case Verdict.DIFFERENT:
                one, other = judgement.keys
                self.ties[KeyTie.of(one, other, TieBasis.DIFFERENT)] += sign
            case Verdict.NAME:
                value = f"{on or ''}={judgement.name}"
                self.namings[Naming(judgement.keys[0], NamingRole.PREFERRED, value)] += sign
            case Verdict.WRONG:
                for place in judgement.claims:
                    self.refusals[place] += sign
                    self.ends.add((place.type, place.subject, place.object))

    def _count_referent(self, item: KeyedReferent, reading: Reading, sign: int) -> None:
        for key in item.keys:
            self.keys[key] += sign
        for tie in item.ties:
            self.ties[tie] += sign
        for naming in _namings(item, reading):
            self.namings[naming] += sign


def _namings(item: KeyedReferent, reading: Reading) -> Iterable[Naming]:
    referent, key = item.referent, item.primary
    firm = reading.document.kind is not DocumentKind.ARTICLE
    yield Naming(key, NamingRole.REFERENCE if firm else NamingRole.NAME, referent.name)
    others = {*(t.name for t in referent.ties), *referent.aliases} - {referent.name}
    yield from (Naming(key, NamingRole.ALIAS, name) for name in sorted(others))
    if referent.kind is not None:
        yield Naming(key, NamingRole.KIND, referent.kind)
    for scheme, value in sorted(referent.identifiers.items()):
        yield Naming(key, NamingRole.IDENTIFIER, f"{scheme}={value}")


def _claim_rows(reading: Reading, keyed: dict[str, KeyedReferent]) -> list[ClaimRow]:
    document = reading.document
    if not reading.claims:
        return []
    news = document.kind is DocumentKind.ARTICLE
    source = Source(
        document=document.id,
        kind=document.kind,
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        url=document.url,
        signature=signature(document.text) if news else None,
    )
    return [
        ClaimRow(
            document=document.id,
            source=reading.source,
            number=number,
            type=claim.type,
            subject=keyed[claim.subject].primary,
            object=keyed[claim.object].primary,
            apart=apart_of(claim.type, claim.qualifiers),
            evidence=tuple(_evidence(claim, e, source, document.text) for e in claim.evidence),
        )
        for number, claim in enumerate(reading.claims)
    ]


def _evidence(claim: Claim, evidence: Evidence, source: Source, text: str) -> FactEvidence:
    return FactEvidence(
        source=source,
        start=evidence.start,
        end=evidence.end,
        quote=text[evidence.start : evidence.end],
        extractor=evidence.extractor,
        rule=evidence.rule,
        qualifiers=claim.qualifiers,
        status=claim.status,
        modality=claim.modality,
        confidence=claim.confidence,
    )
