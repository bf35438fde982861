"""Pelican's settings -> a finished site: read, compose, stage, and swap what is live."""
