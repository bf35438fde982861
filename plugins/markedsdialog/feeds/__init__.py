"""Dialogues and an edition -> what machines read: Atom feeds, the sitemap, rules for robots."""
