// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/verdict.h"

#include <QLabel>

namespace Tempera {

/// The verdicts of a cell as short marks: sign, type and colour, with the reasons as tooltip.
class VerdictChips final : public QLabel
{
    Q_OBJECT
public:
    explicit VerdictChips(QWidget *parent = nullptr);
    void setVerdicts(const Verdicts &verdicts);

protected:
    void changeEvent(QEvent *event) override;

private:
    void render();

    Verdicts m_verdicts;
};

} // namespace Tempera
