// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/batchround.h"

#include <QHash>

#include <memory>
#include <optional>

namespace Tempera {

/// The batches of the ledger as this program knows them, with their runs: what is asked about them is asked here, so that whoever
/// shows or follows them sees the same. The newest first.
class BatchBook final : public QObject
{
    Q_OBJECT
public:
    /// The context outlives it.
    explicit BatchBook(const BatchContext &context, QObject *parent = nullptr);
    ~BatchBook() override;

    [[nodiscard]] const BatchContext &context() const { return m_context; }
    /// Reads the ledger again; loaded() or failed() follows.
    void reload();
    /// Whether it was read at all.
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    [[nodiscard]] const QList<BatchRecord> &batches() const { return m_batches; }
    [[nodiscard]] QList<BatchRecord> batchesOf(const QUuid &run) const;
    /// The run of a batch; nothing where the ledger's list of runs does not reach back so far.
    [[nodiscard]] std::optional<RunSummary> run(const QUuid &id) const;
    /// The answers of a run's batches are in it: it is finished.
    [[nodiscard]] bool isMerged(const QUuid &run) const;

    /// Asks their providers how far they are, or to cancel them; told(), failed() and at the end askingChanged() follow. What is asked
    /// already is finished first.
    void ask(BatchRound::Errand errand, const QList<BatchRecord> &batches);
    [[nodiscard]] bool isAsking() const { return m_round != nullptr; }
    /// What was told of a batch elsewhere.
    void take(const BatchRecord &batch);

Q_SIGNALS:
    void loaded();         ///< batches() is another list.
    void changed(int row); ///< What is known of one of them.
    void askingChanged();  ///< isAsking()
    void failed(const Tempera::Error &error);
    /// A provider did not tell.
    void notTold(const Tempera::BatchRecord &batch, const Tempera::Error &error);
    /// The last batch of a run that was under way is over.
    void runIsOver(const QUuid &run);

private:
    struct Wish {
        BatchRound::Errand errand;
        QList<BatchRecord> batches;
    };
    void listRuns(const QList<BatchRecord> &batches, quint64 turn);
    void askNext();

    BatchContext m_context;
    bool m_isLoaded = false;
    QList<BatchRecord> m_batches;
    QHash<QUuid, RunSummary> m_runs;
    QList<Wish> m_wishes; ///< That wait for their turn.
    BatchRound *m_round = nullptr;
    quint64 m_turn = 0; ///< Tells the last answer of the ledger from those that come too late.
};

} // namespace Tempera
