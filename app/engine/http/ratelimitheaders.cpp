// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/ratelimitheaders.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace Tempera {
namespace {

constexpr double longestReset = 31.0 * 24 * 3600 * 1000; ///< In milliseconds.
constexpr double mostCounted = 1e15;                     ///< More is no count of requests or tokens.

struct DurationUnit {
    QByteArrayView name;
    double inMs;
};

constexpr std::array durationUnits{
    DurationUnit{"ns", 1e-6},        DurationUnit{"us", 1e-3},  DurationUnit{"\xc2\xb5s", 1e-3},
    DurationUnit{"\xce\xbcs", 1e-3}, DurationUnit{"ms", 1},     DurationUnit{"s", 1e3},
    DurationUnit{"m", 60e3},         DurationUnit{"h", 3600e3}, DurationUnit{"d", 24 * 3600e3},
};

milliseconds clampedReset(double time)
{
    return milliseconds(static_cast<std::int64_t>(std::ceil(std::clamp(time, 0.0, longestReset))));
}

bool isOfNumber(char c)
{
    return (c >= '0' && c <= '9') || c == '.';
}

/// "1h2m3.5s"; nothing where a number has no unit, or a unit no number.
std::optional<double> goDuration(QByteArrayView text)
{
    double sum = 0;
    while (!text.isEmpty()) {
        const auto digits = std::ranges::find_if_not(text, isOfNumber) - text.begin();
        const QByteArrayView rest = text.sliced(digits);
        const auto units = std::ranges::find_if(rest, isOfNumber) - rest.begin();
        bool isNumber = false;
        const double number = text.first(digits).toDouble(&isNumber);
        const auto unit = std::ranges::find(durationUnits, rest.first(units), &DurationUnit::name);
        if (!isNumber || unit == durationUnits.end())
            return {};
        sum += number * unit->inMs;
        text = rest.sliced(units);
    }
    return sum;
}

std::optional<qint64> countOf(QByteArrayView text)
{
    bool isNumber = false;
    const double number = text.trimmed().toDouble(&isNumber); // some write "1000.0"
    if (!isNumber || !(std::abs(number) <= mostCounted))
        return {};
    return static_cast<qint64>(std::floor(number));
}

/// The three headers of a limit; `nameOf` makes a header's name of "limit", "remaining", "reset".
template<typename NameOf>
ToldLimit toldLimit(const QHttpHeaders &headers, const QDateTime &now, const NameOf &nameOf)
{
    ToldLimit told;
    told.limit = countOf(headers.value(nameOf("limit"_L1)));
    if (told.limit && *told.limit <= 0)
        told.limit.reset();
    if (const std::optional<qint64> remaining = countOf(headers.value(nameOf("remaining"_L1))))
        told.remaining = std::max<qint64>(0, *remaining);
    told.reset = timeUntilReset(headers.value(nameOf("reset"_L1)), now);
    return told;
}

ToldLimit openAiLimit(const QHttpHeaders &headers, const QDateTime &now, QLatin1StringView what)
{
    const auto read = [&](QLatin1StringView end) {
        return toldLimit(headers, now,
                         [&](QLatin1StringView word) -> QString { return u"x-ratelimit-"_s + word + u'-' + what + end; });
    };
    const ToldLimit told = read(""_L1);
    return told == ToldLimit() ? read("-minute"_L1) : told;
}

ToldLimit anthropicLimit(const QHttpHeaders &headers, const QDateTime &now, QLatin1StringView what)
{
    return toldLimit(headers, now,
                     [&](QLatin1StringView word) -> QString { return u"anthropic-ratelimit-"_s + what + u'-' + word; });
}

/// Most answers have no such header, and asking for each by its name takes longer than to read the answer.
bool tellsLimits(const QHttpHeaders &headers)
{
    for (qsizetype i = 0; i < headers.size(); ++i) {
        if (headers.nameAt(i).contains("ratelimit-"_L1, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

/// "Wed, 21 Oct 2026 07:28:00 GMT"
QDateTime serversNow(const QHttpHeaders &headers, const QDateTime &now)
{
    const QString text = QString::fromLatin1(headers.value(QHttpHeaders::WellKnownHeader::Date));
    const QDateTime told = QDateTime::fromString(QString(text).replace("GMT"_L1, "+0000"_L1), Qt::RFC2822Date);
    return told.isValid() ? told : now;
}

} // namespace

std::optional<milliseconds> timeUntilReset(QByteArrayView text, const QDateTime &now)
{
    text = text.trimmed();
    if (text.isEmpty())
        return {};
    bool isNumber = false;
    if (const double seconds = text.toDouble(&isNumber); isNumber && std::isfinite(seconds))
        return clampedReset(seconds * 1000);
    if (const std::optional<double> duration = goDuration(text); duration && std::isfinite(*duration))
        return clampedReset(*duration);
    const QDateTime date = QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs);
    if (!date.isValid())
        return {};
    return clampedReset(static_cast<double>(now.msecsTo(date)));
}

ToldLimits toldLimits(const QHttpHeaders &headers, const QDateTime &now)
{
    if (!tellsLimits(headers))
        return {};
    const QDateTime theirs = serversNow(headers, now);
    ToldLimits told;
    told.requests = anthropicLimit(headers, theirs, "requests"_L1);
    told.tokens = anthropicLimit(headers, theirs, "tokens"_L1);
    told.inputTokens = anthropicLimit(headers, theirs, "input-tokens"_L1);
    told.outputTokens = anthropicLimit(headers, theirs, "output-tokens"_L1);
    // Beside those two Anthropic's "tokens" repeats the tighter one, or adds them up: it is no limit of its own.
    if (told.inputTokens.limit || told.outputTokens.limit)
        told.tokens = {};
    if (told.isEmpty()) {
        told.requests = openAiLimit(headers, theirs, "requests"_L1);
        told.tokens = openAiLimit(headers, theirs, "tokens"_L1);
    }
    return told;
}

} // namespace Tempera
