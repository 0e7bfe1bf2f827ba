"""Profiles: a council's own rules with their dates, from `profiles/*.yaml` or from a file of the user's.

A profile says in which time which regime, quorum, seats and terms hold, and which run of minutes is complete. One may
extend another; what it says itself counts first. Rules that need what no profile says give no verdict.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from math import ceil
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ..graph_loader.folding import fold_body
from ..graph_loader.store import Store
from .catalogue import QueryError, Row, run


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Time(_Part):
    """A stretch of days, both included; without an end it goes on."""

    start: str | None = Field(default=None, alias="from")
    end: str | None = Field(default=None, alias="to")

    def rows(self) -> Row:
        """The days as a query takes them."""
        return {"from": self.start, "to": self.end}


class Quorum(_Part):
    """How many members must be there: a number, or a share of the seats and perhaps some more."""

    number: int | None = None
    share: float | None = None
    more: int = 0

    def of(self, seats: int | None) -> int | None:
        """The quorum of a body with so many seats; none where it cannot be told."""
        if self.number is not None:
            return self.number
        return ceil(self.share * seats) + self.more if self.share is not None and seats else None


class Era(Time):
    """What holds in a time: the regime, quorums by kind of body, the rule of six months."""

    source: str = ""
    regime: str | None = None
    quorum: dict[str, Quorum] = {}
    six_months: bool | None = None


class BodyRule(Time):
    """What holds for one body in a time."""

    name: str
    seats: int | None = None
    quorum: int | None = None
    source: str = ""


class Remote(_Part):
    """When meetings may be held remotely."""

    source: str
    lawful: tuple[Time, ...] = ()


class Profile(_Part):
    """A council's own rules."""

    name: str
    title: str
    extends: str | None = None
    councils: tuple[str, ...] = ()
    eras: tuple[Era, ...] = ()
    bodies: tuple[BodyRule, ...] = ()
    remote: Remote | None = None
    terms: tuple[Time, ...] = ()
    complete: tuple[Time, ...] = ()
    seat_open_meetings: int | None = None


@dataclass(frozen=True)
class Chosen:
    """A profile with those that it extends, the nearest first."""

    layers: tuple[Profile, ...] = ()

    @property
    def title(self) -> str:
        """What the profile is called."""
        return self.layers[0].title if self.layers else "no profile"

    @property
    def seat_open_meetings(self) -> int | None:
        """After how many meetings an open seat is a finding, if the profile says so."""
        return next((p.seat_open_meetings for p in self.layers if p.seat_open_meetings), None)


def built_in() -> dict[str, Profile]:
    """The profiles that come with govgraph, by name."""
    found = {}
    for file in sorted((files(__package__) / "profiles").iterdir(), key=lambda f: f.name):
        if file.name.endswith(".yaml"):
            profile = _parse(file.read_text("utf-8"), file.name)
            found[profile.name] = profile
    return found


def _parse(text: str, name: str) -> Profile:
    try:
        data: Any = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - plain texts only: dates stay as written
        return Profile.model_validate(data)
    except yaml.YAMLError as error:
        raise QueryError(f"{name}: no YAML: {' '.join(str(error).split())}; correct it with an editor") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        said = "there is no such line" if first["type"] == "extra_forbidden" else first["msg"]
        raise QueryError(f"{name}: {place}: {said}; `govgraph profile init` writes every line there is") from error


def named(given: str) -> Chosen:
    """The profile of a name or of a file. Raises `QueryError` for an unknown name and for a file that is no profile."""
    known = built_in()
    if given.endswith((".yaml", ".yml")):
        try:
            return _with_layers(_parse(Path(given).read_text("utf-8"), given), known)
        except OSError as error:
            raise QueryError(f"{given}: {error.strerror}; `govgraph profile init` writes a profile") from error
        except UnicodeDecodeError as error:
            raise QueryError(f"{given}: no text in UTF-8; save it as UTF-8") from error
    if given not in known:
        raise QueryError(f"there is no profile “{given}”; there are {', '.join(known)}, or give a .yaml file")
    return _with_layers(known[given], known)


def councils(store: Store) -> dict[str, str]:
    """The name of each council of the store, by scope."""
    return {row["scope"]: row["council"] for row in run(store, "councils") if row["council"]}


def bodies_that_met(store: Store, scope: str) -> list[Row]:
    """What the minutes of a council tell of each body that met, for its profile; most meetings first."""
    return [row for row in run(store, "profile_bodies") if row["scope"] == scope]


def by_scope(store: Store, given: str | None) -> dict[str, Chosen]:
    """The profile of every council of the store, by scope: the given one for all, else that which the folder states,
    else the one that is made for the council. Scopes without one are left out. Raises `QueryError`.
    """
    councils = run(store, "councils")
    if given:
        return dict.fromkeys((row["scope"] for row in councils), named(given))
    found: dict[str, Chosen] = {}
    for row in councils:
        chosen = named(row["profile"]) if row["profile"] else _made_for(row["council"])
        if chosen.layers and row["scope"] not in found:
            found[row["scope"]] = chosen
    return found


def term_ends(store: Store, given: str | None = None) -> dict[str, list[str]]:
    """The last days of the terms of every council of the store whose profile gives them, in order, by scope."""
    return ends_of(by_scope(store, given))


def ends_of(profiles: Mapping[str, Chosen]) -> dict[str, list[str]]:
    """The last days of the terms that these profiles give, in order, by scope."""
    found = {}
    for scope, chosen in profiles.items():
        ends = next((p.terms for p in chosen.layers if p.terms), ())
        found[scope] = sorted(t.end for t in ends if t.end)
    return found


def _made_for(council: str | None) -> Chosen:
    known = built_in()
    own = [p for p in known.values() if council and fold_body(council) in {fold_body(name) for name in p.councils}]
    return _with_layers(own[0], known) if len(own) == 1 else Chosen()


def _with_layers(profile: Profile, known: dict[str, Profile]) -> Chosen:
    layers = [profile]
    while (name := layers[-1].extends) and len(layers) < 10:
        if name not in known:
            raise QueryError(
                f"the profile “{layers[-1].name}” extends “{name}”, which is not there; there are {', '.join(known)}"
            )
        layers.append(known[name])
    return Chosen(tuple(layers))


def rows(store: Store, chosen: Mapping[str, Chosen]) -> list[Row]:
    """What the profiles say of every council and body of the store: one row a body or council, time and thing said."""
    found: list[Row] = []
    for body in run(store, "bodies_of_scopes"):
        found += _of_body(chosen.get(body["scope"], Chosen()).layers, body)
    for scope, profile in sorted(chosen.items()):
        if profile.seat_open_meetings:
            found.append(_row(None, scope, Time(), "", seat_open_meetings=profile.seat_open_meetings))
        for layer in profile.layers:
            found += [_row(None, scope, t, "", complete=True) for t in layer.complete]
            found += [_row(None, scope, e, e.source, six_months=True) for e in layer.eras if e.six_months]
            if layer.remote:
                found += [_row(None, scope, t, layer.remote.source, remote=True) for t in layer.remote.lawful]
    return found


def _of_body(layers: Sequence[Profile], body: Row) -> list[Row]:
    found: list[Row] = []
    for layer in layers:
        own = [b for b in layer.bodies if fold_body(b.name) == fold_body(body["name"])]
        seats = next((b.seats for b in own if b.seats), None) or _seats(layers, body)
        found += [_row(body, body["scope"], b, b.source, quorum=b.quorum, seats=b.seats) for b in own]
        for era in layer.eras:
            rule = era.quorum.get(body["kind"])
            quorum = rule.of(seats) if rule else None
            if quorum is not None:
                found.append(_row(body, body["scope"], era, era.source, quorum=quorum))
    return found


def _seats(layers: Sequence[Profile], body: Row) -> int | None:
    wanted = fold_body(body["name"])
    return next((b.seats for p in layers for b in p.bodies if fold_body(b.name) == wanted and b.seats), None)


def _row(body: Row | None, scope: str, time: Time, source: str, **said: Any) -> Row:
    empty = dict.fromkeys(("quorum", "seats", "complete", "six_months", "remote", "seat_open_meetings"))
    return empty | time.rows() | {"body_id": body["id"] if body else None, "scope": scope, "source": source} | said
