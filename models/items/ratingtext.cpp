// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/ratingtext.h"

#include "models/text/displaytext.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Tempera {

QString thumbSign(Thumb thumb)
{
    return thumb == Thumb::Up ? u"☝"_s : thumb == Thumb::Down ? u"☟"_s : QString();
}

QString ratingSign(const Rating &rating)
{
    QStringList signs;
    if (rating.thumb != Thumb::None)
        signs += thumbSign(rating.thumb);
    if (rating.score)
        signs += QLocale().toString(*rating.score, 'f', 2);
    if (signs.isEmpty() && !rating.isEmpty())
        signs += u"✎"_s;
    return signs.join(u' ');
}

QString ratingText(const Rating &rating)
{
    QStringList parts;
    if (rating.thumb != Thumb::None || rating.score)
        parts += ratingSign(rating);
    for (const QString &tag : rating.tags)
        parts += u'#' + DisplayText::of(tag);
    if (!rating.comment.isEmpty())
        parts += firstLine(rating.comment, 60);
    return parts.join(u" · "_s);
}

} // namespace Tempera
