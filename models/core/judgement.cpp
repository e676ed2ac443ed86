// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/judgement.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype longestTag = 60;
constexpr qsizetype mostTags = 50;

bool isInvisibleInTag(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || c.isSpace();
}

} // namespace

std::optional<double> Rating::value() const
{
    if (score || thumb == Thumb::None)
        return score;
    return thumb == Thumb::Up ? 1.0 : 0.0;
}

QStringList tagsFromText(const QString &text)
{
    static const QRegularExpression between(u"[,;\\s]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    QStringList tags;
    for (QString tag : text.split(between, Qt::SkipEmptyParts)) {
        tag.removeIf(isInvisibleInTag);
        while (tag.startsWith(u'#'))
            tag.remove(0, 1);
        tag.truncate(longestTag);
        if (!tag.isEmpty() && tags.size() < mostTags && !tags.contains(tag, Qt::CaseInsensitive))
            tags += tag;
    }
    return tags;
}

QString thumbName(Thumb thumb)
{
    switch (thumb) {
    case Thumb::Up: return u"up"_s;
    case Thumb::Down: return u"down"_s;
    case Thumb::None: break;
    }
    return {};
}

Thumb thumbFromName(const QString &name)
{
    return name == "up"_L1 ? Thumb::Up : name == "down"_L1 ? Thumb::Down : Thumb::None;
}

QString preferenceName(Preference preference)
{
    switch (preference) {
    case Preference::First: return u"first"_s;
    case Preference::Second: return u"second"_s;
    case Preference::Tie: return u"tie"_s;
    case Preference::Skipped: break;
    }
    return u"skipped"_s;
}

Preference preferenceFromName(const QString &name)
{
    for (const Preference each : {Preference::First, Preference::Second, Preference::Tie}) {
        if (preferenceName(each) == name)
            return each;
    }
    return Preference::Skipped;
}

const Rating *Judgements::ratingOf(const CellKey &cell) const
{
    const auto found = std::ranges::lower_bound(ratings, cell, {}, &RatedCell::cell);
    return found != ratings.end() && found->cell == cell ? &found->rating : nullptr;
}

} // namespace Tempera
