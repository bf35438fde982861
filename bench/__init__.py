"""What the project costs to run, measured beside what else could be used: see README.md."""
