# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents as token identifiers, and the files in which the trainer finds them."""

from array import array
from pathlib import Path

from tokenizer import BOS, END, ROLES, Tokenizer


def encode(document: dict, tokenizer: Tokenizer) -> tuple[list[int], list[int]]:
    """Token identifiers of a document and, for each, 1 where the model shall learn to write it."""
    ids, learn = [BOS], [0]
    if "plain" in document:
        body = tokenizer.encode(document["plain"]) + [END]
        return ids + body, learn + [1] * len(body)
    for role, text in document["turns"]:
        body = tokenizer.encode(text) + [END]
        ids += [ROLES[role]] + body
        learn += [0] + [int(role == "assistant")] * len(body)
    return ids, learn


def save(path: Path, documents: list[dict], tokenizer: Tokenizer) -> int:
    """Write the number of documents, where each ends, all tokens and all marks; gives the number of tokens."""
    ids, learn, ends = array("H"), array("B"), array("i")
    for document in documents:
        body, marks = encode(document, tokenizer)
        ids.extend(body)
        learn.extend(marks)
        ends.append(len(ids))
    with open(path, "wb") as file:
        array("i", [len(ends)]).tofile(file)
        for values in (ends, ids, learn):
            values.tofile(file)
    return len(ids)
