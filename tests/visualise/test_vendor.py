"""What is vendored is the npm package's own file: by its hash always, byte for byte where the registry answers."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import tarfile
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

FOLDERS = (files("govgraph.visualise") / "vendor", Path(__file__).parents[1] / "browser" / "vendor")
MANIFESTS: list[tuple[Any, list[dict[str, Any]]]] = [
    (folder, json.loads((folder / "manifest.json").read_text("utf-8"))) for folder in FOLDERS
]
ENTRIES = [(folder, entry) for folder, entries in MANIFESTS for entry in entries]
each_file = pytest.mark.parametrize(("folder", "entry"), ENTRIES, ids=[entry["file"] for _, entry in ENTRIES])


@each_file
def test_the_file_has_its_hash_and_its_licences(folder: Any, entry: dict[str, Any]) -> None:
    data = (folder / entry["file"]).read_bytes()
    assert hashlib.sha256(data).hexdigest() == entry["sha256"]
    assert entry["version"].encode() in data[:1000]
    for licence in entry["licences"]:
        assert (folder / licence).is_file()


@pytest.mark.parametrize(("folder", "entries"), MANIFESTS, ids=["page", "tests"])
def test_everything_in_the_folder_is_in_the_manifest(folder: Any, entries: list[dict[str, Any]]) -> None:
    named = {"manifest.json"} | {name for e in entries for name in (e["file"], *e["licences"])}
    assert {f.name for f in folder.iterdir()} == named


@each_file
def test_it_is_the_packages_own_file(folder: Any, entry: dict[str, Any], tmp_path: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not here; the hash was compared")
    fetched = subprocess.run(
        [npm, "pack", "--silent", f"{entry['package']}@{entry['version']}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if fetched.returncode:
        pytest.skip("npm's registry does not answer; the hash was compared")
    with tarfile.open(next(tmp_path.glob("*.tgz")), mode="r:gz") as archive:
        member = archive.extractfile(f"package/{entry['path']}")
        assert member is not None
        assert member.read() == (folder / entry["file"]).read_bytes()
