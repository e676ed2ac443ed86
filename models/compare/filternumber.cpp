// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/filternumber.h"

#include "models/core/judgement.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A unit that may stand after a number of some fields, and what it is worth.
struct FilterUnit {
    QLatin1StringView name;
    double factor = 1;
};

QList<FilterUnit> filterUnits(FilterField field)
{
    switch (field) {
    case FilterField::Latency:
    case FilterField::FirstToken: return {{"ms"_L1, 0.001}, {"min"_L1, 60}, {"s"_L1, 1}};
    case FilterField::Score:
    case FilterField::Rating:
    case FilterField::Delta: return {{"%"_L1, 0.01}};
    case FilterField::Cost: return {{"$"_L1, 1}};
    case FilterField::Tokens:
    case FilterField::InputTokens: return {{"k"_L1, 1000}};
    default: return {};
    }
}

} // namespace

std::optional<double> filterNumber(QString text, FilterField field)
{
    double factor = 1;
    text.replace(u'−', u'-');
    for (const FilterUnit &unit : filterUnits(field)) {
        if (!text.endsWith(unit.name, Qt::CaseInsensitive))
            continue;
        factor = unit.factor;
        text.chop(unit.name.size());
        break;
    }
    if (field == FilterField::Rating && thumbFromName(text.toLower()) != Thumb::None)
        return thumbFromName(text.toLower()) == Thumb::Up ? 1 : 0;
    if (field == FilterField::Cost && text.startsWith(u'$'))
        text.remove(0, 1);
    if (text.count(u',') + text.count(u'.') <= 1)
        text.replace(u',', u'.');
    bool ok = false;
    const double number = text.toDouble(&ok);
    return ok && std::isfinite(number) ? std::optional(number * factor) : std::nullopt;
}

} // namespace Tempera
