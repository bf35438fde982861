"""Folders of content -> dialogues as frozen values, or every fault of every folder at once."""
