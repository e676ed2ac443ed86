// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/labelqualitymodel.h"

#include "models/items/celltext.h"
#include "models/items/sharetext.h"
#include "models/text/displaytext.h"

using namespace Qt::StringLiterals;

namespace Tempera {

LabelQualityModel::LabelQualityModel(const LabelStudy &study, QObject *parent) : QAbstractTableModel(parent), m_study(study)
{
    connect(&study, &LabelStudy::planned, this, &LabelQualityModel::refresh);
    connect(&study, &LabelStudy::finished, this, &LabelQualityModel::refresh);
    refresh();
}

void LabelQualityModel::setThreshold(double threshold)
{
    if (threshold == m_threshold)
        return;
    m_threshold = threshold;
    refresh();
}

void LabelQualityModel::refresh()
{
    QList<ModelOutcome> outcomes;
    QStringList titles;
    const auto labels = static_cast<int>(m_study.labels().size());
    for (int model = 0; model < m_study.models().size(); ++model) {
        const std::vector<Classified> cases = m_study.classified(model);
        if (!m_study.models().at(model).local)
            continue;
        outcomes.append({atThreshold(cases, labels, m_threshold), confusionMatrix(cases, labels), brierScore(cases),
                         calibrationError(cases), m_study.forced(model)});
        titles.append(m_study.models().at(model).title);
    }
    const bool sameShape = titles == m_titles && m_study.labels() == m_names;
    if (!sameShape)
        beginResetModel();
    m_outcomes = outcomes;
    m_titles = titles;
    m_names = m_study.labels();
    m_labels = labels;
    if (!sameShape)
        endResetModel();
    else if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int LabelQualityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_outcomes.size()) * m_labels;
}

int LabelQualityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstGivenColumn + m_labels;
}

QVariant LabelQualityModel::display(int model, int label, int column) const
{
    const ModelOutcome &outcome = m_outcomes.at(model);
    const LabelQuality &quality = outcome.outcome.labels.at(static_cast<std::size_t>(label));
    switch (column) {
    case ModelColumn: return m_titles.at(model);
    case LabelColumn: return DisplayText::of(m_names.at(label));
    case CasesColumn: return CellText::number(quality.expected);
    case PrecisionColumn: return ShareText::percent(quality.precision());
    case RecallColumn: return ShareText::percent(quality.recall());
    default: break;
    }
    return outcome.confusion.at(static_cast<std::size_t>(label)).at(static_cast<std::size_t>(column - FirstGivenColumn));
}

QVariant LabelQualityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole)
        return display(index.row() / m_labels, index.row() % m_labels, index.column());
    if (role == Qt::TextAlignmentRole && index.column() >= CasesColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant LabelQualityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::ToolTipRole && orientation == Qt::Horizontal) {
        switch (section) {
        case PrecisionColumn: return tr("Correct cases among those that were given this label");
        case RecallColumn: return tr("Cases of this label that were given it; undecided ones count as missed");
        default:
            return section >= FirstGivenColumn ? tr("How often this was the likeliest label, without the threshold") : QVariant();
        }
    }
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    switch (section) {
    case ModelColumn: return tr("Model");
    case LabelColumn: return tr("Label");
    case CasesColumn: return tr("Cases");
    case PrecisionColumn: return tr("Precision");
    case RecallColumn: return tr("Recall");
    default:
        return section < columnCount() ? tr("as %1").arg(DisplayText::of(m_names.at(section - FirstGivenColumn))) : QVariant();
    }
}

QString LabelQualityModel::summary() const
{
    QStringList lines;
    for (int i = 0; i < m_outcomes.size(); ++i) {
        const ThresholdOutcome &outcome = m_outcomes.at(i).outcome;
        QStringList parts{tr("%1 of %2 decided, %3 undecided")
                              .arg(CellText::number(outcome.decided), CellText::number(outcome.cases),
                                   CellText::number(outcome.cases - outcome.decided))};
        if (m_outcomes.at(i).forced > 0) {
            parts += tr("in %1 the model prefers none of the labels").arg(CellText::number(m_outcomes.at(i).forced));
        }
        if (outcome.known > 0) {
            parts += tr("accuracy %1 (%2 of %3)")
                         .arg(ShareText::percent(outcome.accuracy()), CellText::number(outcome.correct),
                              CellText::number(outcome.known));
        }
        if (m_outcomes.at(i).brier) {
            parts += tr("Brier score %1").arg(ShareText::number(m_outcomes.at(i).brier));
            parts += tr("calibration error %1").arg(ShareText::number(m_outcomes.at(i).calibration));
        } else {
            parts += tr("no case says which label is right");
        }
        lines += u"%1: %2"_s.arg(m_titles.at(i), parts.join(u" · "_s));
    }
    return lines.join(u'\n');
}

} // namespace Tempera
