# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write a checkpoint as GGUF for llama.cpp (F32), and quantise it with llama-quantize."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

import numpy

from checkpoint import Shape, read
from paths import CACHE
from tokenizer import BOS, END, PAD, SPECIAL, Tokenizer

sys.path.insert(0, str(Path(os.environ["LLAMA_SOURCE"]) / "gguf-py"))
import gguf  # noqa: E402  (lies in llama.cpp's source)

TEMPLATE = (
    "{%- for message in messages -%}"
    "{{- '<|' + message['role'] + '|>' + message['content'] + '<|end|>' -}}"
    "{%- endfor -%}"
    "{%- if add_generation_prompt -%}{{- '<|assistant|>' -}}{%- endif -%}"
)


def tensors(shape: Shape, values):
    """Names and arrays ([output][input]) as llama.cpp's LLaMA architecture expects them."""
    flat, at, part = numpy.array(values, numpy.float32), 0, {}
    for name, rows, columns in shape.pieces():
        piece = flat[at:at + rows * columns]
        part[name] = piece if rows == 1 else piece.reshape(rows, columns).T
        at += rows * columns
    yield "token_embd.weight", part["embedding"].T
    yield "output_norm.weight", part["norm"]
    for i in range(shape.layers):
        query, key, value = numpy.split(part[f"{i}.qkv"], 3)
        gate, up = numpy.split(part[f"{i}.gate_up"], 2)
        for name, tensor in {
            "attn_norm": part[f"{i}.attention_norm"], "attn_q": query, "attn_k": key, "attn_v": value,
            "attn_output": part[f"{i}.output"], "ffn_norm": part[f"{i}.feed_norm"],
            "ffn_gate": gate, "ffn_up": up, "ffn_down": part[f"{i}.down"],
        }.items():
            yield f"blk.{i}.{name}.weight", tensor


def write(path: Path, shape: Shape, values, tokenizer: Tokenizer) -> None:
    """Write the F32 file with tokenizer and chat template."""
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_name("Tempera mini")
    writer.add_author("The Tempera developers")
    writer.add_license("GPL-3.0-or-later")
    writer.add_description("Small model for trying prompts; trained on text written by a script")
    writer.add_file_type(gguf.LlamaFileType.ALL_F32)
    writer.add_vocab_size(shape.vocabulary)
    writer.add_context_length(shape.context)
    writer.add_embedding_length(shape.width)
    writer.add_block_count(shape.layers)
    writer.add_feed_forward_length(shape.hidden)
    writer.add_head_count(shape.heads)
    writer.add_head_count_kv(shape.heads)
    writer.add_rope_dimension_count(shape.width // shape.heads)
    writer.add_rope_freq_base(shape.theta)
    writer.add_layer_norm_rms_eps(shape.epsilon)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("smollm")
    writer.add_token_list(tokenizer.tokens)
    kinds = [gguf.TokenType.CONTROL] * len(SPECIAL)
    writer.add_token_types(kinds + [gguf.TokenType.NORMAL] * (len(tokenizer.tokens) - len(SPECIAL)))
    writer.add_token_merges([f"{a} {b}" for a, b in tokenizer.merges])
    writer.add_bos_token_id(BOS)
    writer.add_eos_token_id(END)
    writer.add_pad_token_id(PAD)
    writer.add_add_bos_token(True)
    writer.add_add_eos_token(False)
    writer.add_chat_template(TEMPLATE)
    for name, tensor in tensors(shape, values):
        writer.add_tensor(name, numpy.ascontiguousarray(tensor))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def main() -> None:
    """Export the mean weights of a checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, default=CACHE / "checkpoint.bin")
    parser.add_argument("--full", type=Path, default=CACHE / "tempera-mini-f32.gguf")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "tempera-mini.gguf")
    parser.add_argument("--raw", action="store_true", help="the last weights instead of their running mean")
    options = parser.parse_args()
    shape, values = read(options.checkpoint, mean=not options.raw)
    write(options.full, shape, values, Tokenizer.load(CACHE / "tokenizer.json"))
    print(f"{options.full}: step {shape.step}, {shape.tokens} tokens", flush=True)
    quantise = Path(os.environ["LLAMA_BIN"]) / "llama-quantize"
    subprocess.run([quantise, options.full, options.out, "Q8_0"], check=True)


if __name__ == "__main__":
    main()
