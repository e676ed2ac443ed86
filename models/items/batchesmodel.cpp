// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/batchesmodel.h"

#include "models/items/batchtext.h"
#include "models/items/celltext.h"
#include "models/session/batchbook.h"
#include "models/text/displaytext.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype shownOfRunId = 8;

QString momentOfBatch(const QDateTime &moment)
{
    return moment.isValid() ? QLocale().toString(moment.toLocalTime(), QLocale::ShortFormat) : u"–"_s;
}

} // namespace

BatchesModel::BatchesModel(const BatchBook &book, QObject *parent)
    : QAbstractTableModel(parent), m_book(book), m_batches(book.batches())
{
    connect(&book, &BatchBook::loaded, this, [this] {
        beginResetModel();
        m_batches = m_book.batches();
        endResetModel();
    });
    connect(&book, &BatchBook::changed, this, [this](int row) {
        m_batches[row] = m_book.batches().at(row);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    });
}

int BatchesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_batches.size());
}

int BatchesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BatchesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const BatchRecord &batch = m_batches.at(index.row());
    if (role == Qt::DisplayRole)
        return text(batch, index.column());
    if (role == Qt::ToolTipRole)
        return more(batch);
    const bool isNumber =
        index.column() == Answered || index.column() == Failed || index.column() == Expired || index.column() == Cost;
    if (role == Qt::TextAlignmentRole && isNumber)
        return Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter).toInt();
    return {};
}

QVariant BatchesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Run: return tr("Run");
    case Provider: return tr("Provider");
    case State: return tr("State");
    case Answered: return tr("Answered");
    case Failed: return tr("Failed");
    case Expired: return tr("Expired");
    case Submitted: return tr("Submitted");
    case Checked: return tr("Last asked");
    case Cost: return tr("Estimated cost");
    default: return {};
    }
}

QString BatchesModel::runTitle(const QUuid &run) const
{
    const std::optional<RunSummary> known = m_book.run(run);
    if (known && !known->run.title.isEmpty())
        return firstLine(known->run.title, 80);
    return run.toString(QUuid::WithoutBraces).first(shownOfRunId);
}

QString BatchesModel::text(const BatchRecord &batch, int column) const
{
    switch (column) {
    case Run: return runTitle(batch.run);
    case Provider: return firstLine(batch.endpoint.shownId(), 80);
    case State: {
        const QString state = BatchText::state(batch.state);
        return m_book.isMerged(batch.run) ? tr("%1, fetched").arg(state) : state;
    }
    case Answered: return tr("%1 of %2").arg(CellText::number(batch.counts.answered), CellText::number(batch.items.size()));
    case Failed: return CellText::number(batch.counts.failed - batch.counts.expired);
    case Expired: return CellText::number(batch.counts.expired);
    case Submitted: return momentOfBatch(batch.submitted);
    case Checked: return momentOfBatch(batch.checked);
    case Cost: return BatchText::cost(batch);
    default: return {};
    }
}

QString BatchesModel::more(const BatchRecord &batch) const
{
    QStringList lines{runTitle(batch.run)};
    if (batch.id.isEmpty() && !isOver(batch.state))
        lines +=
            tr("The program ended while this batch was sent. Whether the provider has it is not known; its run there is named %1.")
                .arg(batch.run.toString(QUuid::WithoutBraces));
    else if (!batch.id.isEmpty())
        lines += tr("The provider's name for it: %1").arg(DisplayText::of(batch.id));
    if (!batch.detail.isEmpty())
        lines += DisplayText::of(batch.detail);
    if (!batch.experimentPath.isEmpty())
        lines += DisplayText::of(batch.experimentPath);
    return lines.join(u'\n');
}

} // namespace Tempera
