// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/diffview.h"

#include <QString>

namespace Tempera {

/// A stretch of an InlineDiff that does not stand in both texts.
struct InlineMark {
    TextStretch at;
    DiffKind kind = DiffKind::Inserted; ///< Never Equal.
    qsizetype difference = 0;           ///< Index of the difference that it belongs to.

    bool operator==(const InlineMark &) const = default;
};

/// Two texts as one: what is equal stands once, what was taken out before what came in.
struct InlineDiff {
    QString text;
    QList<InlineMark> marks;       ///< Rising.
    QList<Difference> differences; ///< Those of differencesOf(); `now` is their place here.

    bool operator==(const InlineDiff &) const = default;
};

/// `spans` are those of the two texts. Where nothing but blanks was taken out or came in, their line ends get a visible sign,
/// "↵": else nobody would see a line through or under them.
[[nodiscard]] InlineDiff inlineDiff(QStringView oldText, QStringView newText, const QList<DiffSpan> &spans);

/// overviewStrip() of the one text.
[[nodiscard]] QList<StripMark> overviewStrip(const InlineDiff &diff);

} // namespace Tempera
