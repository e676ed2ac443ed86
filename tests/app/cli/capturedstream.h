// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/console.h"

#include <QString>

namespace Tempera {

/// A stream that keeps what is written.
class CapturedStream final : public OutStream
{
public:
    void write(const QByteArray &utf8) override { bytes += utf8; }
    [[nodiscard]] bool isTerminal() const override { return terminal; }
    [[nodiscard]] bool hasColour() const override { return colour; }
    [[nodiscard]] int columns() const override { return width; }
    [[nodiscard]] QString text() const { return QString::fromUtf8(bytes); }

    QByteArray bytes;
    bool terminal = false;
    bool colour = false;
    int width = 100;
};

} // namespace Tempera
