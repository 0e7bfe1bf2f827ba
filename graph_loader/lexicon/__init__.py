"""What is known of words, in one place: titles, honours, names, offices, kinds of body, months.

The words stand in the plain files of `data/`, one entry a line with its classes; minutes, identity and graph look them
up here. Nothing is read before it is first asked for. docs/decisions/0012-one-lexicon.md says why.
"""
