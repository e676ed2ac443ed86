# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A llama-server of one's own on a free loopback port, asked through its OpenAI-compatible endpoint."""

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path


class Server:
    """Context manager: starts llama-server on a model and stops it at the end."""

    def __init__(self, model: Path, context: int = 512):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.command = [str(Path(os.environ["LLAMA_BIN"]) / "llama-server"), "--model", str(model), "--host", "127.0.0.1",
                        "--port", str(self.port), "--ctx-size", str(context), "--parallel", "1", "--threads", "1", "--jinja"]

    def __enter__(self) -> "Server":
        self.process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise RuntimeError(f"llama-server ended with code {self.process.returncode}")
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health")
                return self
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.1)
        self.process.kill()
        raise RuntimeError("llama-server was not ready within 60 s")

    def __exit__(self, *_) -> None:
        self.process.terminate()
        self.process.wait()

    def post(self, path: str, body: dict) -> dict:
        """One request with a JSON body; gives the JSON answer."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", json.dumps(body).encode(),
                                         {"Content-Type": "application/json"})
        with urllib.request.urlopen(request) as response:
            return json.load(response)

    def chat(self, messages: list[dict], temperature: float = 0.0, seed: int = 1, limit: int = 200) -> str:
        """The assistant's answer to the messages; at temperature 1 the whole distribution is open (no top-k, top-p, min-p)."""
        answer = self.post("/v1/chat/completions", {
            "messages": messages, "temperature": temperature, "seed": seed, "max_tokens": limit, "cache_prompt": False,
            "top_k": 0, "top_p": 1.0, "min_p": 0.0})
        return answer["choices"][0]["message"]["content"]

    def complete(self, prompt: str, limit: int = 12) -> str:
        """The plain continuation of a prompt at temperature 0."""
        body = {"prompt": prompt, "temperature": 0, "max_tokens": limit, "cache_prompt": False}
        return self.post("/v1/completions", body)["choices"][0]["text"]
