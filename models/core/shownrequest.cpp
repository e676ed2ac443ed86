// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/shownrequest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

bool isNameCharacter(QChar c)
{
    return c == u'_' || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

} // namespace

QString variableNameFor(const QString &text)
{
    const bool isName = !text.isEmpty() && !text.front().isDigit() && std::ranges::all_of(text, isNameCharacter);
    if (isName)
        return text; // as it is, since variables differ by case
    QString name;
    for (const QChar c : text.toUpper())
        name += isNameCharacter(c) ? c : u'_';
    if (name.isEmpty() || name.front().isDigit())
        name.prepend(u'_');
    return name;
}

} // namespace Tempera
