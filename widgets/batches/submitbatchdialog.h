// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/batchplanning.h"
#include "models/session/batchsubmission.h"
#include "widgets/common/keyboardorder.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace Tempera {

/// What sending an experiment as batches means: how many requests, at which price, what is left out; and how far sending is. Closed
/// while batches are sent it sends no more, and goes when what is being sent is known.
class SubmitBatchDialog final : public OrderedDialog
{
    Q_OBJECT
public:
    /// All of it outlives the dialog.
    SubmitBatchDialog(const SessionContext &session, const BatchContext &batches, QWidget *parent = nullptr);

    /// Plans; the dialog then says what came of it.
    void plan(const LoadedExperiment &experiment, const RunOptions &options);
    [[nodiscard]] bool isSending() const { return m_submission && !m_hasEnded; }
    void reject() override;

Q_SIGNALS:
    void sending(); ///< isSending(), from now on.
    /// Sending has ended. The run is in the ledger.
    void sent(const Tempera::BatchSubmission &submission);

private:
    void createButtons();
    void showProgress();
    void showPlan();
    void showFault(const Error &error);
    void submit();
    void takeEnd();

    BatchContext m_context;
    BatchPlanning *m_planning = nullptr;
    BatchSubmission *m_submission = nullptr; ///< Once it is sent.
    bool m_hasEnded = false;
    QLabel *m_requests = nullptr;
    QLabel *m_prices = nullptr;
    QLabel *m_leftOut = nullptr;
    QLabel *m_fault = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_submit = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace Tempera
