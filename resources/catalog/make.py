#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes models.json from the npm packages @earendil-works/pi-ai and @pydantic/genai-prices (both MIT).

    npm pack @earendil-works/pi-ai@1.5.2 @pydantic/genai-prices@0.1.8
    ./make.py earendil-works-pi-ai-1.5.2.tgz pydantic-genai-prices-0.1.8.tgz >models.json

Prices, limits and names come from the first. The second adds prices that depend on the date or the hour, and what it says
differently by more than a hundredth stands beside the price as its doubt. What a wire takes and the rules for batches and
service tiers (PROVIDERS below) are written here, because the packages do not say them; each line names where it is from.
"""
import json
import re
import subprocess
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


HALF = 0.5
BATCH = {"batch": True, "factor": HALF}


def openai_rules():
    """OpenAI's pricing page: batch and flex at half price; priority at twice, at 2.5 times for gpt-5.5 (as the package pi-ai
    reckons too), for these models only, and with no price of its own for a long input."""
    page = "developers.openai.com/api/docs/pricing"
    twice = ["gpt-5", "gpt-5.1", "gpt-5.2", "gpt-5.4", "gpt-5.4-mini", "gpt-5.6-sol", "gpt-5.6-terra", "gpt-5.6-luna"]
    rules = [{**BATCH, "source": page}, {"service_tier": "flex", "factor": HALF, "source": page}]
    for tier in ("priority", "fast"):
        rules += [{"service_tier": tier, "factor": 2.5, "models": ["gpt-5.5"], "long_input": False, "source": page},
                  {"service_tier": tier, "factor": 2, "models": twice, "long_input": False, "source": page}]
    return rules


# Provider id → how it is called, where it answers, and what its OpenAI-compatible wire takes.
PROVIDERS = {
    "openai": {"title": "OpenAI", "hosts": ["api.openai.com"], "cache_write_factor": 1.25,
               "price_rules": openai_rules(), "takes": OPENAI, "families": reasoning_families()},
    # What its compatible wire takes; its own API is in models/core/provider.cpp. Models after Claude 4.6 have no temperature, and
    # with it top_p and top_k are gone (vendor SDK 1.12).
    "anthropic": {"title": "Anthropic", "hosts": ["api.anthropic.com"], "cache_write_factor": 1.25,
                  "cache_write_1h_factor": 2,
                  "price_rules": [{**BATCH, "source": "platform.claude.com/docs/en/about-claude/pricing"}],
                  "takes": ["temperature", "max_tokens", "stop"],
                  "families": [{"prefix": prefix, "refuses": NO_SAMPLERS} for prefix in ("claude-fable", "claude-mythos")]},
    "google": {"title": "Google", "hosts": ["generativelanguage.googleapis.com"],
               "price_rules": [{**BATCH, "source": "ai.google.dev/gemini-api/docs/pricing"}], "takes": COMMON},
    # Its chat reference: top_k, min_p and repetition_penalty beside OpenAI's own.
    "openrouter": {"title": "OpenRouter", "hosts": ["openrouter.ai"], "takes": ALL,
                   "families": reasoning_families("openai/") + [
                       {"prefix": "anthropic/claude-fable", "refuses": ["temperature"]}]},
    "mistral": {"title": "Mistral", "hosts": ["api.mistral.ai"],
                "takes": [p for p in COMMON if p != "seed"]},  # it is called random_seed there
    "deepseek": {"title": "DeepSeek", "hosts": ["api.deepseek.com"], "takes": [p for p in COMMON if p != "seed"]},
    # The package writes "above 200,000"; xAI's page says from 200,000 on.
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


FROM_ON = ("xai",)  # their tiers begin at the limit itself, not above it
SECOND = {"xai": "x-ai"}  # providers that the second package calls otherwise


def record(model, provider):
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
    bound = "from" if provider in FROM_ON else "above"
    tiers = [{bound: t["inputTokensAbove"], **price(t)} for t in model["cost"].get("tiers", [])]
    if cost and tiers:
        cost["tiers"] = sorted(tiers, key=lambda t: t[bound])
    if cost:
        made["price"] = cost
    return made


def read(archive, name):
    return json.load(archive.extractfile("package/" + name))


def matches(rule, name):
    kind, value = next(iter(rule.items()))
    return {"equals": lambda: name == value, "starts_with": lambda: name.startswith(value),
            "ends_with": lambda: name.endswith(value), "contains": lambda: value in name,
            "regex": lambda: re.search(value, name) is not None,
            "or": lambda: any(matches(r, name) for r in value), "and": lambda: all(matches(r, name) for r in value)}[kind]()


def second_package(path):
    """The data of genai-prices stands as a literal in its script; node reads it."""
    with tarfile.open(path) as archive:
        package = read(archive, "package.json")
        script = archive.extractfile("package/dist/index.js").read().decode()
    literal = script[len("const E = "):script.index("\n], ") + 2]
    reader = "process.stdout.write(JSON.stringify(new Function('return '+require('fs').readFileSync(0,'utf8'))()))"
    made = subprocess.run(["node", "-e", reader], input=literal, capture_output=True, text=True, check=True)
    return f"{package['name']} {package['version']}", {p["id"]: p["models"] for p in json.loads(made.stdout)}


UNITS = {"input_mtok": "input", "output_mtok": "output", "cache_read_mtok": "cached_input",
         "cache_write_mtok": "cache_write", "cache_write_1h_mtok": "cache_write_1h", "input_audio_mtok": "audio_input",
         "output_audio_mtok": "audio_output"}


def second_price(prices):
    base = {k: v["base"] if isinstance(v, dict) else v for k, v in prices.items()}
    return {ours: base[theirs] for theirs, ours in UNITS.items() if base.get(theirs)}


def differs(a, b):
    return any(k in a and k in b and abs(a[k] - b[k]) > 0.01 * max(a[k], b[k]) for k in ("input", "output", "cached_input"))


def add_second(price, model, as_of, source):
    """What the second package says: prices for some hours and from some day on, the way a cache is written, and its doubt."""
    rows = model["prices"] if isinstance(model["prices"], list) else [{"prices": model["prices"]}]
    day = lambda row: row.get("constraint", {}).get("start_date", "")
    now = [r for r in rows if r.get("constraint", {}).get("type") != "time_of_date" and day(r) <= as_of]
    current = second_price(now[-1]["prices"]) if now else {}
    if differs(price, current):
        price["doubt"] = {**current, "source": source}
        return
    for key in ("cache_write", "cache_write_1h", "audio_input", "audio_output"):
        if key in current and key not in price:
            price[key] = current[key]
    records = []
    for row in sorted((r for r in rows if day(r) > as_of), key=day, reverse=True):
        records.append({"from": day(row), **second_price(row["prices"]), "source": source})
    for row in rows:
        limit = row.get("constraint", {})
        if limit.get("type") == "time_of_date":
            hours = f"{limit['start_time'][:5]}-{limit['end_time'][:5]}"
            records.append({"hours": hours, **second_price(row["prices"]), "source": source})
    if records:
        price["records"] = records


def line(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def main(path, second_path):
    second_source, second = second_package(second_path)
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
                        models.setdefault(model["id"], record(model, provider))
            for name, each in models.items():
                known = [m for m in second.get(SECOND.get(provider, provider), []) if matches(m["match"], name)]
                if known and each.get("price", {}).get("input"):
                    add_second(each["price"], known[0], made_at, second_source)
            head = "".join(f"{line(k)}: {line(v)},\n" for k, v in facts.items())
            rows = ",\n".join(f"{line(k)}:{line(models[k])}" for k in sorted(models))
            blocks.append(f"{line(provider)}: {{\n{head}\"source\": {line(f'{source}, {provider}.json')},\n"
                          f"\"models\": {{\n{rows}\n}}}}")
        out += [",\n".join(blocks), "}", "}"]
    print("\n".join(out))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
