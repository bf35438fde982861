from pathlib import PurePosixPath

import pytest
from pydantic import TypeAdapter, ValidationError

from markedsdialog.model.fields import (
    AttachmentPath,
    Count,
    CpvCode,
    Language,
    Mailbox,
    Slug,
    Stated,
    Text,
    WebAddress,
)

GOOD: list[tuple[object, str, object]] = [
    (Text, "Hej", "Hej"),
    (Text, " Hej \n", "Hej"),
    (Slug, "a-1", "a-1"),
    (Mailbox, "udbud@eksempel.example", "udbud@eksempel.example"),
    (WebAddress, "https://a.example", "https://a.example"),
    (WebAddress, "https://a.example/b?c=d#e", "https://a.example/b?c=d#e"),
    (CpvCode, "55320000-9", "55320000-9"),
    (CpvCode, "03000000-1", "03000000-1"),
    (AttachmentPath, "bilag/svarskema.docx", PurePosixPath("bilag/svarskema.docx")),
    (AttachmentPath, "bilag/a_b-c.d.pdf", PurePosixPath("bilag/a_b-c.d.pdf")),
    (Count, "1", 1),
    (Count, "4000000", 4_000_000),
    (Language, "en", "en"),
    (Stated[Text], "not stated", None),
    (Stated[Text], "not stated yet", "not stated yet"),
]


@pytest.mark.parametrize(("kind", "written", "value"), GOOD)
def test_a_fact_of_the_right_form_is_taken(kind: object, written: str, value: object) -> None:
    assert TypeAdapter(kind).validate_python(written) == value


BAD: list[tuple[object, object]] = [
    (Text, ""),
    (Text, " \n "),
    (Text, "a\nb"),
    (Text, ["a"]),
    *((Slug, word) for word in ["", "A", "æ", "a--b", "-a", "a-", "a b", "a/b", "..", "a\n"]),
    *((Mailbox, word) for word in ["", "a", "a@b", "a@b.", "a @b.example", "a@b@c.example",
                                   "<a@b.example>", "A <a@b.example>", "a@b.example\n"]),
    *((WebAddress, word) for word in ["", "http://a.example", "a.example", "https://a", "https://",
                                      "https:///a", "javascript:x", "//a.example", " https://a.b",
                                      "https://a.example/b c", "ftp://a.example"]),
    *((CpvCode, word) for word in ["", "55320000", "5532000-9", "55320000-99", "55320000 9",
                                   "\u06655320000-9", "55320000-9\n"]),
    *((AttachmentPath, word) for word in ["", "a.pdf", "bilag", "bilag/", "bilag/../a.pdf",
                                          "bilag/a/b.pdf", "/bilag/a.pdf", "../bilag/a.pdf",
                                          "bilag/A.pdf", "bilag/a b.pdf", "bilag/.a", "bilag/æ.pdf",
                                          "bilag/a..pdf", "bilag\\a.pdf", "bilag/a.pdf\0"]),
    *((Count, word) for word in ["", "0", "-1", "+1", " 1", "1.0", "4.000", "4_000", "4 000", "1e3",
                                 "٣", "07", "9" * 5000, "to", ["1"]]),
    (Language, "dansk"),
    (Stated[Text], ""),
    (Stated[Text], "a\nb"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "written"), BAD)
def test_a_fact_of_another_form_is_refused(kind: object, written: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(written)
