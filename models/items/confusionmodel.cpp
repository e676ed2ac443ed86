// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/confusionmodel.h"

#include "models/charts/chartnumbers.h"
#include "models/core/counted.h"
#include "models/text/displaytext.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Tempera {

ConfusionModel::ConfusionModel(const ConfusionSource &source, QObject *parent) : CountsModel(parent), m_source(source) { }

void ConfusionModel::refresh()
{
    beginResetModel();
    const int columns = static_cast<int>(m_source.columns().size());
    m_column = std::clamp(m_column, 0, std::max(0, columns - 1));
    m_labels = columns > 0 ? m_source.labels() : QStringList();
    m_confusion = columns > 0 ? m_source.confusion(m_column) : Confusion();
    m_figures = confusionFigures(m_confusion);
    endResetModel();
}

QString ConfusionModel::summary() const
{
    if (m_labels.isEmpty())
        return {};
    const int all = m_confusion.all();
    QStringList parts{
        counted(tr("Accuracy (micro F1) %1 of %n answer(s)", nullptr, countForm(all)), all).arg(chartEstimate(m_figures.micro)),
        tr("macro: precision %1, recall %2, F1 %3")
            .arg(chartEstimate(m_figures.macro.precision), chartEstimate(m_figures.macro.recall),
                 chartEstimate(m_figures.macro.f1))};
    if (const int unclear = std::accumulate(m_confusion.unclear.begin(), m_confusion.unclear.end(), 0); unclear > 0)
        parts += counted(tr("%n answer(s) name no single label: they count as wrong, and are left out of the macro means",
                            nullptr, countForm(unclear)),
                         unclear);
    if (const int unknown = m_confusion.unknown; unknown > 0)
        parts += counted(tr("%n answer(s) left out: no single label is expected there", nullptr, countForm(unknown)), unknown);
    return parts.join(u" · "_s);
}

int ConfusionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_labels.size());
}

int ConfusionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_labels.isEmpty() ? 0 : recallColumn() + 3;
}

int ConfusionModel::count(int row, int column) const
{
    const auto label = static_cast<std::size_t>(row);
    return column == unclearColumn() ? m_confusion.unclear[label] : m_confusion.counts[label][static_cast<std::size_t>(column)];
}

QString ConfusionModel::figure(int row, int column) const
{
    const LabelMetrics &metrics = m_figures.labels[static_cast<std::size_t>(row)];
    switch (column - recallColumn()) {
    case 0: return chartEstimate(metrics.recall);
    case 1: return chartEstimate(metrics.precision);
    default: return chartEstimate(metrics.f1);
    }
}

/// Recall stands for all that was expected, precision for all that was answered, F1 for what is right.
ConfusionField ConfusionModel::field(int row, int column) const
{
    using Given = ConfusionField::Given;
    if (column < unclearColumn())
        return {row, Given::Label, column};
    if (column == unclearColumn())
        return {row, Given::Unclear, -1};
    if (column == recallColumn())
        return {row, Given::Any, -1};
    return column == recallColumn() + 1 ? ConfusionField{-1, Given::Label, row} : ConfusionField{row, Given::Label, row};
}

QVariant ConfusionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const int column = index.column();
    const bool isField = column <= unclearColumn();
    switch (role) {
    case Qt::DisplayRole: return isField ? chartCount(count(row, column)) : figure(row, column);
    case ShareRole: {
        double all = 0;
        for (int each = 0; each <= unclearColumn(); ++each)
            all += count(row, each);
        return isField && all > 0 ? QVariant(count(row, column) / all) : QVariant();
    }
    case RightRole: return row == column;
    case FilterRole: // while the source looks at another run, its labels are others
        return m_source.labels() == m_labels ? m_source.filter(m_column, field(row, column)) : QString();
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: {
        if (!isField)
            return role == Qt::ToolTipRole ? QVariant() : QVariant(figure(row, column));
        const QString label = DisplayText::of(m_labels.at(row));
        return column == unclearColumn()
                   ? tr("%1 expected, no single label answered: %2").arg(label, chartCount(count(row, column)))
                   : tr("%1 expected, %2 answered: %3")
                         .arg(label, DisplayText::of(m_labels.at(column)), chartCount(count(row, column)));
    }
    default: return {};
    }
}

QVariant ConfusionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical || section < unclearColumn())
        return section < m_labels.size() ? QVariant(firstLine(m_labels.at(section), 40)) : QVariant();
    const QStringList others{tr("no single label"), tr("Recall"), tr("Precision"), tr("F1")};
    return others.value(section - unclearColumn());
}

} // namespace Tempera
