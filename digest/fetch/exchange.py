"""One question and what its answer means: a document, no change, a redirect, or an error."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Final

import httpcore
import httpx
from msgspec import Struct

from digest.clean import clean
from digest.errors import FetchError, Refused
from digest.fetch.body import read_body, too_large
from digest.fetch.heed import Validators, max_age, retry_after, validators
from digest.fetch.manners import CONNECT_SECONDS, Limits, request_headers
from digest.fetch.room import Place
from digest.fetch.target import Target, redirected

_MOVED: Final = frozenset({301, 308})
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})


class Fetched(Struct, frozen=True, kw_only=True):
    """A document."""

    url: str
    """Where it was found in the end, without user name and password."""

    moved: str = ""
    """Where it has moved for good, if every redirect on the way said so; else empty.
    User name and password are in it, if they are for that place too."""

    content_type: str
    """As the server declares it, cleaned."""

    body: bytes
    validators: Validators
    """To ask with next time: keep them only once the body has been understood."""

    max_age: float | None
    """Seconds, at most a day, for which asking again is idle; None: nothing is said."""


class Unchanged(Struct, frozen=True, kw_only=True):
    """The version that we know is still the current one."""

    url: str
    moved: str = ""
    max_age: float | None


class Redirect(Struct, frozen=True, kw_only=True):
    """Ask elsewhere."""

    to: Target
    for_good: bool


class Exchange(Struct, frozen=True, kw_only=True):
    """One question to one server."""

    to: Target
    limits: Limits
    known: Validators | None
    now: float

    async def over(
        self, transport: httpx.AsyncBaseTransport, place: Place
    ) -> Fetched | Unchanged | Redirect:
        """Ask by way of `transport`, and say what the answer means; a large body takes `place`.

        Raises:
            Refused: The address must not be reached.
            FetchError: It could not be reached, said no, or sent too much.
        """
        async with self._response(transport) as response:
            if response.status_code == 200:
                return await self._document(response, place)
            if response.status_code == 304 and self.known:
                return Unchanged(url=self.to.url, max_age=max_age(response.headers, self.now))
            if response.status_code in _REDIRECTS:
                return self._redirect(response)
            raise _refusal(response, self)

    @asynccontextmanager
    async def _response(self, transport: httpx.AsyncBaseTransport) -> AsyncIterator[httpx.Response]:
        try:
            response = await transport.handle_async_request(self._request())
        except httpcore.ProxyError as error:
            raise FetchError(f"the proxy says no: {clean(str(error))}", kind="proxy") from error
        except httpcore.ProtocolError as error:
            raise FetchError("no proper HTTP answer", kind="bad answer") from error
        response.headers.encoding = "iso-8859-1"  # so that validators stay what they were
        try:
            yield response
        except httpcore.ProtocolError as error:
            raise FetchError("the answer was cut off", kind="cut off") from error
        finally:
            await response.aclose()

    def _request(self) -> httpx.Request:
        try:
            return httpx.Request(
                "GET",
                self.to.url,
                headers=request_headers(self.to, self.limits.accept, self.known),
                extensions={"timeout": {"connect": CONNECT_SECONDS}},
            )
        except (httpx.InvalidURL, UnicodeError) as error:  # of a host such as xn--
            raise Refused("not a usable address: check it", kind="address") from error

    async def _document(self, response: httpx.Response, place: Place) -> Fetched:
        headers = response.headers
        content_type = clean(headers.get("content-type", "")[:200])
        if content_type.lower().startswith(self.limits.unwanted):
            raise FetchError(f"not a page, but {content_type}", kind="wrong type")
        if _declared(headers) > self.limits.most:
            raise too_large(self.limits.most)
        assert isinstance(response.stream, httpx.AsyncByteStream)
        encoding = headers.get("content-encoding", "")
        return Fetched(
            url=self.to.url,
            content_type=content_type,
            body=await read_body(response.stream, encoding, self.limits.most, place),
            validators=validators(headers),
            max_age=max_age(headers, self.now),
        )

    def _redirect(self, response: httpx.Response) -> Redirect:
        said = response.headers.get("location", "")
        location = said.encode("latin-1").decode("utf-8", "replace").strip()
        if not location:
            raise FetchError("redirected, but not where to", kind="redirect")
        there = redirected(self.to, location)
        return Redirect(to=there, for_good=response.status_code in _MOVED)


def _declared(headers: httpx.Headers) -> int:
    length = headers.get("content-length", "")
    return int(length[:20]) if length.isascii() and length.isdigit() else 0


def _refusal(response: httpx.Response, asked: Exchange) -> FetchError:
    status = response.status_code
    if "challenge" in response.headers.get("cf-mitigated", ""):
        return FetchError("a check for robots stands in the way", kind="robot check")
    try:
        phrase = f"HTTP {status} {HTTPStatus(status).phrase}"
    except ValueError:
        phrase = f"HTTP {status}"
    return FetchError(
        phrase,
        kind=f"HTTP {status}",
        retry_after=retry_after(response.headers, asked.now) if status in {429, 503} else None,
        at=asked.to.url,
        gone=status == 410,
    )
