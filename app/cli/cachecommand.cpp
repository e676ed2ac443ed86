// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/cachecommand.h"

#include "app/cli/jsonvalues.h"
#include "app/cli/label.h"
#include "app/cli/plaintable.h"
#include "models/core/counted.h"
#include "models/core/knownsecrets.h"
#include "models/items/cachetext.h"
#include "models/report/writers.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype shownPrompt = 50; ///< Characters in the table.

QJsonValue momentJson(const QDateTime &moment)
{
    return moment.isValid() ? QJsonValue(moment.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue::Null;
}

QJsonObject keptJson(const KeptAnswer &kept)
{
    return {{u"key"_s, QString::fromLatin1(kept.key.toHex())},
            {u"stored"_s, momentJson(kept.stored)},
            {u"model"_s, kept.model},
            {u"endpoint"_s, orNull(kept.endpoint)},
            {u"prompt"_s, orNull(kept.prompt)},
            {u"input_tokens"_s, orNull(kept.usage.inputTokens)},
            {u"output_tokens"_s, orNull(kept.usage.outputTokens)},
            {u"bytes"_s, static_cast<qint64>(kept.bytes)},
            {u"hits"_s, static_cast<qint64>(kept.hits)},
            {u"last_hit"_s, momentJson(kept.lastHit)},
            {u"cost"_s, moneyJson(kept.cost)},
            {u"saved"_s, moneyJson(kept.saved())}};
}

QJsonObject totalsJson(const CacheTotals &totals)
{
    return {{u"answers"_s, static_cast<qint64>(totals.answers)},
            {u"bytes"_s, static_cast<qint64>(totals.bytes)},
            {u"hits"_s, static_cast<qint64>(totals.hits)},
            {u"saved"_s, moneyJson(totals.saved)},
            {u"unknown_hits"_s, static_cast<qint64>(totals.unknownHits)}};
}

QString countedTokens(const std::optional<std::int64_t> &tokens)
{
    return tokens ? groupedNumber(*tokens) : u"–"_s;
}

} // namespace

CacheListCommand::CacheListCommand(const CliContext &context, const CacheListArguments &arguments)
    : Command(context), m_arguments(arguments)
{
}

void CacheListCommand::start()
{
    const CacheQuery query{m_arguments.search, m_arguments.limit};
    context().cache->listAnswers(query, this, [this](const Result<CachePage> &page) {
        if (page) {
            write(*page);
            Q_EMIT finished(ExitCode::Passed);
        } else {
            complainOfLedger(page.error());
            Q_EMIT finished(ExitCode::RunError);
        }
    });
}

void CacheListCommand::write(const CachePage &page)
{
    if (m_arguments.shape == OutputShape::People) {
        writeTable(page);
        return;
    }
    QJsonArray answers;
    for (const KeptAnswer &kept : page.answers)
        answers.append(keptJson(kept));
    writeJson({{u"answers"_s, answers}, {u"has_more"_s, page.hasMore}, {u"total"_s, totalsJson(page.totals)}});
}

void CacheListCommand::writeTable(const CachePage &page)
{
    QList<QStringList> rows;
    for (const KeptAnswer &kept : page.answers) {
        rows << QStringList{kept.stored.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s),
                            kept.model,
                            countedTokens(kept.usage.inputTokens),
                            countedTokens(kept.usage.outputTokens),
                            CacheText::sizeText(kept.bytes),
                            groupedNumber(kept.hits),
                            moneyText(kept.saved()),
                            cutText(kept.prompt, shownPrompt)};
    }
    if (!rows.isEmpty()) {
        writeOut(plainTable({{label(QT_TRANSLATE_NOOP("Cli", "kept"))},
                             {label(QT_TRANSLATE_NOOP("Cli", "model"))},
                             {label(QT_TRANSLATE_NOOP("Cli", "tokens in")), Alignment::Right},
                             {label(QT_TRANSLATE_NOOP("Cli", "out")), Alignment::Right},
                             {label(QT_TRANSLATE_NOOP("Cli", "size")), Alignment::Right},
                             {label(QT_TRANSLATE_NOOP("Cli", "hits")), Alignment::Right},
                             {label(QT_TRANSLATE_NOOP("Cli", "saved")), Alignment::Right},
                             {label(QT_TRANSLATE_NOOP("Cli", "prompt"))}},
                            rows, *context().out));
    }
    say(CacheText::totals(page.totals));
}

CacheClearCommand::CacheClearCommand(const CliContext &context, const CacheClearArguments &arguments)
    : Command(context), m_arguments(arguments)
{
}

void CacheClearCommand::start()
{
    QDateTime before;
    if (m_arguments.olderThan)
        before = context().session.clock->now().addDays(-m_arguments.olderThan->count());
    context().cache->clearAnswers(before, this, [this](const Result<qint64> &removed) {
        if (!removed) {
            complainOfLedger(removed.error());
            Q_EMIT finished(ExitCode::RunError);
            return;
        }
        if (m_arguments.shape == OutputShape::Json)
            writeJson({{u"removed"_s, *removed}});
        else
            say(counted(QCoreApplication::translate("Cli", "%n kept response(s) deleted.", nullptr, countForm(*removed)),
                        *removed));
        Q_EMIT finished(ExitCode::Passed);
    });
}

} // namespace Tempera
