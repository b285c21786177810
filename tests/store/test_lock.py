import os
import stat
from pathlib import Path

from digest.store.database import Store
from digest.store.lock import only_writer


def test_the_lock_is_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with only_writer(tmp_path / "new" / "digest.db"):
            pass
    finally:
        os.umask(before)
    lock = tmp_path / "new" / "digest.db.lock"
    assert stat.S_IMODE(lock.stat().st_mode) == 0o600
    assert stat.S_IMODE(lock.parent.stat().st_mode) == 0o700


def test_who_finds_the_file_in_use_waits_five_seconds(tmp_path: Path) -> None:
    store = Store(tmp_path / "digest.db")
    assert store.sql.execute("PRAGMA busy_timeout").fetchone() == (5000,)
    store.close()
