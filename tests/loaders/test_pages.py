"""A page gives its article and what it says of it, in whole Korean letters, or says why not."""

import io
import sys
from pathlib import Path

import pytest

from graph.documents import Document
from graph.errors import BadInputError
from loaders.articles import Item, Unread, page_item, read_items
from loaders.charsets import decode_page
from loaders.files import expand, is_facts_file
from loaders.pages import read_page
from tests.loaders.pages import page

LIMIT = 100_000
OLD_LETTERS = "오뚜기는 17일 태국식 똠얌꿍 소스를 만드는 식품업체 두리푸드를 인수했다."


def item(name: str) -> Item | Unread:
    """The one thing that a file or standard input holds."""
    (found,) = read_items(name, max_bytes=LIMIT)
    return found


def document(name: str) -> Document:
    """The article of a file or of standard input."""
    found = item(name)
    assert isinstance(found, Item), found
    assert isinstance(found.content, Document)
    return found.content


def page_of(text: str, head: str = "") -> bytes:
    """A page with one article of this text."""
    stamp = '<meta property="article:published_time" content="2024-05-20T09:00:00+09:00">'
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{stamp}{head}</head>'
        f'<body><div id="article"><p>{text}</p></div></body></html>'
    ).encode()


def test_a_page_gives_its_article_and_nothing_around_it() -> None:
    """Menus, captions, polls, comments and other stories are no part of the text."""
    assert read_page(page("news")).text.splitlines() == [
        "LG에너지솔루션과 제너럴모터스(GM)의 합작법인인 얼티엄셀즈는 미국 테네시주 스프링힐에 "
        "지은 2공장 가동을 시작했다고 20일 밝혔다.",
        "얼티엄셀즈는 이 공장에서 만든 배터리 셀을 GM에 공급한다. "
        "2공장의 생산 능력은 연간 50GWh로, 전기차 60만대에 들어가는 양이다.",
        "LG에너지솔루션의 모회사인 LG화학은 지난해 미국 항암제 기업 아베오 파마슈티컬스를 "
        "인수했다. LG화학 대표는 신학철 부회장이다.",
        "업계 관계자는 “북미에서 배터리와 소재를 함께 조달하려는 완성차 업체가 늘고 있다”고 "
        "말했다.",
        "윤가람 기자 garam@hanbit-economy.example",
        "ⓒ 한빛경제, 무단 전재 및 재배포 금지",
    ]


def test_a_page_says_where_its_article_is_from() -> None:
    """The day it was first published counts, and not the day it was changed."""
    read = read_page(page("news"))
    assert read.title == "얼티엄셀즈, 테네시 2공장 가동…LG엔솔·GM 배터리 동맹 속도"
    assert (read.publisher, read.published) == ("한빛경제", "2024-05-20")
    assert read.url == "https://www.hanbit-economy.example/article/202405200123"


def test_the_words_around_a_dropped_caption_stay() -> None:
    """Portals put the caption into the paragraph that follows."""
    read = read_page(page("portal"))
    assert "인사하고 있다" not in read.text
    assert "LG화학은 올해 1월 미국 보스턴의 항암제 기업 아베오 파마슈티컬스" in read.text


def test_a_page_that_a_table_lays_out_is_read() -> None:
    """Its article is a cell of the table; its menus are other ones."""
    read = read_page(page("older", "cp949"))
    assert (
        "두리푸드는 경기도 평택에 공장을 두고 있으며, 이마트에 소스를 공급하고 있다." in read.text
    )
    assert "CJ제일제당" not in read.text
    assert "베트남" not in read.text
    assert (read.title, read.published) == ("오뚜기, 똠얌꿍 소스 업체 인수", "2009-03-17")


@pytest.mark.parametrize("name", ["front", "gone"])
def test_a_page_without_an_article_is_refused(name: str) -> None:
    """A front page has headlines only, and a page that is gone a notice."""
    with pytest.raises(BadInputError, match="there is no article in this page"):
        read_page(page(name))


@pytest.mark.parametrize("raw", [b"", b"\0", b"<html>", b"{}", b"<div>" * 50_000, b"\xff\xd8\xff"])
def test_what_is_no_page_is_refused(raw: bytes) -> None:
    """An empty, endlessly nested or other file has no article."""
    with pytest.raises(BadInputError, match="there is no article in this page"):
        read_page(raw)


def test_a_date_is_not_guessed() -> None:
    """Days in the story and the year of the copyright date no article."""
    text = "LG화학은 2021년 12월 3일 리사이클 지분을 확보했다고 밝혔다. " * 8
    raw = f"<html><body><div id='article'><p>{text}</p></div><p>© 2024 한서일보</p></body></html>"
    assert read_page(raw.encode()).published is None


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:publisher" content="https://social.example/hanseo">',
        '<meta name="copyright" content="Copyright ⓒ 한서일보. All rights reserved">',
    ],
)
def test_a_publisher_is_a_name(head: str) -> None:
    """Neither a link nor a copyright line."""
    assert read_page(page_of("LG화학은 GM과 손잡았다.", head)).publisher is None


def test_the_url_of_a_whole_site_is_no_articles() -> None:
    """Else every page of the site would replace the one before."""
    head = '<link rel="canonical" href="https://hanseo.example/">'
    assert read_page(page_of("LG화학은 GM과 손잡았다.", head)).url is None


def test_a_browser_says_where_it_saved_a_page_from() -> None:
    """That counts where the page itself does not say."""
    url = "https://hanseo.example/news/7"
    raw = page_of("LG화학은 GM과 손잡았다.", f"\n<!-- saved from url=(0029){url} -->\n")
    assert read_page(raw).url == url


@pytest.mark.parametrize(
    ("declared", "server"),
    [
        ('<meta charset="euc-kr">', None),
        ('<meta http-equiv="Content-Type" content="text/html; charset=ks_c_5601-1987">', None),
        ("<?xml version='1.0' encoding='EUC-KR'?>", None),
        ("", "euc-kr"),
        ("", None),
        ('<meta charset="utf-8">', None),
        ('<meta charset="euc-kr">', "iso-8859-1"),
        ('<meta charset="no-such-charset">', "utf-8"),
        ('<meta charset="hex">', "base64"),
    ],
)
def test_older_korean_letters_are_read(declared: str, server: str | None) -> None:
    """Also where the page, or its server, declares another charset than it has, or none."""
    text = f"{declared}<p>{OLD_LETTERS}</p>"
    assert decode_page(text.encode("cp949"), server) == text


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_whatever_is_declared(codec: str) -> None:
    """Bytes that are UTF-8 are nothing else."""
    text = f'<meta charset="euc-kr"><p>{OLD_LETTERS}</p>'
    assert decode_page(text.encode(codec), "euc-kr") == text


def test_one_broken_byte_breaks_one_letter() -> None:
    """All other letters of the page are whole."""
    for codec in ("utf-8", "cp949"):
        whole = f'<meta charset="{codec}"><p>{OLD_LETTERS}</p>'.encode(codec)
        broken = decode_page(whole.replace(b"17", b"\xff"))
        assert broken.replace("\ufffd", "17").endswith(OLD_LETTERS[3:] + "</p>"), codec


def test_a_saved_page_is_read_like_any_article(tmp_path: Path) -> None:
    """By its ending, in whatever case."""
    path = tmp_path / "saved.HTM"
    path.write_bytes(page("news"))
    read = document(str(path))
    assert (read.publisher, read.language) == ("한빛경제", "ko")
    assert read.url == "https://www.hanbit-economy.example/article/202405200123"


def test_a_sidecar_goes_before_what_the_page_says(tmp_path: Path) -> None:
    """What it leaves open, the page says."""
    (tmp_path / "saved.html").write_bytes(page("news"))
    (tmp_path / "saved.json").write_text('{"url": "https://hanbit.example/1"}', "utf-8")
    (name,) = expand([str(tmp_path)])
    read = document(name)
    assert (read.url, read.published) == ("https://hanbit.example/1", "2024-05-20")


def test_a_page_is_told_from_a_text_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """As with `curl`, whose output has no name."""
    stdin = io.TextIOWrapper(io.BytesIO(page("news")))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert document("-").publisher == "한빛경제"


def test_a_page_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    """With the setting that allows more."""
    path = tmp_path / "long.html"
    path.write_bytes(page("news") + b" " * LIMIT)
    found = item(str(path))
    assert isinstance(found, Unread)
    assert "STRATEGRAPH_MAX_ARTICLE_BYTES" in found.reason


def test_what_a_browser_saves_beside_a_page_is_no_article(tmp_path: Path) -> None:
    """Advertisements are pages too; a folder that only looks like it is read."""
    for name in ("a.html", "a_files/ad.html", "b_files/c.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(page("news"))
    names = {Path(name).name for name in expand([str(tmp_path)])}
    assert names == {"a.html", "c.html"}


def test_a_url_stands_for_itself() -> None:
    """Whatever signs and endings it has; the place in the page is left out."""
    assert expand(["https://hanbit.example/a?no=[1]*#top"]) == ["https://hanbit.example/a?no=[1]*"]
    assert not is_facts_file("https://hanbit.example/a.csv")


@pytest.mark.parametrize("name", ["ftp://hanbit.example/a", "https://", "http://[a/b", "file:///a"])
def test_a_url_that_is_no_pages_is_refused(name: str) -> None:
    """Only http and https lead to pages, and they name a server."""
    with pytest.raises(BadInputError, match=r"only http and https|no address"):
        expand([name])


def test_the_url_that_was_asked_for_names_the_article() -> None:
    """Whatever the page says of itself: by this URL it is taken back."""
    found = page_item("https://m.hanbit.example/1", page("news"), charset=None)
    assert isinstance(found.content, Document)
    assert (found.content.url, found.origin) == ("https://m.hanbit.example/1",) * 2
