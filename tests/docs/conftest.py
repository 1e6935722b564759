"""A service as `make run` starts it, with a register of its own, for all examples of the papers."""

from threading import Thread

import pytest

from tests.ops.test_up import STOPPED, free_port, up, wait_until_ready


@pytest.fixture(scope="session")
def service(tmp_path_factory):
    """Its port, and the folder of what it keeps."""
    home = tmp_path_factory.mktemp("service")
    port = free_port()
    with up(home, port) as process:
        wait_until_ready(process, port)
        for output in (process.stdout, process.stderr):  # a full pipe would stop the service
            Thread(target=output.read, daemon=True).start()
        yield port, home
        process.terminate()
        assert process.wait(STOPPED) == 0
