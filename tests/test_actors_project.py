"""Actors that a researcher adds for a project: what the file may hold, what it does, how it is refused."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from typer.testing import CliRunner

from crossbearing.cli.shell import app
from crossbearing.errors import VocabError
from crossbearing.flow import Additions, Processes, Serial, code, run
from crossbearing.model import RawReport
from crossbearing.store import Store
from crossbearing.vocab.actors import BUILT_IN, Project
from crossbearing.vocab.actors_project import read_project

GUARD = """
actors:
  - {id: "xb:lowland_guard", name: Lowland Guard, aliases: [LWG, Heron men], kind: political_militia,
     country: KE, from: 2015, to: 2021}
"""
TEXT = "Heron men shot dead two traders in Garissa on Tuesday."


def ids(text: str, project: Project = BUILT_IN) -> set[str]:
    raw = RawReport("r", text, metadata={"language": "en", "published": "2019-05-17"})
    return {a.id for account in code(raw, project).accounts for a in (*account.side_a, *account.side_b)}


def test_an_added_actor_is_found_by_its_aliases() -> None:
    assert "xb:lowland_guard" not in ids(TEXT)
    assert "xb:lowland_guard" in ids(TEXT, read_project("f", GUARD))


def test_a_known_actor_keeps_its_names_and_gets_more() -> None:
    project = read_project("f", 'actors: [{id: "xb:jnim", aliases: [Bush Council]}]')
    for name in ("Bush Council", "JNIM"):
        assert "xb:jnim" in ids(f"{name} fighters killed two soldiers in Mopti on Tuesday.", project)


def test_a_removed_actor_is_not_found() -> None:
    text = "JNIM killed two soldiers in Mopti on Tuesday."
    assert "xb:jnim" in ids(text)
    assert "xb:jnim" not in ids(text, read_project("f", 'remove: ["xb:jnim"]'))


def test_a_general_word_gets_a_meaning() -> None:
    text = "Coalition forces shelled Kismayo on Tuesday, killing two women."
    means = 'means: [{word: coalition, country: SO, actor: "xb:al_shabaab", from: 2018}]'
    assert "xb:al_shabaab" in ids(text, read_project("f", means))
    later = means.replace("2018", "2020")
    assert "xb:al_shabaab" not in ids(text, read_project("f", later)), "the report is of 2019"


def test_a_project_travels_to_other_processes(tmp_path: Path) -> None:
    project = read_project("f", GUARD)
    assert pickle.loads(pickle.dumps(project)) == project
    (tmp_path / "a.jsonl").write_text(f'{{"text": "{TEXT}", "published": "2019-05-17", "language": "en"}}')
    found = []
    for engine in (Serial(), Processes(1)):
        with Store(":memory:") as store:
            (event,) = run([str(tmp_path)], store, engine=engine, added=Additions(project=project)).events
            found.append({a.id for a in event.side_a})
    assert found == [{"xb:lowland_guard"}] * 2


def test_another_file_of_actors_codes_the_reports_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    projects = [BUILT_IN, BUILT_IN, read_project("f", GUARD), read_project("f", GUARD), BUILT_IN]
    with Store(":memory:") as store:
        coded = [
            run([str(tmp_path)], store, engine=Serial(), added=Additions(project=each)).coded
            for each in projects
        ]
    assert coded == [1, 0, 1, 0, 1]


BROKEN = [
    ("no YAML", "actors: [", "not YAML"),
    ("no mapping", "- a", "write a mapping"),
    ("empty", "", "write a mapping"),
    ("unknown section", "people: []", "write a mapping"),
    ("no list", "actors: {id: x}", "actors: write a list"),
    ("no id", "actors: [{name: Guard}]", 'Guard: give it an id that begins with "xb:"'),
    ("foreign id", "actors: [{id: guard, name: Guard}]", "guard: give it an id"),
    ("new without name", 'actors: [{id: "xb:guard"}]', "xb:guard: a new actor needs a name"),
    ("unknown key", 'actors: [{id: "xb:guard", name: G, alias: [x]}]', "xb:guard: no such key: alias"),
    ("aliases no list", 'actors: [{id: "xb:guard", name: G, aliases: x}]', "aliases: write a list"),
    ("unknown kind", 'actors: [{id: "xb:guard", name: G, kind: army}]', "kind: there is no 'army'"),
    ("unknown country", 'actors: [{id: "xb:guard", name: G, country: Mali}]', "'Mali' is not the ISO code"),
    ("no year", 'actors: [{id: "xb:guard", name: G, from: early}]', "from: write a year"),
    ("unknown parent", 'actors: [{id: "xb:guard", name: G, parent: "xb:nobody"}]', "xb:nobody"),
    ("twice", 'actors: [{id: "xb:guard", name: G}, {id: "xb:guard", name: H}]', "stands there twice"),
    ("removing nobody", 'remove: ["xb:nobody"]', "remove: there is no actor"),
    ("remove no list", "remove: xb:jnim", "remove: write a list"),
    ("meaning without word", 'means: [{country: ML, actor: "xb:jnim"}]', "it needs word"),
    (
        "meaning of nobody",
        'means: [{word: guard, country: ML, actor: "xb:nobody"}]',
        "guard: there is no actor",
    ),
    ("meaning nowhere", 'means: [{word: guard, country: XX, actor: "xb:jnim"}]', "'XX' is not the ISO code"),
]


@pytest.mark.parametrize(("content", "said"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_a_broken_file_is_refused_with_its_name_and_the_entry(content: str, said: str) -> None:
    with pytest.raises(VocabError) as refused:
        read_project("mine.yaml", content)
    assert str(refused.value).startswith("mine.yaml: ")
    assert said in str(refused.value)


@pytest.mark.parametrize("verb", ["run", "annotate"])
def test_the_command_line_takes_the_file_and_refuses_a_broken_one(tmp_path: Path, verb: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "good.yaml").write_text(GUARD)
    (tmp_path / "bad.yaml").write_text("actors: [{id: x}]")
    store = ["--store", str(tmp_path / "s.db")] if verb == "run" else []
    results = {
        name: CliRunner().invoke(
            app, [verb, str(tmp_path / "a.txt"), *store, "--actors", str(tmp_path / name)]
        )
        for name in ("good.yaml", "bad.yaml", "none.yaml")
    }
    assert [r.exit_code for r in results.values()] == [0, 1, 1]
    assert "bad.yaml: x: give it an id" in results["bad.yaml"].stderr
    assert "no such file" in results["none.yaml"].stderr


def test_the_example_of_the_documentation_is_valid() -> None:
    page = (Path(__file__).parent.parent / "docs" / "actors.md").read_text()
    example = page.partition("```yaml\n")[2].partition("```")[0]
    project = read_project("docs/actors.md", example)
    assert (len(project.bodies), len(project.removed), len(project.meanings)) == (2, 1, 1)
