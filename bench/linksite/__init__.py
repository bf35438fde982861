"""A number of pages and a seed -> a site with planted faults, look-alikes and their truth."""
