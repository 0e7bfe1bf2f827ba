"""The pages of the site, one file a kind: each gives `Page`s, whose content holds links and words and no records."""
