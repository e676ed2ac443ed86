// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/lane/decoder.h"

#include "app/engine/llama/lane/sharedlane.h"
#include "app/engine/llama/lane/strictlane.h"

namespace Tempera {

Result<std::unique_ptr<Decoder>> Decoder::create(const LlamaModel &model, const LlamaSettings &settings)
{
    std::unique_ptr<Decoder> decoder(new Decoder(model, settings));
    Result<std::unique_ptr<SharedLane>> fast = SharedLane::create(model, settings);
    if (!fast)
        return std::unexpected(fast.error());
    decoder->m_fast = std::move(*fast);
    return decoder;
}

Decoder::Decoder(const LlamaModel &model, LlamaSettings settings) : m_model(model), m_settings(std::move(settings)) { }

Result<Lane *> Decoder::lane(bool strict)
{
    if (!strict)
        return m_fast.get();
    if (!m_strict) {
        Result<std::unique_ptr<StrictLane>> made = StrictLane::create(m_model, m_settings);
        if (!made)
            return std::unexpected(made.error());
        m_strict = std::move(*made);
    }
    return m_strict.get();
}

bool Decoder::isIdle() const
{
    return m_fast->isIdle() && (!m_strict || m_strict->isIdle());
}

void Decoder::step()
{
    m_fast->step();
    if (m_strict)
        m_strict->step();
}

} // namespace Tempera
