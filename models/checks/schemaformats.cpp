// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/schemaformats.h"

#include "models/checks/scripts.h"

#include <QDate>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

bool isDateTime(const QString &text)
{
    static const QRegularExpression form(
        uR"(\A(\d{4})-(\d\d)-(\d\d)[Tt\s](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|([+-])(\d\d)(?::?(\d\d))?)\z)"_s);
    const QRegularExpressionMatch match = form.match(text);
    const auto part = [&match](int index) { return match.capturedView(index).toInt(); };
    if (!match.hasMatch() || !QDate::isValid(part(1), part(2), part(3)) || part(8) > 23 || part(9) > 59)
        return false;
    if (part(4) <= 23 && part(5) <= 59 && part(6) < 60)
        return true;
    // A leap second is the last one of a day in UTC.
    const int offset = (match.capturedView(7) == u'-' ? -1 : 1) * (part(8) * 60 + part(9));
    constexpr int day = 24 * 60;
    return part(6) == 60 && (part(4) * 60 + part(5) - offset + 2 * day) % day == day - 1;
}

bool isDuration(const QString &text)
{
    static const QRegularExpression form(
        uR"(\AP(?:\d+W|(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)\z)"_s);
    return form.match(text).hasMatch();
}

bool isEmail(const QString &text)
{
    static const QRegularExpression form(
        uR"(\A[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@)"
        uR"((?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\z)"_s);
    return form.match(text).hasMatch();
}

bool isIpv4(const QString &text)
{
    const QStringList parts = text.split(u'.');
    return parts.size() == 4 && std::ranges::all_of(parts, [](const QString &part) {
               static const QRegularExpression number(uR"(\A(?:0|[1-9]\d{0,2})\z)"_s);
               return number.match(part).hasMatch() && part.toInt() <= 255;
           });
}

bool isPattern(const QString &text)
{
    ScriptHost *host = threadScriptHost();
    return host && host->matches(text, QString()).has_value();
}

bool isUuid(const QString &text)
{
    static const QRegularExpression form(uR"(\A(?:urn:uuid:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\z)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return form.match(text).hasMatch();
}

struct OwnFormat {
    QLatin1StringView name;
    bool (*holds)(const QString &text);
};

constexpr std::array ownFormats{OwnFormat{"date-time"_L1, isDateTime}, OwnFormat{"duration"_L1, isDuration},
                                OwnFormat{"email"_L1, isEmail},        OwnFormat{"ipv4"_L1, isIpv4},
                                OwnFormat{"regex"_L1, isPattern},      OwnFormat{"uuid"_L1, isUuid}};

const OwnFormat *ownFormat(const QString &name)
{
    const auto found = std::ranges::find(ownFormats, name, &OwnFormat::name);
    return found == ownFormats.end() ? nullptr : &*found;
}

} // namespace

bool isOwnFormat(const QString &format)
{
    return ownFormat(format) != nullptr;
}

bool hasOwnFormat(const QString &format, const QString &text)
{
    const OwnFormat *own = ownFormat(format);
    return own && own->holds(text);
}

} // namespace Tempera
