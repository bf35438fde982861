"""A folder of HTML -> every wrong link in it, with the line an editor wrote; see docs/links.md."""
