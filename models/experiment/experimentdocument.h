// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experimentfile.h"
#include "models/experiment/writing/keylessdraft.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace Tempera {

/// The edited experiment: a value with undo, redo, a path and a dirty flag. GUI thread only.
class ExperimentDocument final : public QObject
{
    Q_OBJECT
public:
    explicit ExperimentDocument(QObject *parent = nullptr);
    ~ExperimentDocument() override;

    [[nodiscard]] const Experiment &experiment() const;
    /// Puts another value in place as one undo step. Steps with the same non-empty `mergeKey` in a row become
    /// one (typing in one editor). `label` names the step in the Edit menu ("Change temperature").
    void edit(Experiment next, const QString &label, const QString &mergeKey = {});
    /// Forgets the history and takes another experiment. `origin` names where it was read from, if not from `path`.
    void reset(LoadedExperiment loaded, const QString &path, const QString &origin = {});

    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    [[nodiscard]] QString undoLabel() const;
    [[nodiscard]] QString redoLabel() const;
    void undo();
    void redo();

    [[nodiscard]] QString path() const;
    /// What its runs are known by: the path, or where an experiment that has none was read from (what the program carries).
    [[nodiscard]] QString origin() const;
    [[nodiscard]] bool isModified() const;
    /// What it names and was not allowed to read when it was opened.
    [[nodiscard]] const QList<RefusedFile> &refused() const;
    /// The text of the file, and what to call when it has been written under `path`.
    [[nodiscard]] QByteArray fileText() const;
    /// Makes the text of a draft later, of what is here now, on any thread: without a single secret, see keylessDraft().
    [[nodiscard]] std::function<QByteArray()> draftWriter() const;
    /// What became of such a text, of an earlier program, with the secrets that the file has.
    [[nodiscard]] RestoredDraft restored(const QByteArray &draft) const;
    /// It as it is now, with the source of its file and what was refused, for any thread.
    [[nodiscard]] LoadedExperiment loaded() const;
    /// The text as the ledger keeps it: without secrets. See keptExperiment().
    [[nodiscard]] QByteArray keptText() const;
    void markSaved(const QString &path);

Q_SIGNALS:
    void replaced(); ///< Another experiment was opened; experimentChanged() follows.
    void saved();    ///< Under path(), which may be another one than before.
    void experimentChanged();
    void historyChanged();  ///< canUndo, canRedo or a label changed.
    void modifiedChanged(); ///< isModified() or path() changed.

private:
    void announce();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Tempera
