"""An open page -> what four accessibility engines find on it, each asked for all of WCAG 2.2 AAA.

What an engine itself leaves to a person ("incomplete", "potential", "warning") is no fault here.
"""

from functools import cache

from browser.tools import HERE, NODE, module, run
from playwright.sync_api import Page

AXE = """async () => {
  const found = await axe.run(document, {runOnly: [
    "wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]});
  return found.violations.flatMap(
    (one) => one.nodes.map((node) => `${one.id}: ${node.target.join(" ")}`));
}"""

IBM = """async () => {
  const found = await new ace.Checker().check(document, ["WCAG_2_2", "IBM_Accessibility"]);
  return found.results.filter((one) => one.value[1] === "FAIL")
    .map((one) => `${one.ruleId}: ${one.path.dom}`);
}"""

HTMLCS = """() => new Promise((tell) => HTMLCS.process("WCAG2AAA", document, () => tell(
  HTMLCS.getMessages().filter((one) => one.type === HTMLCS.ERROR)
    .map((one) => `${one.code}: ${one.element.outerHTML?.slice(0, 120)}`))))"""


def axe(page: Page) -> list[str]:
    """Ask axe-core; its own default leaves out the size of targets and all of AAA."""
    page.evaluate(_source("axe-core/axe.min.js"))
    return page.evaluate(AXE)


def ibm(page: Page) -> list[str]:
    """Ask IBM's Equal Access engine."""
    page.evaluate(_source("accessibility-checker-engine/ace.js"))
    return page.evaluate(IBM)


def htmlcs(page: Page) -> list[str]:
    """Ask HTML_CodeSniffer."""
    page.evaluate(_source("@pa11y/html_codesniffer/build/HTMLCS.js"))
    return page.evaluate(HTMLCS)


def alfa(page: Page) -> list[str]:
    """Ask Siteimprove Alfa, the engine with which Danish public bodies are audited."""
    page.evaluate(_alfa())
    return page.evaluate("alfa()")


@cache
def _source(path: str) -> str:
    return module(path).read_text("utf-8")


@cache
def _alfa() -> str:
    """Return Alfa as one script; esbuild makes it in less than a second."""
    module("esbuild/package.json")
    done = run(NODE, str(HERE / "bundle.mjs"), str(HERE / "alfa.entry.js"))
    assert done.returncode == 0, done.stderr
    return done.stdout
