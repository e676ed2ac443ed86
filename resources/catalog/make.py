#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes models.json from the npm package @earendil-works/pi-ai (MIT).

    npm pack @earendil-works/pi-ai@1.5.2
    ./make.py earendil-works-pi-ai-1.5.2.tgz >models.json

Prices, limits and names come from the package. What a wire takes (PROVIDERS below) is written here, because the
package does not say it; each line names where it is from.
"""
import json
import re
import sys
import tarfile

ALL = ["temperature", "top_k", "top_p", "min_p", "repeat_penalty", "frequency_penalty", "presence_penalty",
       "logit_bias", "json_schema", "seed", "max_tokens", "stop"]
OPENAI = [p for p in ALL if p not in ("top_k", "min_p", "repeat_penalty")]  # its chat completions reference
COMMON = [p for p in OPENAI if p not in ("logit_bias", "json_schema")]  # what its imitators take for certain
NO_SAMPLERS = ["temperature", "top_k", "top_p"]  # what went with temperature at Anthropic
SAMPLING = ["temperature", "top_p", "frequency_penalty", "presence_penalty", "logit_bias"]


def reasoning_families(prefix=""):
    """OpenAI's families of models, the longest prefix counts. Tokenizers as published in tiktoken; that of gpt-6 is not
    published yet, so it has none. Reasoning models answer 400 to these parameters; o3 and o4-mini to stop as well."""
    thinks = {"reasoning": True, "refuses": SAMPLING}
    rows = [("chatgpt-4o", {"encoding": "o200k_base"}), ("gpt-3.5", {"encoding": "cl100k_base"}),
            ("gpt-4", {"encoding": "cl100k_base"}), ("gpt-4o", {"encoding": "o200k_base"}),
            ("gpt-4.1", {"encoding": "o200k_base"}), ("gpt-4.5", {"encoding": "o200k_base"}),
            ("gpt-oss", {"encoding": "o200k_base"}),
            ("gpt-5", {"encoding": "o200k_base", **thinks}),
            ("gpt-5-chat", {"encoding": "o200k_base"}),
            ("gpt-6", thinks), ("gpt-daybreak", thinks), ("chat-latest", thinks),
            ("o1", {"encoding": "o200k_base", **thinks}),
            ("o3", {"encoding": "o200k_base", "reasoning": True, "refuses": SAMPLING + ["stop"]}),
            ("o4", {"encoding": "o200k_base", "reasoning": True, "refuses": SAMPLING + ["stop"]})]
    return [{"prefix": prefix + name, **rest} for name, rest in rows]


# Provider id → how it is called, where it answers, and what its OpenAI-compatible wire takes.
PROVIDERS = {
    "openai": {"title": "OpenAI", "hosts": ["api.openai.com"], "cache_write_factor": 1.25, "takes": OPENAI, "families": reasoning_families()},
    # What its compatible wire takes; its own API is in models/core/provider.cpp. Models after Claude 4.6 have no temperature, and
    # with it top_p and top_k are gone (vendor SDK 1.12).
    "anthropic": {"title": "Anthropic", "hosts": ["api.anthropic.com"], "cache_write_factor": 1.25,
                  "cache_write_1h_factor": 2, "takes": ["temperature", "max_tokens", "stop"],
                  "families": [{"prefix": prefix, "refuses": NO_SAMPLERS} for prefix in ("claude-fable", "claude-mythos")]},
    "google": {"title": "Google", "hosts": ["generativelanguage.googleapis.com"], "takes": COMMON},
    # Its chat reference: top_k, min_p and repetition_penalty beside OpenAI's own.
    "openrouter": {"title": "OpenRouter", "hosts": ["openrouter.ai"], "takes": ALL,
                   "families": reasoning_families("openai/") + [
                       {"prefix": "anthropic/claude-fable", "refuses": ["temperature"]}]},
    "mistral": {"title": "Mistral", "hosts": ["api.mistral.ai"],
                "takes": [p for p in COMMON if p != "seed"]},  # it is called random_seed there
    "deepseek": {"title": "DeepSeek", "hosts": ["api.deepseek.com"], "takes": [p for p in COMMON if p != "seed"]},
    "xai": {"title": "xAI", "hosts": ["api.x.ai"], "takes": COMMON,
            "families": [{"prefix": "grok-4", "reasoning": True,
                          "refuses": ["frequency_penalty", "presence_penalty", "stop"]}]},
    "groq": {"title": "Groq", "hosts": ["api.groq.com"],
             "takes": [p for p in COMMON if p not in ("frequency_penalty", "presence_penalty")]},
    "together": {"title": "Together", "hosts": ["api.together.ai", "api.together.xyz"], "takes": ALL},
    "fireworks": {"title": "Fireworks", "hosts": ["api.fireworks.ai"], "takes": ALL},
    "cerebras": {"title": "Cerebras", "hosts": ["api.cerebras.ai"],
                 "takes": [p for p in COMMON if p not in ("frequency_penalty", "presence_penalty")]},
    "moonshotai": {"title": "Moonshot AI", "hosts": ["api.moonshot.ai"], "takes": [p for p in COMMON if p != "seed"]},
    "zai": {"title": "Z.ai", "hosts": ["api.z.ai"], "takes": ["temperature", "top_p", "max_tokens", "stop"]},
}


def price(cost):
    """A package's price of 0 for input and output says "not known" as often as "free": it becomes unknown.
    A cache price of 0 says that there is no such price."""
    made = {}
    if cost["input"] > 0 or cost["output"] > 0:
        made["input"], made["output"] = cost["input"], cost["output"]
        if cost["cacheRead"] > 0:
            made["cached_input"] = cost["cacheRead"]
    return made


def record(model):
    made = {"title": model["name"]}
    if model.get("contextWindow"):
        made["context"] = model["contextWindow"]
    if model.get("maxTokens"):
        made["max_output"] = model["maxTokens"]
    if model.get("reasoning"):
        made["reasoning"] = True
    if (model.get("compat") or {}).get("supportsTemperature") is False:
        made["refuses"] = NO_SAMPLERS if model.get("api") == "anthropic-messages" else ["temperature"]
    cost = price(model["cost"])
    if model["id"].endswith(":free"):
        cost = {"input": 0, "output": 0}
    tiers = [{"above": t["inputTokensAbove"], **price(t)} for t in model["cost"].get("tiers", [])]
    if cost and tiers:
        cost["tiers"] = sorted(tiers, key=lambda t: t["above"])
    if cost:
        made["price"] = cost
    return made


def read(archive, name):
    return json.load(archive.extractfile("package/" + name))


def line(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def main(path):
    with tarfile.open(path) as archive:
        package = read(archive, "package.json")
        made_at = read(archive, "dist/providers/data/.manifest.json")["generatedAt"][:10]
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", made_at)
        source = f"{package['name']} {package['version']}"
        out = ['{', f'"as_of": {line(made_at)},', f'"source": {line(source)},', '"providers": {']
        blocks = []
        for provider, facts in PROVIDERS.items():
            models = {}
            for rows in read(archive, f"dist/providers/data/{provider}.json").values():
                for model in rows.values():
                    if model.get("type") == "chat":
                        models.setdefault(model["id"], record(model))
            head = "".join(f"{line(k)}: {line(v)},\n" for k, v in facts.items())
            rows = ",\n".join(f"{line(k)}:{line(models[k])}" for k in sorted(models))
            blocks.append(f"{line(provider)}: {{\n{head}\"source\": {line(f'{source}, {provider}.json')},\n"
                          f"\"models\": {{\n{rows}\n}}}}")
        out += [",\n".join(blocks), "}", "}"]
    print("\n".join(out))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
