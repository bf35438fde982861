"""YAML -> plain values or one finding; the only place of this room that reads YAML.

To be exchanged for the site's strict reader.
"""

from pathlib import PurePath

import yaml

from markedsdialog.findings import Finding, Refused


class _Strict(yaml.CSafeLoader):
    """CSafeLoader that refuses a key which stands twice (YAML 1.2.2, section 3.2.1.1)."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:  # noqa: FBT001, FBT002 - PyYAML's own signature
        seen: set[object] = set()
        for key, _ in node.value:
            name = self.construct_object(key, deep=deep)
            if name in seen:
                raise yaml.constructor.ConstructorError(None, None, "twice", key.start_mark)
            seen.add(name)
        return super().construct_mapping(node, deep=deep)


def read_yaml(text: str, path: PurePath | str, rule: str) -> object:
    """Return the value of a YAML text; raises Refused, without repeating what stands in it."""
    try:
        return yaml.load(text, Loader=_Strict)  # noqa: S506 - a CSafeLoader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise Refused([unreadable(path, line, rule)]) from None


def unreadable(path: PurePath | str, line: int, rule: str) -> Finding:
    """Return the finding of a YAML file that cannot be understood."""
    return Finding(
        str(path), line, rule, "the file must be YAML without repeated keys", "Correct this line"
    )


def split_front_matter(text: str) -> tuple[str, str]:
    """Return the YAML between the first two --- lines, and the body; ("", text) without any."""
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].rstrip() != "---":
        return "", text
    for index, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            return "".join(lines[1:index]), "".join(lines[index + 1 :])
    return "", text
