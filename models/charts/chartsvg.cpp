// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/chartsvg.h"

#include "models/charts/chartspread.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int svgFontSize = 12;
constexpr double svgLetter = 6.6; ///< Width of a usual letter of that size.
constexpr int svgRow = 26;        ///< Height for a name on the y axis.
constexpr int svgStackedRow = 14; ///< For each of several marks of a name.
constexpr int svgPlotHeight = 260;
constexpr int svgLine = 18;
constexpr double svgMark = 5; ///< Half of a mark's width.
constexpr int mostNameColumns = 30;
constexpr int mostNumberColumns = 15; ///< Of numbers; axes write none that are longer.

/// Text between tags and in attributes.
QString svgText(const QString &text)
{
    QString out;
    const QList<uint> letters = text.toUcs4();
    for (const char32_t c : letters) {
        const bool isAllowed = c == u'\t' || c == u'\n' || (c >= 0x20 && c < 0xD800) || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF;
        switch (isAllowed ? c : 0xFFFD) {
        case u'&': out += "&amp;"_L1; break;
        case u'<': out += "&lt;"_L1; break;
        case u'>': out += "&gt;"_L1; break;
        case u'"': out += "&quot;"_L1; break;
        case u'\'': out += "&#39;"_L1; break;
        case u'\n': out += u' '; break;
        default: out += QString::fromUcs4(isAllowed ? &c : U"\uFFFD", 1);
        }
    }
    return out;
}

/// The same in every locale; "-0" does not occur.
QString svgNumber(double value)
{
    const double rounded = std::round(value * 100) / 100;
    return QString::number(rounded == 0 ? 0 : rounded, 'f', QString::number(rounded, 'f', 2).endsWith("00"_L1) ? 0 : 2);
}

class SvgChart
{
public:
    SvgChart(const ChartData &chart, const ChartSvgStyle &style) : m_chart(chart), m_style(style) { arrange(); }

    QByteArray write()
    {
        const QString size = u"%1 %2"_s.arg(m_width).arg(m_height);
        line(u"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %1\" width=\"%2\" height=\"%3\" "
             "font-family=\"sans-serif\" font-size=\"%4\" fill=\"currentColor\">"_s.arg(size)
                 .arg(m_width)
                 .arg(m_height)
                 .arg(svgFontSize));
        line(u"<title>%1</title>"_s.arg(svgText(m_chart.title)));
        if (!m_chart.empty.isEmpty()) {
            text({m_width / 2.0, m_height / 2.0}, u"middle"_s, m_chart.empty);
        } else {
            writeAxes();
            for (const ChartLine &each : m_chart.lines)
                writeLine(each);
            for (int series = 0; series < m_chart.series.size(); ++series)
                writeSeries(series);
            writeLegend();
        }
        line(u"</svg>"_s);
        return m_out.toUtf8();
    }

private:
    /// Room for what is written beside the axes.
    void arrange()
    {
        m_width = std::max(240, m_style.width);
        double left = svgLetter * 2;
        const int most = m_chart.y.hasNames ? mostNameColumns : mostNumberColumns;
        for (const ChartTick &tick : m_chart.y.ticks)
            left = std::max(left, svgLetter * (std::min(chartTextWidth(tick.text), most) + 1));
        if (m_chart.y.hasNames) // a number that is cut is another one
            left = std::min(left, m_width * 0.4);
        m_nameColumns = static_cast<int>(left / svgLetter + 0.01) - 1;
        const double top = m_chart.y.hasNames ? svgLine / 2.0 : svgLine * 1.5;
        const double height = m_chart.y.hasNames ? std::max<double>(2, static_cast<double>(m_chart.y.ticks.size()))
                                                       * std::max(svgRow, marksOfRow(m_chart) * svgStackedRow)
                                                 : svgPlotHeight;
        m_frame.plot = QRectF(left, top, m_width - left - svgLetter * 3, height);
        m_height = static_cast<int>(m_frame.plot.bottom()) + 2 * svgLine + svgLine * legendLines() + svgLine / 2;
        if (!m_chart.empty.isEmpty())
            m_height = 4 * svgLine;
    }

    [[nodiscard]] int legendLines() const
    {
        return needsLegend(m_chart) ? static_cast<int>(m_chart.series.size() + m_chart.lines.size()) : 0;
    }
    [[nodiscard]] QString colour(int slot) const
    {
        return m_style.colours.isEmpty() ? u"currentColor"_s
                                         : svgText(m_style.colours.at(std::max(0, slot) % m_style.colours.size()));
    }

    void line(const QString &text) { m_out += text + u'\n'; }

    void text(const QPointF &at, const QString &anchor, const QString &what, const QString &more = {})
    {
        line(u"<text x=\"%1\" y=\"%2\" text-anchor=\"%3\"%4>%5</text>"_s.arg(svgNumber(at.x()), svgNumber(at.y()), anchor, more,
                                                                             svgText(what)));
    }

    void stroke(const QPointF &from, const QPointF &to, const QString &colour, const QString &more = {})
    {
        line(u"<path d=\"M%1 %2L%3 %4\" stroke=\"%5\"%6/>"_s.arg(svgNumber(from.x()), svgNumber(from.y()), svgNumber(to.x()),
                                                                 svgNumber(to.y()), colour, more));
    }

    void writeAxes()
    {
        const QRectF &plot = m_frame.plot;
        const QString faint = u" stroke-opacity=\"0.2\""_s;
        for (const ChartTick &tick : m_chart.y.ticks) {
            const double y = m_frame.y(m_chart.y, tick.value);
            stroke({plot.left(), y}, {plot.right(), y}, u"currentColor"_s, faint);
            text({plot.left() - svgLetter, y + svgFontSize / 3.0}, u"end"_s, chartElided(tick.text, m_nameColumns));
        }
        double free = -1; // names that do not fit beside each other are left out
        for (const ChartTick &tick : m_chart.x.ticks) {
            const double x = m_frame.x(m_chart.x, tick.value);
            stroke({x, plot.top()}, {x, plot.bottom()}, u"currentColor"_s, faint);
            const QString shown = chartElided(tick.text, mostNameColumns / 2);
            const double half = chartTextWidth(shown) * svgLetter / 2;
            if (x - half < free)
                continue;
            free = x + half + svgLetter;
            text({x, plot.bottom() + svgLine}, u"middle"_s, shown);
        }
        stroke(plot.bottomLeft(), plot.bottomRight(), u"currentColor"_s);
        text({plot.center().x(), plot.bottom() + 2 * svgLine}, u"middle"_s, m_chart.x.title, u" font-style=\"italic\""_s);
        if (!m_chart.y.hasNames)
            text({0, svgLine - svgFontSize / 3.0}, u"start"_s, m_chart.y.title, u" font-style=\"italic\""_s);
    }

    void writeLine(const ChartLine &each)
    {
        QStringList points;
        for (const QPointF &numbers : each.points) {
            const QPointF at = m_frame.place(m_chart, numbers);
            points += svgNumber(at.x()) + u',' + svgNumber(at.y());
        }
        line(u"<polyline points=\"%1\" fill=\"none\" stroke=\"currentColor\" stroke-dasharray=\"5 4\">"
             u"<title>%2</title></polyline>"_s.arg(points.join(u' '), svgText(each.title)));
    }

    void writeSeries(int index)
    {
        const ChartSpread spread(m_chart, m_frame, svgMark);
        const ChartSeries &series = m_chart.series.at(index);
        if (series.form == ChartSeries::Form::Line) {
            for (qsizetype i = 1; i < series.marks.size(); ++i)
                stroke(m_frame.place(m_chart, series.marks.at(i - 1)), m_frame.place(m_chart, series.marks.at(i)),
                       colour(series.sign.slot), u" stroke-width=\"1.5\""_s);
        }
        for (int i = 0; i < series.marks.size(); ++i) {
            const ChartMark &mark = series.marks.at(i);
            line(u"<g fill=\"%1\">"_s.arg(colour(series.sign.slot)));
            line(u"<title>%1</title>"_s.arg(svgText(chartMarkText(m_chart, {index, i}))));
            if (series.form == ChartSeries::Form::Bars)
                writeBar(series, mark);
            else
                writePoint(series, mark, spread.place({index, i}));
            line(u"</g>"_s);
        }
    }

    void writeBar(const ChartSeries &series, const ChartMark &mark)
    {
        const QRectF bar = m_frame.bar(m_chart, mark);
        line(u"<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\"/>"_s.arg(svgNumber(bar.x()), svgNumber(bar.y()),
                                                                           svgNumber(bar.width()), svgNumber(bar.height())));
        if (!series.sign.text.isEmpty() && mark.y > 0)
            text({bar.center().x(), bar.top() - 2}, u"middle"_s, series.sign.text, u" fill=\"currentColor\" font-size=\"9\""_s);
    }

    /// `shown` is where its sign goes, which stands beside its place where others are there too.
    void writePoint(const ChartSeries &series, const ChartMark &mark, const QPointF &shown)
    {
        const QPointF at = m_frame.place(m_chart, mark);
        const QString wide = u" stroke-width=\"2\""_s;
        if (mark.across)
            stroke({m_frame.x(m_chart.x, mark.across->low), at.y()}, {m_frame.x(m_chart.x, mark.across->high), at.y()},
                   colour(series.sign.slot), wide);
        if (mark.up)
            stroke({at.x(), m_frame.y(m_chart.y, mark.up->low)}, {at.x(), m_frame.y(m_chart.y, mark.up->high)},
                   colour(series.sign.slot), wide);
        if (shown != at)
            stroke(at, shown, colour(series.sign.slot));
        writeShape(shown, series.sign.shape);
        if (!series.sign.text.isEmpty())
            text(shown + QPointF(svgMark + 2, -svgMark - 1), u"start"_s, series.sign.text, u" fill=\"currentColor\""_s);
    }

    void writeShape(const QPointF &at, MarkShape form)
    {
        const QList<QPointF> shape = chartShape(form);
        if (shape.isEmpty()) {
            line(u"<circle cx=\"%1\" cy=\"%2\" r=\"%3\"/>"_s.arg(svgNumber(at.x()), svgNumber(at.y()), svgNumber(svgMark)));
            return;
        }
        QStringList points;
        for (const QPointF &corner : shape)
            points += svgNumber(at.x() + svgMark * corner.x()) + u',' + svgNumber(at.y() + svgMark * corner.y());
        line(u"<polygon points=\"%1\"/>"_s.arg(points.join(u' ')));
    }

    void writeLegend()
    {
        if (!needsLegend(m_chart))
            return;
        QPointF at(m_frame.plot.left() + svgMark, m_frame.plot.bottom() + 3 * svgLine);
        const int columns = static_cast<int>((m_width - at.x()) / svgLetter) - 5;
        for (const ChartSeries &series : m_chart.series) {
            line(u"<g fill=\"%1\">"_s.arg(colour(series.sign.slot)));
            writeShape(at - QPointF(0, svgFontSize / 3.0), series.sign.shape);
            line(u"</g>"_s);
            const QString title = series.sign.text.isEmpty() ? series.title : series.sign.text + u" · "_s + series.title;
            text(at + QPointF(2 * svgLetter, 0), u"start"_s, chartElided(title, columns));
            at.ry() += svgLine;
        }
        for (const ChartLine &each : m_chart.lines) {
            stroke(at - QPointF(svgMark, svgFontSize / 3.0), at + QPointF(svgMark, -svgFontSize / 3.0), u"currentColor"_s,
                   u" stroke-dasharray=\"3 2\""_s);
            text(at + QPointF(2 * svgLetter, 0), u"start"_s, chartElided(each.title, columns));
            at.ry() += svgLine;
        }
    }

    const ChartData &m_chart;
    const ChartSvgStyle &m_style;
    ChartFrame m_frame;
    int m_width = 0;
    int m_height = 0;
    int m_nameColumns = 0;
    QString m_out;
};

} // namespace

QByteArray chartSvg(const ChartData &chart, const ChartSvgStyle &style)
{
    return SvgChart(chart, style).write();
}

} // namespace Tempera
