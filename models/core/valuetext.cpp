// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/valuetext.h"

#include "models/core/jsontext.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// ECMAScript's Number::toString: the shortest digits that read back as the same number, with an exponent below 1e-6 and
/// from 1e21 on.
QString scriptNumber(double value)
{
    const double size = std::abs(value);
    const bool isPlain = size == 0 || (size >= 1e-6 && size < 1e21);
    std::array<char, 64> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), size == 0 ? 0 : value,
                                       isPlain ? std::chars_format::fixed : std::chars_format::scientific);
    QString text = QString::fromLatin1(digits.data(), written.ptr - digits.data());
    return text.replace("e-0"_L1, "e-"_L1); // the exponent has no leading zero
}

} // namespace

QString valueText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isUndefined())
        return {};
    if (value.isDouble()) {
        constexpr qint64 none = std::numeric_limits<qint64>::min();
        const qint64 whole = value.toInteger(none); // exact, also where a double would not be
        return whole != none ? QString::number(whole) : scriptNumber(value.toDouble());
    }
    return QString::fromUtf8(jsonText(value));
}

} // namespace Tempera
