// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/cachebrowser.h"

#include <QAbstractTableModel>

namespace Tempera {

/// The answers that are kept, the newest first, as the ledger gives them: a page of those that are searched for, and the sums over
/// all. One that was removed is gone after the next answer of the ledger.
class CacheModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Stored, Model, Prompt, Tokens, Size, Hits, Saved, ColumnCount };

    /// `cache` outlives it.
    explicit CacheModel(CacheBrowser &cache, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    [[nodiscard]] const CacheTotals &totals() const { return m_page.totals; }
    /// More are kept that fit the search than are listed.
    [[nodiscard]] bool hasMore() const { return m_page.hasMore; }
    [[nodiscard]] QString search() const { return m_query.search; }

    /// Lists those that fit, all for an empty text; loaded() or failed() follows.
    void setSearch(const QString &text);
    /// Asks the ledger again; loaded() or failed() follows.
    void reload();
    /// Of these rows; reloads.
    void remove(const QList<int> &rows);
    /// All, whatever is searched for; reloads.
    void clear();

Q_SIGNALS:
    void loaded();
    void failed(const Tempera::Error &error);

private:
    void changed(const Result<qint64> &removed);

    CacheBrowser &m_cache;
    CacheQuery m_query;
    CachePage m_page;
    quint64 m_turn = 0; ///< Tells the last answer of the ledger from those that come too late.
};

} // namespace Tempera
