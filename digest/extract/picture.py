"""The picture that leads an article."""

from collections.abc import Iterable

from digest.clean import Clean, clean, clean_url
from digest.extract.page import Page
from digest.news import Link


def picture(page: Page) -> Link | None:
    """The picture that the page declares, else the first with a description below the title."""
    images = [image for image in page.tree.iter("img") if image.get("alt") and image.get("src")]
    told = (image.get("src") or "" for image in images if len(image.get("alt") or "") > 20)
    url = clean_url(page.says.image or next(told, ""), base=page.url)
    if not url or url == clean_url(page.url):
        return None
    name = url.rpartition("/")[2].partition("?")[0]
    same = (image for image in images if len(name) > 5 and name in (image.get("src") or ""))
    shown = (image.get("alt") or "" for image in same)
    return Link(url=url, text=clean(page.says.image_text or next(shown, "")))


def whole(image: Link | None, captions: Iterable[Clean]) -> Link | None:
    """The picture; a description cut short gives way to the caption that it begins."""
    if image is None or not image.text.endswith(("...", "…")):
        return image
    begun = image.text.rstrip(".… ")
    whole = next((text for text in captions if text.startswith(begun)), image.text)
    return Link(url=image.url, text=whole)
