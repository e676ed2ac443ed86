// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/countmany.h"

namespace Tempera {
namespace {

/// Of one processor; at 5 MB/s and more that is 50 ms or less.
constexpr std::size_t bytesOfOneProcessor = 256 * 1024;

template<typename Item, typename BytesOf>
std::size_t itemsAtOnce(std::span<const Item> items, const Parallel *parallel, const BytesOf &bytesOf)
{
    const std::size_t most = bytesAtOnce(parallel);
    std::size_t bytes = 0;
    std::size_t taken = 0;
    while (taken < items.size() && bytes < most)
        bytes += bytesOf(items[taken++]);
    return taken;
}

} // namespace

std::size_t bytesAtOnce(const Parallel *parallel)
{
    return bytesOfOneProcessor * static_cast<std::size_t>(widthOf(parallel));
}

std::size_t roughBytes(const Messages &prompt)
{
    std::size_t bytes = 0;
    for (const Message &message : prompt)
        bytes += static_cast<std::size_t>(message.text.size()) + 1;
    return bytes;
}

std::size_t textsAtOnce(std::span<const QByteArray> texts, const Parallel *parallel)
{
    return itemsAtOnce(texts, parallel, [](const QByteArray &text) { return static_cast<std::size_t>(text.size()) + 1; });
}

std::size_t promptsAtOnce(std::span<const Messages> prompts, const Parallel *parallel)
{
    return itemsAtOnce(prompts, parallel, roughBytes);
}

std::vector<std::int64_t> countTexts(const BpeEncoding &encoding, std::span<const QByteArray> texts, Parallel *parallel)
{
    std::vector<std::int64_t> counts(texts.size());
    forEachIn(parallel, texts.size(), [&](std::size_t i) { counts[i] = encoding.count(texts[i]); });
    return counts;
}

std::vector<std::int64_t> countPrompts(const BpeEncoding &encoding, std::span<const Messages> prompts, Parallel *parallel)
{
    std::vector<std::int64_t> counts(prompts.size());
    forEachIn(parallel, prompts.size(), [&](std::size_t i) { counts[i] = countMessages(encoding, prompts[i]).tokens; });
    return counts;
}

} // namespace Tempera
