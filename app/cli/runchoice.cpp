// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/runchoice.h"

#include "models/session/resume.h"

#include <QCoreApplication>

#include <algorithm>

namespace Tempera {
namespace {

struct ChoiceText {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

bool canGoOn(const RunSummary &summary, const ResumeWish &wish)
{
    const bool hasErrors = summary.run.state == RunState::Finished && summary.errors > 0;
    return isResumable(summary.run) || (wish.retryErrors && hasErrors && !isPartOfAnExperiment(summary.run));
}

} // namespace

QString shortRunId(const QUuid &id)
{
    constexpr qsizetype length = 8;
    return id.toString(QUuid::WithoutBraces).first(length);
}

Result<RunSummary> runNamed(const QList<RunSummary> &runs, const QString &word)
{
    const auto isIt = [&word](const RunSummary &summary) {
        return summary.run.id.toString(QUuid::WithoutBraces).startsWith(word, Qt::CaseInsensitive);
    };
    const auto found = std::ranges::find_if(runs, isIt);
    if (found == runs.cend()) {
        return failure(ErrorKind::Usage, ChoiceText::tr("The ledger has no such run; `tempera history list` shows them."), word);
    }
    if (std::any_of(std::next(found), runs.cend(), isIt))
        return failure(ErrorKind::Usage, ChoiceText::tr("More than one run id begins like this."), word);
    return *found;
}

bool looksLikeRun(const QString &word)
{
    return !word.isEmpty() && std::ranges::all_of(word, [](QChar each) {
        const char16_t code = each.toLower().unicode();
        return (code >= u'0' && code <= u'9') || (code >= u'a' && code <= u'f') || code == u'-';
    });
}

Result<RunSummary> runToResume(const QList<RunSummary> &runs, const ResumeWish &wish,
                               const std::function<QString(const QString &path)> &nameOf)
{
    if (!wish.run.isEmpty()) {
        const Result<RunSummary> named = runNamed(runs, wish.run);
        if (named && named->run.state == RunState::Running)
            return failure(ErrorKind::Usage, ChoiceText::tr("This run is under way in another program."), wish.run);
        if (named && waitsForBatches(named->run) && !wish.hasAnswers) {
            return failure(ErrorKind::Usage,
                           ChoiceText::tr("This run waits for its batches; `tempera batch fetch` goes on with their answers."),
                           wish.run);
        }
        if (named && named->run.state == RunState::Finished && !canGoOn(*named, wish))
            return failure(ErrorKind::Usage, ChoiceText::tr("This run is finished: no cell is left to ask."), wish.run);
        return named;
    }
    const QString file = wish.file.isEmpty() ? QString() : nameOf(wish.file);
    const auto found = std::ranges::find_if(runs, [&](const RunSummary &summary) {
        return canGoOn(summary, wish) && (file.isEmpty() || nameOf(summary.run.experimentPath) == file);
    });
    if (found != runs.cend())
        return *found;
    return wish.file.isEmpty()
               ? failure(ErrorKind::Usage, ChoiceText::tr("The ledger has no run that can be resumed."))
               : failure(ErrorKind::Usage, ChoiceText::tr("The ledger has no run of this file that can be resumed."), wish.file);
}

} // namespace Tempera
