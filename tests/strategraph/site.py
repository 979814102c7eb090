"""A news site on 127.0.0.1 for tests that fetch: pages that change, move, stall and go."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread


@dataclass(slots=True)
class Reply:
    """What the site answers."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html"})
    stalls: bool = False
    endless: bool = False


@dataclass(slots=True)
class Site:
    """Its replies by path; any other path is not found."""

    url: str
    replies: dict[str, Reply] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def put(self, path: str, body: bytes, content_type: str = "text/html") -> str:
        """Put a page there; the answer is its URL."""
        self.replies[path] = Reply(body, headers={"Content-Type": content_type})
        return self.url + path

    def move(self, path: str, target: str) -> str:
        """Let the path lead elsewhere."""
        self.replies[path] = Reply(status=301, headers={"Location": target})
        return self.url + path

    def zipped(self, path: str, body: bytes) -> str:
        """Put a page there that travels compressed."""
        headers = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
        self.replies[path] = Reply(gzip.compress(body), headers=headers)
        return self.url + path


@contextmanager
def running_site() -> Iterator[Site]:
    """A site that answers as long as the block runs."""
    over = Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.headers["User-Agent"])
            reply = site.replies.get(self.path, Reply(status=404))
            if reply.stalls:
                over.wait(30)
                return
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)
            while reply.endless and not over.wait(0.05):
                try:
                    self.wfile.write(b"<p>" * 100)
                except OSError:
                    return

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
            """Nothing: tests read standard error."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site = Site(f"http://127.0.0.1:{server.server_port}")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield site
    finally:
        over.set()
        server.shutdown()
        thread.join()
        server.server_close()
