// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/fieldssource.h"
#include "widgets/charts/countspage.h"

namespace Tempera {

/// How well each field of a JSON answer was extracted by a variant.
class FieldsPage final : public CountsPage
{
    Q_OBJECT
public:
    /// `background` outlives it; null = all is computed at once.
    FieldsPage(const Session &session, Background *background, QWidget *parent = nullptr);

    /// It follows the session while somebody looks.
    void setActive(bool active) { m_source.setActive(active); }

private:
    void refresh();

    FieldsSource m_source;
};

} // namespace Tempera
