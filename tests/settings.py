"""The service's settings over a throw-away database cluster of the test run."""

import atexit
import os
import shutil
import tempfile

from ehoks import embedded_pg

embedded_pg.ensure_throwaway_database_url()
os.environ["EHOKS_DEMO"] = "1"
os.environ.pop("OPINTOPOLKU_URL", None)  # a developer's own must not be what the tests talk to

# Each test process has a simulator of its own: what one test breaks, no other meets.
os.environ["EHOKS_SIMULATOR_STATE"] = tempfile.mkdtemp(prefix="ehoks-simulator-")
atexit.register(shutil.rmtree, os.environ["EHOKS_SIMULATOR_STATE"], ignore_errors=True)

from ehoks.settings import *  # noqa: F403, TID251
from tests.pages import slow

# WhiteNoise warns of a missing directory, and a fresh clone has none.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405

if slow.PAUSE:
    MIDDLEWARE = ["tests.pages.slow.in_pieces", *MIDDLEWARE]  # noqa: F405
