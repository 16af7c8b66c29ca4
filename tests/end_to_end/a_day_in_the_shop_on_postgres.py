#!/usr/bin/env python3
"""The same day, to the fen, with the head office on PostgreSQL."""

from a_day_in_the_shop import story
from support.shop import tell

if __name__ == "__main__":
    tell(lambda: story(postgres=True))
