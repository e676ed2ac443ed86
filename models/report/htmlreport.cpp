// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/writers.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

// No script, no reference to anything outside: the policy forbids what an escape might have missed.
constexpr QLatin1StringView pageHead = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Tempera">
)"_L1;

constexpr QLatin1StringView style = R"(<style>
:root { --fg: #1f2328; --bg: #ffffff; --soft: #f3f4f6; --line: #d0d7de; --dim: #59636e; --good: #116329; --bad: #b3261e; --odd: #7d4e00; }
@media (prefers-color-scheme: dark) {
  :root { --fg: #e6edf3; --bg: #15181c; --soft: #20252b; --line: #3a424b; --dim: #9ba6b2; --good: #6fdd8b; --bad: #ff8a80; --odd: #f2cc60; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 110rem; font: 15px/1.5 system-ui, sans-serif; color: var(--fg); background: var(--bg); }
h1 { margin: 0; font-size: 1.5rem; }
p.about { margin: .25rem 0 1.25rem; color: var(--dim); }
.wide { overflow-x: auto; margin-bottom: 1.5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid var(--line); padding: .5rem .65rem; text-align: left; vertical-align: top; }
thead th { background: var(--soft); position: sticky; top: 0; }
thead small { display: block; font-weight: normal; color: var(--dim); }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
tbody th { font-weight: normal; max-width: 18rem; background: var(--soft); }
td.cell { min-width: 16rem; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.marks { margin-top: .4rem; font-size: .85rem; color: var(--dim); }
.marks ul { margin: .2rem 0 0; padding-left: 1.1rem; }
.passed { color: var(--good); } .failed, .error { color: var(--bad); } .not-evaluated, .cancelled { color: var(--odd); }
</style>
)"_L1;

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
    }
    return {};
}

/// "✓ passed · 12 → 8 tokens · $0.0021 · 130 ms".
QString cellFigures(const Cell &cell)
{
    const ReportTotals one = totalsOf(cell);
    QStringList parts;
    if (cellOutcome(cell) != CellOutcome::Cancelled && cellOutcome(cell) != CellOutcome::Error) {
        parts << tokensText(one) + u' ' + htmlLabel(QT_TRANSLATE_NOOP("Report", "tokens")) << costText(one);
        if (const QString total = shortNumber(milliseconds(cell.timings.total)); !total.isEmpty())
            parts << total + u" ms"_s;
    }
    QString figures;
    for (const QString &part : parts)
        figures += u" · "_s + htmlEscaped(part);
    return figures;
}

QString cellHtml(const RunReport &report, const Cell *cell)
{
    if (!cell)
        return u"<td class=\"cell\"></td>\n"_s;
    const CellOutcome outcome = cellOutcome(*cell);
    QString html = u"<td class=\"cell\"><div class=\"text\">"_s + htmlEscaped(cell->text) + u"</div>\n"_s;
    html += u"<div class=\"marks\"><span class=\"%1\">%2</span>"_s.arg(cellOutcomeName(outcome), outcomeLabel(outcome));
    html += cellFigures(*cell);
    const QStringList remarks = cellRemarks(report, *cell);
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
    for (const char *title :
         {QT_TRANSLATE_NOOP("Report", "Variant"), QT_TRANSLATE_NOOP("Report", "Passed"), QT_TRANSLATE_NOOP("Report", "Failed"),
          QT_TRANSLATE_NOOP("Report", "Errors"), QT_TRANSLATE_NOOP("Report", "Not evaluated"),
          QT_TRANSLATE_NOOP("Report", "Tokens in → out"), QT_TRANSLATE_NOOP("Report", "Cost"),
          QT_TRANSLATE_NOOP("Report", "First token, ms"), QT_TRANSLATE_NOOP("Report", "Tokens/s")})
        html += u"<th scope=\"col\">"_s + htmlLabel(title) + u"</th>"_s;
    html += u"</tr></thead>\n<tbody>\n"_s;
    for (std::size_t column = 0; column < grid.columns().size(); ++column) {
        const ReportTotals totals = grid.columnTotals(column);
        html += u"<tr><th scope=\"row\">"_s + htmlEscaped(grid.columns()[column].head()) + u"</th>"_s
                + number(u"%1/%2"_s.arg(totals.passed).arg(totals.cells)) + number(QString::number(totals.checksFailed))
                + number(QString::number(totals.errors)) + number(QString::number(totals.notEvaluated))
                + number(tokensText(totals)) + number(costText(totals)) + number(shortNumber(totals.firstTokenMs))
                + number(shortNumber(totals.tokensPerSecond)) + u"</tr>\n"_s;
    }
    return html + u"</tbody></table></div>\n"_s;
}

QString resultsHead(const ReportGrid &grid)
{
    QString html =
        u"<div class=\"wide\"><table>\n<thead><tr><th scope=\"col\">"_s + htmlLabel(QT_TRANSLATE_NOOP("Report", "Case")) + u"</th>"_s;
    for (const ReportColumn &column : grid.columns()) {
        html += u"<th scope=\"col\">"_s + htmlEscaped(column.title);
        for (const QString &detail : {column.settings, column.prompt}) {
            if (!detail.isEmpty())
                html += u"<small>"_s + htmlEscaped(detail) + u"</small>"_s;
        }
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
            about << htmlEscaped(report().experimentPath);
        about << htmlEscaped(report().id.toString(QUuid::WithoutBraces));
        const QString html = pageHead + u"<title>"_s + title + u"</title>\n"_s + style + u"</head>\n<body>\n<h1>"_s + title
                             + u"</h1>\n<p class=\"about\">"_s + about.join(u" · "_s) + u"</p>\n"_s + summaryHtml(grid());
        sink()(html.toUtf8());
        for (const QString &remark : preferenceRemarks(report(), grid()))
            sink()((u"<p>"_s + htmlEscaped(remark) + u"</p>\n"_s).toUtf8());
        sink()(resultsHead(grid()).toUtf8());
    }

    void cell(std::size_t row, std::size_t column, const Cell *cell) override
    {
        if (column == 0)
            m_row = u"<tr><th scope=\"row\">"_s + htmlEscaped(grid().row(row).title) + u"</th>\n"_s;
        m_row += cellHtml(report(), cell);
        if (isLastColumn(column))
            sink()((m_row + u"</tr>\n"_s).toUtf8());
    }

    void end() override { sink()("</tbody></table></div>\n</body>\n</html>\n"); }

private:
    QString m_row; ///< So far.
};

} // namespace

std::unique_ptr<ReportWriter> htmlReport(const RunReport &report, const ReportGrid &grid, ReportSink sink)
{
    return std::make_unique<HtmlReport>(report, grid, std::move(sink));
}

} // namespace Tempera
