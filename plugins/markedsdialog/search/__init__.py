"""Published dialogues and standing pages -> a search index in small files, for a reader's browser.

docs/decisions/0020-search.md tells why it is made so, and how the files are laid out.
"""
