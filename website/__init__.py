"""The store as a static site: a page for each person, body, meeting and document, from a file or any server.

`reading` asks the store a fixed number of questions, `records` is what it answers, `pages` makes pages of that, one
file a kind, and `writing` writes those that differ from what is there; `site.build_site` is the way through.
"""
