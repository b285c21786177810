"""The schema that ships is made from the nouns: UPDATE_GOLDEN=1 pytest tests/render writes it."""

import json
import os
from datetime import datetime
from typing import Any, get_args

import msgspec
import pytest
from jsonschema import Draft202012Validator, FormatChecker
from msgspec.structs import replace

from digest import news
from digest.bundled import bundled
from digest.render import FORMATS, View
from tests.render.sample import EDITION
from tests.test_docs import field_docs

SCHEMA = bundled("digest/render/edition.schema.json")


def made() -> str:
    """The schema, as the nouns are."""
    (_,), nouns = msgspec.json.schema_components([news.Edition], ref_template="#/$defs/{name}")
    for name, noun in nouns.items():
        said = field_docs(getattr(news, name))
        for field in msgspec.structs.fields(getattr(news, name)):
            shown = noun["properties"][field.encode_name]
            if field.name in said:
                shown["description"] = said[field.name]
            if datetime in (field.type, *get_args(field.type)):
                _as_time(shown)
        noun["required"] = list(noun["properties"])  # each is written, also where it is empty
    edition = nouns.pop("Edition")
    edition["properties"]["version"] |= {"const": 1}
    edition["properties"]["day"] |= {"format": "date"}
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An edition of digest, version 1",
    }
    whole = head | {key: value for key, value in edition.items() if key not in head}
    return json.dumps(whole | {"$defs": nouns}, indent=2, ensure_ascii=False) + "\n"


def _as_time(shown: dict[str, Any]) -> None:
    """ISO 8601 with an offset, or nothing."""
    for each in shown.get("anyOf", [shown]):
        if each.get("type") == "string":
            each["format"] = "date-time"


def errors(document: str) -> list[str]:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    return [error.message for error in validator.iter_errors(json.loads(document))]


def test_the_schema_that_ships_is_as_the_nouns() -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        SCHEMA.write_text(made(), encoding="utf-8")
    assert SCHEMA.read_text(encoding="utf-8") == made()


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json.loads(SCHEMA.read_text(encoding="utf-8")))


def test_an_edition_as_json_is_as_the_schema_says() -> None:
    assert errors(FORMATS["json"](EDITION, View())) == []


@pytest.mark.parametrize(
    "wrong",
    [
        replace(EDITION, version=2),
        replace(EDITION, day="yesterday"),
        replace(EDITION, stories=(replace(EDITION.stories[0], minutes="two"),)),
    ],
)
def test_the_schema_refuses_what_is_none(wrong: news.Edition) -> None:
    assert errors(FORMATS["json"](wrong, View())) != []


def test_fields_that_a_later_digest_adds_are_welcome() -> None:
    later = json.loads(FORMATS["json"](EDITION, View())) | {"weather": "rain"}
    assert errors(json.dumps(later)) == []
