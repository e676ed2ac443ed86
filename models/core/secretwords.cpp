// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/secretwords.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Tempera {

bool isSecretPlaceholder(QStringView value)
{
    static const QRegularExpression reference(uR"(^(?:\{\{|\$|<|%|\[redacted|\*+$|\.+$|(?i:true|false|null|none|undefined)$))"_s);
    return value.isEmpty() || reference.matchView(value).hasMatch();
}

bool isNoPlainWord(QStringView value)
{
    constexpr qsizetype leastSecretWord = 6;
    static const QRegularExpression words(u"^[A-Z]?[a-z]+(?:[-'][a-z]+)*[.!?]?$"_s);
    return value.size() >= leastSecretWord && !words.matchView(value).hasMatch();
}

} // namespace Tempera
