"""private/<slug>/register.yml -> the people and suppliers who must not be named."""
