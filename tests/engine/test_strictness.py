"""What Pelican would log, skip or fill in by itself ends the build here."""

from pathlib import Path

import pytest
from house.project import PELICAN, run

LOUD = """
import logging, types

def register():
    logging.getLogger({logger!r}).{level}("hov")

loud = types.ModuleType("loud")
loud.register = register
PLUGINS = [*PLUGINS, loud]
"""

# What stands in the settings -> words that the answer must have.
SETTINGS = {
    "a warning": (LOUD.format(logger="pelican.plugins.loud", level="warning"), "hov"),
    "an error": (LOUD.format(logger="pelican.plugins.loud", level="error"), "hov"),
    "a warning of a library": (LOUD.format(logger="loud", level="warning"), "hov"),
    "a plugin that is not there": ("PLUGINS = [*PLUGINS, 'findes_ikke']", "findes_ikke"),
    "a plugin that fails": (
        LOUD.format(logger="x", level="warning").replace("logging.get", "logging.nothing."),
        "Cannot register plugin",
    ),
    "an import that fails": ("import findes_ikke", "findes_ikke"),
    "a setting that Pelican gave up": ("LESS_GENERATOR = True", "LESS_GENERATOR"),
    "an address with a slash too many": ("SITEURL = 'https://x.example/'", "SITEURL"),
    "a theme that is not there": ("THEME = 'findes_ikke'", "findes_ikke"),
}


@pytest.mark.parametrize("name", SETTINGS)
def test_settings_at_fault_end_the_build(name: str, project: Path) -> None:
    lines, words = SETTINGS[name]
    with (project / "pelicanconf.py").open("a") as settings:
        settings.write(f"\n{lines}\n")
    done = run(project, PELICAN, "content")
    assert done.returncode == 1
    assert words in done.stdout + done.stderr
    assert not list(project.glob("output*"))


@pytest.mark.parametrize("bar", [("--fatal", "errors"), ("--quiet",)])
def test_a_lower_bar_on_the_command_line_is_not_heeded(bar: tuple[str, ...], project: Path) -> None:
    with (project / "pelicanconf.py").open("a") as settings:
        settings.write(SETTINGS["a warning"][0])
    assert run(project, PELICAN, "content", *bar).returncode == 1


# What is done to one template -> how the finding begins.
TEMPLATES = {
    "a template that Pelican's own theme has": ("base.html", None, "front.html:1"),
    "a template of a page": ("list.html", None, "list.html:1"),
    "an unknown name": ("front.html", "\n{{ findes_ikke }}", "front.html:13"),
    "an unknown part of a name": ("list.html", "\n{{ page.farve }}", "list.html:11"),
    "an unknown file of the theme": (
        "components/contact.html",
        '{% macro contact(contact) %}\n{{ assets["logo.svg"] }}{% endmacro %}',
        "components/contact.html:2",
    ),
    "broken syntax": ("components/prose.html", "{% if %}", "components/prose.html:1"),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_at_fault_is_told_by_its_line(name: str, project: Path) -> None:
    template, text, place = TEMPLATES[name]
    file = project / "theme/templates" / template
    if text is None:
        file.unlink()
    elif template.startswith("components/"):
        file.write_text(text)
    else:
        file.write_text(file.read_text().replace("{% endblock %}", f"{text}{{% endblock %}}"))
    done = run(project, PELICAN, "content")
    assert done.returncode == 1
    *lines, count = done.stderr.splitlines()
    assert any(line.startswith(f"theme/templates/{place}: theme/template: ") for line in lines)
    assert count == f"{len(lines)} to mend. The site is as it was."
    assert not list(project.glob("output*"))


def test_each_template_that_needs_a_missing_one_is_told_once(project: Path) -> None:
    (project / "theme/templates/base.html").unlink()
    told = run(project, PELICAN, "content").stderr
    missing = {file.name for file in (project / "theme/templates").glob("*.html")}
    assert {line.split(":")[0].rpartition("/")[2] for line in told.splitlines()[:-1]} == missing
    assert len(told.splitlines()) == len(missing) + 1


def test_what_an_editor_writes_is_never_a_tag(house: Path) -> None:
    front = (house / "index.html").read_text("utf-8")
    assert "varm mad &amp; drikke" in front
    assert "mad & drikke" not in front
