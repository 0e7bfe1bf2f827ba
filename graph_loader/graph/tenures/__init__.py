"""Who held which place and when: the one computation of it, from listings, decisions, and what ended a place.

`evidence` says what it is made from and what comes out, `terms` reads terms of office, `endings` what ends a place,
`listed`, `placed` and `open_seats` make spells of it, `spells` puts them together.
"""
