// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What judges replied.

#include "models/session/grader.h"

#include "models/session/judgerequest.h"

#include <QCoreApplication>
#include <QFuture>
#include <QThreadPool>

namespace Tempera {
namespace {

class GraderReplyTexts
{
    Q_DECLARE_TR_FUNCTIONS(Grader)
public:
    static QString cut(const QString &why) { return tr("%1 (it was cut off at its token limit)").arg(why); }
};

} // namespace

/// For the pool: a reply may be long, and is anything.
Grader::Read Grader::readOf(const GradingTask &task, const Question &question)
{
    if (!question.before) {
        const auto next = followUpOf(task.input, question.check, question.cell.text);
        if (next && *next)
            return {{}, **next};
        if (next) {
            Verdict unread = brokenVerdict(task.input.checks.at(question.check), next->error().detail);
            unread.asked = question.use;
            return {unread};
        }
    }
    Verdict verdict = verdictOfReply(task.input, question.check, {question.cell.text, question.cell.embeddings}, question.use);
    if (verdict.outcome == Outcome::Error && question.cell.finishReason == FinishReason::Length)
        verdict.reason = GraderReplyTexts::cut(verdict.reason);
    return {verdict};
}

void Grader::readReply(Question question)
{
    QtFuture::makeReadyVoidFuture()
        .then(QThreadPool::globalInstance(),
              [task = m_works.at(question.work).task, question] { return readOf(*task, question); })
        .then(this, [this, question](const Read &read) { // dropped when this is gone
            if (read.next)
                askNext(question, *read.next);
            else
                settle(question.work, question.check, read.verdict);
        });
}

} // namespace Tempera
