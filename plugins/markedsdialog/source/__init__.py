"""Bytes of a source file -> text, facts and prose, each with the lines on which they stand."""
