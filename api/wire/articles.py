"""Articles in lists: where they come from, without their texts."""

from pydantic import BaseModel

from graph.documents import Document, DocumentKind


class ArticleOut(BaseModel):
    """An article or record; `GET /articles/{id}` has what it says."""

    id: str
    kind: DocumentKind
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    language: str | None
    sha256: str

    @classmethod
    def from_document(cls, document: Document) -> "ArticleOut":
        """The wire shape of a document."""
        return cls(
            id=document.id,
            kind=document.kind,
            title=document.title,
            publisher=document.publisher,
            published=document.published,
            url=document.url,
            language=document.language,
            sha256=document.sha256,
        )
