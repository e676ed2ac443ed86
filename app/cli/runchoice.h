// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/runstore.h"

#include <functional>

namespace Tempera {

/// The beginning of a run's id, as people are shown it.
[[nodiscard]] QString shortRunId(const QUuid &id);

/// The run whose id begins with `word`, as `history list` shows it. An Error (Usage) where none does, or more than one.
[[nodiscard]] Result<RunSummary> runNamed(const QList<RunSummary> &runs, const QString &word);

/// Whether a word on the command line can be the beginning of a run's id.
[[nodiscard]] bool looksLikeRun(const QString &word);

/// What `run --resume` is asked for.
struct ResumeWish {
    QString run;  ///< The id or its beginning; empty = the newest run that can go on.
    QString file; ///< The experiment, as it stands on the command line; empty = any.
    bool retryErrors = false;
    bool hasAnswers = false; ///< Nothing is asked: the answers of its batches are there.
};

/// The run that is meant: the one that is named, else the newest (`runs` begins with it) that was stopped or interrupted, of
/// that file where one is named. With retryErrors also one that finished with errors. `nameOf` gives the one name of a file.
/// An Error (Usage) where there is none, and for a run that is named and cannot go on: finished, under way, or waiting for its batches.
[[nodiscard]] Result<RunSummary> runToResume(const QList<RunSummary> &runs, const ResumeWish &wish,
                                             const std::function<QString(const QString &path)> &nameOf);

} // namespace Tempera
