"""Raw characters -> text plainly written, cut into sentences and words, each with its place."""
