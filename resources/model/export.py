# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write a checkpoint as GGUF for llama.cpp (F32), and quantise it with llama-quantize."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

import torch

from network import Shape
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


def tensors(weights: dict[str, torch.Tensor], shape: Shape):
    """Names and arrays as llama.cpp's LLaMA architecture expects them."""
    yield "token_embd.weight", weights["embedding.weight"]
    yield "output_norm.weight", weights["norm.weight"]
    for i in range(shape.layers):
        part = {k.removeprefix(f"blocks.{i}."): v for k, v in weights.items() if k.startswith(f"blocks.{i}.")}
        query, key, value = part["qkv.weight"].split(shape.dim)
        gate, up = part["gate_up.weight"].split(shape.hidden)
        for name, tensor in {
            "attn_norm": part["attn_norm.weight"], "attn_q": query, "attn_k": key, "attn_v": value,
            "attn_output": part["out.weight"], "ffn_norm": part["ffn_norm.weight"],
            "ffn_gate": gate, "ffn_up": up, "ffn_down": part["down.weight"],
        }.items():
            yield f"blk.{i}.{name}.weight", tensor


def write(path: Path, weights: dict[str, torch.Tensor], shape: Shape, tokenizer: Tokenizer) -> None:
    """Write the F32 file with tokenizer and chat template."""
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_name("Tempera mini")
    writer.add_author("The Tempera developers")
    writer.add_license("GPL-3.0-or-later")
    writer.add_description("Small model for trying prompts; trained on text written by a script")
    writer.add_file_type(gguf.LlamaFileType.ALL_F32)
    writer.add_vocab_size(shape.vocab)
    writer.add_context_length(shape.context)
    writer.add_embedding_length(shape.dim)
    writer.add_block_count(shape.layers)
    writer.add_feed_forward_length(shape.hidden)
    writer.add_head_count(shape.heads)
    writer.add_head_count_kv(shape.heads)
    writer.add_rope_dimension_count(shape.dim // shape.heads)
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
    for name, tensor in tensors(weights, shape):
        writer.add_tensor(name, tensor.float().contiguous().numpy())
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def main() -> None:
    """Export the mean weights of a checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, default=CACHE / "checkpoint.pt")
    parser.add_argument("--full", type=Path, default=CACHE / "tempera-mini-f32.gguf")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "tempera-mini.gguf")
    options = parser.parse_args()
    state = torch.load(options.checkpoint, weights_only=True)
    write(options.full, state["mean"], Shape(**state["shape"]), Tokenizer.load(CACHE / "tokenizer.json"))
    print(f"{options.full}: step {state['step']}, {state['tokens']} tokens", flush=True)
    quantise = Path(os.environ["LLAMA_BIN"]) / "llama-quantize"
    subprocess.run([quantise, options.full, options.out, "Q8_0"], check=True)


if __name__ == "__main__":
    main()
