"""Hand-written facts are found in their article, or rejected with their line."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.claims import Claim, Reading, Referent
from graph.documents import Document, make_document
from graph.errors import BadInputError
from graph.ontology import Label, Modality, Status
from loaders.facts.handwritten import FactsRead, read_facts

TEXT = (
    "LG는 16일 LG화학이 폐배터리 재활용 협력을 추진한다고 밝혔다.\r\n"
    "LG화학은 2024년 3월 켐코에 3억 달러를 투자해 지분 10%를\n확보했다.\n"
    "구광모 회장은 AI 사업을 강조했다."
)
URL = "https://news.example/lg"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one article."""
    (tmp_path / "lg.txt").write_bytes(TEXT.encode())
    return tmp_path


def read(path: Path, content: str, stored: Document | None = None) -> FactsRead:
    """What a facts file of this content says."""
    path.write_text(content, "utf-8", newline="")

    def find(name: str) -> Document | None:
        return stored if stored and name in (stored.url, stored.id) else None

    return read_facts(path, find=find, max_bytes=10_000)


def reading(path: Path, content: str) -> Reading:
    """The one reading of a facts file."""
    (one,) = read(path, content).readings
    return one


def facts(of: Reading) -> set[tuple[str, str, str, str]]:
    """Subject, type, object and quote of every accepted claim."""
    names = {r.id: r.name for r in of.referents}
    return {(names[c.subject], c.type, names[c.object], quote(of, c)) for c in of.claims}


def quote(of: Reading, claim: Claim) -> str:
    """The claim's evidence."""
    (evidence,) = claim.evidence
    return of.document.text[evidence.start : evidence.end]


def named(of: Reading, name: str) -> Referent:
    """The referent of this name."""
    (referent,) = (r for r in of.referents if r.name == name)
    return referent


def test_yaml_rows_become_claims(folder: Path) -> None:
    """Ends, qualifiers, status and quote of a YAML fact stand in the claim."""
    one = reading(
        folder / "facts.yaml",
        """
- article: lg.txt
  subject: LG화학
  relation: HAS_STAKE_IN
  object: 켐코
  qualifiers: {share: 10%, date: 2024-03, amount: 300000000 USD}
  status: completed
  quote: 지분 10%를 확보했다
""",
    )
    assert facts(one) == {("LG화학", "HAS_STAKE_IN", "켐코", "지분 10%를\n확보했다")}
    (claim,) = one.claims
    assert claim.qualifiers == {
        "share": 0.1,
        "date": "2024-03",
        "amount": {"value": 300000000, "currency": "USD"},
    }
    assert (claim.status, claim.modality) == (Status.COMPLETED, Modality.ASSERTED)
    assert claim.evidence[0].extractor == "manual"
    assert one.source == "facts.yaml"
    assert one.rejected == ()


def test_csv_rows_become_claims(folder: Path) -> None:
    """Qualifiers are columns, or one column of `name=value`."""
    one = reading(
        folder / "facts.csv",
        "\ufeffarticle,subject,relation,object,share,qualifiers,quote\r\n"
        "lg.txt,LG화학,INVESTED_IN,켐코,,amount=USD 300,3억 달러를 투자해\r\n"
        "\r\n"
        "lg.txt,LG화학,HAS_STAKE_IN,켐코,0.1,date=2024-03; status=planned,지분 10%\r\n",
    )
    assert {(c.type, str(dict(c.qualifiers)), c.status) for c in one.claims} == {
        ("INVESTED_IN", "{'amount': {'value': 300, 'currency': 'USD'}}", None),
        ("HAS_STAKE_IN", "{'share': 0.1, 'date': '2024-03'}", Status.PLANNED),
    }
    assert one.rejected == ()


def test_labels_kinds_and_mentions_are_inferred(folder: Path) -> None:
    """LG is the group, mentioned where it stands alone; an undertaking is an Initiative."""
    one = reading(
        folder / "facts.csv",
        "article,subject,relation,object,quote\n"
        "lg.txt,LG,HAS_SUBSIDIARY,LG화학,LG는 16일 LG화학이\n"
        "lg.txt,폐배터리 재활용 협력,IN_SECTOR,클린테크,폐배터리 재활용 협력을\n"
        "lg.txt,LG화학,PURSUES,폐배터리 재활용 협력,LG화학이 폐배터리 재활용 협력을 추진한다\n"
        "lg.txt,구광모,LEADS,LG,구광모 회장\n",
    )
    assert one.rejected == ()
    assert {(r.name, r.label, r.kind) for r in one.referents} == {
        ("LG", Label.ORGANIZATION, "group"),
        ("LG화학", Label.ORGANIZATION, "company"),
        ("폐배터리 재활용 협력", Label.INITIATIVE, None),
        ("클린테크", Label.SECTOR, None),
        ("구광모", Label.PERSON, None),
    }
    assert named(one, "LG").mentions == ((0, 2),)
    assert [TEXT[a:b] for a, b in named(one, "LG화학").mentions] == ["LG화학", "LG화학"]
    assert [TEXT[a:b] for a, b in named(one, "클린테크").mentions] == ["폐배터리 재활용 협력을"]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("lg.txt,LG화학,OWNS,켐코,,,지분 10%", "'OWNS' is not a relation"),
        ("lg.txt,LG화학,HAS_STAKE_IN,켐코,,,지분 20%", "the quote does not stand in the article"),
        ("lg.txt,LG화학,HAS_STAKE_IN,켐코,,,", "there is no quote"),
        ("lg.txt,LG화학,HAS_STAKE_IN,켐코,,date=2024-13,지분", "not a day of the calendar"),
        ("lg.txt,LG화학,HAS_STAKE_IN,켐코,,date=작년,지분", "not an ISO date"),
        ("lg.txt,LG화학,HAS_STAKE_IN,켐코,,share=120%,지분", "not a share"),
        ("lg.txt,LG화학,HAS_STAKE_IN,켐코,,share=nan,지분", "not a share"),
        ("lg.txt,LG화학,HAS_STAKE_IN,켐코,,amount=1e999 USD,지분", "not money"),
        ("lg.txt,LG화학,HAS_STAKE_IN,켐코,,title=회장,지분", "qualifier 'title' is not one of"),
        ("lg.txt,LG화학,HAS_STAKE_IN,켐코,,share,지분", "has no value"),
        ("lg.txt,LG화학,HAS_STAKE_IN,켐코,,status=done,지분", "status 'done' is not one of"),
        ("lg.txt,LG화학,HAS_STAKE_IN,켐코,,confidence=7,지분", "confidence 7"),
        ("lg.txt,LG화학,HAS_STAKE_IN,켐코,Place,,지분", "does not go from Organization to Place"),
        ("lg.txt,LG화학,HAS_STAKE_IN,켐코,Firm,,지분", "object_label 'Firm' is not one of"),
        ("lg.txt,LG화학,LOCATED_IN,LG전자,,,지분", "LOCATED_IN does not go from"),
        ("lg.txt,재활용,IN_SECTOR,AI,,,AI", "subject_label is Initiative or Product"),
        ("lg.txt,LG화학,HAS_STAKE_IN,LG화학,,,지분", "joins 'LG화학' with itself"),
        ("lg.txt,LG화학,HAS_STAKE_IN,,,,지분", "there is no object"),
        ("lg.txt,LG화학,HAS_STAKE_IN,켐코,,,지분,more", "more cells"),
        ("sk.txt,LG화학,HAS_STAKE_IN,켐코,,,지분", "'sk.txt' is neither a file"),
        (",LG화학,HAS_STAKE_IN,켐코,,,지분", "there is no article"),
    ],
)
def test_a_faulty_row_is_rejected_with_its_line(folder: Path, row: str, why: str) -> None:
    """One bad row says what is wrong and where; the rest of the file is read."""
    result = read(
        folder / "facts.csv",
        "article,subject,relation,object,object_label,qualifiers,quote\n"
        "lg.txt,LG,HAS_SUBSIDIARY,LG화학,,,LG는 16일 LG화학이\n" + row + "\n",
    )
    (one,) = result.readings
    assert len(one.claims) == 1
    (rejected,) = (*result.rejected, *one.rejected)
    assert rejected.reason.startswith("facts.csv line 3: ")
    assert why in rejected.reason
    assert {r.name for r in one.referents} == {"LG", "LG화학"}


def test_a_column_nobody_knows_is_not_dropped(folder: Path) -> None:
    """A misspelled column is named, not ignored; a note is a note."""
    one = reading(
        folder / "facts.yaml",
        "article: lg.txt\nfacts:\n"
        "- {subject: LG, relation: HAS_SUBSIDIARY, object: LG화학, quote: LG는, shaer: 1}\n"
        "- {subject: LG, relation: HAS_SUBSIDIARY, object: LG화학, quote: LG는, note: 확인}\n"
        "- just words\n",
    )
    assert [r.reason for r in one.rejected] == [
        "facts.yaml line 3: 'shaer' is not the name of a column",
        "facts.yaml line 5: it is no object of named values",
    ]
    assert len(one.claims) == 1


def test_a_stored_article_is_found_by_url_and_id(tmp_path: Path) -> None:
    """A row may name an article that the graph already has; both names are one reading."""
    stored = make_document(TEXT, url=URL, title="제목")
    result = read(
        tmp_path / "facts.csv",
        "article,subject,relation,object,quote\n"
        f"{URL},LG,HAS_SUBSIDIARY,LG화학,LG는\n"
        f"{stored.id},LG화학,HAS_STAKE_IN,켐코,지분\n",
        stored,
    )
    (one,) = result.readings
    assert (one.document.id, one.document.text) == (stored.id, stored.text)
    assert len(one.claims) == 2


def test_of_a_stored_article_a_file_says_nothing_itself(tmp_path: Path) -> None:
    """The wrong day of an article can be taken back though a facts file speaks of it."""
    stored = make_document(TEXT, url=URL, title="제목", published="2023", language="ko")
    (one,) = read(
        tmp_path / "facts.csv",
        f"article,subject,relation,object,quote\n{URL},LG,HAS_SUBSIDIARY,LG화학,LG는\n",
        stored,
    ).readings
    assert one.document == make_document(TEXT, url=URL)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("facts.yaml", "a: [1", "line 1"),
        ("facts.yaml", "a: 1", "no list of facts"),
        ("facts.yaml", "", "no list of facts"),
        ("facts.yml", "- a: 1\n\t- b", "line 2"),
        ("facts.yml", "[" * 10_000, "not YAML"),
        ("facts.yml", "- &a {subject: *a}", "line 1"),
        ("facts.csv", 'article,"subject\nlg.txt,LG', "line 1"),
    ],
)
def test_a_file_that_cannot_be_read_says_where(
    tmp_path: Path, name: str, content: str, why: str
) -> None:
    """A broken file is refused whole, with its line."""
    with pytest.raises(BadInputError, match=why):
        read(tmp_path / name, content)


@pytest.mark.parametrize("row", ['"lg.txt,LG', 'lg.txt,"LG" x'])
def test_a_broken_quote_costs_the_rows_from_there_on(folder: Path, row: str) -> None:
    """The rows before it are facts; it is one faulty row, with the line where it began."""
    fact = "lg.txt,LG,HAS_SUBSIDIARY,LG화학,LG는\n"
    result = read(
        folder / "facts.csv",
        f"article,subject,relation,object,quote\n{fact}{row},SUPPLIES\n{fact}",
    )
    (one,) = result.readings
    assert len(one.claims) == 1
    (rejected,) = result.rejected
    assert rejected.reason.startswith("facts.csv line 3: it is no row of CSV")


@pytest.mark.parametrize("suffix", [".csv", ".yaml"])
def test_a_file_longer_than_the_limit_is_refused(tmp_path: Path, suffix: str) -> None:
    """It is not read to its end first."""
    with pytest.raises(BadInputError, match="longer than 10,000 bytes"):
        read(tmp_path / f"facts{suffix}", "#" * 10_001)


def test_what_is_stored_of_a_rejected_row_is_plain(folder: Path) -> None:
    """A value nested where none belongs is named by its type, not copied out."""
    one = reading(
        folder / "facts.yaml",
        "- {article: lg.txt, subject: [LG], relation: SUPPLIES, qualifiers: {a: [1], b: 2}}\n",
    )
    (rejected,) = one.rejected
    assert rejected.claim["subject"] == "(list)"
    assert rejected.claim["qualifiers"] == {"a": "(list)", "b": "2"}


def test_yaml_words_stay_words(folder: Path) -> None:
    """A name that YAML takes for a truth value, or a date, is the text that was written."""
    one = reading(
        folder / "facts.yaml",
        "- {article: lg.txt, subject: 'no', relation: PARTNERS_WITH, object: LG, "
        "quote: LG는, qualifiers: {date: 2024-03-01}}\n",
    )
    (claim,) = one.claims
    assert claim.qualifiers == {"date": "2024-03-01"}
    assert {r.name for r in one.referents} == {"no", "LG"}


@given(
    st.sampled_from([".yaml", ".csv"]),
    st.text(st.sampled_from(" \n\t\"',;:-[]{}&*!|>#%@=ablgtxt.LG화학1"), max_size=200),
)
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text_is_read_or_refused(tmp_path: Path, suffix: str, content: str) -> None:
    """Whatever stands in a file, there is a reason and never another error."""
    (tmp_path / "lg.txt").write_text(TEXT, "utf-8")
    try:
        result = read(tmp_path / f"facts{suffix}", content)
    except BadInputError:
        return
    assert all(r.reason for r in result.rejected)
