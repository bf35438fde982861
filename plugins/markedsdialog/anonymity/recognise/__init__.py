"""Text -> the places of one kind of thing; one recogniser per file."""
