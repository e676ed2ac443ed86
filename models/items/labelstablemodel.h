// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experimentdocument.h"
#include "models/session/labelstudy.h"

#include <QAbstractTableModel>

namespace Tempera {

/// The rows of a label study: a case, a model, the share of each label, and what a threshold decides.
class LabelsTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// The labels' columns stand between ExpectedColumn and the last two (rest, decision).
    enum Columns { CaseColumn, PromptColumn, ModelColumn, ExpectedColumn, FirstLabelColumn };
    enum Roles {
        ShareRole = Qt::UserRole + 1, ///< double in [0, 1]; invalid while it is not known.
        BestRole,                     ///< bool: the likeliest label of the row.
        ExpectedRole,                 ///< bool: the right label of the row.
        StaleRole,                    ///< bool: case, prompt or model have been changed since.
        DecisionRole,                 ///< int: index of the label that is given; −1 = undecided or not known.
        KeyRole,                      ///< Case, prompt and first variant of the row, as a list of three ints.
    };

    LabelsTableModel(const LabelStudy &study, ExperimentDocument &document, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] int restColumn() const { return FirstLabelColumn + m_labels; }
    [[nodiscard]] int decisionColumn() const { return restColumn() + 1; }
    void setThreshold(double threshold);

private:
    void reset();
    void refreshAll();
    [[nodiscard]] QVariant display(int row, int column) const;
    [[nodiscard]] QString decisionText(int row) const;
    [[nodiscard]] int decision(int row) const;
    [[nodiscard]] bool isStale(int row) const;

    const LabelStudy &m_study;
    ExperimentDocument &m_document;
    int m_rows = 0;
    int m_labels = 0;
    double m_threshold = 0;
    mutable QList<signed char> m_stale; ///< −1 = not looked at since the last edit.
};

} // namespace Tempera
