"""Content of market dialogues -> a static site: Markedsdialog's rooms, one question each."""
