// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/settingstablemodel.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QTableView;

namespace Tempera {

/// The settings of the baseline and of what is compared with it, side by side, in a page beside the window. A switch leaves
/// only those that differ. Escape closes it.
class SettingsPage final : public QDialog
{
    Q_OBJECT
public:
    explicit SettingsPage(QWidget *parent);

    void showSettings(const QList<SettingsColumn> &columns);

private:
    void say();

    SettingsTableModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    QCheckBox *m_only = nullptr;
    QLabel *m_note = nullptr;
};

} // namespace Tempera
