// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/chartcells.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTableView;

namespace Tempera {

class CountsModel;

/// What a page of counts is called and says.
struct CountsPageTexts {
    QString name;    ///< Of its table; of its other widgets the beginning. Not translated.
    QString variant; ///< Accessible name of the list of variants.
    QString table;   ///< Accessible names of the table and its heads.
    QString across;
    QString down;
    QString working;
    QString noFilter; ///< Why the cells of a count cannot be shown.
};

/// Counts about the answers of a variant, as a table with a line below it. Return or a click on one shows its cells.
class CountsPage : public QWidget
{
    Q_OBJECT
public:
    [[nodiscard]] QTableView *table() const { return m_table; }
    void focusTable();

Q_SIGNALS:
    void filterRequested(const QString &filter);

protected:
    CountsPage(const CountsPageTexts &texts, QWidget *parent);

    /// Once, before anything is shown; the model belongs to the page.
    void setModel(CountsModel *model);
    /// Shows what the model's source says; while that works what was there stays. `empty` is said where there is nothing.
    void showCounts(bool isWorking, const std::vector<ChartColumn> &columns, const QString &empty);

private:
    void createTable();
    void choose(const QModelIndex &index);

    CountsPageTexts m_texts;
    CountsModel *m_model = nullptr;
    QComboBox *m_variant = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_empty = nullptr;
};

} // namespace Tempera
