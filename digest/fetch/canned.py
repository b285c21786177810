"""A web that a function makes up: the whole client runs on it, without a network."""

from collections.abc import Callable
from hashlib import sha256
from typing import TypeAlias

import httpx

Answer: TypeAlias = Callable[[str], tuple[int, str, bytes]]
"""URL → status, content type, body."""


def canned(answer: Answer) -> httpx.MockTransport:
    """A transport that answers as `answer` does, with an ETag, and 304 to one that is known."""

    def respond(request: httpx.Request) -> httpx.Response:
        status, content_type, body = answer(str(request.url))
        etag = f'"{sha256(body).hexdigest()[:16]}"'
        if status == 200 and request.headers.get("If-None-Match") == etag:
            return httpx.Response(304, headers={"ETag": etag})
        headers = {"Content-Type": content_type, "ETag": etag}
        return httpx.Response(status, headers=headers, content=body)

    return httpx.MockTransport(respond)
