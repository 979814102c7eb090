"""The extract object: one document, what it names and what it states, as JSON.

`strategraph extract` prints it, `POST /articles` answers with it, `strategraph load` takes it.
"""

from collections.abc import Iterator, Mapping

from pydantic import Field, ValidationError

from graph.admission import storable
from graph.claims import Claim, Evidence, Proposal, Reading, Referent, Rejected, Span, Tie
from graph.documents import Document, make_document
from graph.errors import BadInputError
from graph.extract_shapes import (
    DocumentOut,
    EntityOut,
    EvidenceOut,
    FactOut,
    RejectedOut,
    ReportOut,
    TieOut,
    Wire,
)


class ExtractOut(Wire):
    """One document with everything found in it."""

    document: DocumentOut
    entities: list[EntityOut] = Field(default=[])
    facts: list[FactOut] = Field(default=[])
    rejected: list[RejectedOut] = Field(default=[])
    report: ReportOut | None = Field(default=None)

    @classmethod
    def from_reading(
        cls,
        reading: Reading,
        *,
        seconds: float,
        with_text: bool = False,
        entity_ids: Mapping[str, str] | None = None,
        fact_ids: Mapping[int, str] | None = None,
    ) -> "ExtractOut":
        """The object of a reading; local ids unless the graph's are given.

        `entity_ids` maps local ids, `fact_ids` the claim's position, to the graph's ids.
        """
        ids = dict(entity_ids) if entity_ids else {r.id: r.id for r in reading.referents}
        text = reading.document.text
        return cls(
            document=document_out(reading.document, with_text=with_text),
            entities=[_entity_out(r, ids[r.id]) for r in reading.referents],
            facts=[
                _fact_out(claim, (fact_ids or {}).get(n, f"f{n + 1}"), ids, text)
                for n, claim in enumerate(reading.claims)
            ],
            rejected=[RejectedOut(claim=dict(r.claim), reason=r.reason) for r in reading.rejected],
            report=ReportOut(
                proposed=reading.proposed,
                accepted=len(reading.claims),
                rejected=len(reading.rejected),
                sentences=len(reading.sentences),
                sentences_with_facts=_sentences_with_facts(reading),
                seconds=round(seconds, 4),
            ),
        )

    def proposal(self) -> Proposal:
        """What the object proposes about its text; raises BadInputError where it has none.

        A fact whose quote is not what stands at its offsets is looked for in the text,
        and refused where it is not there either.
        """
        document = self._document()
        claims: list[Claim] = []
        refused = [Rejected(storable(r.claim), r.reason) for r in self.rejected]
        for fact in self.facts:
            evidence = _anchored(fact.evidence, document.text)
            if evidence is None:
                words = storable(fact.model_dump(mode="json", exclude={"id"}))
                refused.append(Rejected(words, "the quote does not stand in the text"))
            else:
                claims.append(_claim(fact, evidence))
        return Proposal(
            document=document,
            referents=tuple(_referent(entity) for entity in self.entities),
            claims=tuple(claims),
            refused=tuple(refused),
        )

    def _document(self) -> Document:
        given = self.document
        if given.text is None:
            raise BadInputError("the document has no text: extract it with --with-text")
        document = make_document(
            given.text,
            kind=given.kind,
            title=given.title,
            publisher=given.publisher,
            published=given.published,
            url=given.url,
            language=given.language,
        )
        if given.sha256 is not None and given.sha256 != document.sha256:
            raise BadInputError("the text is not the one that its sha256 was made of")
        return document


def parse_extract(raw: bytes | str) -> ExtractOut:
    """The extract object in a line of JSON; raises BadInputError naming the first fault."""
    try:
        return ExtractOut.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the line"
        raise BadInputError(f"not an extract object: {where}: {first['msg']}") from error


def document_out(document: Document, *, with_text: bool = False) -> DocumentOut:
    """The document's wire shape."""
    return DocumentOut(
        id=document.id,
        kind=document.kind,
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        url=document.url,
        language=document.language,
        sha256=document.sha256,
        text=document.text if with_text else None,
    )


def _entity_out(referent: Referent, entity_id: str) -> EntityOut:
    return EntityOut(
        id=entity_id,
        label=referent.label,
        kind=referent.kind,
        name=referent.name,
        aliases=list(dict.fromkeys([*(t.name for t in referent.ties), *referent.aliases])),
        mentions=list(referent.mentions),
        ties=[
            TieOut(name=t.name, basis=t.basis, start=_at(t.span, 0), end=_at(t.span, 1))
            for t in referent.ties
        ],
        identifiers=dict(referent.identifiers),
    )


def _at(span: Span | None, side: int) -> int | None:
    return span[side] if span else None


def _fact_out(claim: Claim, fact_id: str, ids: Mapping[str, str], text: str) -> FactOut:
    return FactOut(
        id=fact_id,
        subject=ids[claim.subject],
        type=claim.type,
        object=ids[claim.object],
        qualifiers=dict(claim.qualifiers),
        status=claim.status,
        modality=claim.modality,
        confidence=claim.confidence,
        evidence=[
            EvidenceOut(
                start=e.start,
                end=e.end,
                quote=text[e.start : e.end],
                extractor=e.extractor,
                rule=e.rule,
            )
            for e in claim.evidence
        ],
    )


def _sentences_with_facts(reading: Reading) -> int:
    starts = [e.start for claim in reading.claims for e in claim.evidence]
    return sum(any(a <= start < b for start in starts) for a, b in reading.sentences)


def _referent(entity: EntityOut) -> Referent:
    tied = {tie.name for tie in entity.ties}
    return Referent(
        id=entity.id,
        label=entity.label,
        name=entity.name,
        kind=entity.kind,
        aliases=tuple(a for a in entity.aliases if a not in tied),
        mentions=tuple(entity.mentions),
        ties=tuple(
            Tie(t.name, t.basis, None if t.start is None or t.end is None else (t.start, t.end))
            for t in entity.ties
        ),
        identifiers=dict(entity.identifiers),
    )


def _claim(fact: FactOut, evidence: tuple[Evidence, ...]) -> Claim:
    return Claim(
        subject=fact.subject,
        type=fact.type,
        object=fact.object,
        evidence=evidence,
        qualifiers=fact.qualifiers,
        status=fact.status,
        modality=fact.modality,
        confidence=fact.confidence,
    )


def _anchored(evidence: list[EvidenceOut], text: str) -> tuple[Evidence, ...] | None:
    anchored = []
    for item in evidence:
        start, end = item.start, item.end
        if item.quote is not None and text[start:end] != item.quote:
            start = text.find(item.quote)
            end = start + len(item.quote)
            if start < 0 or not item.quote:
                return None
        anchored.append(Evidence(start, end, item.extractor, item.rule))
    return tuple(anchored)


def json_lines(extracts: Iterator[ExtractOut]) -> Iterator[str]:
    """One line of JSON an object, keys in their documented order, empty extras left out."""
    for extract in extracts:
        yield extract.model_dump_json(exclude_none=True)
