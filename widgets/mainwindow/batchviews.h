// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/batchfetch.h"
#include "models/session/batchmerge.h"
#include "models/session/batchwatch.h"
#include "widgets/context/windowcontext.h"

#include <QObject>
#include <QPointer>

class QAction;

namespace Tempera {

class BatchSubmission;
class BatchesDialog;
class SubmitBatchDialog;

/// Batches in the window: sends the open experiment as batches, follows what was sent as long as the window is open, and merges the
/// answers into their runs. Without batch APIs in the context its actions are disabled.
class BatchViews final : public QObject
{
    Q_OBJECT
public:
    /// All of it outlives this.
    BatchViews(const WindowContext &context, QWidget *window);
    ~BatchViews() override;

    /// Submitting, and the list of batches.
    [[nodiscard]] QList<QAction *> actions() const { return {m_submitAction, m_listAction}; }
    /// Asked before anything is planned, which begins when and if what it is given is called.
    void setGate(std::function<void(std::function<void()>)> gate) { m_gate = std::move(gate); }
    /// Reads the ledger, and follows what is under way from then on.
    void follow();
    /// Batches are being sent: the window stays until it is known what came of it. sendingEnded() follows, unless it went wrong.
    [[nodiscard]] bool isSending() const;
    /// Merges the answers of a run's batches into it.
    void fetch(const QUuid &run);

Q_SIGNALS:
    void failed(const Tempera::Error &error);
    /// Something that is to be read where the list is not open.
    void told(const QString &text);
    /// All batches of a run are over, and their answers can be fetched; a sentence that says so.
    void isOver(const QUuid &run, const QString &text);
    void runsChanged(); ///< The ledger has another run, or other answers.
    void runRequested(const QUuid &run);
    /// The answers of a run are in the ledger.
    void merged(const Tempera::RunRecord &run);
    void sendingEnded();

private:
    void submit();
    void showSubmit();
    void showList();
    void takeSent(const BatchSubmission &submission);
    void takeFetched();
    void merge(const QUuid &run, BatchResults results);
    void endMerge(const QUuid &run, const QString &text);
    void tell(const QString &text);
    void showProgress();
    void tellOver(const QUuid &run);
    [[nodiscard]] QString titleOf(const QUuid &run) const;

    const WindowContext &m_context;
    QWidget *m_window = nullptr;
    BatchContext m_batches;
    QAction *m_submitAction = nullptr;
    QAction *m_listAction = nullptr;
    std::function<void(std::function<void()>)> m_gate;
    BatchBook *m_book = nullptr;   ///< Null where there are no batches.
    BatchWatch *m_watch = nullptr; ///< Once it follows.
    BatchFetch *m_fetch = nullptr; ///< While results are fetched.
    BatchMerge *m_merge = nullptr; ///< While they are merged.
    QPointer<BatchesDialog> m_list;
    QPointer<SubmitBatchDialog> m_submit;
};

} // namespace Tempera
