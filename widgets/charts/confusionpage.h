// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/confusionsource.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTableView;

namespace Tempera {

class ConfusionModel;

/// The confusion matrix of a variant, with precision, recall and F1. Return or a click on a field shows its cells.
class ConfusionPage final : public QWidget
{
    Q_OBJECT
public:
    /// `background` outlives it; null = all is computed at once.
    ConfusionPage(const Session &session, Background *background, QWidget *parent = nullptr);

    [[nodiscard]] QTableView *table() const { return m_table; }
    /// It follows the session while somebody looks.
    void setActive(bool active) { m_source.setActive(active); }
    void focusMatrix();

Q_SIGNALS:
    void filterRequested(const QString &filter);

private:
    void createTable();
    void refresh();
    void choose(const QModelIndex &index);

    ConfusionSource m_source;
    ConfusionModel *m_model = nullptr;
    QComboBox *m_variant = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_empty = nullptr;
};

} // namespace Tempera
