"""Packages of words -> what is an ordinary Danish word, what is a name, what the site knows."""
