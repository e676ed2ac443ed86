// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/cellstablemodel.h"

#include "models/experiment/titles.h"
#include "models/items/celltext.h"
#include "models/text/displaytext.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Tempera {

namespace {

QVariant sortNumber(const std::optional<std::int64_t> &number)
{
    return number ? QVariant(static_cast<qlonglong>(*number)) : QVariant();
}

} // namespace

CellsTableModel::CellsTableModel(const Session &session, QObject *parent)
    : QAbstractTableModel(parent), m_session(session), m_rows(session.size())
{
    connect(&session, &Session::planned, this, &CellsTableModel::reset);
    connect(&session, &Session::cellsAdded, this, &CellsTableModel::append);
    connect(&session, &Session::cellsChanged, this, &CellsTableModel::refresh);
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
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || index.row() >= m_session.size())
        return {};
    switch (role) {
    case Qt::DisplayRole: return display(index.row(), index.column());
    case SortRole: return sortValue(index.row(), index.column());
    case StateRole: return static_cast<int>(m_session.summary(index.row()).state);
    case CellRole: return index.row();
    case Qt::ToolTipRole: return errorOf(index.row());
    default: return {};
    }
}

/// Only what failed has one; nobody else's body is asked for.
QVariant CellsTableModel::errorOf(int row) const
{
    const bool mayHave =
        m_session.summary(row).state == CellState::Failed || m_session.summary(row).state == CellState::Cancelled;
    const Cell *body = mayHave ? m_session.body(row) : nullptr;
    return body && body->error ? QVariant(errorMessage(*body->error)) : QVariant();
}

/// How it goes with the cell; what is under way tells more than its summary does.
QString CellsTableModel::state(int row) const
{
    const CellSummary &summary = m_session.summary(row);
    const Cell *body = isFinal(summary.state) ? nullptr : m_session.bodyInMemory(row);
    const QString text = CellText::state(body ? *body : outlineOf(summary));
    return m_session.isOutdated(row) ? tr("%1, changed since").arg(text) : text;
}

QVariant CellsTableModel::display(int row, int column) const
{
    const CellSummary &cell = m_session.summary(row);
    const CellKey &key = cell.key;
    switch (column) {
    case CaseColumn: return caseTitle(m_session.experiment(), key.caseIndex);
    case PromptColumn: return promptTitle(m_session.experiment(), key.promptIndex);
    case VariantColumn:
        return key.variantIndex < m_session.experiment().variants.size()
                   ? m_session.experiment().variants.at(key.variantIndex).title()
                   : u"#%1"_s.arg(key.variantIndex + 1);
    case RepeatColumn: return key.repeat + 1;
    case StateColumn: return state(row);
    case ChecksColumn: return CellText::grade(cell);
    case FirstTokenColumn: return cell.firstToken() ? CellText::duration(*cell.firstToken()) : QString();
    case SpeedColumn: return cell.tokensPerSecond.value() ? QLocale().toString(*cell.tokensPerSecond.value(), 'f', 1) : QString();
    case TokensColumn: return cell.outputTokens.value() ? CellText::number(*cell.outputTokens.value()) : QString();
    case CostColumn: return isFinal(cell.state) ? moneyText(cell.cost()) : QString();
    case TextColumn: return textOf(m_session.body(row));
    default: return {};
    }
}

/// Null: the ledger is asked for it.
QString CellsTableModel::textOf(const Cell *body)
{
    if (!body)
        return u"…"_s;
    return body->error ? errorMessage(*body->error) : firstLine(body->text, 300);
}

/// To sort by the text of all cells, all of them would have to be read: those that are not in memory come together.
QVariant CellsTableModel::sortValue(int row, int column) const
{
    const CellSummary &cell = m_session.summary(row);
    const CellKey &key = cell.key;
    switch (column) {
    case CaseColumn: return key.caseIndex;
    case PromptColumn: return key.promptIndex;
    case VariantColumn: return key.variantIndex;
    case RepeatColumn: return key.repeat;
    case StateColumn: return static_cast<int>(cell.state);
    case ChecksColumn: return cell.outcome ? QVariant(cell.score) : QVariant();
    case FirstTokenColumn: return sortNumber(cell.firstTokenTime.value());
    case SpeedColumn: return cell.tokensPerSecond.value() ? QVariant(*cell.tokensPerSecond.value()) : QVariant();
    case TokensColumn: return sortNumber(cell.outputTokens.value());
    case CostColumn: return sortNumber(cell.costNano.value());
    case TextColumn: return textOf(m_session.bodyInMemory(row));
    default: return display(row, column);
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
    m_rows = m_session.size();
    endResetModel();
}

void CellsTableModel::append(int first, int last)
{
    beginInsertRows({}, first, last);
    m_rows = last + 1;
    endInsertRows();
}

void CellsTableModel::refresh(int first, int last)
{
    if (first < 0 || last >= m_rows)
        return;
    Q_EMIT dataChanged(index(first, StateColumn), index(last, TextColumn),
                       {Qt::DisplayRole, Qt::ToolTipRole, StateRole, SortRole});
}

} // namespace Tempera
