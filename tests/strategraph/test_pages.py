"""Web pages are fetched, read like any article, replaced when they change, and taken back."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import BadInputError
from graph.stores.base import Store
from strategraph.fetching import fetch
from tests.loaders.pages import page
from tests.strategraph.conftest import Run, started
from tests.strategraph.site import Reply, Site, running_site

LIMIT = 100_000


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A news site without pages, which no proxy stands before."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with running_site() as running:
        yield running


def counted(run: Run, *words: str) -> str:
    """What the command says became of the documents."""
    result = run(*words)
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()[0]


def why_not(url: str, **limits: float) -> str:
    """Why the page cannot be fetched."""
    with pytest.raises(BadInputError) as refused:
        fetch(url, max_bytes=int(limits.pop("max_bytes", LIMIT)), **limits)
    return str(refused.value)


def test_a_page_is_loaded_by_its_url_and_taken_back_by_it(
    site: Site, run: Run, store: Store
) -> None:
    """Its evidence stands in the article's text, and nothing of the page around it is stored."""
    url = site.put("/news/1", page("news"))
    assert counted(run, "load", url) == "documents: 1 loaded, 0 replaced, 0 unchanged"
    (id_,) = store.document_ids(url=url)
    document = store.documents([id_])[id_]
    assert (document.publisher, document.published) == ("한빛경제", "2024-05-20")
    claims = [claim for reading in store.readings(id_) for claim in reading.claims]
    assert any(claim.type == "ACQUIRED" for claim in claims)
    for claim in claims:
        for evidence in claim.evidence:
            assert document.text[evidence.start : evidence.end].strip()
    assert not store.search("카카오").items
    assert counted(run, "retract", url) == "documents: 1 retracted"
    assert store.document_ids() == []


def test_a_page_loaded_again_changes_nothing_and_an_edited_one_replaces_it(
    site: Site, run: Run
) -> None:
    """It is known by its URL, whatever place in it is meant."""
    url = site.put("/news/1", page("news"))
    counted(run, "load", url)
    assert counted(run, "load", url + "#top").endswith("0 loaded, 0 replaced, 1 unchanged")
    site.put("/news/1", page("news").replace("스프링힐".encode(), "내슈빌".encode()))
    assert counted(run, "load", url).endswith("0 loaded, 1 replaced, 0 unchanged")
    assert counted(run, "retract", url + "#top") == "documents: 1 retracted"


def test_a_page_under_two_urls_that_a_person_gave_is_two_articles(site: Site, run: Run) -> None:
    """What a person says of an article goes before what its page says."""
    urls = site.put("/news/1", page("news")), site.put("/m/1", page("news"))
    assert "2 loaded" in counted(run, "load", *urls)


def test_a_saved_page_is_the_page_that_it_was_saved_from(
    folder: Path, site: Site, run: Run
) -> None:
    """The URL that the page states names it, and takes it back."""
    (folder / "saved.html").write_bytes(page("news"))
    assert "1 loaded" in counted(run, "load", "saved.html")
    url = "https://www.hanbit-economy.example/article/202405200123"
    assert counted(run, "retract", url) == "documents: 1 retracted"
    assert "1 loaded" in counted(run, "load", "saved.html")
    assert counted(run, "retract", "saved.html") == "documents: 1 retracted"


def test_extract_reads_pages_among_files(folder: Path, site: Site, run: Run) -> None:
    """In the order given, and without a store."""
    url = site.put("/news/1", page("older", "cp949"))
    result = run("extract", "--with-text", url, "lg.txt")
    assert result.exit_code == 0, result.output
    older, _ = (json.loads(line) for line in result.stdout.splitlines())
    assert "똠얌꿍 소스를 만드는" in older["document"]["text"]
    assert older["document"]["url"] == url
    for fact in older["facts"]:
        for said in fact["evidence"]:
            assert older["document"]["text"][said["start"] : said["end"]] == said["quote"]
    assert not (folder / "graph.db").exists()


def test_a_page_that_cannot_be_read_does_not_stop_the_others(site: Site, run: Run) -> None:
    """Each is told in one sentence with its URL."""
    url = site.put("/front", page("front"))
    result = run("load", url, f"{site.url}/nowhere", "lg.txt")
    assert result.exit_code == 2
    assert "1 loaded, 0 replaced, 0 unchanged, 2 not read" in result.stdout
    assert f"strategraph: {url}: there is no article in this page" in result.stderr
    assert f"strategraph: {site.url}/nowhere: the server answered 404 Not Found" in result.stderr


def test_a_scheme_that_is_not_read_stops_the_command(run: Run) -> None:
    """As a path to nothing does."""
    result = run("load", "lg.txt", "ftp://hanbit.example/1")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "only http and https are read, not 'ftp'" in result.stderr


def test_nothing_but_our_sentence_is_printed(folder: Path) -> None:
    """The libraries have words of their own for a page without an article."""
    (folder / "front.html").write_bytes(page("front"))
    done = started("load", "front.html")
    assert done.stderr.splitlines() == ["strategraph: front.html: there is no article in this page"]


def test_a_page_is_followed_to_where_it_moved(site: Site) -> None:
    """Compressed or not, and asked for in our own name."""
    site.zipped("/new", page("news"))
    url = site.move("/old", "/new")
    assert fetch(url, max_bytes=LIMIT).raw == page("news")
    assert all(agent.startswith("strategraph/") for agent in site.asked)


def test_the_server_says_what_charset_a_page_has(site: Site) -> None:
    """Where it says so."""
    url = site.put("/1", page("news"), "text/html; charset=euc-kr")
    assert fetch(url, max_bytes=LIMIT).charset == "euc-kr"
    assert fetch(site.put("/2", page("news")), max_bytes=LIMIT).charset is None


def test_a_proxy_is_asked_where_there_is_one(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the environment says; the site plays the proxy."""
    site.put("http://nobody.invalid/1", page("news"))
    monkeypatch.setenv("HTTP_PROXY", site.url)
    url = "http://nobody.invalid/1"
    assert fetch(url, max_bytes=LIMIT).raw == page("news")


def test_redirects_are_bounded(site: Site) -> None:
    """A page that leads to itself, or out of the web, is no page."""
    assert why_not(site.move("/round", "/round")) == "it redirects more than 5 times"
    moved = site.move("/out", "file:///etc/hostname")
    assert why_not(moved) == "it redirects to what is not http or https"


def test_what_is_no_page_is_refused(site: Site) -> None:
    """By what the server says that it is."""
    pdf = site.put("/1.pdf", b"%PDF-1.7", "application/pdf")
    assert why_not(pdf) == "this is no web page but application/pdf"


def test_a_server_that_refuses_is_quoted(site: Site) -> None:
    """With its status."""
    site.replies["/paid"] = Reply(b"<p>subscribe</p>", status=403)
    assert why_not(f"{site.url}/paid") == "the server answered 403 Forbidden"


def test_a_slow_server_is_not_waited_for(site: Site) -> None:
    """Neither one that says nothing nor one that never ends."""
    slow = "the server did not give the page within 0.3 seconds"
    site.replies["/stalled"] = Reply(stalls=True)
    assert why_not(f"{site.url}/stalled", seconds=0.3) == slow
    site.replies["/endless"] = Reply(endless=True)
    assert why_not(f"{site.url}/endless", seconds=0.3) == slow


def test_a_long_page_is_given_up(site: Site) -> None:
    """However small it travels, and whether or not it ends."""
    bomb = site.zipped("/bomb", b" " * 10_000_000)
    assert "STRATEGRAPH_MAX_ARTICLE_BYTES" in why_not(bomb)
    site.replies["/endless"] = Reply(endless=True)
    assert "1,000 bytes" in why_not(f"{site.url}/endless", max_bytes=1000)


def test_a_server_that_is_not_there_is_told(site: Site) -> None:
    """Nobody listens, the name is of nobody, or the connection breaks."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert why_not(f"http://127.0.0.1:{port}/").startswith("the server cannot be reached (")
    assert why_not("http://nobody.invalid/").startswith("the server cannot be reached (")
    site.replies["/cut"] = Reply(b"<p>", headers={"Content-Length": "900"})
    assert why_not(f"{site.url}/cut").startswith("the page cannot be fetched (")
