"""A file of any kind -> every text that hides in it, with its place."""
