"""The command line as a process, with a home of its own, and a small site on loopback."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest


class Digest:
    """Runs `digest` in an empty home."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.config = home / ".config" / "digest" / "feeds.toml"
        self.database = home / ".local" / "share" / "digest" / "digest.db"

    @property
    def env(self) -> dict[str, str]:
        kept = {key: os.environ[key] for key in ("PATH", "PYTHONPATH") if key in os.environ}
        return {**kept, "HOME": str(self.home), "TZ": "UTC", "PYTHONWARNINGS": "error"}

    def start(self, *argv: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "digest", *argv],
            env=self.env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def __call__(
        self, *argv: str, stdin: bytes = b"", **env: str
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "digest", *argv],
            env=self.env | env,
            input=stdin,
            capture_output=True,
            timeout=120,
            check=False,
        )

    def subscribe(self, *urls: str) -> None:
        self.config.parent.mkdir(parents=True, exist_ok=True)
        self.config.write_text("".join(f'[[feeds]]\nurl = "{url}"\n\n' for url in urls))


@pytest.fixture
def digest(tmp_path: Path) -> Digest:
    return Digest(tmp_path)


class Site:
    """A site on loopback; `pages` maps a path to its body, `hold` keeps answers back."""

    def __init__(self) -> None:
        self.pages: dict[str, bytes] = {}
        self.hold = threading.Event()
        self.hold.set()
        self.asked = threading.Event()
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.set()
                site.hold.wait(30)
                body = site.pages.get(self.path)
                self.send_response(200 if body else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body or b"")))
                self.end_headers()
                self.wfile.write(body or b"")

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.base = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def add_story(self, number: int, title: str, text: str) -> None:
        """A page, and a feed of its own for it."""
        self.pages[f"/{number}"] = (
            f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>"
            f"<p>{text}</p><p>{text}</p></article></body></html>".encode()
        )
        self.pages[f"/feed-{number}"] = (
            f'<rss version="2.0"><channel><title>Paper {number}</title><link>/</link><item>'
            f"<title>{title}</title><link>{self.base}/{number}</link><guid>{number}</guid>"
            f"<description>{text}</description></item></channel></rss>".encode()
        )


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site()
    yield found
    found.hold.set()
    found.server.shutdown()
    found.server.server_close()
