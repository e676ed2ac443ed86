// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/fieldsmodel.h"

#include "models/charts/chartnumbers.h"
#include "models/core/counted.h"
#include "models/text/displaytext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

int fieldCount(const FieldRow &row, int column)
{
    switch (column) {
    case FieldsModel::Right: return row.counts.right;
    case FieldsModel::Wrong: return row.counts.wrong;
    case FieldsModel::Missing: return row.counts.missing;
    case FieldsModel::Invented: return row.counts.invented;
    default: return row.ungrounded;
    }
}

QString fieldFigure(const FieldRow &row, int column)
{
    switch (column) {
    case FieldsModel::Accuracy: return chartEstimate(row.figures.accuracy);
    case FieldsModel::Precision: return chartEstimate(row.figures.metrics.precision);
    case FieldsModel::Recall: return chartEstimate(row.figures.metrics.recall);
    default: return chartEstimate(row.figures.metrics.f1);
    }
}

/// Precision stands for all that was given, recall for all that was expected, F1 for what is right.
FieldCells fieldCells(int column)
{
    switch (column) {
    case FieldsModel::Wrong: return FieldCells::Wrong;
    case FieldsModel::Missing: return FieldCells::Missing;
    case FieldsModel::Invented: return FieldCells::Invented;
    case FieldsModel::Ungrounded: return FieldCells::Ungrounded;
    case FieldsModel::Accuracy: return FieldCells::All;
    case FieldsModel::Precision: return FieldCells::Given;
    case FieldsModel::Recall: return FieldCells::Expected;
    default: return FieldCells::Right;
    }
}

} // namespace

FieldsModel::FieldsModel(const FieldsSource &source, QObject *parent) : CountsModel(parent), m_source(source) { }

void FieldsModel::refresh()
{
    beginResetModel();
    const int columns = static_cast<int>(m_source.columns().size());
    m_column = std::clamp(m_column, 0, std::max(0, columns - 1));
    m_rows.clear();
    if (columns > 0) {
        const FieldTable &table = m_source.table(m_column);
        m_about = m_source.columns()[static_cast<std::size_t>(m_column)];
        m_answers = table.answers;
        m_withoutObject = table.withoutObject;
        m_rows = table.rows;
        if (table.rest.counts.all() > 0)
            m_rows.push_back(table.rest);
        m_rows.push_back(table.all);
    }
    endResetModel();
}

QString FieldsModel::summary() const
{
    if (m_rows.empty())
        return {};
    const FieldRow &all = m_rows.back();
    QStringList parts{counted(tr("%1 of all values are right, in %n answer(s)", nullptr, countForm(m_answers)), m_answers)
                          .arg(chartEstimate(all.figures.accuracy))};
    if (m_withoutObject > 0)
        parts += counted(
            tr("%n answer(s) without a JSON object: all that is expected is missing there", nullptr, countForm(m_withoutObject)),
            m_withoutObject);
    if (all.ungrounded > 0)
        parts += tr("%1 of %2 given texts and numbers stand nowhere in the input: they may be invented")
                     .arg(chartCount(all.ungrounded), chartCount(all.sought));
    if (const int leftOut = m_source.leftOut(); leftOut > 0)
        parts += counted(tr("%n answer(s) left out: no JSON object is expected there", nullptr, countForm(leftOut)), leftOut);
    return parts.join(u" · "_s);
}

int FieldsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FieldsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_rows.empty() ? 0 : ColumnsOfAll;
}

QString FieldsModel::title(const FieldRow &row) const
{
    if (&row == &m_rows.back())
        return tr("All fields (micro)");
    return row.field.isEmpty() ? tr("all others") : firstLine(row.field, 60);
}

/// What is seen is not always what the source has now: it may look at another run.
QString FieldsModel::filter(const FieldRow &row, int column) const
{
    const bool isRest = row.field.isEmpty() && &row != &m_rows.back();
    return isRest ? QString() : fieldFilter(m_about, row.field, fieldCells(column));
}

QVariant FieldsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FieldRow &row = m_rows[static_cast<std::size_t>(index.row())];
    const bool isCount = index.column() <= Ungrounded;
    switch (role) {
    case Qt::DisplayRole: return isCount ? chartCount(fieldCount(row, index.column())) : fieldFigure(row, index.column());
    case ShareRole: {
        const int all = index.column() == Ungrounded ? row.sought : row.counts.all();
        return isCount && all > 0 ? QVariant(static_cast<double>(fieldCount(row, index.column())) / all) : QVariant();
    }
    case RightRole: return index.column() == Right;
    case FilterRole: return filter(row, index.column());
    case Qt::AccessibleTextRole:
        return tr("%1, %2: %3", "field, what is counted, number")
            .arg(title(row), headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                 data(index, Qt::DisplayRole).toString());
    default: return {};
    }
}

QVariant FieldsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) {
        const bool isRow = section >= 0 && section < rowCount();
        return role == Qt::DisplayRole && isRow ? QVariant(title(m_rows[static_cast<std::size_t>(section)])) : QVariant();
    }
    const QStringList heads{tr("Right"),    tr("Wrong"),     tr("Missing"), tr("Invented"), tr("Not in the input"),
                            tr("Accuracy"), tr("Precision"), tr("Recall"),  tr("F1")};
    const QStringList meanings{
        tr("Expected, and given so"),
        tr("Expected, and given otherwise"),
        tr("Expected, and not given"),
        tr("Given, and not expected"),
        tr("Given, and nowhere in what the model was given to work on, in whatever capitals and spaces: possibly invented"),
        tr("Right, of all values"),
        tr("Right, of what was given"),
        tr("Right, of what was expected"),
        tr("Harmonic mean of precision and recall")};
    if (role == Qt::DisplayRole)
        return heads.value(section);
    return role == Qt::ToolTipRole ? QVariant(meanings.value(section)) : QVariant();
}

} // namespace Tempera
