// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/csvline.h"

#include "models/report/writers.h"

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection").
QString csvNeutralised(const QString &text)
{
    static constexpr QStringView starts = u"=+-@\t\r\n＝＋－＠";
    return !text.isEmpty() && starts.contains(text.front()) ? u'\'' + text : text;
}

QString csvQuoted(const QString &field)
{
    if (!field.contains(u'"') && !field.contains(u',') && !field.contains(u'\n') && !field.contains(u'\r'))
        return field;
    QString out = field;
    out.replace(u'"', u"\"\""_s);
    return u'"' + out + u'"';
}

} // namespace

void CsvLine::text(const QString &field)
{
    m_fields << csvQuoted(csvNeutralised(xmlSafe(field)));
}

} // namespace Tempera
