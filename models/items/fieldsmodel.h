// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/fieldssource.h"
#include "models/items/countsmodel.h"

namespace Tempera {

/// How well each field was extracted under a prompt and variant: a row a field, the last one for all of them; how many values are
/// right, wrong, missing, invented and nowhere in the input, and accuracy, precision, recall and F1.
class FieldsModel final : public CountsModel
{
    Q_OBJECT
public:
    enum Column { Right, Wrong, Missing, Invented, Ungrounded, Accuracy, Precision, Recall, F1, ColumnsOfAll };
    /// It repeats what the source says; refresh() when that changed.
    explicit FieldsModel(const FieldsSource &source, QObject *parent = nullptr);

    void refresh() override;
    /// "Of all values 80 % (55 % – 93 %) are right · 3 answers hold no JSON object …".
    [[nodiscard]] QString summary() const override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString title(const FieldRow &row) const;
    [[nodiscard]] QString filter(const FieldRow &row, int column) const;

    const FieldsSource &m_source;
    ChartColumn m_about;
    std::vector<FieldRow> m_rows; ///< None where there is no table.
    int m_answers = 0;
    int m_withoutObject = 0;
};

} // namespace Tempera
