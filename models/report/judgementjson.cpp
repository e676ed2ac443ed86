// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/judgementjson.h"

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QJsonObject judgedPlaceJson(const CellKey &key)
{
    return {{u"promptIndex"_s, key.promptIndex}, {u"variantIndex"_s, key.variantIndex}, {u"repeat"_s, key.repeat}};
}

} // namespace

QJsonObject ratingJson(const Rating &rating)
{
    return {
        {u"thumb"_s, rating.thumb == Thumb::None ? QJsonValue::Null : QJsonValue(thumbName(rating.thumb))},
        {u"score"_s, rating.score ? QJsonValue(*rating.score) : QJsonValue::Null},
        {u"tags"_s, QJsonArray::fromStringList(rating.tags)},
        {u"comment"_s, rating.comment},
    };
}

QJsonArray preferencesJson(std::span<const JudgedPair> pairs)
{
    QJsonArray list;
    for (const JudgedPair &pair : pairs) {
        list.append(QJsonObject{
            {u"caseIndex"_s, pair.first.caseIndex},
            {u"first"_s, judgedPlaceJson(pair.first)},
            {u"second"_s, judgedPlaceJson(pair.second)},
            {u"preference"_s, preferenceName(pair.preference)},
            {u"secondWasLeft"_s, pair.secondWasLeft},
            {u"identical"_s, !pair.byHand},
        });
    }
    return list;
}

} // namespace Tempera
