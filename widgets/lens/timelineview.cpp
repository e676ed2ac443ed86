// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lens/timelineview.h"

#include "models/items/dropsmodel.h"
#include "models/items/tokensmodel.h"
#include "models/items/tokentext.h"
#include "widgets/common/appearance.h"
#include "widgets/lens/tokencolours.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr double timelineMargin = 6;
constexpr double leastTopBits = 4; ///< Else the noise of a sure answer would fill the picture.

QPen timelinePen(bool isSurprisal, const QPalette &palette)
{
    return isSurprisal ? QPen(TokenColours::mark(palette), 1.5, Qt::SolidLine)
                       : QPen(TokenColours::underline(TokenColours::Steps - 1, palette).color(), 1.5, Qt::DashLine);
}

} // namespace

TimelineView::TimelineView(const TokensModel &tokens, const DropsModel &drops, QWidget *parent)
    : QWidget(parent), m_tokens(tokens), m_drops(drops)
{
    setObjectName(u"timeline"_s);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(
        tr("Solid line: surprisal of each token. Dashed line: entropy at its place. The numbers mark the sharpest drops of "
           "probability. Left and Right move by a token, Page Up and Page Down by a drop."));
    connect(&tokens, &TokensModel::measured, this, qOverload<>(&QWidget::update));
    connect(&tokens, &QAbstractItemModel::modelReset, this, [this] {
        m_current = -1;
        describe();
        update();
    });
    describe();
}

int TimelineView::count() const
{
    return static_cast<int>(m_tokens.surprises().size());
}

/// The legend is above it, the scale left of it.
QRectF TimelineView::plot() const
{
    const double left = fontMetrics().horizontalAdvance(u"000"_s) + timelineMargin;
    const double top = fontMetrics().height() + timelineMargin;
    return {left, top, std::max(1.0, width() - left - timelineMargin), std::max(1.0, height() - top - timelineMargin)};
}

double TimelineView::placeOf(int token) const
{
    const QRectF room = plot();
    return room.left() + (token + 0.5) * room.width() / std::max(1, count());
}

int TimelineView::tokenAt(double x) const
{
    const QRectF room = plot();
    if (count() == 0 || x < room.left() - timelineMargin || x > room.right() + timelineMargin)
        return -1;
    return std::clamp(static_cast<int>(std::floor((x - room.left()) * count() / room.width())), 0, count() - 1);
}

double TimelineView::topBits() const
{
    double most = leastTopBits;
    for (const TokenSurprise &token : m_tokens.surprises()) {
        for (const std::optional<Bounds> &value : {token.surprisal, token.entropy}) {
            if (value && std::isfinite(value->middle()))
                most = std::max(most, value->middle());
        }
    }
    return std::ceil(most / 2) * 2;
}

void TimelineView::setCurrent(int token)
{
    if (token == m_current)
        return;
    m_current = token;
    describe();
    update();
}

void TimelineView::describe()
{
    const bool is = m_current >= 0 && m_current < m_tokens.size();
    setAccessibleDescription(is ? m_tokens.description(m_current) : tr("No token is selected"));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF room = plot();
    const double top = topBits();
    paintScale(painter, room, top);
    if (count() == 0)
        return;
    paintLines(painter, room, top);
    paintDrops(painter, room);
    if (m_current >= 0 && m_current < count()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), hasFocus() ? 2 : 1));
        painter.drawLine(QPointF(placeOf(m_current), room.top()), QPointF(placeOf(m_current), room.bottom()));
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void TimelineView::paintScale(QPainter &painter, const QRectF &plot, double top) const
{
    double x = plot.left();
    for (const bool isSurprisal : {true, false}) {
        const QString words = isSurprisal ? tr("surprisal (bits)") : tr("entropy (bits)");
        const double middle = fontMetrics().height() / 2.0 + 1;
        painter.setPen(timelinePen(isSurprisal, palette()));
        painter.drawLine(QPointF(x, middle), QPointF(x + 22, middle));
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QPointF(x + 26, fontMetrics().ascent() + 1), words);
        x += 26 + fontMetrics().horizontalAdvance(words) + 14;
    }
    for (const double share : {0.0, 0.5, 1.0}) {
        const double y = plot.bottom() - share * plot.height();
        painter.setPen(QPen(mutedColour(palette()), 1, Qt::DotLine));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(mutedColour(palette()));
        const QRectF place(0, y - fontMetrics().height() / 2.0, plot.left() - 4, fontMetrics().height());
        if (place.bottom() <= height() + 4)
            painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(top * share));
    }
}

/// A line has gaps where nothing is known, and a point where only one place is.
void TimelineView::paintLines(QPainter &painter, const QRectF &plot, double top) const
{
    const std::vector<TimelineColumn> columns = timelineColumns(m_tokens.surprises(), static_cast<int>(plot.width()));
    for (const bool isSurprisal : {false, true}) {
        QPainterPath line;
        bool isOpen = false;
        for (const TimelineColumn &column : columns) {
            const std::optional<double> value = isSurprisal ? column.surprisal : column.entropy;
            if (!value) {
                isOpen = false;
                continue;
            }
            const QPointF at((placeOf(column.first) + placeOf(column.last)) / 2,
                             plot.bottom() - std::min(*value / top, 1.0) * plot.height());
            if (!isOpen) {
                line.moveTo(at);
                line.lineTo(at + QPointF(0.5, 0));
            }
            line.lineTo(at);
            isOpen = true;
        }
        painter.setPen(timelinePen(isSurprisal, palette()));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(line);
    }
}

void TimelineView::paintDrops(QPainter &painter, const QRectF &plot) const
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.8);
    painter.setFont(small);
    for (int row = m_drops.rowCount() - 1; row >= 0; --row) { // the sharpest last, on top of the others
        const double x = placeOf(m_drops.token(row));
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(QPalette::WindowText));
        painter.drawPolygon(QPolygonF({{x - 4, plot.top() - 1}, {x + 4, plot.top() - 1}, {x, plot.top() + 6}}));
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QPointF(x + 5, plot.top() + 8), QLocale().toString(row + 1));
    }
}

/// The nearest drop before or after the current token; −1: there is none.
int TimelineView::neighbouringDrop(int by) const
{
    int nearest = -1;
    for (const ProbabilityDrop &drop : m_drops.drops()) {
        const int distance = (drop.token - m_current) * by;
        if (distance > 0 && (nearest < 0 || distance < (nearest - m_current) * by))
            nearest = drop.token;
    }
    return nearest;
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (!plain || count() == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    int next = m_current;
    switch (event->key()) {
    case Qt::Key_Left: next = std::max(0, m_current - 1); break;
    case Qt::Key_Right: next = std::min(count() - 1, m_current + 1); break;
    case Qt::Key_Home: next = 0; break;
    case Qt::Key_End: next = count() - 1; break;
    case Qt::Key_PageUp: next = neighbouringDrop(-1); break;
    case Qt::Key_PageDown: next = neighbouringDrop(1); break;
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT activated(); return;
    default: QWidget::keyPressEvent(event); return;
    }
    if (next >= 0)
        Q_EMIT tokenRequested(next);
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (const int token = tokenAt(event->position().x()); token >= 0)
        Q_EMIT tokenRequested(token);
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    const int token = event->buttons().testFlag(Qt::LeftButton) ? tokenAt(event->position().x()) : -1;
    if (token >= 0 && token != m_current)
        Q_EMIT tokenRequested(token);
}

void TimelineView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_current < 0 && count() > 0)
        Q_EMIT tokenRequested(0);
    update();
}

void TimelineView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

QSize TimelineView::sizeHint() const
{
    return {300, fontMetrics().height() * 5 + 10};
}

QSize TimelineView::minimumSizeHint() const
{
    return {90, sizeHint().height()};
}

} // namespace Tempera
