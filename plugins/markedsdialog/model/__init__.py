"""What a market dialogue is: frozen, typed values; no files, no Pelican and no clock."""
