"""YAML facts -> a typed, frozen model, or a finding with the line of each fact that is wrong."""

from difflib import get_close_matches
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from markedsdialog.findings import Finding, Refused
from markedsdialog.source.yaml import Facts, parse

KEY = "[key]"
"""The library's word for the key of a mapping, as against its value."""

Model = TypeVar("Model", bound=BaseModel)


def read(model: type[Model], text: str, path: str) -> Model:
    """Return the facts of a YAML text as `model`; raise Refused with a finding for each fault."""
    return validate(model, parse(text, path), path)


def validate(model: type[Model], facts: Facts, path: str) -> Model:
    """Return `facts` as `model`; raise Refused with a finding for each fact that is wrong."""
    try:
        return model.model_validate(facts.values)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
        raise Refused([_finding(fault, model, facts, path) for fault in faults]) from error


def _finding(fault: ErrorDetails, model: type[BaseModel], facts: Facts, path: str) -> Finding:
    where = fault["loc"]
    words = (part for part in reversed(where) if isinstance(part, str) and part != KEY)
    key = next(words, "facts")
    match fault["type"]:
        case "missing":
            rule, must, mend = "missing", f"The fact `{key}` must be given", f"Add `{key}: …`"
        case "extra_forbidden":
            rule, must = "unknown-key", "Each key must be one that the model knows"
            mend = _known_key(key, model) if len(where) == 1 else "Remove the line"
        case _:
            rule, must, mend = "value", f"`{key}`: {_sentence(fault)}", "Mend the value"
    return Finding(path, facts.line(where), f"facts/{rule}", must, mend)


def _sentence(fault: ErrorDetails) -> str:
    """Return our own sentence where a validator wrote one, else the library's."""
    return fault["msg"].removeprefix("Value error, ")


def _known_key(key: str, model: type[BaseModel]) -> str:
    near = get_close_matches(key, model.model_fields, n=1)
    return f"Write `{near[0]}`, if that is what is meant" if near else "Remove the line"
