"""Builds the clusters of words that are features of the labellers: `features/word_clusters.txt`.

    python -m govgraph.graph_loader.minutes.labelling.training.word_clusters VECTORS WORDS [WORDS …]

VECTORS is a file of word vectors in the text form of GloVe, most frequent word first (`word 0.1 -0.2 …`); the clusters
of the package are of the 100 dimensions of GloVe's Wikipedia and Gigaword vectors (public domain). WORDS are lists of
the words of the language, one a line; only what stands there in small letters is taken, so that no name is in the
clusters: Debian's `american-english` and `british-english`. It needs numpy and scikit-learn, which nothing else does.

Vectors are scaled to length one; k-means, with frequent words counting more, makes fine clusters, and k-means over
their centres the wide ones. Models have to be built anew after it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

FINE, WIDE = 400, 50
READ, KEPT = 45_000, 20_000
"""Words by their frequency: clusters are made from the first of all, and of the known ones so many are kept."""
FILE = Path(__file__).parents[2] / "features" / "word_clusters.txt"
_HEAD = """\
# Words of the language by what they are used like, in clusters: learned from vectors, not edited by hand.
# A line is a cluster, `wide: words`; clusters of one wide number are near each other. See training/word_clusters.py.
"""
_WORD = re.compile(r"[a-z]{2,}")


def main(arguments: Sequence[str]) -> int:
    """Reads vectors and words, writes the clusters; 2 where an argument is missing."""
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)  # noqa: T201
        return 2
    vectors, *lists = (Path(name) for name in arguments)
    known = {word for one in lists for word in one.read_text("utf-8").split() if _WORD.fullmatch(word)}
    FILE.write_text(_HEAD + "".join(f"{wide}: {' '.join(words)}\n" for wide, words in clustered(vectors, known)))
    return 0


def clustered(vectors: Path, known: set[str]) -> Iterator[tuple[int, list[str]]]:
    """The clusters of the known words that have a vector, each with the number of the wider one."""
    import numpy as np
    from sklearn.cluster import KMeans

    with vectors.open(encoding="utf-8") as rows:
        read = [row.split() for row in islice(rows, READ)]
    told = [row for row in read if row[0] in known]
    points = np.array([[float(x) for x in row[1:]] for row in told], dtype=np.float32)
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    weights = 1 / np.sqrt(np.arange(len(told)) + 50)
    fine = KMeans(FINE, n_init=1, max_iter=40, random_state=1).fit(points, sample_weight=weights)
    wide = KMeans(WIDE, n_init=5, max_iter=100, random_state=1).fit(fine.cluster_centers_)
    found: dict[int, list[str]] = {}
    for row, number in zip(told[:KEPT], fine.labels_, strict=False):
        found.setdefault(int(number), []).append(row[0])
    groups = sorted((int(wide.labels_[number]), sorted(words)) for number, words in found.items())
    numbers = {old: new for new, old in enumerate(dict.fromkeys(old for old, _ in groups))}
    return ((numbers[old], words) for old, words in groups)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
