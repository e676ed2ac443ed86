// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/context/trustaccess.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace Tempera {

/// What the user has allowed for good: which experiment may send which key where, and read which folder. Each can be
/// withdrawn, which is in effect at once.
class TrustPage final : public QWidget
{
    Q_OBJECT
public:
    explicit TrustPage(const TrustAccess &access, QWidget *parent = nullptr);

Q_SIGNALS:
    void failed(const Tempera::Error &error);

private:
    void fill(int current);
    void remove();

    TrustAccess m_access;
    QTreeWidget *m_list = nullptr;
    QPushButton *m_remove = nullptr;
    QLabel *m_nothing = nullptr;
};

} // namespace Tempera
