// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/confusionsource.h"
#include "models/items/countsmodel.h"

namespace Tempera {

/// The confusion matrix of a prompt and variant; a count is right on the diagonal, and its share is that of its row. A row an
/// expected label, a column an answered one; then the answers that name no single label, and recall, precision and F1 of the
/// row's label.
class ConfusionModel final : public CountsModel
{
    Q_OBJECT
public:
    /// It repeats what the source says; refresh() when that changed.
    explicit ConfusionModel(const ConfusionSource &source, QObject *parent = nullptr);

    void refresh() override;
    /// "Accuracy 80 % (55 % – 93 %) of 15 answers · macro: precision …".
    [[nodiscard]] QString summary() const override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] int unclearColumn() const { return static_cast<int>(m_labels.size()); }
    [[nodiscard]] int recallColumn() const { return unclearColumn() + 1; }

private:
    [[nodiscard]] QString figure(int row, int column) const;
    [[nodiscard]] int count(int row, int column) const;
    [[nodiscard]] ConfusionField field(int row, int column) const;

    const ConfusionSource &m_source;
    QStringList m_labels; ///< Rows; none where there is no matrix.
    Confusion m_confusion;
    ConfusionFigures m_figures;
};

} // namespace Tempera
