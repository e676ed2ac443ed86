// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experimentdocument.h"
#include "models/session/session.h"

#include <QTimer>
#include <QWidget>

class QAbstractButton;
class QLabel;

namespace Tempera {

class ComparePanel;
class LensState;
class BackgroundRuns;
class Selection;

/// A run of the ledger, or one that is running beside the open experiment, under its own cases and variants as they were.
/// A banner says which run it is. The open experiment is not touched.
class RunView final : public QWidget
{
    Q_OBJECT
public:
    explicit RunView(const SessionContext &context, QWidget *parent = nullptr);
    ~RunView() override;

    /// Shows a run that is over. `now` is what its file holds today; nothing where there is no such file.
    void show(const StoredRun &run, const LoadedExperiment &loaded, const std::optional<Experiment> &now);
    /// Shows one that is running.
    void show(std::unique_ptr<HeldRun> held, const std::optional<Experiment> &now);
    /// Shows nothing; a run that is still running is returned.
    [[nodiscard]] std::unique_ptr<HeldRun> release();

    [[nodiscard]] Session &session() { return *m_session; }
    [[nodiscard]] ComparePanel *compare() const { return m_compare; }
    /// Nobody edits it.
    [[nodiscard]] ExperimentDocument &document() { return m_document; }
    [[nodiscard]] Selection &selection() const { return *m_selection; }
    [[nodiscard]] LensState &lens() const { return *m_lens; }
    /// The experiment as it was.
    [[nodiscard]] const Experiment &experiment() const { return m_document.experiment(); }
    [[nodiscard]] QString bannerText() const;
    /// Says what has become of the run: it was taken up again.
    void updateBanner();

Q_SIGNALS:
    void adoptRequested(); ///< The run's experiment is to become the open one.
    void leaveRequested();
    void resumeRequested(); ///< The run, which was stopped or interrupted, is to go on.

private:
    [[nodiscard]] QWidget *createBanner();
    void showChanges(const std::optional<Experiment> &now);

    ExperimentDocument m_document; ///< Of the run; nobody edits it.
    Selection *m_selection = nullptr;
    Session *m_session = nullptr;
    LensState *m_lens = nullptr;
    QLabel *m_text = nullptr;
    QAbstractButton *m_resume = nullptr;
    ComparePanel *m_compare = nullptr;
    QString m_changes;    ///< Of the experiment since the run.
    QTimer m_bannerTimer; ///< Cells end faster than anybody can read.
};

} // namespace Tempera
