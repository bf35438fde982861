"""A file that an editor saved -> its text, or the reasons why it cannot be trusted."""

import re
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from markedsdialog.findings import Finding, Refused

MOST_BYTES = 1_000_000
"""Larger than any real briefing by a factor of fifty; an attachment belongs in bilag/."""

MOST_CHARACTERS_A_LINE = 20_000
"""Markdown's patterns grow slow on endless lines; a page of text has about 3,000 characters."""

BOM = b"\xef\xbb\xbf"
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control, except tab and the ends of lines
    "\xad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # format
    "\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"  # private use, and what is no character
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
"""What an eye does not see, and so what can hide a name; Unicode's categories Cc, Cf, Co and Cn."""


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file, with its name as findings give it (relative to the project)."""

    path: str
    text: str

    def finding(self, line: int, rule: str, must: str, mend: str) -> Finding:
        """Return a finding about a line of this file."""
        return Finding(self.path, line, rule, must, mend)


def read(file: Path, path: str) -> Source:
    """Read `file`, which findings call `path`; raise Refused with every fault of its bytes."""
    if file.is_symlink():
        raise Refused(
            [
                _whole(
                    path,
                    "symlink",
                    "A source file must be a file of its own",
                    "Put the file itself in place of the symbolic link",
                )
            ]
        )
    try:
        status = file.stat()
        size = status.st_size
        if not S_ISREG(status.st_mode):
            raise Refused([_whole(path, "not-a-file", "It must be an ordinary file", "Remove it")])
        data = file.read_bytes() if size <= MOST_BYTES else b""
    except OSError as error:
        raise Refused(
            [
                _whole(
                    path,
                    "unreadable",
                    f"The file must be readable ({error.strerror})",
                    "Check that it exists and who may read it",
                )
            ]
        ) from error
    if size > MOST_BYTES:
        raise Refused(
            [
                _whole(
                    path,
                    "too-large",
                    f"A text file must be at most {MOST_BYTES:,} bytes",
                    "Move what is not prose to bilag/",
                )
            ]
        )
    return decode(data, path)


def decode(data: bytes, path: str) -> Source:
    """Turn bytes into text; raise Refused with every fault that they have."""
    findings = [*_byte_faults(data, path)]
    try:
        text = data.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        findings.append(
            Finding(
                path,
                line,
                "source/encoding",
                "The file must be UTF-8 text",
                "Save it again with the encoding UTF-8",
            )
        )
        raise Refused(findings) from error
    findings += _text_faults(text, path)
    if findings:
        raise Refused(findings)
    return Source(path, text)


def _byte_faults(data: bytes, path: str) -> list[Finding]:
    findings = []
    if not data.strip():
        findings.append(
            _whole(
                path, "empty", "The file must not be empty", "Write its content or remove the file"
            )
        )
    if data.startswith(BOM):
        findings.append(
            _whole(
                path,
                "bom",
                "The file must not begin with a byte order mark",
                "Save it as UTF-8 without BOM",
            )
        )
    if b"\r" in data:
        line = data.count(b"\n", 0, data.index(b"\r")) + 1
        findings.append(
            Finding(
                path,
                line,
                "source/line-endings",
                "Lines must end with a line feed alone",
                "Save the file with Unix line endings (LF)",
            )
        )
    return findings


def _text_faults(text: str, path: str) -> list[Finding]:
    findings = []
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MOST_CHARACTERS_A_LINE:
            findings.append(
                Finding(
                    path,
                    number,
                    "source/long-line",
                    f"A line must have at most {MOST_CHARACTERS_A_LINE:,} characters",
                    "Break it into paragraphs",
                )
            )
        if UNSEEN.search(line):
            findings.append(
                Finding(
                    path,
                    number,
                    "source/unseen-character",
                    "Text must have no control, zero-width or direction characters",
                    "Delete the line and write it again by hand",
                )
            )
    return findings


def _whole(path: str, rule: str, must: str, mend: str) -> Finding:
    return Finding(path, 1, f"source/{rule}", must, mend)
