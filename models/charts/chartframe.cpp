// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/chartframe.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace Tempera {
namespace {

double shareOfAxis(const ChartAxis &axis, double value)
{
    const double span = axis.high - axis.low;
    return span > 0 ? std::clamp((value - axis.low) / span, 0.0, 1.0) : 0;
}

bool isWideLetter(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3)
           || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) || c >= 0x1F000;
}

} // namespace

double ChartFrame::x(const ChartAxis &axis, double value) const
{
    return plot.left() + shareOfAxis(axis, value) * plot.width();
}

double ChartFrame::y(const ChartAxis &axis, double value) const
{
    return plot.bottom() - shareOfAxis(axis, value) * plot.height();
}

QPointF ChartFrame::place(const ChartData &chart, const QPointF &numbers) const
{
    return {x(chart.x, numbers.x()), y(chart.y, numbers.y())};
}

QPointF ChartFrame::place(const ChartData &chart, const ChartMark &mark) const
{
    return place(chart, QPointF(mark.x, mark.y));
}

QRectF ChartFrame::bar(const ChartData &chart, const ChartMark &mark) const
{
    const ConfidenceInterval across = mark.across.value_or(ConfidenceInterval{mark.x, mark.x});
    return {QPointF(x(chart.x, across.low), y(chart.y, mark.y)), QPointF(x(chart.x, across.high), y(chart.y, 0))};
}

QList<QPointF> chartShape(MarkShape shape)
{
    switch (shape) {
    case MarkShape::Square: return {{-0.85, -0.85}, {0.85, -0.85}, {0.85, 0.85}, {-0.85, 0.85}};
    case MarkShape::Triangle: return {{0, -1}, {1, 0.8}, {-1, 0.8}};
    case MarkShape::Diamond: return {{0, -1}, {1, 0}, {0, 1}, {-1, 0}};
    case MarkShape::Cross:
        return {{-0.3, -1}, {0.3, -1}, {0.3, -0.3}, {1, -0.3}, {1, 0.3}, {0.3, 0.3},
                {0.3, 1}, {-0.3, 1}, {-0.3, 0.3}, {-1, 0.3}, {-1, -0.3}, {-0.3, -0.3}};
    case MarkShape::Circle: break;
    }
    return {};
}

int chartColumns(const QString &text)
{
    int columns = 0;
    for (const char32_t c : text.toUcs4())
        columns += isWideLetter(c) ? 2 : 1;
    return columns;
}

QString chartElided(const QString &text, int width)
{
    if (chartColumns(text) <= width)
        return text;
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, text);
    qsizetype end = 0;
    for (qsizetype next = letters.toNextBoundary(); next >= 0; next = letters.toNextBoundary()) {
        if (chartColumns(text.first(next)) > width - 1)
            break;
        end = next;
    }
    return text.first(end) + QChar(0x2026);
}

} // namespace Tempera
