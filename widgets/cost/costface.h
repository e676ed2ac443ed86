// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/livejob.h"

#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QTableView;

namespace Tempera {

class AdviceModel;
class ChartPane;
class ExperimentDocument;
class JobTableModel;
class JobWishBar;
class Session;

/// What a run of the whole experiment costs before it is run: a table of its variants, what would make it cheaper, and how long its
/// prompts are.
class CostFace final : public QWidget
{
    Q_OBJECT
public:
    /// What it needs beside the experiment. All of it outlives the face; what else is there may be null, see LiveJob.
    struct Context {
        const Catalog *catalog = nullptr;
        PromptCounter *counter = nullptr;
        Background *background = nullptr;
        Parallel *parallel = nullptr;
    };
    CostFace(const ExperimentDocument &document, const Session &session, const Context &context, QWidget *parent = nullptr);

    [[nodiscard]] LiveJob &job() { return *m_job; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QTableView *adviceTable() const { return m_adviceTable; }
    [[nodiscard]] ChartPane *chart() const { return m_chart; }
    /// Puts the keyboard into the table of costs.
    void focusTable();

Q_SIGNALS:
    /// So many cells, drawn at random, are to be asked; LiveJob::expectPilot() comes before the run.
    void pilotRequested(int cases);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QWidget *createWishes();
    [[nodiscard]] QWidget *createHead();
    [[nodiscard]] QWidget *createFigures();
    [[nodiscard]] QTableView *createTable(const QString &name, const QString &title, QAbstractItemModel *model);
    void showProgress();
    void showFigures();
    void showAdvice();
    void showPart();
    [[nodiscard]] int currentPart() const;

    const ExperimentDocument &m_document;
    LiveJob *m_job = nullptr;
    JobTableModel *m_rows = nullptr;
    AdviceModel *m_advice = nullptr;
    JobWishBar *m_wishes = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_state = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_pilot = nullptr;
    QSpinBox *m_pilotSize = nullptr;
    QStackedWidget *m_pages = nullptr;
    QLabel *m_empty = nullptr;
    QWidget *m_figures = nullptr;
    QTableView *m_table = nullptr;
    QTableView *m_adviceTable = nullptr;
    QLabel *m_adviceHead = nullptr;
    QLabel *m_facts = nullptr;
    ChartPane *m_chart = nullptr;
};

} // namespace Tempera
