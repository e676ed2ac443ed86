// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/cellattempt.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr std::array attemptEndNames{
    std::pair{AttemptEnd::Answered, "answered"_L1},  std::pair{AttemptEnd::ChecksFailed, "checks-failed"_L1},
    std::pair{AttemptEnd::Failed, "failed"_L1},      std::pair{AttemptEnd::Cancelled, "cancelled"_L1},
    std::pair{AttemptEnd::NotAsked, "not-asked"_L1},
};

struct AttemptText {
    Q_DECLARE_TR_FUNCTIONS(Attempt)
};

/// "503", or the word for what went wrong.
QString shortCause(const CellAttempt &attempt)
{
    if (!attempt.error)
        return {};
    return attempt.error->httpStatus > 0 ? QString::number(attempt.error->httpStatus) : errorKindName(attempt.error->kind);
}

/// "X failed: 503".
QString endOfAttempt(const CellAttempt &attempt)
{
    switch (attempt.end) {
    case AttemptEnd::Answered: return AttemptText::tr("%1 answered").arg(attempt.endpoint);
    case AttemptEnd::ChecksFailed: return AttemptText::tr("%1 failed its checks").arg(attempt.endpoint);
    case AttemptEnd::Failed: return AttemptText::tr("%1 failed: %2").arg(attempt.endpoint, shortCause(attempt));
    case AttemptEnd::Cancelled: return AttemptText::tr("%1 was stopped").arg(attempt.endpoint);
    case AttemptEnd::NotAsked: return AttemptText::tr("%1 was not asked: %2").arg(attempt.endpoint, shortCause(attempt));
    }
    return {};
}

bool hasAnswer(const CellAttempt &attempt)
{
    return attempt.end == AttemptEnd::Answered || attempt.end == AttemptEnd::ChecksFailed;
}

} // namespace

QString attemptEndName(AttemptEnd end)
{
    return std::ranges::find(attemptEndNames, end, &std::pair<AttemptEnd, QLatin1StringView>::first)->second;
}

AttemptEnd attemptEndFromName(const QString &name)
{
    for (const auto &[end, word] : attemptEndNames) {
        if (word == name)
            return end;
    }
    return AttemptEnd::Failed;
}

std::optional<Money> costOfAttempts(const CellAttempts &attempts)
{
    Money sum;
    for (const CellAttempt &attempt : attempts) {
        if (!attempt.cost)
            return std::nullopt;
        sum += *attempt.cost;
    }
    return sum;
}

QString attemptsSentence(const CellAttempts &attempts)
{
    const auto result = std::ranges::find_if(attempts, &CellAttempt::isResult);
    QStringList before;
    QStringList after;
    for (auto each = attempts.begin(); each != attempts.end(); ++each) {
        if (each != result)
            (each < result ? before : after) += endOfAttempt(*each);
    }
    if (result == attempts.end())
        return before.join(u", "_s);
    QString sentence;
    if (!hasAnswer(*result))
        sentence = AttemptText::tr("No answer: %1").arg((before + QStringList{endOfAttempt(*result)} + after).join(u", "_s));
    else if (before.isEmpty())
        sentence = AttemptText::tr("Answered by %1; %2").arg(result->endpoint, after.join(u", "_s));
    else
        sentence = AttemptText::tr("Answered by %1 after %2").arg(result->endpoint, before.join(u", "_s));
    if (hasAnswer(*result) && !before.isEmpty() && !after.isEmpty())
        sentence += u"; "_s + after.join(u", "_s);
    return sentence;
}

QStringList attemptLines(const CellAttempts &attempts)
{
    QStringList lines;
    if (!attempts.isEmpty())
        lines += attemptsSentence(attempts);
    for (const CellAttempt &attempt : attempts)
        lines += attemptSentence(attempt);
    return lines;
}

QString attemptSentence(const CellAttempt &attempt)
{
    QString cause = attempt.error ? errorSentence(*attempt.error) : attempt.reason;
    QStringList parts{cause.isEmpty() ? endOfAttempt(attempt) : attempt.endpoint + u": "_s + cause};
    if (attempt.end == AttemptEnd::NotAsked)
        return parts.constFirst();
    const auto count = [](const std::optional<std::int64_t> &tokens) {
        return tokens ? QString::number(*tokens) : moneyText(std::nullopt);
    };
    if (attempt.usage.inputTokens || attempt.usage.outputTokens)
        parts += AttemptText::tr("%1 → %2 tokens").arg(count(attempt.usage.inputTokens), count(attempt.usage.outputTokens));
    if (attempt.retries > 0)
        parts += AttemptText::tr("retries: %1").arg(attempt.retries);
    parts += attempt.cost ? moneyText(attempt.cost) : AttemptText::tr("cost unknown");
    return parts.join(u" · "_s);
}

} // namespace Tempera
