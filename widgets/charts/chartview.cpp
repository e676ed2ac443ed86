// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/chartview.h"

#include "widgets/common/appearance.h"
#include "widgets/common/plaintooltips.h"
#include "widgets/common/variantcolours.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace Tempera {
namespace {

constexpr double halfMark = 5;
constexpr double nearMark = 10; ///< How far from a mark the pointer still means it.

void paintMark(QPainter &painter, const QPointF &at, MarkShape shape, double size)
{
    const QList<QPointF> corners = chartShape(shape);
    if (corners.isEmpty()) {
        painter.drawEllipse(at, size, size);
        return;
    }
    QPolygonF polygon;
    for (const QPointF &corner : corners)
        polygon += at + corner * size;
    painter.drawPolygon(polygon);
}

} // namespace

ChartView::ChartView(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(QStringLiteral("chart"));
    setAccessibleName(tr("Chart"));
}

void ChartView::setChart(const ChartData &chart)
{
    const bool isSame = m_chart.title == chart.title;
    m_chart = chart;
    m_walk = chartWalk(chart);
    setAccessibleName(chart.title.isEmpty() ? tr("Chart") : tr("Chart: %1").arg(chart.title));
    const ChartPlace before = m_current;
    m_current = {};
    if (isSame && m_walk.contains(before)) // it was only made anew
        setCurrent(before);
    else
        setAccessibleDescription(chart.empty);
    updateGeometry();
    update();
}

void ChartView::setCurrent(const ChartPlace &place)
{
    if (place == m_current || !m_walk.contains(place))
        return;
    m_current = place;
    setAccessibleDescription(textOf(place));
    update();
    Q_EMIT currentChanged();
}

double ChartView::lineHeight() const
{
    return fontMetrics().lineSpacing() * 1.2;
}

/// What is cut off of a name can be read elsewhere; a number that is cut is another one.
int ChartView::nameWidth() const
{
    // Not rounded down: what is a fraction of a pixel too narrow for a text is too narrow.
    const QFontMetricsF metrics(font());
    double widest = 0;
    for (const ChartTick &tick : m_chart.y.ticks)
        widest = std::max(widest, metrics.horizontalAdvance(tick.text));
    const int whole = static_cast<int>(std::ceil(widest)) + 1;
    return m_chart.y.hasNames ? std::min(whole, width() * 2 / 5) : whole;
}

int ChartView::legendLines() const
{
    return needsLegend(m_chart) ? static_cast<int>(m_chart.series.size() + m_chart.lines.size()) : 0;
}

ChartFrame ChartView::frame() const
{
    const double line = lineHeight();
    const double left = nameWidth() + 16;
    const double top = m_chart.y.hasNames ? 8 : 8 + line;
    const double below = line * (2 + legendLines()) + 12;
    return {QRectF(left, top, std::max(40.0, width() - left - 28), std::max(40.0, height() - top - below))};
}

QSize ChartView::minimumSizeHint() const
{
    const double line = lineHeight();
    const double plot = m_chart.y.hasNames ? static_cast<double>(std::max<qsizetype>(2, m_chart.y.ticks.size()))
                                                 * std::max(line * 1.3, marksOfRow(m_chart) * halfMark * 2.8)
                                           : line * 6;
    return {fontMetrics().averageCharWidth() * 40, static_cast<int>(plot + line * (4 + legendLines()))};
}

QSize ChartView::sizeHint() const
{
    return minimumSizeHint().expandedTo({fontMetrics().averageCharWidth() * 90, m_chart.y.hasNames ? 0 : 320});
}

ChartSpread ChartView::spread(const ChartFrame &frame) const
{
    return {m_chart, frame, halfMark};
}

/// With what else is at its place.
QString ChartView::textOf(const ChartPlace &place) const
{
    const QList<ChartPlace> together = spread(frame()).together(place);
    const QString text = chartMarkText(m_chart, place);
    return together.isEmpty() ? text : text + QLatin1Char('\n') + chartGroupText(m_chart, together);
}

QPointF ChartView::positionOf(const ChartPlace &place) const
{
    return spread(frame()).place(place);
}

ChartPlace ChartView::markAt(const QPointF &position) const
{
    const ChartFrame where = frame();
    const ChartSpread spreading = spread(where);
    ChartPlace found;
    double nearest = nearMark;
    for (const ChartPlace &place : m_walk) {
        const ChartMark &mark = chartMark(m_chart, place);
        if (m_chart.series.at(place.series).form == ChartSeries::Form::Bars) {
            if (where.bar(m_chart, mark).adjusted(0, -nearMark / 2, 0, 0).contains(position))
                return place;
            continue;
        }
        const QPointF away = spreading.place(place) - position;
        const double distance = std::hypot(away.x(), away.y());
        if (distance < nearest) {
            nearest = distance;
            found = place;
        }
    }
    return found;
}

void ChartView::walk(int by)
{
    if (m_walk.isEmpty())
        return;
    const qsizetype at = m_walk.indexOf(m_current);
    const qsizetype from = at >= 0 ? at : by > 0 ? -1 : m_walk.size(); // before there is a current one: from outside
    setCurrent(m_walk.at(std::clamp<qsizetype>(from + by, 0, m_walk.size() - 1)));
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    const int all = static_cast<int>(m_walk.size());
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down: walk(1); return;
    case Qt::Key_Left:
    case Qt::Key_Up: walk(-1); return;
    case Qt::Key_Home: walk(-all); return;
    case Qt::Key_End: walk(all); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current.isValid() && event->modifiers() == Qt::NoModifier) {
            Q_EMIT chosen(m_current);
            return;
        }
        break;
    default: break;
    }
    QWidget::keyPressEvent(event);
}

void ChartView::mouseReleaseEvent(QMouseEvent *event)
{
    const ChartPlace place = event->button() == Qt::LeftButton ? markAt(event->position()) : ChartPlace();
    if (!place.isValid())
        return;
    setCurrent(place);
    Q_EMIT chosen(place);
}

bool ChartView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const ChartPlace place = markAt(help->pos());
        if (place.isValid())
            QToolTip::showText(help->globalPos(), plainToolTip(textOf(place)), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void ChartView::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette().base());
    if (!m_chart.empty.isEmpty() || m_walk.isEmpty()) {
        painter.setPen(mutedColour(palette()));
        painter.drawText(rect().adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap, m_chart.empty);
    } else {
        const ChartFrame where = frame();
        paintAxes(painter, where);
        paintLines(painter, where);
        const ChartSpread spreading = spread(where);
        for (int i = 0; i < m_chart.series.size(); ++i)
            paintSeries(painter, where, spreading, i);
        paintLegend(painter, where);
    }
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void ChartView::paintAxes(QPainter &painter, const ChartFrame &frame) const
{
    const QRectF &plot = frame.plot;
    QColor faint = palette().color(QPalette::Text);
    faint.setAlphaF(0.15F);
    painter.setPen(faint);
    for (const ChartTick &tick : m_chart.y.ticks) {
        const double y = frame.y(m_chart.y, tick.value);
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    }
    for (const ChartTick &tick : m_chart.x.ticks) {
        const double x = frame.x(m_chart.x, tick.value);
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    painter.setPen(palette().color(QPalette::Text));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    paintNumbers(painter, frame);
    painter.setPen(mutedColour(palette()));
    const double line = lineHeight();
    painter.drawText(QRectF(plot.left(), plot.bottom() + line, plot.width(), line), Qt::AlignCenter, m_chart.x.title);
    if (!m_chart.y.hasNames)
        painter.drawText(QRectF(4, 2, width() - 8, line), Qt::AlignLeft | Qt::AlignVCenter, m_chart.y.title);
}

void ChartView::paintNumbers(QPainter &painter, const ChartFrame &frame) const
{
    const QRectF &plot = frame.plot;
    const double line = lineHeight();
    const int names = nameWidth();
    for (const ChartTick &tick : m_chart.y.ticks) {
        const QString text = fontMetrics().elidedText(tick.text, Qt::ElideRight, names);
        painter.drawText(QRectF(4, frame.y(m_chart.y, tick.value) - line / 2, names + 4, line), Qt::AlignRight | Qt::AlignVCenter,
                         text);
    }
    double free = 0; // what does not fit beside the one before is left out
    for (const ChartTick &tick : m_chart.x.ticks) {
        const double x = frame.x(m_chart.x, tick.value);
        const double half = fontMetrics().horizontalAdvance(tick.text) / 2.0 + 3;
        if (x - half < free)
            continue;
        free = x + half;
        painter.drawText(QRectF(x - half, plot.bottom() + 2, 2 * half, line), Qt::AlignCenter, tick.text);
    }
}

/// Its error bars, at the place of its numbers.
void ChartView::paintBars(QPainter &painter, const ChartFrame &frame, const ChartMark &mark) const
{
    const QPointF at = frame.place(m_chart, mark);
    if (mark.across)
        painter.drawLine(QPointF(frame.x(m_chart.x, mark.across->low), at.y()),
                         QPointF(frame.x(m_chart.x, mark.across->high), at.y()));
    if (mark.up)
        painter.drawLine(QPointF(at.x(), frame.y(m_chart.y, mark.up->low)), QPointF(at.x(), frame.y(m_chart.y, mark.up->high)));
}

void ChartView::paintSeries(QPainter &painter, const ChartFrame &frame, const ChartSpread &spread, int index) const
{
    const ChartSeries &series = m_chart.series.at(index);
    const QColor colour = variantColour(series.sign.slot, palette());
    if (series.form == ChartSeries::Form::Line) {
        painter.setPen(QPen(colour, 1.5));
        for (qsizetype i = 1; i < series.marks.size(); ++i)
            painter.drawLine(frame.place(m_chart, series.marks.at(i - 1)), frame.place(m_chart, series.marks.at(i)));
    }
    for (int i = 0; i < series.marks.size(); ++i) {
        const ChartMark &mark = series.marks.at(i);
        const bool isCurrent = m_current == ChartPlace{index, i};
        const bool isBar = series.form == ChartSeries::Form::Bars;
        const QPointF at = spread.place({index, i});
        painter.setPen(QPen(colour, 2));
        if (!isBar)
            paintBars(painter, frame, mark);
        if (spread.isMoved({index, i})) { // from where it belongs
            painter.setPen(QPen(colour, 1));
            painter.drawLine(frame.place(m_chart, mark), at);
        }
        painter.setPen(isCurrent ? QPen(palette().color(QPalette::Text), 2) : QPen(Qt::NoPen));
        painter.setBrush(colour);
        if (isBar)
            painter.drawRect(frame.bar(m_chart, mark));
        else
            paintMark(painter, at, series.sign.shape, isCurrent ? halfMark + 2 : halfMark);
        painter.setPen(palette().color(QPalette::Text));
        if (isBar) // above the bar, else beside the mark
            painter.drawText(QRectF(at.x() - 30, at.y() - lineHeight(), 60, lineHeight()), Qt::AlignCenter, series.sign.text);
        else
            painter.drawText(at + QPointF(halfMark + 3, -halfMark), series.sign.text);
    }
}

void ChartView::paintLines(QPainter &painter, const ChartFrame &frame) const
{
    painter.setPen(QPen(palette().color(QPalette::Text), 1, Qt::DashLine));
    for (const ChartLine &line : m_chart.lines) {
        for (qsizetype i = 1; i < line.points.size(); ++i)
            painter.drawLine(frame.place(m_chart, line.points.at(i - 1)), frame.place(m_chart, line.points.at(i)));
    }
}

void ChartView::paintLegend(QPainter &painter, const ChartFrame &frame) const
{
    if (!needsLegend(m_chart))
        return;
    const double line = lineHeight();
    QRectF row(frame.plot.left() + 20, frame.plot.bottom() + 2 * line + 4, frame.plot.width() - 20, line);
    const auto write = [&](const QString &text) {
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(row.width())));
        row.translate(0, line);
    };
    for (const ChartSeries &series : m_chart.series) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(variantColour(series.sign.slot, palette()));
        paintMark(painter, {row.left() - 10, row.center().y()}, series.sign.shape, halfMark);
        write(series.sign.text.isEmpty() ? series.title : series.sign.text + QStringLiteral(" · ") + series.title);
    }
    for (const ChartLine &each : m_chart.lines) {
        painter.setPen(QPen(palette().color(QPalette::Text), 1, Qt::DashLine));
        painter.drawLine(QPointF(row.left() - 16, row.center().y()), QPointF(row.left() - 4, row.center().y()));
        write(each.title);
    }
}

} // namespace Tempera
