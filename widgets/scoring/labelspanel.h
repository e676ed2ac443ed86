// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/livelabels.h"
#include "models/session/labelstudy.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QCheckBox;
class QLabel;
class QLineEdit;
class QSlider;
class QSpinBox;
class QTableView;

namespace Tempera {

class ExperimentDocument;
class LabelQualityModel;
class LabelsTableModel;
class ScoringBar;
class Selection;

/// The face "Labels": exact probabilities of the labels of a classification prompt for every case and model, and what
/// a threshold on them would decide. Computed when it is asked for, never by itself.
class LabelsPanel final : public QWidget
{
    Q_OBJECT
public:
    /// Its command, Compute Label Probabilities, belongs to `owner`, which outlives the face: a menu has it before there is one.
    [[nodiscard]] static QAction *makeComputeAction(QObject *owner);

    /// Whoever has the command calls compute() when it is triggered; it is disabled while that goes on.
    LabelsPanel(const SessionContext &context, ExperimentDocument &document, Selection &selection, QAction *compute,
                QWidget *parent = nullptr);

    [[nodiscard]] QAction *computeAction() const { return m_compute; }
    void compute();
    /// Also while the labels are looked for that it is to compute with.
    [[nodiscard]] bool isRunning() const { return m_isAsked || m_study.isRunning(); }
    void stop();
    /// Another experiment was opened.
    void forget();
    /// Puts the keyboard where the labels are typed.
    void focusLabels();

    [[nodiscard]] const LabelStudy &study() const { return m_study; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QTableView *qualityTable() const { return m_quality; }
    [[nodiscard]] QLineEdit *labelsEdit() const { return m_labels; }
    [[nodiscard]] QSlider *threshold() const { return m_threshold; }
    [[nodiscard]] QString summary() const;
    /// Why what is shown is not up to date, or why it is empty; empty when neither.
    [[nodiscard]] QString note() const;

Q_SIGNALS:
    void runningChanged();
    void failed(const Tempera::Error &error);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *createBar();
    [[nodiscard]] QWidget *createThresholdRow();
    void createTables();
    void connectModels();
    void suggestLabels();
    void takeSuggestion();
    void begin();
    void showState();
    void showPlan();
    void setThreshold(int percent);
    [[nodiscard]] QString staleNote() const;
    [[nodiscard]] QString emptyText() const;

    ExperimentDocument &m_document;
    Selection &m_selection;
    LabelStudy m_study;
    LabelsTableModel *m_rows = nullptr;
    LabelQualityModel *m_qualities = nullptr;
    LiveLabels m_suggested;
    bool m_isAsked = false; ///< To compute, as soon as the labels are there.
    QTimer m_later;         ///< Looks at the edited experiment when the typing rests.
    QAction *m_compute = nullptr;
    QLineEdit *m_labels = nullptr;
    QCheckBox *m_capitals = nullptr;
    ScoringBar *m_bar = nullptr;
    QLabel *m_note = nullptr;
    QLabel *m_empty = nullptr;
    QWidget *m_results = nullptr;
    QTableView *m_table = nullptr;
    QTableView *m_quality = nullptr;
    QSlider *m_threshold = nullptr;
    QSpinBox *m_percent = nullptr;
    QLabel *m_summary = nullptr;
    bool m_running = false;
};

} // namespace Tempera
