"""Fetching one jar: from the user's own Maven repository, their mirrors or Maven Central, in that order.

jgo knows the repositories, the user's settings and the paths in them. The bytes are fetched here: jgo opens two new
encrypted connections a jar, one of them for a SHA-1, which proves less than the SHA-256 that we hold. That took 33 s
for all of Neo4j (18 s of it computing) where connections that stay open took 1 s, from the same mirror close by. And
jgo gives up at the first repository that does not answer.
"""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import Any

import requests

from ..errors import StoreError, without_credentials
from .jars import Jar, sha256_of

_TRIES = 3
_TIMEOUT_SECONDS = 30
_BLOCK = 1 << 16
_NOT_HERE = frozenset({401, 403, 404, 410})
"""Answers that another try would not change."""


class RepositoryFetch:
    """Fetches jars with the repositories that the user set for jgo, and Maven Central where they set none of that name.

    A jar that lies in the user's local Maven repository (`M2_REPO`, or Maven's usual place) is taken from there.
    """

    def __init__(self) -> None:
        # jgo takes a while to import, and most starts fetch nothing.
        from jgo.config import GlobalSettings
        from jgo.maven import MavenContext

        settings = GlobalSettings.load()
        self._context = MavenContext(repo_cache=Path(settings.repo_cache))
        # The user's own come first: behind a firewall, the usual one does not answer at all.
        usual: dict[str, str] = self._context.remote_repos
        named = settings.repositories | {n: u for n, u in usual.items() if n not in settings.repositories}
        self._repositories = [url.rstrip("/") for url in named.values()]
        self._threads = threading.local()

    def __call__(self, jar: Jar, folder: Path) -> Path:
        """The file of a jar, in `folder` or in the user's own repository. Raises `StoreError`."""
        artifact = self._artifact(jar)
        own = Path(artifact.cached_path)
        if own.is_file() and sha256_of(own) == jar.sha256:
            return own
        target = folder / jar.file_name
        for attempt in range(1, _TRIES + 1):
            trouble = ""
            for repository in self._repositories:
                url = f"{repository}/{artifact.component.path_prefix.as_posix()}/{artifact.filename}"
                try:
                    status = self._get(url, target)
                except requests.RequestException as error:
                    trouble = f"{without_credentials(url)} does not answer ({type(error).__name__})"
                    continue
                if status == requests.codes.ok:
                    return target
                if status not in _NOT_HERE:
                    trouble = f"{without_credentials(url)} answers with status {status}"
            if not trouble:
                asked = ", ".join(map(without_credentials, self._repositories))
                raise StoreError(f"{jar} is in none of the Maven repositories ({asked}); check the mirrors set for jgo")
            time.sleep(attempt if attempt < _TRIES else 0)
        raise StoreError(
            f"Neo4j could not be fetched: {trouble}. The first start needs the internet, or a Maven mirror set for "
            "jgo; what was fetched stays, and the next start goes on from there"
        )

    def _artifact(self, jar: Jar) -> Any:
        return self._context.project(jar.group, jar.artifact).at_version(jar.version).artifact(jar.classifier)

    def _get(self, url: str, target: Path) -> int:
        """Writes what the address answers into `target` and returns its status."""
        if not hasattr(self._threads, "session"):
            self._threads.session = requests.Session()
        with self._threads.session.get(url, stream=True, timeout=_TIMEOUT_SECONDS) as response:
            if response.status_code == requests.codes.ok:
                with target.open("wb") as opened:
                    for block in response.iter_content(_BLOCK):
                        opened.write(block)
            return int(response.status_code)
