// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/jobtablemodel.h"

#include "models/items/celltext.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int jobColumns = JobTableModel::Time + 1;

const CostSum *costIn(const JobRow &row, int column)
{
    switch (column) {
    case JobTableModel::Standard: return &row.standard;
    case JobTableModel::Cached: return &row.cached;
    case JobTableModel::Batch: return &row.batch;
    case JobTableModel::Cheapest: return &row.cheapest;
    case JobTableModel::PerThousand: return &row.perThousand;
    default: return nullptr;
    }
}

} // namespace

JobTableModel::JobTableModel(QObject *parent) : QAbstractTableModel(parent) { }

void JobTableModel::setRows(const QList<JobRow> &rows)
{
    if (rows.size() == m_rows.size() && !rows.isEmpty()) {
        m_rows = rows;
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(rows.size()) - 1, jobColumns - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int JobTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int JobTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : jobColumns;
}

QVariant JobTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const JobRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole: {
        const QString said = more(row, index.column());
        return said.isEmpty() ? QVariant() : QVariant(said);
    }
    case Qt::TextAlignmentRole:
        return index.column() == Variant ? QVariant() : QVariant(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter).toInt());
    default: return {};
    }
}

QString JobTableModel::text(const JobRow &row, int column) const
{
    if (const CostSum *cost = costIn(row, column)) {
        if (!cost->known().isKnown())
            return tr("unknown");
        QString amount = costText(cost->known());
        if (cost->unknownCount() > 0)
            amount = tr("%1 + unknown").arg(amount);
        if (column == Cheapest && !row.letter.isEmpty() && row.cheapestWay != JobWay::Standard)
            amount += u" · "_s + (row.cheapestWay == JobWay::Batch ? tr("batch") : tr("cached"));
        return amount;
    }
    switch (column) {
    case Variant: return row.letter.isEmpty() ? row.title : row.letter + u" · "_s + row.title;
    case Requests: return CellText::number(row.requests);
    case Input: return (row.exactness == Exactness::Exact ? QString() : u"≈"_s) + CellText::number(row.inputTokens);
    case Output: return row.outputTokens ? CellText::number(static_cast<std::int64_t>(std::llround(*row.outputTokens))) : u"–"_s;
    case Time:
        if (row.isWithinDay)
            return tr("within a day");
        return row.time ? CellText::timeLeft(*row.time) : u"–"_s;
    default: return {};
    }
}

QString JobTableModel::more(const JobRow &row, int column) const
{
    if (const CostSum *cost = costIn(row, column))
        return costReasonText(cost->known().reasons() | cost->unknownReasons());
    if (column == Time && !row.time && !row.isWithinDay)
        return tr("Nobody knows how long an answer takes: give the endpoint's limits, or ask a pilot.");
    if (column == Output && !row.outputTokens)
        return tr("No answer of it is known yet.");
    return {};
}

QVariant JobTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Variant: return tr("Variant");
    case Requests: return tr("Requests");
    case Input: return tr("Tokens in");
    case Output: return tr("Out each");
    case Standard: return tr("Standard");
    case Cached: return tr("Cached");
    case Batch: return tr("Batch");
    case Cheapest: return tr("Cheapest");
    case PerThousand: return tr("1,000 documents");
    case Time: return tr("Time");
    default: return {};
    }
}

} // namespace Tempera
