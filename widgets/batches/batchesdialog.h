// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/batchbook.h"
#include "widgets/common/keyboardorder.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;

namespace Tempera {

class BatchesModel;

/// The batches that were sent: how far they are, and what can be done about them. Shown and left open; nothing waits for it.
class BatchesDialog final : public OrderedDialog
{
    Q_OBJECT
public:
    /// The book outlives the dialog.
    explicit BatchesDialog(BatchBook &book, QWidget *parent = nullptr);

    [[nodiscard]] QTableView *table() const { return m_table; }
    /// One line or several below the table: what came of something.
    void tell(const QString &text);
    /// Answers are being fetched and judged; `all` = 0: nobody knows yet how many.
    void showFetching(int done, int all);
    void endFetching();

Q_SIGNALS:
    /// The answers of a run's batches are to be merged into it.
    void fetchRequested(const QUuid &run);
    void stopRequested();
    /// The run of a batch is to be seen.
    void runRequested(const QUuid &run);

private:
    void createTable();
    void createButtons();
    [[nodiscard]] QList<BatchRecord> chosen() const;
    void refresh();
    void askToCancel();
    void showLoaded();
    void update();

    BatchBook &m_book;
    BatchesModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_told = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_refresh = nullptr;
    QPushButton *m_fetch = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_show = nullptr;
    QPushButton *m_stop = nullptr;
    bool m_isFetching = false;
};

} // namespace Tempera
