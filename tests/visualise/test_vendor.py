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

VENDOR = files("govgraph.visualise") / "vendor"
MANIFEST: list[dict[str, Any]] = json.loads((VENDOR / "manifest.json").read_text("utf-8"))


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda e: e["file"])
def test_the_file_has_its_hash_and_its_licences(entry: dict[str, Any]) -> None:
    data = (VENDOR / entry["file"]).read_bytes()
    assert hashlib.sha256(data).hexdigest() == entry["sha256"]
    assert f"@version {entry['version']}".encode() in data
    for licence in entry["licences"]:
        assert (VENDOR / licence).is_file()


def test_everything_in_the_folder_is_in_the_manifest() -> None:
    named = {"manifest.json"} | {name for e in MANIFEST for name in (e["file"], *e["licences"])}
    assert {f.name for f in VENDOR.iterdir()} == named


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda e: e["file"])
def test_it_is_the_packages_own_file(entry: dict[str, Any], tmp_path: Path) -> None:
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
        assert member.read() == (VENDOR / entry["file"]).read_bytes()
