// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/cachemodel.h"

#include "models/items/cachetext.h"
#include "models/items/celltext.h"
#include "models/text/displaytext.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString momentOfKept(const QDateTime &moment)
{
    return QLocale().toString(moment.toLocalTime(), QLocale::ShortFormat);
}

QString tokensOfKept(const Usage &usage)
{
    const auto count = [](const std::optional<std::int64_t> &tokens) { return tokens ? CellText::number(*tokens) : u"?"_s; };
    return CacheModel::tr("%1 in, %2 out", "tokens").arg(count(usage.inputTokens), count(usage.outputTokens));
}

QString keptText(const KeptAnswer &kept, int column)
{
    switch (column) {
    case CacheModel::Stored: return momentOfKept(kept.stored);
    case CacheModel::Model: return DisplayText::of(kept.model);
    case CacheModel::Prompt: return DisplayText::of(kept.prompt);
    case CacheModel::Tokens: return tokensOfKept(kept.usage);
    case CacheModel::Size: return CacheText::sizeText(kept.bytes);
    case CacheModel::Hits: return CellText::number(kept.hits);
    case CacheModel::Saved: return moneyText(kept.saved());
    default: return {};
    }
}

QString keptMore(const KeptAnswer &kept)
{
    QStringList lines{keptText(kept, CacheModel::Prompt)};
    if (!kept.endpoint.isEmpty())
        lines += CacheModel::tr("Answered at %1").arg(DisplayText::of(kept.endpoint));
    lines += CacheModel::tr("Its cost: %1").arg(moneyText(kept.cost));
    if (kept.lastHit.isValid())
        lines += CacheModel::tr("Last used %1").arg(momentOfKept(kept.lastHit));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace

CacheModel::CacheModel(CacheBrowser &cache, QObject *parent) : QAbstractTableModel(parent), m_cache(cache) { }

int CacheModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_page.answers.size());
}

int CacheModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CacheModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const KeptAnswer &kept = m_page.answers.at(index.row());
    if (role == Qt::DisplayRole)
        return keptText(kept, index.column());
    if (role == Qt::ToolTipRole)
        return keptMore(kept);
    if (role == Qt::TextAlignmentRole && index.column() >= Tokens)
        return Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter).toInt();
    return {};
}

QVariant CacheModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Stored: return tr("When");
    case Model: return tr("Model");
    case Prompt: return tr("Prompt");
    case Tokens: return tr("Tokens");
    case Size: return tr("Size");
    case Hits: return tr("Hits");
    case Saved: return tr("Saved");
    default: return {};
    }
}

void CacheModel::setSearch(const QString &text)
{
    m_query.search = text;
    reload();
}

void CacheModel::reload()
{
    const quint64 turn = ++m_turn;
    m_cache.listAnswers(m_query, this, [this, turn](const Result<CachePage> &page) {
        if (turn != m_turn)
            return;
        if (!page) {
            Q_EMIT failed(page.error());
            return;
        }
        beginResetModel();
        m_page = *page;
        endResetModel();
        Q_EMIT loaded();
    });
}

void CacheModel::remove(const QList<int> &rows)
{
    QList<QByteArray> keys;
    for (const int row : rows) {
        if (row >= 0 && row < m_page.answers.size())
            keys += m_page.answers.at(row).key;
    }
    if (!keys.isEmpty())
        m_cache.removeAnswers(keys, this, [this](const Result<qint64> &removed) { changed(removed); });
}

void CacheModel::clear()
{
    m_cache.clearAnswers({}, this, [this](const Result<qint64> &removed) { changed(removed); });
}

void CacheModel::changed(const Result<qint64> &removed)
{
    if (!removed)
        Q_EMIT failed(removed.error());
    reload();
}

} // namespace Tempera
