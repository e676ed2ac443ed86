// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/batch/batchlines.h"

#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

Result<BatchItem> itemOfLine(QByteArrayView line, const BatchItemReader &reader)
{
    if (line.size() > MaxBatchLine)
        return failure(ErrorKind::Syntax,
                       u"The line is too long: it has %1 bytes, and at most %2 are read."_s.arg(line.size()).arg(MaxBatchLine));
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(line.data(), line.size()), &parsed);
    if (parsed.error != QJsonParseError::NoError)
        return failure(ErrorKind::Syntax, u"The line is not JSON: %1."_s.arg(parsed.errorString()));
    if (!document.isObject())
        return failure(ErrorKind::Syntax, u"The line is not a JSON object."_s);
    return reader(document.object());
}

} // namespace

BatchResults readBatchLines(QByteArrayView lines, const QString &source, const BatchItemReader &reader)
{
    BatchResults results;
    int number = 0;
    for (qsizetype from = 0; from < lines.size();) {
        const qsizetype feed = lines.indexOf('\n', from);
        const qsizetype end = feed < 0 ? lines.size() : feed;
        const QByteArrayView line = lines.sliced(from, end - from).trimmed();
        from = end + 1;
        ++number;
        if (line.isEmpty())
            continue;
        addBatchItem(results, itemOfLine(line, reader), source, number);
    }
    return results;
}

void addBatchItem(BatchResults &results, Result<BatchItem> item, const QString &source, int line)
{
    if (item) {
        item->source = source;
        item->line = line;
        results.items.push_back(*std::move(item));
        return;
    }
    Error fault = item.error();
    fault.place = source;
    fault.line = line;
    results.faults += fault;
}

BatchItem answeredItem(const QString &name, const QJsonObject &answer)
{
    BatchItem item;
    item.name = name;
    item.body = QJsonDocument(answer).toJson(QJsonDocument::Compact);
    return item;
}

BatchItem unansweredItem(const QString &name, BatchOutcome outcome, const Error &error)
{
    BatchItem item;
    item.name = name;
    item.outcome = outcome;
    item.error = error;
    return item;
}

BatchItem expiredItem(const QString &name)
{
    return unansweredItem(name, BatchOutcome::Expired,
                          failure(ErrorKind::Timeout, u"the batch expired before this request was answered"_s).error());
}

BatchItem cancelledItem(const QString &name)
{
    return unansweredItem(name, BatchOutcome::Cancelled,
                          failure(ErrorKind::Cancelled, u"the batch was cancelled before this request was answered"_s).error());
}

} // namespace Tempera
