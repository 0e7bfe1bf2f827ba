"""Names of bodies put together as they are written, and as humans decided: one body of two names, or two of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..context import NameInContext
from ..judgements import Constraints

Forms = Mapping[str, Sequence[NameInContext]]
"""The names of bodies by their folded form."""


def bodies_of(forms: Forms, main: Mapping[str, str], constraints: Constraints) -> list[list[NameInContext]]:
    """The names of each body. `main` is the form that each form is a slip of, or itself.

    Forms that a human put together are one body; where humans keep names of one body apart, those that nobody spoke of
    go with the judged names that are written alike, the earliest where several are.
    """
    linked = dict(main)
    form_of = {m.id: form for form, names in forms.items() for m in names}
    for group in constraints.together:
        roots = sorted({linked[form_of[m]] for m in group if m in form_of})
        linked = {form: roots[0] if root in roots else root for form, root in linked.items()}
    blocks: dict[str, list[str]] = {}
    for form in sorted(forms):
        blocks.setdefault(linked[form], []).append(form)
    found = []
    for block in blocks.values():
        names = {m.id: m for form in block for m in forms[form]}
        if any(constraints.kept_from(m) & names.keys() for m in names):
            found += _parted(names, form_of, main, constraints)
        else:
            found.append(list(names.values()))
    return found


def _parted(
    names: Mapping[str, NameInContext], form_of: Mapping[str, str], main: Mapping[str, str], constraints: Constraints
) -> list[list[NameInContext]]:
    """The bodies of names that humans keep apart: first the judged names, the earliest first, then all others."""
    bodies: list[list[str]] = []
    placed: set[str] = set()
    ordered = [n.id for n in sorted(names.values(), key=lambda n: n.position)]

    def body_for(together: Iterable[str], forbidden: frozenset[str]) -> list[str]:
        free = [body for body in bodies if not forbidden & set(body)]
        for same in (form_of, {m: main[form_of[m]] for m in names}):
            wanted = {same[m] for m in together}
            if (fit := next((b for b in free if wanted & {same[m] for m in b}), None)) is not None:
                return fit
        bodies.append([])
        return bodies[-1]

    judged = [m for m in ordered if constraints.kept_from(m) or constraints.kept_with(m)]
    for mention in judged:
        if mention in placed:
            continue
        group = {mention, *(constraints.kept_with(mention) & names.keys())}
        forbidden = frozenset[str]().union(*(constraints.kept_from(m) for m in group))
        body_for(group, forbidden).extend(sorted(group))
        placed |= group
    for mention in ordered:
        if mention not in placed:
            body_for([mention], frozenset()).append(mention)
    return [[names[m] for m in body] for body in bodies]
