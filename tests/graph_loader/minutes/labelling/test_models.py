"""The models of the package: as the manifest says, small, and without anybody's name."""

from __future__ import annotations

import json
import re
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.lexicon.entries import word_set
from govgraph.graph_loader.minutes.features.affix import LONGEST
from govgraph.graph_loader.minutes.features.lexicon import known_word
from govgraph.graph_loader.minutes.labelling.models import FOLDER, NAMES, model_file, models, models_in
from govgraph.graph_loader.minutes.labelling.training.build import data_hash
from govgraph.graph_loader.minutes.labelling.training.corpus import Sample
from govgraph.graph_loader.minutes.meeting.heading_words import nouns
from govgraph.graph_loader.minutes.names.bodies import body_kind

SHARED = Path(__file__).resolve().parents[5] / "shared"
LARGEST = 10_000_000
NAMES_OF_FEATURES = {"edge", "frame", "post"}
"""Words in the names of features, which are surnames as well."""


def test_the_models_are_those_of_the_manifest(tmp_path: Path) -> None:
    found = models()
    assert found is not None
    with as_file(files("govgraph.graph_loader.minutes.labelling") / FOLDER) as folder:
        assert sum(model_file(folder, name).stat().st_size for name in NAMES) < LARGEST
        for file in folder.iterdir():
            (tmp_path / file.name).write_bytes(file.read_bytes())
    other = model_file(tmp_path, "lines")
    other.write_bytes(other.read_bytes()[:-1])
    with pytest.raises(RuntimeError, match="make train"):
        models_in(tmp_path)


def test_no_models_without_a_manifest(tmp_path: Path) -> None:
    assert models_in(tmp_path) is None


def _features() -> set[str]:
    found = models()
    assert found is not None
    labellers = (found.lines, found.person, found.decision_lines, found.decision, found.body_of_place)
    return {feature for labeller in labellers for feature in labeller.features}


def _features_of_bodies() -> set[str]:
    found = models()
    assert found is not None
    return {part for feature in found.body.features for part in feature[1:].split("&")}


def test_words_in_features_are_label_words_or_three_letters_of_an_affix() -> None:
    for feature in _features():
        own = re.sub(r"^-?\d:", "", feature.split("&")[-1])
        if match := re.fullmatch(r"(?:w|word\d?|has):(.+)", own):
            assert known_word(match[1]) == match[1], feature
        if re.fullmatch(r"-[^\W\d_]+|[^\W\d_]+-", own) and own.strip("-") not in NAMES_OF_FEATURES:
            assert len(own.strip("-")) <= LONGEST, feature


def test_words_in_features_of_bodies_are_words_of_lists() -> None:
    classes = {"-", "9", "?", "X", "x", "edge", "given_names", "months", "titles"}
    for feature in _features_of_bodies():
        if match := re.fullmatch(r"(?:first|last|inside|before\d|after\d):(.+)", feature):
            known = known_word(match[1]) or body_kind(match[1]) != "other" or nouns().fullmatch(match[1])
            assert match[1] in classes or known, feature


def test_no_surname_of_the_annotated_minutes_is_in_a_feature() -> None:
    if not (SHARED / "gold").is_dir():
        pytest.skip("the annotated minutes are not at hand")
    words = {
        part for feature in _features() | _features_of_bodies() for part in re.split(r"[^\w']+", feature.casefold())
    }
    names: set[str] = set()
    for file in sorted((SHARED / "gold").glob("*/*.json")):
        for record in json.loads(file.read_text("utf-8")).get("attendance", []):
            name = str(record["person"]).split()[-1].strip(".,()").casefold()
            if len(name) > LONGEST and known_word(name) is None:
                names.add(name)
    assert len(names) > 300
    offices = {word for office in word_set("offices", "place") for word in office.split()}
    of_bodies = {word for word in names & words if nouns().fullmatch(word)}
    assert not (names & words) - NAMES_OF_FEATURES - offices - of_bodies


def test_the_hash_of_the_data_is_of_texts_and_of_what_they_are_said_to_say() -> None:
    document = read_bytes(b"Present: Ada Quill\n", "minutes.txt")
    one, other, third = (
        data_hash([Sample("a", "a", "documents", text, {"attendance": [{"person": name, "status": "present"}]})])
        for text, name in (
            (document, "Ada Quill"),
            (document, "Bo Marsh"),
            (read_bytes(b"Present: Ada Quill.\n", "minutes.txt"), "Ada Quill"),
        )
    )
    assert len({one, other, third}) == 3
