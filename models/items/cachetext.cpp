// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/cachetext.h"

#include "models/core/counted.h"
#include "models/items/celltext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Tempera::CacheText {

QString savedText(Money saved, std::int64_t unknown)
{
    if (unknown == 0)
        return saved.text();
    return saved == Money() ? moneyText(std::nullopt) : u"≥ "_s + saved.text();
}

QString sizeText(std::int64_t bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString ofRun(const RunTotals &totals)
{
    if (totals.fromCache == 0)
        return {};
    return QCoreApplication::translate("CacheText", "%1 from the cache, %2 saved")
        .arg(CellText::number(totals.fromCache), savedText(totals.saved, totals.unknownSaved));
}

QString totals(const CacheTotals &sums)
{
    const QString answers =
        counted(QCoreApplication::translate("CacheText", "%1 response(s)", nullptr, countForm(sums.answers)), sums.answers)
            .arg(CellText::number(sums.answers));
    const QString hits =
        counted(QCoreApplication::translate("CacheText", "Used again %1 time(s)", nullptr, countForm(sums.hits)), sums.hits)
            .arg(CellText::number(sums.hits));
    return QCoreApplication::translate("CacheText", "%1, %2. %3, %4 saved.")
        .arg(answers, sizeText(sums.bytes), hits, savedText(sums.saved, sums.unknownHits));
}

} // namespace Tempera::CacheText
