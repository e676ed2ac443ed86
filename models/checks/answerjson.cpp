// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/answerjson.h"

#include "models/checks/scripts.h"
#include "models/experiment/data/datareader.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int mostBracketsTried = 1'000;
constexpr qsizetype mostScanned = 100'000'000; // characters; some tenths of a second

qsizetype nextBracket(const QString &text, qsizetype from)
{
    for (qsizetype i = from; i < text.size(); ++i) {
        if (text[i] == u'{' || text[i] == u'[')
            return i;
    }
    return -1;
}

/// The bracket that closes the one at `open`; brackets in strings do not count. −1 where there is none.
qsizetype closingBracket(const QString &text, qsizetype open)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype i = open; i < text.size(); ++i) {
        const QChar c = text[i];
        if (inString) {
            if (c == u'\\')
                ++i;
            else if (c == u'"')
                inString = false;
        } else if (c == u'"') {
            inString = true;
        } else if (c == u'{' || c == u'[') {
            ++depth;
        } else if ((c == u'}' || c == u']') && --depth == 0) {
            return i;
        }
    }
    return -1;
}

} // namespace

const Result<ParsedJson> &AnswerJson::whole() const
{
    if (!m_whole)
        m_whole.emplace(ParsedJson::parse(m_text));
    return *m_whole;
}

const QJsonValue &AnswerJson::value() const
{
    if (!m_value) {
        const Result<DataDocument> output = readData(m_text.toUtf8(), u".json"_s);
        const bool isJson = output && output->format == DataFormat::Json;
        m_value = isJson ? dataToJson(*output->root) : QJsonValue(QJsonValue::Undefined);
    }
    return *m_value;
}

const ParsedJson *AnswerJson::part(std::size_t index) const
{
    while (m_parts.size() <= index && m_at >= 0 && m_candidates < mostBracketsTried && m_scanned < mostScanned
           && !threadMustStop()) {
        ++m_candidates;
        m_at = nextBracket(m_text, m_at);
        if (m_at < 0)
            break;
        const qsizetype end = closingBracket(m_text, m_at);
        m_scanned += (end < 0 ? m_text.size() : end) - m_at;
        Result<ParsedJson> parsed =
            end < 0 ? failure(ErrorKind::Syntax, QString()) : ParsedJson::parse(m_text.sliced(m_at, end + 1 - m_at));
        m_at = parsed ? end + 1 : m_at + 1;
        if (parsed)
            m_parts.push_back(*std::move(parsed));
    }
    return index < m_parts.size() ? &m_parts[index] : nullptr;
}

QJsonObject lastMapWith(const QString &reply, std::initializer_list<QLatin1StringView> members)
{
    constexpr qsizetype longest = 200'000; // what it said at the end counts
    const AnswerJson json(reply.last(std::min(reply.size(), longest)));
    QJsonObject found;
    std::size_t index = 0;
    while (const ParsedJson *part = json.part(index++)) {
        const QJsonObject map = QJsonDocument::fromJson(part->text().toUtf8()).object();
        if (std::ranges::any_of(members, [&map](QLatin1StringView member) { return map.contains(member); }))
            found = map;
    }
    return found;
}

} // namespace Tempera
