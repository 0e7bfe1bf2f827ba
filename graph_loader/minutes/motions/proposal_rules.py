"""The forms in which minutes name who proposed and who seconded."""

from __future__ import annotations

from ..names.tagging import rule

PROPOSERS = (
    (
        "slash",
        rule(
            r"\b(?:moved|proposed|motion) ?(?:and|&|/) ?(?:duly )?seconded ?(?:by)? ?:? ?"
            r"<P:who> ?(?:and|&|,|/) ?(?:seconded by )?<P:second>"
        ),
    ),
    (
        "pair",
        rule(
            r"\b(?:on (?:the|a) (?:proposal|proposition|motion|nomination) (?:of|by)"
            r"|(?:prop\.?|pro-?posed|moved)(?: and seconded)?(?: by)?"
            r"|mover|proposer|maker(?= ?:)|(?:a |the )?(?:substitute |original |amended )?motion (?:was )?(?:made )?by"
            r"|(?:prop(?:osed|\.)?|pro-posed|moved) (?:for [^.;:\n\ue000-\ue009]{1,50}?"
            r"|to be [^.;:\n\ue000-\ue009]{1,60}?|as (?:(?!second)[^.;:\n\ue000-\ue009]){1,40}?) by) ?[:–-]? ?<P:who>"
            r"(?: ?/ ?<P:second>)?"
        ),
    ),
    ("pair", rule(r"\b(?:up)?on (?:a |the )?motion (?:of|by|from) <P:who>")),
    (
        "pair",
        rule(
            r"\b(?:motion|1st|first|offered by)(?: by)? ?[:–-]? ?<P:who>"
            r"(?= ?[,;/.]? ?(?:and )?(?:second|2nd)|,? (?:to|that)\b)"
        ),
    ),
    (
        "motion",
        rule(
            r"\b(?:motion|amendment|proposal)\b[^.\n]{0,120}? (?:was |were )?(?:made|proposed|moved|put|tabled) by "
            r"<P:who>"
        ),
    ),
    ("motion", rule(r"\b(?:an|a (?:further|second|counter)) ?-?(?:amendment|motion) (?:by|from) <P:who>")),
    (
        "motion",
        rule(
            r"\b(?:motion|amendment|proposal)\b[^.\n\ue000-\ue009]{0,120}? by <P:who>"
            r"(?= (?:died|failed|fell|lapsed|found no|was (?:not )?(?:seconded|carried|lost|defeated)))"
        ),
    ),
    (
        "by",
        rule(
            r"\bby ?:? ?<P:who>(?= ?,? ?(?:and )?(?:then |was |duly )?(?:se-?conded|2nd|second)(?: by)? ?[:–-]? ?<P>)"
        ),
    ),
    (
        "pair",
        rule(r"\b(?:proposed|moved)\. <P:who>(?= ?[,;]? ?(?:and )?(?:se-?conded|2nd|second)\b)"),
    ),
    (
        "verb",
        rule(
            r"<P:who>(?:'s motion)?,? (?:(?:then|also|formally|again|further|subsequently|duly|therefore|hereby) )?"
            r"(?:proposed|moved|moves|motions|propose[sd]?|made (?:a|the) motion"
            r"|put forward (?:a|the) motion"
            r"|offered (?:a|the|the following) (?:motion|resolution)|motioned"
            r"|makes (?:a|the) motion|proposing|moving(?! (?:forward|on\b))"
            r"|introduced a motion)\b"
            r"(?! by )(?! to (?:leave|the next|another) )"
            r"(?! (?:several|some|various|many|edits|changes|options|ideas|alternatives|suggestions|a number)\b)"
        ),
    ),
    (
        "nominated",
        rule(
            r"<P:who>,? (?:(?:then|also) )?nominated <P>(?: (?:for|as|to) [^.;\n\ue000-\ue009]{1,60}?)?"
            r"(?=[.,;]? ?(?:(?:the nomination|and (?:this|it)|this|which|it) was )?(?:<P>,? )?(?:and )?"
            r"second(?:ed|ing|s)?\b)"
        ),
    ),
    ("pair", rule(r"\bmotion ?/ ?second(?:er)? ?[:–-]? ?<P:who> ?[/,&] ?<P:second>")),
    (
        "pair",
        rule(r"\b(?:motion|moved|proposed) ?\( ?<P:who>(?: ?[,;/] ?(?:2nd|second(?:ed)?(?: by)?)? ?<P:second>)? ?\)"),
    ),
    ("pair", rule(r"(?<=[.;:])\s{1,3}by:? <P:who> ?/ ?<P:second>")),
    ("pair", rule(r"(?<=[.;:])\s{1,3}by:? <P:who>(?=[.,;]? ?second(?:ed)?(?: by)?:? ?<P>)")),
    (
        "pair",
        rule(
            r"\b(?:moved that|motion to|motion that) [^:.\n\ue000-\ue009]{3,120}: ?<P:who>"
            r"(?=[.,;]? ?(?:second(?:ed)?|2nd)\b)"
        ),
    ),
    ("pair", rule(r"\bmotion <P:who>(?=,? (?:second|2nd)\b)")),
    ("verb", rule(r"<P:who> prop\.?(?= <P> (?:2nd|sec)\b)")),
    (
        "seconded_first",
        rule(r"<P:who>,? (?:seconded by|supported by|with the support of) <P>,? (?:proposed|moved|propose[sd]?)\b"),
    ),
    (
        "slash",
        rule(
            r"(?:\b(?:m[/-]?s[/-]?[cpu]?/?u?|m&s|moved/seconded|proposed/seconded|p/s|prop/sec)[ :,–-]*[(\[]? ?)<P:who>"
            r" ?[/,&-] ?<P:second>[)\]]?"
        ),
    ),
    (
        "slash",
        rule(
            r"(?<![/\w])<N:who> ?/ ?<N:second>,?"
            r" (?:to (?:ap(?:prove|point)|a(?:ccept|dopt|djourn|mend|uthori|ward|llow)"
            r"|pay|elect|purchase|enter|receive|confirm|nominate|close|hire|grant|deny|table)|that |moved?\b|motion\b)"
        ),
    ),
    (
        "slash",
        rule(
            r"(?:^|[\n\x1f])[^\n\x1f\ue000-\ue009]{0,40}?<N:who> ?(?:,|/|–|-|&|and\b) ?<N:second> ?[:.–-]?[ \n]{0,40}"
            r"(?-i:THAT|That|BE IT|Be it|WHEREAS|Whereas)\b"
        ),
    ),
    (
        "slash",
        rule(
            r"(?<![\w.])\(?(?-i:[MP])(?: ?\) ?[:–-]?| ?[:–-]) ?<P:who> ?[,;/]? ?"
            r"\(?(?-i:S|2nd)(?: ?\) ?[:–-]?| ?[:–-]) ?<P:second>"
        ),
    ),
    ("closing", rule(r"[(\[] ?<P:who> ?(?:/|,|&|and|[–-]) ?<P:second> ?[)\]]")),
    ("closing", rule(r"(?<![\w/])<P:who> ?/ ?<P:second>(?![\w/])")),
    ("closing", rule(r"\bmotion (?:to|that) [^:\n]{3,160}: ?<P:who>(?:,| and| ?[&–-]) <P:second>(?= ?[.,;–-] ?|$)")),
)
"""The rules for proposers, each with its name; `second` is a seconder that the same words name."""

SECONDERS = rule(
    r"(?:(?<=and[ \x1f])<P:subject> (?:duly |formally )?seconded(?= <P>)"
    r"|<P:owner> (?:duly |formally )?seconded(?= <P>'?s? (?:motion|amendment|proposal|nomination)\b)"
    r"|\b(?:(?:se-?conded|second|2nd|seconder)(?: by| as)?|(?:sec|secd)\.?(?: by)?) ?[:–-]? ?<P:by>"
    r"|(?<=[\ue000-\ue005]) ?,? ?(?:and |with the )?support(?:ed)? (?:by|from|of) <P:with>"
    r"|\bwith (?:a )?second (?:from|by) <P:from>|\bsecond(?:ed)? ?\( ?<P:brackets> ?\)"
    r"|<P:name>,? (?:(?:then|also|duly|formally) )?(?:se-?conded|seconds|second|2nd|seconding)"
    r"(?: (?:the motion|this|it|the proposal|that|the proposition|the amendment))?\b(?! by)(?! ?[:–-] ?<P>)(?! <P>))"
)
"""Seconders by themselves: after the word, as those who support, or before the verb."""

NOMINATED = rule(
    r"<P:name>(?: ?,? (?:was|were) (?:then )?| ?, )(?:proposed|nominated)"
    r"(?: as [^.;\n]{1,60}?| for [^.;\n]{1,60}?)? by <P:who>"
)
"""A nominee before the proposer: `A was nominated by B`."""
