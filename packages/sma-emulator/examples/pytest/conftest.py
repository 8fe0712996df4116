"""Starts the emulator's test server once for all tests; `sma` is a client of it."""
import json
import os
import pathlib
import shlex
import subprocess
import urllib.error
import urllib.request

import pytest

HERE = pathlib.Path(__file__).parent
COMMAND = os.environ.get("SMA_EMULATOR", "npx @skill-call/sma-emulator")


class Sma:
    def __init__(self, url):
        self.url = url

    def post(self, path, **body):
        request = urllib.request.Request(self.url + path, json.dumps(body).encode(), method="POST")
        try:
            with urllib.request.urlopen(request) as response:
                return json.load(response)
        except urllib.error.HTTPError as error:
            raise AssertionError(json.load(error)["message"]) from None

    def call(self, **options):
        return Call(self, self.post("/calls", **options)["id"])


class Call:
    def __init__(self, sma, call_id):
        self.sma, self.path = sma, f"/calls/{call_id}"

    def __getattr__(self, name):
        path = f"{self.path}/{name.replace('_', '-')}"
        return lambda **body: self.sma.post(path, **body)


@pytest.fixture(scope="session")
def server():
    command = [*shlex.split(COMMAND), "test-server", "--config", str(HERE / "emulator.json")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield json.loads(process.stdout.readline())["url"]
        process.stdin.close()


@pytest.fixture
def sma(server):
    client = Sma(server)
    yield client
    client.post("/callee", does="answers")
    client.post("/faults")
