"""A published document -> all texts of the content without it, and a dated public note instead.

Texts come in and texts go out; what is written where, and in which order, is the command's.
"""
