// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/labelstablemodel.h"

#include "models/experiment/titles.h"
#include "models/items/celltext.h"
#include "models/items/sharetext.h"
#include "models/text/displaytext.h"

using namespace Qt::StringLiterals;

namespace Tempera {

LabelsTableModel::LabelsTableModel(const LabelStudy &study, ExperimentDocument &document, QObject *parent)
    : QAbstractTableModel(parent), m_study(study), m_document(document)
{
    connect(&study, &LabelStudy::planned, this, &LabelsTableModel::reset);
    connect(&study, &LabelStudy::rowChanged, this, [this](int row) {
        if (row < m_rows)
            Q_EMIT dataChanged(index(row, 0), index(row, decisionColumn()));
    });
    connect(&document, &ExperimentDocument::experimentChanged, this, [this] {
        m_stale.fill(-1);
        refreshAll();
    });
    reset();
}

void LabelsTableModel::reset()
{
    beginResetModel();
    m_rows = static_cast<int>(m_study.rows().size());
    m_labels = static_cast<int>(m_study.labels().size());
    m_stale = QList<signed char>(m_rows, -1);
    endResetModel();
}

void LabelsTableModel::refreshAll()
{
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, decisionColumn()));
}

void LabelsTableModel::setThreshold(double threshold)
{
    m_threshold = threshold;
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, FirstLabelColumn), index(m_rows - 1, decisionColumn()));
}

int LabelsTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int LabelsTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : decisionColumn() + 1;
}

bool LabelsTableModel::isStale(int row) const
{
    if (m_stale.at(row) < 0)
        m_stale[row] = m_study.isStale(row, m_document.experiment()) ? 1 : 0;
    return m_stale.at(row) == 1;
}

int LabelsTableModel::decision(int row) const
{
    const std::optional<LabelProbabilities> &result = m_study.result(row);
    if (!result)
        return -1;
    const int best = likeliestLabel({result->shares, -1});
    return best >= 0 && result->shares[static_cast<std::size_t>(best)] >= m_threshold ? best : -1;
}

QString LabelsTableModel::decisionText(int row) const
{
    const Cell &cell = m_study.cell(row);
    if (!m_study.result(row))
        return cell.error ? errorMessage(*cell.error) : CellText::state(cell);
    const int given = decision(row);
    const int expected = m_study.rows().at(row).expected;
    QString text = given < 0 ? tr("? undecided") : DisplayText::of(m_study.labels().at(given));
    if (given >= 0 && expected >= 0)
        text.prepend(given == expected ? u"✓ "_s : u"✗ "_s);
    if (m_study.result(row)->isForced())
        text = tr("%1 (more likely none of them)").arg(text);
    if (!m_study.result(row)->exact)
        text = tr("%1 (lower bounds)").arg(text);
    return isStale(row) ? tr("%1 (edited since)").arg(text) : text;
}

QVariant LabelsTableModel::display(int row, int column) const
{
    const LabelStudy::Row &asked = m_study.rows().at(row);
    switch (column) {
    case CaseColumn:
        return m_study.experiment().cases.isEmpty() ? tr("no variables") : caseTitle(m_study.experiment(), asked.caseIndex);
    case PromptColumn: return promptTitle(m_study.experiment(), asked.promptIndex);
    case ModelColumn: return m_study.models().at(asked.model).title;
    case ExpectedColumn: return asked.expected < 0 ? QString() : DisplayText::of(m_study.labels().at(asked.expected));
    default: break;
    }
    if (column == decisionColumn())
        return decisionText(row);
    const std::optional<LabelProbabilities> &result = m_study.result(row);
    if (!result)
        return QString();
    return ShareText::percent(column == restColumn() ? result->rest
                                                     : result->shares[static_cast<std::size_t>(column - FirstLabelColumn)]);
}

QVariant LabelsTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const int column = index.column();
    const LabelStudy::Row &asked = m_study.rows().at(row);
    const std::optional<LabelProbabilities> &result = m_study.result(row);
    const int label = column - FirstLabelColumn;
    const bool isLabel = label >= 0 && label < m_labels;
    switch (role) {
    case Qt::DisplayRole: return display(row, column);
    case ShareRole:
        if (!result || column < FirstLabelColumn || column > restColumn())
            return {};
        return isLabel ? result->shares[static_cast<std::size_t>(label)] : result->rest;
    case BestRole: return isLabel && result && likeliestLabel({result->shares, -1}) == label;
    case ExpectedRole: return isLabel && asked.expected == label;
    case StaleRole: return isStale(row);
    case DecisionRole: return decision(row);
    case KeyRole: return QVariantList{asked.caseIndex, asked.promptIndex, m_study.models().at(asked.model).variants.constFirst()};
    case Qt::ToolTipRole:
        if (result && isLabel) {
            return tr("P(%1 | prompt) = %2; share among the labels %3")
                .arg(DisplayText::of(m_study.labels().at(label)),
                     ShareText::percent(result->probabilities[static_cast<std::size_t>(label)]), display(row, column).toString());
        }
        if (result && result->isForced() && column >= restColumn()) {
            return tr("Unconstrained, the model would say something other than a label (%1). The shares and the decision tell "
                      "what it would say if it had to choose one: with a grammar, or with a prompt that asks for the label "
                      "alone.")
                .arg(ShareText::percent(result->rest));
        }
        return display(row, column);
    default: return {};
    }
}

QVariant LabelsTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::ToolTipRole && orientation == Qt::Horizontal && section == restColumn())
        return tr("Probability that the answer begins with none of the labels");
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    switch (section) {
    case CaseColumn: return tr("Case");
    case PromptColumn: return tr("Prompt");
    case ModelColumn: return tr("Model");
    case ExpectedColumn: return tr("Expected");
    default: break;
    }
    if (section == restColumn())
        return tr("None of them");
    if (section == decisionColumn())
        return tr("Decision");
    return section < restColumn() ? DisplayText::of(m_study.labels().at(section - FirstLabelColumn)) : QVariant();
}

} // namespace Tempera
