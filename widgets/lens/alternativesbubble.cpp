// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lens/alternativesbubble.h"

#include "models/items/alternativesmodel.h"
#include "widgets/common/appearance.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int bubbleRows = 7;
constexpr int bubblePadding = 6;
constexpr int mostBubbleWidth = 340;

} // namespace

AlternativesBubble::AlternativesBubble(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"alternativesBubble"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void AlternativesBubble::showAt(const QRect &token, const AlternativesModel &alternatives, int row, const QString &hint)
{
    const int count = alternatives.rowCount();
    const int first = std::clamp(row - bubbleRows / 2, 0, std::max(0, count - bubbleRows));
    m_lines.clear();
    int widest = fontMetrics().horizontalAdvance(hint);
    for (int at = first; at < std::min(count, first + bubbleRows); ++at) {
        const auto text = [&](int column) { return alternatives.index(at, column).data().toString(); };
        const Line line{text(AlternativesModel::TokenColumn), text(AlternativesModel::RawColumn),
                        alternatives.index(at, 0).data(AlternativesModel::ChosenRole).toBool(), at == row};
        m_lines += line;
        widest = std::max(widest, fontMetrics().horizontalAdvance(line.token + u"    "_s + line.share) + 14);
    }
    m_hint = hint;
    const int height = static_cast<int>(m_lines.size() + 1) * fontMetrics().height() + 2 * bubblePadding;
    resize(std::min({widest + 2 * bubblePadding, mostBubbleWidth, parentWidget()->width()}), height);
    const bool fitsBelow = token.bottom() + 3 + height <= parentWidget()->height();
    const int above = token.top() - 3 - height;
    move(std::clamp(token.left(), 0, std::max(0, parentWidget()->width() - width())),
         fitsBelow || above < 0 ? token.bottom() + 3 : above);
    show();
    raise();
    update();
}

void AlternativesBubble::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Highlight));
    painter.setBrush(palette().color(QPalette::ToolTipBase));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    const int lineHeight = fontMetrics().height();
    QRect place(bubblePadding, bubblePadding, width() - 2 * bubblePadding, lineHeight);
    for (const Line &line : std::as_const(m_lines)) {
        if (line.isChosen)
            painter.fillRect(place, palette().color(QPalette::Highlight));
        painter.setPen(palette().color(line.isChosen ? QPalette::HighlightedText : QPalette::ToolTipText));
        QFont font = this->font();
        font.setBold(line.isAnswer);
        painter.setFont(font);
        const int shareWidth = fontMetrics().horizontalAdvance(line.share) + 8;
        const QRect words = place.adjusted(12, 0, -shareWidth, 0);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(line.token, Qt::ElideRight, words.width()));
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, line.share);
        if (line.isChosen) // not by colour alone
            painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, u"▸"_s);
        place.translate(0, lineHeight);
    }
    painter.setFont(font());
    painter.setPen(mutedColour(palette()));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_hint, Qt::ElideRight, place.width()));
}

} // namespace Tempera
