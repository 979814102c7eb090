"""`extract` prints one object a document, in the order given, without a store."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.strategraph.conftest import ARTICLE, Run, started

ENGLISH = "LG Chem said on Monday that it will supply the battery materials to General Motors."


def test_objects_come_in_the_order_given(folder: Path, run: Run) -> None:
    """One line a document, evidence verbatim, no text unless asked for."""
    (folder / "sk.txt").write_text("SK하이닉스는 청주에 공장을 짓는다고 밝혔다.", "utf-8")
    result = run("extract", "sk.txt", "lg.txt")
    assert result.exit_code == 0
    first, second = map(json.loads, result.stdout.splitlines())
    assert "text" not in first["document"]
    assert second["document"]["language"] == "ko"
    for fact in second["facts"]:
        for evidence in fact["evidence"]:
            assert ARTICLE[evidence["start"] : evidence["end"]] == evidence["quote"]
    report = second["report"]
    assert report["accepted"] + report["rejected"] == report["proposed"]
    assert not (folder / "graph.db").exists()


def test_standard_input_is_extracted_like_a_file(run: Run) -> None:
    """`-` gives what the file gives, but for the time it took."""
    piped = json.loads(run("extract", "-", "--with-text", stdin=ARTICLE.encode()).stdout)
    filed = json.loads(run("extract", "lg.txt", "--with-text").stdout)
    assert piped["document"]["text"] == ARTICLE
    assert piped | {"report": None} == filed | {"report": None}


def test_what_cannot_be_read_does_not_stop_the_others(folder: Path, run: Run) -> None:
    """Each failure is one sentence with its place, and the exit code says so."""
    (folder / "en.txt").write_text(ENGLISH, "utf-8")
    (folder / "bad.txt").write_bytes(b"\xff\xfe")
    result = run("extract", "bad.txt", "en.txt", "lg.txt")
    assert result.exit_code == 2
    assert len(result.stdout.splitlines()) == 1
    bad, english = result.stderr.splitlines()
    assert "bad.txt" in bad
    assert "en.txt" in english
    assert "'en'" in english


def test_a_path_to_nothing_is_bad_input(run: Run) -> None:
    """A typing error stops the command before it begins."""
    result = run("extract", "lg.txt", "nowhere.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "nowhere.txt" in result.stderr


def test_facts_files_are_no_articles(run: Run) -> None:
    """A folder's facts files are passed over; by themselves they are bad input."""
    assert len(run("extract", ".").stdout.splitlines()) == 1
    result = run("extract", "facts.csv")
    assert (result.exit_code, result.stdout) == (2, "")


def test_a_closed_pipe_is_no_error(folder: Path) -> None:
    """A reader that has enough ends the command without a word."""
    for number in range(30):
        (folder / f"{number}.txt").write_text(f"{number} {ARTICLE * 20}", "utf-8")
    words = [sys.executable, "-m", "strategraph", "extract", "--with-text", str(folder)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        assert json.loads(process.stdout.readline())["document"]
        process.stdout.close()
        assert process.stderr.read().decode() == ""
        assert process.wait(60) == 0


def test_as_a_process_of_its_own() -> None:
    """Text in, JSON out, nothing on standard error."""
    done = started("extract", "-", stdin=ARTICLE)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["report"]["sentences"] == 3


def test_less_confidence_asked_for_finds_more(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """By option or by environment; what is not sure enough is rejected with its confidence."""

    def facts(*options: str) -> list[float]:
        (line,) = run("extract", "lg.txt", *options).stdout.splitlines()
        return [fact["confidence"] for fact in json.loads(line)["facts"]]

    assert len(facts("--min-confidence", "0")) > len(facts()) > len(facts("--min-confidence", "1"))
    monkeypatch.setenv("STRATEGRAPH_MIN_CONFIDENCE", "0.2")
    assert facts() == facts("--min-confidence", "0.2")
    assert min(facts()) >= 0.2


def test_a_confidence_that_is_none_is_bad_input(run: Run) -> None:
    """It is a share of one."""
    assert run("extract", "lg.txt", "--min-confidence", "2").exit_code == 2
