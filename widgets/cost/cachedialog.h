// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/cachebrowser.h"
#include "widgets/common/keyboardorder.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace Tempera {

class CacheModel;

/// The answers that are kept, so that an equal request is not paid twice: what there is, what it saved, and how to be rid of it.
/// Shown and left open; nothing waits for it.
class CacheDialog final : public OrderedDialog
{
    Q_OBJECT
public:
    /// It outlives the dialog.
    explicit CacheDialog(CacheBrowser &cache, QWidget *parent = nullptr);

    [[nodiscard]] QTableView *table() const { return m_table; }
    /// What else happens may have changed what is kept.
    void reload();

private:
    void createTable();
    void createButtons();
    void showPage();
    void removeChosen();
    void askToClear();
    void update();

    CacheModel *m_model = nullptr;
    QLineEdit *m_search = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_sum = nullptr;
    QLabel *m_more = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_clear = nullptr;
};

} // namespace Tempera
