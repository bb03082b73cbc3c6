import subprocess

import pytest


@pytest.fixture(scope="module", autouse=True)
def fresh_cluster():
    """What the tests of a file do to the cluster is gone before the next file."""
    yield
    subprocess.run(["k3d", "cluster", "reset"], check=True)
