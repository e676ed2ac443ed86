// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/confusionsource.h"
#include "widgets/charts/countspage.h"

namespace Tempera {

/// The confusion matrix of a variant, with precision, recall and F1.
class ConfusionPage final : public CountsPage
{
    Q_OBJECT
public:
    /// `background` outlives it; null = all is computed at once.
    ConfusionPage(const Session &session, Background *background, QWidget *parent = nullptr);

    /// It follows the session while somebody looks.
    void setActive(bool active) { m_source.setActive(active); }

private:
    void refresh();

    ConfusionSource m_source;
};

} // namespace Tempera
