// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/chartsource.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QStackedWidget;
class QTableView;

namespace Tempera {

class ChartPane;
class ChartView;
class ConfusionPage;
class CountsPage;
class FieldsPage;

/// The charts of a run, each with its table, the confusion matrix and the fields of JSON answers; what is chosen in one is
/// shown in the grid.
class ChartsFace final : public QWidget
{
    Q_OBJECT
public:
    /// `background` outlives it; null = all is computed at once.
    ChartsFace(const Session &session, Background *background, QWidget *parent = nullptr);

    [[nodiscard]] ChartView *view() const;
    [[nodiscard]] QTableView *table() const;
    [[nodiscard]] ConfusionPage *confusion() const { return m_confusion; }
    [[nodiscard]] FieldsPage *fields() const { return m_fields; }
    /// Where earlier runs are; outlives it.
    void setRunStore(RunStore *store) { m_source.setRunStore(store); }
    void focusChart();

Q_SIGNALS:
    void filterRequested(const QString &filter); ///< The cells that it leaves are to be seen.

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QWidget *createBar();
    void takeChoice();
    void readNames();
    void fillNames();
    /// The page of counts that is chosen; null: it is a chart.
    [[nodiscard]] CountsPage *counts() const;
    void showChart();
    void choose(const QString &filter);
    void activate(bool active);

    const Session &m_session;
    ChartSource m_source;
    QComboBox *m_kind = nullptr;
    QComboBox *m_variable = nullptr;
    QLineEdit *m_pattern = nullptr;
    QStackedWidget *m_pages = nullptr;
    ChartPane *m_charts = nullptr;
    ConfusionPage *m_confusion = nullptr;
    FieldsPage *m_fields = nullptr;
    QStringList m_variables;
    QStringList m_metadata; ///< Keys.
};

} // namespace Tempera
