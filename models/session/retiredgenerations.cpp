// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/retiredgenerations.h"

namespace Tempera {

void RetiredGenerations::add(std::unique_ptr<Generation> ended)
{
    if (!ended)
        return;
    m_ended.push_back(std::move(ended));
    if (m_ended.size() == 1)
        QMetaObject::invokeMethod(&m_context, [this] { m_ended.clear(); }, Qt::QueuedConnection);
}

} // namespace Tempera
