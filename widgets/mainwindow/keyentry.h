// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/context/windowcontext.h"

#include <QObject>

namespace Tempera {

/// Asks for the key of a variant, where it is missed.
class KeyEntry final : public QObject
{
    Q_OBJECT
public:
    KeyEntry(const WindowContext &context, QWidget *window);

    /// Opens the dialog for the variant `index` of the open experiment; nothing for one that is not remote.
    void askFor(int index);
    /// The servers of the open experiment, each once.
    [[nodiscard]] QList<UsedEndpoint> usedEndpoints() const;

private:
    void nameKey(const Endpoint &endpoint, const QString &name);

    const WindowContext &m_context;
    QWidget *m_window = nullptr;
};

} // namespace Tempera
