// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/cellstablemodel.h"

#include "models/experiment/titles.h"
#include "models/items/celltext.h"
#include "models/text/displaytext.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Tempera {

CellsTableModel::CellsTableModel(const Session &session, QObject *parent)
    : QAbstractTableModel(parent), m_session(session), m_rows(static_cast<int>(session.cells().size()))
{
    connect(&session, &Session::planned, this, &CellsTableModel::reset);
    connect(&session, &Session::cellChanged, this, &CellsTableModel::refresh);
}

int CellsTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int CellsTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant CellsTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || index.row() >= static_cast<int>(m_session.cells().size()))
        return {};
    const Cell &cell = m_session.cells().at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == StateColumn && m_session.isOutdated(index.row()))
            return tr("%1, changed since").arg(CellText::state(cell));
        return display(cell, index.column());
    case SortRole: return sortValue(cell, index.column());
    case StateRole: return static_cast<int>(cell.state);
    case CellRole: return index.row();
    case Qt::ToolTipRole: return cell.error ? QVariant(errorMessage(*cell.error)) : QVariant();
    default: return {};
    }
}

QVariant CellsTableModel::display(const Cell &cell, int column) const
{
    const CellKey &key = cell.request.key;
    switch (column) {
    case CaseColumn: return caseTitle(m_session.experiment(), key.caseIndex);
    case PromptColumn: return promptTitle(m_session.experiment(), key.promptIndex);
    case VariantColumn:
        return key.variantIndex < m_session.experiment().variants.size()
                   ? m_session.experiment().variants.at(key.variantIndex).title()
                   : cell.request.endpoint.id;
    case RepeatColumn: return key.repeat + 1;
    case StateColumn: return CellText::state(cell);
    case ChecksColumn: return CellText::grade(cell);
    case FirstTokenColumn: return cell.timings.firstToken ? CellText::duration(*cell.timings.firstToken) : QString();
    case SpeedColumn: return cell.timings.tokensPerSecond ? QLocale().toString(*cell.timings.tokensPerSecond, 'f', 1) : QString();
    case TokensColumn: return cell.usage.outputTokens ? CellText::number(*cell.usage.outputTokens) : QString();
    case CostColumn: return isFinal(cell.state) ? moneyText(cell.cost) : QString();
    case TextColumn: return cell.error ? errorMessage(*cell.error) : firstLine(cell.text, 300);
    default: return {};
    }
}

QVariant CellsTableModel::sortValue(const Cell &cell, int column) const
{
    const CellKey &key = cell.request.key;
    switch (column) {
    case CaseColumn: return key.caseIndex;
    case PromptColumn: return key.promptIndex;
    case VariantColumn: return key.variantIndex;
    case RepeatColumn: return key.repeat;
    case StateColumn: return static_cast<int>(cell.state);
    case ChecksColumn: return cell.grade ? QVariant(cell.grade->score) : QVariant();
    case FirstTokenColumn:
        return cell.timings.firstToken ? QVariant(static_cast<qlonglong>(cell.timings.firstToken->count())) : QVariant();
    case SpeedColumn: return cell.timings.tokensPerSecond ? QVariant(*cell.timings.tokensPerSecond) : QVariant();
    case TokensColumn: return cell.usage.outputTokens ? QVariant(static_cast<qlonglong>(*cell.usage.outputTokens)) : QVariant();
    case CostColumn: return cell.cost ? QVariant(static_cast<qlonglong>(cell.cost->nano())) : QVariant();
    default: return display(cell, column);
    }
}

QVariant CellsTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    switch (section) {
    case CaseColumn: return tr("Case");
    case PromptColumn: return tr("Prompt");
    case VariantColumn: return tr("Variant");
    case RepeatColumn: return tr("Repeat");
    case StateColumn: return tr("State");
    case ChecksColumn: return tr("Checks");
    case FirstTokenColumn: return tr("First token");
    case SpeedColumn: return tr("Tokens/s");
    case TokensColumn: return tr("Tokens out");
    case CostColumn: return tr("Cost");
    case TextColumn: return tr("Answer");
    default: return {};
    }
}

void CellsTableModel::reset()
{
    beginResetModel();
    m_rows = static_cast<int>(m_session.cells().size());
    endResetModel();
}

void CellsTableModel::refresh(int row)
{
    if (row < 0 || row >= m_rows)
        return;
    Q_EMIT dataChanged(index(row, StateColumn), index(row, TextColumn), {Qt::DisplayRole, Qt::ToolTipRole, StateRole, SortRole});
}

} // namespace Tempera
