// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/filterexpression.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {

std::expected<QRegularExpression, FilterError> filterPattern(const FilterToken &token)
{
    // Steps of the search in one text; about a tenth of a second at most.
    static const QString limits = u"(*LIMIT_MATCH=500000)(*LIMIT_DEPTH=20000)"_s;
    QRegularExpression::PatternOptions options =
        QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption;
    if (token.flags.contains(u'i'))
        options |= QRegularExpression::CaseInsensitiveOption;
    QRegularExpression pattern(limits + token.text, options);
    if (pattern.isValid())
        return pattern;
    const qsizetype offset = std::clamp<qsizetype>(pattern.patternErrorOffset() - limits.size(), 0, token.text.size());
    return std::unexpected(
        FilterError{token.start + 1 + offset,
                    token.text.size() - offset,
                    QCoreApplication::translate("Filter", "The pattern cannot be read: %1").arg(pattern.errorString()),
                    {}});
}

} // namespace Tempera
