"""How things are written on a page: names as links, passages as links to their line, names of the public blanked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from markupsafe import Markup, escape

from ..queries.output.published import published_at
from ..queries.tenures import in_words
from .addresses import Addresses
from .records import Document, Fact, Meeting, Named, Place, Records

WITHHELD = Markup('<span class="withheld">[name withheld]</span>')
SOMEBODY = Markup('<span class="withheld">a member of the public</span>')
_DAY = re.compile(r"(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])")
_SHORTEST = 3
"""Letters of a name that is blanked wherever it stands; a shorter one is in many words."""


def markup(html: str) -> Markup:
    """HTML in which every text is escaped already: `Markup.format` takes several times as long."""
    return Markup(html)  # noqa: S704 - as said


@dataclass(frozen=True)
class Shown:
    """Writes links for pages of one depth: `root` leads from such a page to the site's folder, `` or `../`."""

    records: Records
    addresses: Addresses
    root: str = "../"
    words: dict[str, list[Markup]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """The lines of the document that was shown last, by its version."""
    _links: dict[tuple[str | None, str], Markup] = field(default_factory=dict, init=False, repr=False, compare=False)
    _sources: dict[tuple[str, int, int], Markup] = field(default_factory=dict, init=False, repr=False, compare=False)

    def link(self, ident: str | None, words: str) -> Markup:
        """The words as a link to the page of a person, body, meeting or document, where it has one."""
        known = self._links.get((ident, words))
        if known is None:
            known = self._links[ident, words] = self._link(ident, words)
        return known

    def _link(self, ident: str | None, words: str) -> Markup:
        if ident in self.records.withheld:
            return SOMEBODY
        address = self.addresses.get(ident)
        if address is None:
            return markup(f"<bdi>{escape(words)}</bdi>")
        return markup(f'<a href="{self.root}{address}"><bdi>{escape(words)}</bdi></a>')

    def person(self, ident: str | None, words: str = "") -> Markup:
        """A person by name."""
        known = self.records.people.get(ident or "")
        return self.link(ident, words or (known.name if known else "somebody"))

    def body(self, ident: str | None, words: str = "") -> Markup:
        """A body by name."""
        known = self.records.bodies.get(ident or "")
        return self.link(ident, words or (known.name if known else "no body named"))

    def name(self, named: Named) -> Markup:
        """A name of a fact: the person or body meant, or the words as written where that is open."""
        if named.means:
            known = self.records.people.get(named.means) or self.records.bodies.get(named.means)
            return self.link(named.means, known.name if known else named.text)
        return Markup('<bdi>{}</bdi> <span class="undecided">(not decided who)</span>').format(named.text)

    def meeting(self, meeting: Meeting, fact: Fact | None = None) -> Markup:
        """A meeting by its day, leading to what it says of a fact where one is given."""
        address = self.addresses[meeting.id] + (f"#{fact.id}" if fact else "")
        words = in_words(meeting.date) if meeting.date else "no day known"
        day = f'<time datetime="{escape(meeting.date)}">{words}</time>'
        return markup(f'<a href="{self.root}{escape(address)}">{day}</a>')

    def line(self, place: Place) -> str:
        """The address of the line of a passage."""
        document = self.records.document_of_version[place.version]
        return f"{self.root}{self.addresses[document.id]}#L{place.line}"

    def published(self, document: Document, place: Place | None = None) -> Markup:
        """A link to where a document was published, or nothing."""
        address = published_at(document.uri, place.text if place else "", place.page if place else None)
        if address is None:
            return Markup("")
        where = f"published, page {place.page}" if place and place.page else "published"
        return markup(f' <a class="published" href="{escape(address)}" rel="noopener noreferrer">{where}</a>')

    def source(self, place: Place | None, beside: str | None = None) -> Markup:
        """Where a passage stands: document and line, and where that was published; the line alone of a text beside.

        `beside` is the version whose text is on the same page.
        """
        if place is None:
            return Markup("")
        if place.version == beside:
            return markup(f'<a class="at" href="#L{place.line}">line {place.line}</a>')
        key = (place.version, place.start, place.end)
        known = self._sources.get(key)
        if known is None:
            known = self._sources[key] = self._source(place)
        return known

    def _source(self, place: Place) -> Markup:
        document = self.records.document_of_version[place.version]
        page = f"page {place.page}, " if place.page else ""
        words = f"<bdi>{escape(document.name)}</bdi>, {page}line {place.line}"
        return markup(f'<a class="at" href="{self.line(place)}">{words}</a>{self.published(document, place)}')

    def sources(self, facts: Iterable[str], most: int = 3) -> list[Markup]:
        """Where these facts are stated, the earliest meetings first, and how many more there are."""
        stated = [
            (f.date, f.statement) for i in dict.fromkeys(facts) if (f := self.records.facts.get(i)) and f.statement
        ]
        stated.sort(key=lambda of: (of[0], of[1].version, of[1].start))
        places = [place for _, place in stated]
        found = dict.fromkeys(self.source(place) for place in places[:most])
        more = [Markup("and {} more").format(len(places) - most)] if len(places) > most else []
        return [*found, *more]

    def quote(self, place: Place | None, longest: int = 600) -> Markup:
        """The words of a passage, with names of members of the public blanked."""
        if place is None:
            return Markup("")
        text = place.text if len(place.text) <= longest else place.text[:longest].rstrip() + " …"
        return self.blanked(place.version, text)

    def blanked(self, version: str, text: str) -> Markup:
        """Words of a version with the names that are withheld blanked."""
        pattern = self.blanks(version)
        return blank(text, pattern) if pattern else escape(text)

    def blanked_markup(self, versions: Iterable[str], words: Markup) -> Markup:
        """Words with links in them, made of what these versions say, with the names that are withheld blanked."""
        for version in sorted(versions) if self.records.withheld_names else ():
            names = self.records.withheld_names.get(version, frozenset())
            if pattern := _pattern(frozenset(str(escape(name)) for name in names)):
                words = Markup(pattern.sub(str(WITHHELD), str(words)))  # noqa: S704 - both are escaped
        return words

    def told(self, words: str) -> Markup:
        """A sentence about the records as a whole: days in words, every name that is withheld anywhere blanked."""
        words = _DAY.sub(lambda day: in_words(day[0]), words)
        pattern = _pattern(self.records.withheld_anywhere)
        return blank(words, pattern) if pattern else escape(words)

    def blanks(self, version: str) -> re.Pattern[str] | None:
        """What is blanked in a version, or none."""
        names = self.records.withheld_names.get(version)
        return _pattern(names) if names else None


def blank(text: str, pattern: re.Pattern[str]) -> Markup:
    """The text, escaped, with what the pattern finds blanked."""
    found, at = [], 0
    for match in pattern.finditer(text):
        found += [escape(text[at : match.start()]), WITHHELD]
        at = match.end()
    return Markup("").join([*found, escape(text[at:])])


@cache
def _pattern(names: frozenset[str]) -> re.Pattern[str] | None:
    """Finds these names as whole words, however they are spaced; the longest first."""
    told = sorted((n for n in names if len(n) >= _SHORTEST), key=lambda n: (-len(n), n))
    if not told:
        return None
    return re.compile(r"(?<!\w)(?:" + "|".join(r"\s+".join(map(re.escape, n.split())) for n in told) + r")(?!\w)")
