"""Dialogues and an edition -> pages: each an address, the template that shows it, and its view.

A view holds ready text, addresses and truth values; the templates put it in place and work
nothing out.
"""
