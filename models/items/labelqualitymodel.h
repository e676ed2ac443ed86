// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/labelstudy.h"

#include <QAbstractTableModel>

namespace Tempera {

/// How well each label is recognised at a threshold: a row for a label of a model, with precision, recall, and how often
/// each label was given in its place (the confusion matrix at the likeliest label).
class LabelQualityModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// The confusion columns follow, one a label.
    enum Columns { ModelColumn, LabelColumn, CasesColumn, PrecisionColumn, RecallColumn, FirstGivenColumn };

    explicit LabelQualityModel(const LabelStudy &study, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setThreshold(double threshold);
    /// Computes again what the study says now.
    void refresh();
    /// One line a model: "mini: 8 of 10 decided · right 87.5 % · Brier 0.120 · calibration error 0.080".
    [[nodiscard]] QString summary() const;

private:
    struct ModelOutcome {
        ThresholdOutcome outcome;
        ConfusionMatrix confusion;
        std::optional<double> brier;
        std::optional<double> calibration;
        int forced = 0; ///< Cases whose answer would rather be none of the labels.
    };
    [[nodiscard]] QVariant display(int model, int label, int column) const;

    const LabelStudy &m_study;
    double m_threshold = 0;
    int m_labels = 0;
    QStringList m_names;
    QStringList m_titles;
    QList<ModelOutcome> m_outcomes;
};

} // namespace Tempera
