"""Settings of stock Pelican for the bench: its defaults, but for what a site must state."""

SITENAME = "Markedsdialoger"
SITEURL = "https://markedsdialog.example"
TIMEZONE = "Europe/Copenhagen"
DEFAULT_LANG = "da"
THEME = "simple"
