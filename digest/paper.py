"""Which day's paper is current: a paper day begins at the reader's morning hour."""

from datetime import date, datetime, time, timedelta


def paper_day(local: datetime, morning: time) -> date:
    """The day whose paper is current at `local`, a time in the reader's own zone."""
    today = local.date()
    return today if local.time() >= morning else today - timedelta(days=1)
