// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/framing/framing.h"

namespace Tempera {

/// No frames: the answer is read once it is complete.
class WholeFraming final : public Framing
{
public:
    [[nodiscard]] bool isStream(char) const override { return false; }
    [[nodiscard]] QByteArrayView contentType() const override { return {}; }
    [[nodiscard]] std::vector<Frame> feed(QByteArrayView) override { return {}; }
    [[nodiscard]] std::vector<Frame> end() override { return {}; }
    [[nodiscard]] bool hasOverflown() const override { return false; }
    [[nodiscard]] qint64 told() const override { return 0; }
    [[nodiscard]] qint64 silent() const override { return 0; }
    [[nodiscard]] bool isInsideFrame() const override { return false; }
};

} // namespace Tempera
