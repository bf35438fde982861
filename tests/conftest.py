"""What holds for all tests: hypothesis asserts nothing about the clock of a busy machine."""

from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")
