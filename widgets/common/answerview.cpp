// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/answerview.h"

using namespace Qt::StringLiterals;

namespace Tempera {

QString answerViewName(AnswerView view)
{
    switch (view) {
    case AnswerView::Wrapped: return u"wrapped"_s;
    case AnswerView::Markdown: return u"markdown"_s;
    case AnswerView::Raw: return u"raw"_s;
    }
    return {};
}

AnswerView answerViewFromName(const QString &name)
{
    if (name == "markdown"_L1)
        return AnswerView::Markdown;
    return name == "raw"_L1 ? AnswerView::Raw : AnswerView::Wrapped;
}

} // namespace Tempera
