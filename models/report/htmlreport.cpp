// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/chartsvg.h"
#include "models/core/counted.h"
#include "models/report/htmlpage.h"
#include "models/report/reportfigures.h"
#include "models/report/writers.h"
#include "models/text/textdiff.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Answers whose differences from the baseline are marked; the report says so where there are more.
constexpr int mostMarkedAnswers = 2000;
/// Two texts that are longer together are not compared. UTF-16 units.
constexpr qsizetype longestComparison = 400'000;
constexpr qsizetype mostChips = 12;

QString htmlLabel(const char *text)
{
    return QCoreApplication::translate("Report", text).toHtmlEscaped();
}

QString htmlEscaped(const QString &text)
{
    return xmlSafe(text).toHtmlEscaped().replace(u'\'', u"&#39;"_s);
}

QString outcomeLabel(CellOutcome outcome)
{
    switch (outcome) {
    case CellOutcome::Passed: return u"✓ "_s + htmlLabel(QT_TRANSLATE_NOOP("Report", "passed"));
    case CellOutcome::ChecksFailed: return u"✗ "_s + htmlLabel(QT_TRANSLATE_NOOP("Report", "failed"));
    case CellOutcome::NotEvaluated: return u"? "_s + htmlLabel(QT_TRANSLATE_NOOP("Report", "not evaluated"));
    case CellOutcome::Error: return u"! "_s + htmlLabel(QT_TRANSLATE_NOOP("Report", "error"));
    case CellOutcome::Cancelled: return u"■ "_s + htmlLabel(QT_TRANSLATE_NOOP("Report", "cancelled"));
    case CellOutcome::NotNeeded: return u"– "_s + htmlLabel(QT_TRANSLATE_NOOP("Report", "not needed"));
    }
    return {};
}

/// "✓ passed · 12 → 8 tokens · $0.0021 · 130 ms".
QString cellFigures(const Cell &cell)
{
    const ReportTotals one = totalsOf(cell);
    QStringList parts;
    if (cell.state == CellState::Done) {
        parts << tokensText(one) + u' ' + htmlLabel(QT_TRANSLATE_NOOP("Report", "tokens")) << costText(one);
        if (const QString total = shortNumber(milliseconds(cell.timings.total)); !total.isEmpty())
            parts << total + u" ms"_s;
    }
    QString figures;
    for (const QString &part : parts)
        figures += u" · "_s + htmlEscaped(part);
    return figures;
}

/// What each check said, as one word and sign; why, the remarks tell.
QString chipsHtml(const Cell &cell)
{
    if (!cell.grade)
        return {};
    const Verdicts &verdicts = cell.grade->verdicts;
    QString html;
    for (const Verdict &verdict : verdicts.first(std::min(mostChips, verdicts.size()))) {
        const bool passed = verdict.outcome == Outcome::Pass;
        const bool isKnown = verdict.outcome != Outcome::NotEvaluated;
        html += u"<span class=\"chip %1\">%2 "_s.arg(passed    ? "passed"_L1
                                                     : isKnown ? "failed"_L1
                                                               : "not-evaluated"_L1,
                                                     passed    ? u"✓"_s
                                                     : isKnown ? u"✗"_s
                                                               : u"?"_s)
                + htmlEscaped(verdict.type) + u"</span>"_s;
    }
    if (verdicts.size() > mostChips)
        html += u"<span class=\"chip\">+%1</span>"_s.arg(verdicts.size() - mostChips);
    return html.isEmpty() ? html : u"<div>"_s + html + u"</div>"_s;
}

/// An answer, with what differs from another one marked.
QString markedHtml(const QString &baseline, const QString &answer)
{
    QString html;
    const QList<DiffSpan> spans = proseDiff(baseline, answer);
    for (const DiffSpan &span : spans) {
        const QString text =
            htmlEscaped(span.isInNew() ? answer.mid(span.newStart, span.length) : baseline.mid(span.oldStart, span.length));
        switch (span.kind) {
        case DiffKind::Equal: html += text; break;
        case DiffKind::Deleted: html += u"<del>"_s + text + u"</del>"_s; break;
        case DiffKind::MovedFrom: html += u"<del class=\"moved\">"_s + text + u"</del>"_s; break;
        case DiffKind::Inserted: html += u"<ins>"_s + text + u"</ins>"_s; break;
        case DiffKind::MovedTo: html += u"<ins class=\"moved\">"_s + text + u"</ins>"_s; break;
        }
    }
    return html;
}

/// `answer` is HTML.
QString cellHtml(const RunReport &report, const Cell &cell, const QString &answer, bool differs)
{
    const CellOutcome outcome = cellOutcome(cell);
    QString html = u"<td class=\"cell\" data-outcome=\"%1\"%2><div class=\"text\" dir=\"auto\">"_s.arg(
                       cellOutcomeName(outcome), differs ? " data-differs"_L1 : ""_L1)
                   + answer + u"</div>\n"_s;
    html += u"<div class=\"marks\"><span class=\"%1\">%2</span>"_s.arg(cellOutcomeName(outcome), outcomeLabel(outcome));
    html += cellFigures(cell) + chipsHtml(cell);
    const QStringList remarks = cellRemarks(report, cell);
    if (!remarks.isEmpty()) {
        html += u"<ul>"_s;
        for (const QString &remark : remarks)
            html += u"<li>"_s + htmlEscaped(remark) + u"</li>"_s;
        html += u"</ul>"_s;
    }
    return html + u"</div></td>\n"_s;
}

QString number(const QString &text)
{
    return u"<td class=\"number\">"_s + htmlEscaped(text) + u"</td>"_s;
}

QString summaryHtml(const ReportGrid &grid)
{
    QString html = u"<div class=\"wide\"><table>\n<thead><tr>"_s;
    for (const char *title : {QT_TRANSLATE_NOOP("Report", "Variant"), QT_TRANSLATE_NOOP("Report", "Passed"),
                              QT_TRANSLATE_NOOP("Report", "Pass rate"), QT_TRANSLATE_NOOP("Report", "Failed"),
                              QT_TRANSLATE_NOOP("Report", "Errors"), QT_TRANSLATE_NOOP("Report", "Not evaluated"),
                              QT_TRANSLATE_NOOP("Report", "Tokens in → out"), QT_TRANSLATE_NOOP("Report", "Cost"),
                              QT_TRANSLATE_NOOP("Report", "First token, ms"), QT_TRANSLATE_NOOP("Report", "Tokens/s")})
        html += u"<th scope=\"col\">"_s + htmlLabel(title) + u"</th>"_s;
    html += u"</tr></thead>\n<tbody>\n"_s;
    for (std::size_t column = 0; column < grid.columns().size(); ++column) {
        const ReportTotals totals = grid.columnTotals(column);
        html += u"<tr><th scope=\"row\">"_s + htmlEscaped(grid.columns()[column].head()) + u"</th>"_s
                + number(u"%1/%2"_s.arg(totals.passed).arg(totals.cells - totals.notNeeded))
                + number(passRateText(columnPassRate(grid, column))) + number(QString::number(totals.checksFailed))
                + number(QString::number(totals.errors)) + number(QString::number(totals.notEvaluated))
                + number(tokensText(totals)) + number(costText(totals)) + number(shortNumber(totals.firstTokenMs))
                + number(shortNumber(totals.tokensPerSecond)) + u"</tr>\n"_s;
    }
    return html + u"</tbody></table></div>\n"_s;
}

QString verdictsHtml(const ReportGrid &grid)
{
    QString items;
    for (const QString &sentence : verdictSentences(grid)) {
        if (!sentence.isEmpty())
            items += u"<li dir=\"auto\">"_s + htmlEscaped(sentence) + u"</li>\n"_s;
    }
    if (items.isEmpty())
        return {};
    return u"<h2>"_s + htmlLabel(QT_TRANSLATE_NOOP("Report", "Verdict")) + u"</h2>\n<ul class=\"verdicts\">\n"_s + items
           + u"</ul>\n<p class=\"about\">"_s
           + htmlLabel(QT_TRANSLATE_NOOP("Report",
                                         "Scores of the same cases are compared. Where there are several pairs, decisions "
                                         "are corrected for that (Holm, above ten pairs Benjamini-Hochberg)."))
           + u"</p>\n"_s;
}

/// The script shows it. Without one there is nothing to press.
QString filterHtml()
{
    struct Chip {
        QLatin1StringView filter;
        const char *label;
    };
    static constexpr std::array chips{
        Chip{"failed"_L1, QT_TRANSLATE_NOOP("Report", "failed")}, Chip{"error"_L1, QT_TRANSLATE_NOOP("Report", "error")},
        Chip{"passed"_L1, QT_TRANSLATE_NOOP("Report", "passed")}, Chip{"differs"_L1, QT_TRANSLATE_NOOP("Report", "differs")}};
    QString html = u"<div id=\"filter\" hidden><input id=\"words\" type=\"search\" aria-label=\"%1\" placeholder=\"%1\">\n"_s.arg(
        htmlLabel(QT_TRANSLATE_NOOP("Report", "Words in a case or an answer")));
    for (const Chip &chip : chips)
        html += u"<button type=\"button\" data-filter=\"%1\" aria-pressed=\"false\">"_s.arg(chip.filter) + htmlLabel(chip.label)
                + u"</button>\n"_s;
    return html + u"<output id=\"count\" for=\"words\"></output></div>\n"_s;
}

QString resultsHead(const ReportGrid &grid)
{
    QString html = u"<input type=\"checkbox\" id=\"marks\" checked> <label for=\"marks\">"_s
                   + htmlLabel(QT_TRANSLATE_NOOP("Report", "Mark what differs from the baseline")) + u"</label>\n"_s;
    html += u"<div class=\"wide\"><table id=\"results\">\n<thead><tr><th scope=\"col\">"_s
            + htmlLabel(QT_TRANSLATE_NOOP("Report", "Case")) + u"</th>"_s;
    for (std::size_t column = 0; column < grid.columns().size(); ++column) {
        const ReportColumn &head = grid.columns()[column];
        html += u"<th scope=\"col\">"_s + htmlEscaped(head.title);
        for (const QString &detail : {head.settings, head.prompt}) {
            if (!detail.isEmpty())
                html += u"<small>"_s + htmlEscaped(detail) + u"</small>"_s;
        }
        if (baselineColumn(grid, column) < 0)
            html += u"<small>"_s + htmlLabel(QT_TRANSLATE_NOOP("Report", "baseline")) + u"</small>"_s;
        html += u"</th>"_s;
    }
    return html + u"</tr></thead>\n<tbody>\n"_s;
}

class HtmlReport final : public ReportWriter
{
public:
    using ReportWriter::ReportWriter;

    void begin() override
    {
        const QString &description = report().experiment.description;
        const QString title = htmlEscaped(description.isEmpty() ? u"Tempera"_s : description);
        QStringList about{htmlEscaped(report().started.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s))};
        if (!report().experimentPath.isEmpty())
            about << u"<bdi>"_s + htmlEscaped(report().experimentPath) + u"</bdi>"_s;
        about << htmlEscaped(report().id.toString(QUuid::WithoutBraces));
        write(htmlPageHead(title) + u"<body>\n<h1>"_s + title + u"</h1>\n<p class=\"about\">"_s + about.join(u" · "_s)
              + u"</p>\n"_s + summaryHtml(grid()) + verdictsHtml(grid()));
        if (!report().raceSentence.isEmpty())
            write(u"<p>"_s + htmlEscaped(report().raceSentence) + u"</p>\n"_s);
        for (const QString &remark : preferenceRemarks(report(), grid()))
            write(u"<p>"_s + htmlEscaped(remark) + u"</p>\n"_s);
        if (const ChartData chart = passRateChart(grid()); chart.empty.isEmpty()) {
            write(u"<figure>\n"_s);
            sink()(chartSvg(chart));
            write(u"\n<figcaption class=\"about\">"_s + htmlEscaped(chart.note) + u"</figcaption></figure>\n"_s);
        }
        write(filterHtml() + resultsHead(grid()));
    }

    void cell(std::size_t row, std::size_t column, const Cell *cell) override
    {
        if (column == 0) {
            m_row = u"<tr><th scope=\"row\">"_s + htmlEscaped(grid().row(row).title) + u"</th>\n"_s;
            m_answers.assign(grid().columns().size(), std::nullopt);
        }
        m_row += cell ? comparedHtml(column, *cell) : u"<td class=\"cell\"></td>\n"_s;
        if (isLastColumn(column))
            write(m_row + u"</tr>\n"_s);
    }

    void end() override
    {
        QString html = u"</tbody></table></div>\n"_s;
        if (m_unmarked > 0)
            html += u"<p class=\"about\">"_s
                    + counted(QCoreApplication::translate("Report",
                                                          "In %1 answer(s) that differ from the baseline nothing is "
                                                          "marked: they are too long, or came after the first %2.",
                                                          nullptr, countForm(m_unmarked)),
                              m_unmarked)
                          .arg(groupedNumber(m_unmarked), groupedNumber(mostMarkedAnswers))
                          .toHtmlEscaped()
                    + u"</p>\n"_s;
        write(html + htmlPageScript() + u"</body>\n</html>\n"_s);
    }

private:
    void write(const QString &html) { sink()(html.toUtf8()); }

    /// A cell beside that of its baseline, which came before it in the row. Only whole answers are compared.
    [[nodiscard]] QString comparedHtml(std::size_t column, const Cell &cell)
    {
        if (cell.state == CellState::Done)
            m_answers[column] = cell.text;
        const int baseline = baselineColumn(grid(), column);
        const std::optional<QString> other =
            baseline < 0 || cell.state != CellState::Done ? std::nullopt : m_answers[static_cast<std::size_t>(baseline)];
        if (!other || *other == cell.text)
            return cellHtml(report(), cell, htmlEscaped(cell.text), false);
        if (m_marked >= mostMarkedAnswers || other->size() + cell.text.size() > longestComparison) {
            ++m_unmarked;
            return cellHtml(report(), cell, htmlEscaped(cell.text), true);
        }
        ++m_marked;
        return cellHtml(report(), cell, markedHtml(*other, cell.text), true);
    }

    QString m_row;                                 ///< So far.
    std::vector<std::optional<QString>> m_answers; ///< Of the row so far, by column.
    int m_marked = 0;
    int m_unmarked = 0; ///< Answers that differ and are not marked.
};

} // namespace

std::unique_ptr<ReportWriter> htmlReport(const RunReport &report, const ReportGrid &grid, ReportSink sink)
{
    return std::make_unique<HtmlReport>(report, grid, std::move(sink));
}

} // namespace Tempera
