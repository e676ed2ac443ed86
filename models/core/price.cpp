// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/price.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Tempera {

UnitPrices scaledPrices(const UnitPrices &prices, double factor)
{
    UnitPrices made = prices;
    for (std::optional<Money> *each :
         {&made.inputPerMillion, &made.outputPerMillion, &made.cachedInputPerMillion, &made.cacheWrite5mPerMillion,
          &made.cacheWrite1hPerMillion, &made.reasoningPerMillion, &made.imagePerMillion, &made.audioInputPerMillion,
          &made.audioOutputPerMillion, &made.perRequest, &made.perHour}) {
        if (*each)
            **each = Money::fromNano(Saturated::rounded(static_cast<double>((*each)->nano()) * factor));
    }
    return made;
}

QString serviceTierFromName(const QString &name)
{
    static const QStringList standard{u"default"_s, u"standard"_s,  u"standard_only"_s,
                                      u"auto"_s,    u"on_demand"_s, u"unspecified"_s};
    const QString tier = name.trimmed().toLower();
    return standard.contains(tier) ? QString() : tier;
}

} // namespace Tempera
