"""Raw minutes + register -> a draft without names, and a list of every replacement and doubt."""
