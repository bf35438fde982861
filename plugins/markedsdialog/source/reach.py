"""The tree of a text -> the same tree, so that keys, fingers and narrow screens reach all of it.

A table of many columns is wider than any page. It gets a box that scrolls, and only a box that
takes the focus and has a name can be scrolled by key (WCAG 2.2, 2.1.1). A table of few columns is
shown row by row on a narrow screen, where each cell then tells its column (1.4.10). A link that has
a line to itself is no link in running text, and must be as large as a finger (2.5.5).
"""

from xml.etree.ElementTree import Element

BLOCKS = frozenset({"p", "li", "td", "th"})
LONE = "lone-link"
FEW_COLUMNS = 5
"""As many as stand beside each other in the width of the text."""
NAMED_BY = 3
"""How many of a table's first cells make the name of its box."""


def ease(root: Element) -> None:
    """Dress tables by their width, and mark each link that stands alone."""
    for parent in list(root.iter()):
        if parent.tag in BLOCKS and _holds_one_link(parent):
            parent[0].set("class", LONE)
        for place, child in enumerate(parent):
            if child.tag == "table":
                _label(child)
                if len(child.findall("thead/tr/th")) > FEW_COLUMNS:
                    parent[place] = _box(child)


def _holds_one_link(block: Element) -> bool:
    texts = (block.text, *(child.tail for child in block))
    return [child.tag for child in block] == ["a"] and not any(
        text and text.strip() for text in texts
    )


def _words(cell: Element) -> str:
    return "".join(cell.itertext()).strip()


def _label(table: Element) -> None:
    """Let each cell carry the words of its column."""
    labels = [_words(head) for head in table.iterfind("thead/tr/th")]
    for row in table.iterfind("tbody/tr"):
        for label, cell in zip(labels, row, strict=False):
            if label:
                cell.set("data-label", label)


def _box(table: Element) -> Element:
    cells = [_words(cell) for cell in (*table.iter("th"), *table.iter("td"))]
    name = ", ".join([cell for cell in cells if cell][:NAMED_BY])
    attributes = {"class": "wide-table", "role": "group", "tabindex": "0", "aria-label": name}
    box = Element("div", attributes)
    box.tail, table.tail = table.tail, "\n"
    box.text = "\n"
    box.append(table)
    return box
