// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/gguf/ggufreader.h"
#include "models/core/gguf/memoryneed.h"
#include "tests/fuzz/consume.h"
#include "tests/fuzz/entries.h"

#include <span>

namespace Tempera {

bool fuzzGguf(QByteArrayView bytes)
{
    const Result<GgufFacts> facts = checkGguf(std::as_bytes(std::span(bytes.data(), static_cast<std::size_t>(bytes.size()))));
    if (!facts) {
        consume(facts.error());
        return false;
    }
    for (const QString &text : {facts->architecture, facts->name, facts->license, facts->quantization})
        consume(text);
    require(facts->tensorBytes >= 0 && facts->tensorBytes <= facts->fileBytes, "the tensors lie in the file");
    const MemoryNeed need = memoryNeed(*facts, LocalSettings(), 16, 2048);
    require(need.total() >= 0, "a model needs memory");
    require(contextTokensFor(*facts, LocalSettings()) > 0, "a model has a context");
    return true;
}

} // namespace Tempera
