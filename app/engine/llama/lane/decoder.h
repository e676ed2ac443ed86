// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/llama/lane/lane.h"

namespace Tempera {

/// Runs the tasks of one model: those of fast mode together in one batch, those of strict mode one at a time,
/// round-robin. One thread.
class Decoder
{
public:
    /// Errors: OutOfMemory, ModelBroken.
    [[nodiscard]] static Result<std::unique_ptr<Decoder>> create(const LlamaModel &model, const LlamaSettings &settings);

    /// The lane of a mode; that of strict mode is created on first use. Errors: OutOfMemory, ModelBroken.
    [[nodiscard]] Result<Lane *> lane(bool strict);
    /// The most tokens that one task may have.
    [[nodiscard]] int contextTokens() const { return m_model.contextTokens(); }
    [[nodiscard]] bool isIdle() const;
    void step();

private:
    Decoder(const LlamaModel &model, LlamaSettings settings);

    const LlamaModel &m_model;
    LlamaSettings m_settings;
    std::unique_ptr<Lane> m_fast;
    std::unique_ptr<Lane> m_strict;
};

} // namespace Tempera
