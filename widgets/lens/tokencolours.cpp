// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lens/tokencolours.h"

#include "widgets/common/appearance.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <array>
#include <numbers>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace TokenColours {
namespace {

constexpr std::array<double, 4> probabilities{0.9, 0.5, 0.2, 0.05};
constexpr std::array<double, 4> entropies{0.5, 1.5, 3, 5}; // bits
constexpr std::array<double, 4> surprisals{1, 3, 6, 10};   // bits; a text that somebody else wrote has more of them
constexpr std::array<int, 4> ranks{0, 1, 4, 19};           // 0 = the likeliest
constexpr std::array<QRgb, Steps> light{0x00000000, 0xfffff1dc, 0xffffdca8, 0xffffc072, 0xfff79a3e};
constexpr std::array<QRgb, Steps> dark{0x00000000, 0xff40361f, 0xff5b451d, 0xff77531a, 0xff8f5d17};

QString share(double value)
{
    return QLocale().toString(value * 100) + u" %"_s;
}

QString bitsStep(int step, const std::array<double, 4> &edges)
{
    const auto at = static_cast<std::size_t>(step);
    const QString bits = QLocale().toString(edges[step == Steps - 1 ? at - 1 : at]);
    return (step == Steps - 1 ? u"> "_s : u"≤ "_s) + TokenLegend::tr("%1 bits").arg(bits);
}

int stepAbove(double value, const std::array<double, 4> &edges)
{
    int step = 0;
    while (step < Steps - 1 && value > edges[static_cast<std::size_t>(step)])
        ++step;
    return step;
}

} // namespace

int step(const TokenFacts &facts, TokenColouring colouring)
{
    int step = 0;
    switch (colouring) {
    case TokenColouring::Probability:
        while (facts.isProbabilityKnown() && step < Steps - 1
               && facts.probability.middle() < probabilities[static_cast<std::size_t>(step)])
            ++step;
        break;
    case TokenColouring::Entropy:
        return facts.isEntropyKnown() ? stepAbove(facts.entropy.middle() / std::numbers::ln2, entropies) : 0;
    case TokenColouring::Surprisal: {
        const std::optional<Bounds> surprisal = tokenSurprise(facts).surprisal;
        return surprisal ? stepAbove(surprisal->middle(), surprisals) : 0;
    }
    case TokenColouring::Rank:
        while (step < Steps - 1 && facts.rank > ranks[static_cast<std::size_t>(step)])
            ++step;
        break;
    }
    return step;
}

QString stepText(int step, TokenColouring colouring)
{
    const auto at = static_cast<std::size_t>(step);
    switch (colouring) {
    case TokenColouring::Probability:
        return step == 0           ? u"≥ "_s + share(probabilities[0])
               : step == Steps - 1 ? u"< "_s + share(probabilities[at - 1])
                                   : u"≥ "_s + share(probabilities[at]);
    case TokenColouring::Entropy: return bitsStep(step, entropies);
    case TokenColouring::Surprisal: return bitsStep(step, surprisals);
    case TokenColouring::Rank:
        if (step < 2)
            return TokenLegend::tr("rank %1").arg(step + 1);
        return step == Steps - 1 ? TokenLegend::tr("beyond %1").arg(ranks[at - 1] + 1)
                                 : TokenLegend::tr("to %1").arg(ranks[at] + 1);
    }
    return {};
}

QColor background(int step, const QPalette &palette)
{
    return QColor::fromRgba((isDark(palette) ? dark : light)[static_cast<std::size_t>(step)]);
}

QPen underline(int step, const QPalette &palette)
{
    static constexpr std::array styles{Qt::NoPen, Qt::DotLine, Qt::DashLine, Qt::SolidLine, Qt::SolidLine};
    return {isDark(palette) ? QColor(0xffffc072) : QColor(0xffa35200), step == Steps - 1 ? 2.0 : 1.0,
            styles[static_cast<std::size_t>(step)]};
}

QColor mark(const QPalette &palette)
{
    return isDark(palette) ? QColor(0xff7cc4ff) : QColor(0xff00549f);
}

} // namespace TokenColours

void paintCutMark(QPainter &painter, const QRect &box, const QPalette &palette)
{
    painter.setPen(QPen(TokenColours::mark(palette), 2));
    painter.drawLine(box.left() + 1, box.center().y(), box.right() - 1, box.center().y());
}

void paintChangedMark(QPainter &painter, const QRect &box, const QPalette &palette)
{
    painter.setPen(QPen(TokenColours::mark(palette), 1.5));
    QPainterPath wave(QPointF(box.left(), box.bottom() - 1));
    constexpr int Half = 3;
    for (int x = box.left(), up = 1; x < box.right(); x += Half, up = -up)
        wave.quadTo(x + Half / 2.0, box.bottom() - 1 - 3 * up, std::min(x + Half, box.right()), box.bottom() - 1);
    painter.drawPath(wave);
}

TokenLegend::TokenLegend(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"tokenLegend"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Legend"));
    setColouring(TokenColouring::Probability);
}

QStringList TokenLegend::texts() const
{
    QStringList texts;
    for (int step = 0; step < TokenColours::Steps; ++step)
        texts += TokenColours::stepText(step, m_colouring);
    texts += tr("changed");
    texts += tr("cut");
    return texts;
}

void TokenLegend::setColouring(TokenColouring colouring)
{
    m_colouring = colouring;
    setAccessibleDescription(texts().join(u", "_s));
    setToolTip(
        tr("Stronger colour and line: less expected. Wavy line: another token would be drawn. Struck through: it would be cut "
           "off."));
    updateGeometry();
    update();
}

QSize TokenLegend::sizeHint() const
{
    int width = 0;
    for (const QString &text : texts())
        width += fontMetrics().horizontalAdvance(text) + 18;
    return {width, fontMetrics().height() + 8};
}

void TokenLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QStringList all = texts();
    int x = 0;
    for (int i = 0; i < all.size(); ++i) {
        const QRect box(x, 1, fontMetrics().horizontalAdvance(all.at(i)) + 10, height() - 3);
        if (box.right() > width())
            break;
        if (i < TokenColours::Steps) {
            painter.fillRect(box, TokenColours::background(i, palette()));
            painter.setPen(TokenColours::underline(i, palette()));
            if (i > 0)
                painter.drawLine(box.bottomLeft(), box.bottomRight());
        }
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(box, Qt::AlignCenter, all.at(i));
        if (i == TokenColours::Steps)
            paintChangedMark(painter, box, palette());
        else if (i > TokenColours::Steps)
            paintCutMark(painter, box, palette());
        x = box.right() + 9;
    }
}

} // namespace Tempera
