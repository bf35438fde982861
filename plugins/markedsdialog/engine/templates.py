"""A page and the theme's templates -> its HTML, or the line of a template that cannot make it."""

from pathlib import Path
from traceback import extract_tb

from jinja2 import Environment, FileSystemLoader, TemplateError

from markedsdialog.findings import Finding, Refused
from markedsdialog.pages.page import Page


class Templates:
    """The templates of one theme; findings call their folder `path`."""

    def __init__(self, environment: Environment, folder: Path, path: str) -> None:
        # Without this, a template that is missing here is quietly taken from Pelican's own theme.
        environment.loader = FileSystemLoader(folder)
        self.environment = environment
        self.folder = folder
        self.path = path

    def render(self, page: Page) -> bytes:
        """Return the page's HTML; raise Refused when a template is missing or at fault."""
        name = f"{page.template}.html"
        try:
            template = self.environment.get_template(name)
            return bytes(template.render(page=page, view=page.view), "utf-8")
        except TemplateError as error:
            raise Refused([self._finding(error, name)]) from error

    def _finding(self, error: TemplateError, name: str) -> Finding:
        """Return the innermost line of a template on the way to the error."""
        place = Path(name), 1
        for frame in extract_tb(error.__traceback__):
            if (file := Path(frame.filename)).is_relative_to(self.folder):
                place = file.relative_to(self.folder), frame.lineno or 1
        must = f"The template must be sound ({type(error).__name__}: {error.message})"
        return Finding(f"{self.path}/{place[0]}", place[1], "theme/template", must, "Mend the line")
