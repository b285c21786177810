"""What runs inside a worker process: ``python -m digest.worker``.

::

    frames ──> requests ──> answers ──> frames

Nothing heavy is imported before the limits are set (`__main__`), so `answers` imports each
library with the first request that wants it. The parent knows `requests` and `frames`.
"""
