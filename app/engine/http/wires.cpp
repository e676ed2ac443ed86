// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/wires.h"

#include "app/engine/http/openai/openaichatcodec.h"

#include <algorithm>

namespace Tempera {

Wires allWires()
{
    Wires wires;
    wires.push_back(std::make_unique<OpenAiChatCodec>());
    return wires;
}

const Codec *codecOf(const Wires &wires, const QString &wire)
{
    const auto found = std::ranges::find_if(wires, [&wire](const auto &codec) { return codec->wire() == wire; });
    return found == wires.end() ? nullptr : found->get();
}

} // namespace Tempera
