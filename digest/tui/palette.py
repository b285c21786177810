"""Every command that works here, to be found by its name."""

from collections.abc import Awaitable, Callable, Iterator
from functools import partial

from textual.binding import ActiveBinding
from textual.command import DiscoveryHit, Hit, Hits, Provider


class Commands(Provider):
    """The commands bound where the reader is."""

    def _active(self) -> Iterator[ActiveBinding]:
        seen: set[str] = set()
        for active in self.screen.active_bindings.values():
            name = active.binding.id
            if name and name not in seen and active.enabled:
                seen.add(name)
                yield active

    async def discover(self) -> Hits:
        """All of them, by name."""
        for active in sorted(self._active(), key=lambda active: active.binding.description):
            yield DiscoveryHit(
                active.binding.description, self._run(active), help=active.binding.tooltip
            )

    async def search(self, query: str) -> Hits:
        """Those whose name resembles `query`."""
        matcher = self.matcher(query)
        for active in self._active():
            name = active.binding.description
            if (score := matcher.match(name)) > 0:
                yield Hit(
                    score, matcher.highlight(name), self._run(active), help=active.binding.tooltip
                )

    def _run(self, active: ActiveBinding) -> Callable[[], Awaitable[bool]]:
        return partial(self.app.run_action, active.binding.action, active.node)
