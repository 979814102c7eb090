"""`explain` shows how each sentence of an article was read, and what became of it."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from strategraph.terminal import table
from tests.loaders.pages import page
from tests.strategraph.conftest import Run, started
from tests.strategraph.site import running_site

STORY = (
    "삼성전자는 미국 로봇 업체 오르빗(Orbit)을 1200억원에 인수했다.\n"
    "이 회사는 네이버를 인수하지 않았다.\n"
    "LG화학은 GM에 양극재를 공급할 수 있다.\n"
)


@pytest.fixture(autouse=True)
def story(folder: Path) -> None:
    """The article that most of these explain."""
    (folder / "story.txt").write_text(STORY, "utf-8")


def told(run: Run, *words: str) -> list[str]:
    """What is printed, a line each, the columns one blank apart."""
    result = run("explain", *words)
    assert (result.exit_code, result.stderr) == (0, "")
    return [" ".join(line.split()) for line in result.stdout.splitlines()]


def test_a_fact_is_shown_with_the_rule_that_states_it(run: Run) -> None:
    """Its ends, how sure it is in the end, and who named and joined them."""
    lines = told(run, "story.txt")
    accepted = [line for line in lines if line.startswith(("rules accepted", "accepted"))]
    assert any(line.endswith("삼성전자 ACQUIRED 오르빗 acquires") for line in accepted)
    assert "names 삼성전자 Organization company reference data" in lines
    assert "오르빗 Organization company after 업체" in lines
    assert "이 회사 Organization company it stands for 삼성전자" in " ".join(lines)


def test_a_predicate_is_shown_with_its_arguments(run: Run) -> None:
    """Each after its role; of one sentence also the rules that look at it."""
    clause = (
        "clauses 인수하다 subject 삼성전자는 | 을 미국 로봇 업체 오르빗을 [오르빗] | 에 1200억원에"
    )
    assert clause in told(run, "story.txt")
    assert not any(line.startswith("rules for it") for line in told(run, "story.txt"))
    lines = told(run, "story.txt", "--sentence", "1")
    assert lines[lines.index(clause) + 1].startswith("rules for it: acquires, ")


def test_what_is_refused_says_why(run: Run) -> None:
    """What the words deny, and what they say only could be, with the words that do so."""
    lines = told(run, "story.txt")
    assert "rules refused 삼성전자 ACQUIRED 네이버 acquires: '않았' takes it back" in lines
    could = "refused LG화학 SUPPLIES GM supplies: '수 있' says what could be done"
    assert any(line.endswith(could) for line in lines)


def test_what_the_model_weighs_is_shown_with_its_confidence(run: Run) -> None:
    """A few of each sentence, and all of one that is looked at alone."""
    few = told(run, "story.txt")
    assert any("learned: " in line and " 0." in line for line in few)
    full = told(run, "story.txt", "--sentence", "1")
    assert not any(line.endswith("less likely") for line in full)


def test_one_sentence_is_read_in_the_light_of_those_before(run: Run) -> None:
    """Only its lines are printed, but what it points back to is known."""
    lines = told(run, "story.txt", "--sentence", "2")
    assert lines[0] == "2 이 회사는 네이버를 인수하지 않았다."
    assert not any(line.startswith(("1 ", "3 ")) for line in lines)
    assert any("stands for 삼성전자" in line for line in lines)


def test_standard_input_is_explained_like_a_file(run: Run) -> None:
    """`-` gives what the file gives."""
    piped = run("explain", "-", stdin=STORY.encode())
    assert piped.stdout == run("explain", "story.txt").stdout


def test_a_page_is_explained_by_its_url(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentences of its article, without the page around it."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with running_site() as site:
        lines = told(run, site.put("/news/1", page("news")))
    assert any(" ACQUIRED " in line and "accepted" in line for line in lines)


def test_a_pipe_gets_no_escape_codes(run: Run, folder: Path) -> None:
    """Neither ours nor an article's own, and every line ends where its words end."""
    (folder / "odd.txt").write_text("삼성전자는 \x1b[31m오르빗\x07을 인수했다.", "utf-8")
    for name in ("story.txt", "odd.txt"):
        done = started("explain", name)
        assert (done.returncode, done.stderr) == (0, "")
        assert "\x1b" not in done.stdout
        assert "\x07" not in done.stdout
        assert all(line == line.rstrip() for line in done.stdout.splitlines())


def test_a_terminal_gets_colors(folder: Path) -> None:
    """What was accepted is told from what was refused at a glance."""
    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", "strategraph", "explain", "story.txt", "--sentence", "2"]
    shown = {**os.environ, "TERM": "xterm-256color"}
    shown.pop("NO_COLOR", None)
    with subprocess.Popen(words, stdout=theirs, stderr=theirs, env=shown, cwd=folder) as process:
        os.close(theirs)
        printed = b""
        while True:
            try:
                piece = os.read(ours, 4096)
            except OSError:  # Linux says so when the other end is closed
                break
            if not piece:
                break
            printed += piece
        assert process.wait(60) == 0
    os.close(ours)
    assert "\x1b[31mrefused" in printed.decode()


def test_columns_stand_below_each_other() -> None:
    """A Hangul syllable takes two columns of a terminal, and lines end without blanks."""
    lines = list(table([("가나다", "x"), ("ab", "y"), ("ab", "")]))
    assert [cell_len(line) for line in lines] == [9, 9, 2]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nowhere.txt",), "nowhere.txt"),
        (("facts.csv",), "there is no article in facts.csv"),
        (("bad.txt",), "bad.txt: this is not UTF-8"),
        (("en.txt",), "en.txt: the text is in a language that is not read here: 'en'"),
        (("story.txt", "--sentence", "9"), "story.txt: there is no sentence 9, it has 3"),
    ],
)
def test_bad_input_is_one_sentence(
    run: Run, folder: Path, words: tuple[str, ...], said: str
) -> None:
    """On standard error, with nothing printed."""
    (folder / "bad.txt").write_bytes(b"\xff\xfe")
    (folder / "en.txt").write_text("LG Chem will supply battery materials to GM.", "utf-8")
    result = run("explain", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    assert said in result.stderr
