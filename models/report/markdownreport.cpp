// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/columnscores.h"
#include "models/report/reportfigures.h"
#include "models/report/writers.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString markdownLabel(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

/// Text of people and models as plain text: every sign that Markdown or HTML knows is markdownEscaped, lines become <br>.
QString markdownEscaped(const QString &text)
{
    static constexpr QStringView signs = u"\\`*_{}[]()#+-.!~|=:@$^";
    QString out;
    for (const QChar c : xmlSafe(text).trimmed()) {
        if (c == u'<')
            out += u"&lt;"_s;
        else if (c == u'>')
            out += u"&gt;"_s;
        else if (c == u'&')
            out += u"&amp;"_s;
        else if (c == u'\n')
            out += u"<br>"_s;
        else if (c == u'\r' || c == u'\t')
            out += u' ';
        else if ((c >= QChar(0x202a) && c <= QChar(0x202e)) || (c >= QChar(0x2066) && c <= QChar(0x2069)))
            out += QChar(QChar::ReplacementCharacter); // would turn the rest of the table row around
        else if (signs.contains(c))
            out += u'\\' + QString(c);
        else
            out += c;
    }
    return out;
}

QString line(const QStringList &fields)
{
    return u"| "_s + fields.join(u" | "_s) + u" |\n"_s;
}

QString rule(std::size_t columns)
{
    return u'|' + u" --- |"_s.repeated(static_cast<qsizetype>(columns)) + u'\n';
}

QString mark(CellOutcome outcome)
{
    switch (outcome) {
    case CellOutcome::Passed: return u"✅"_s;
    case CellOutcome::ChecksFailed: return u"❌"_s;
    case CellOutcome::NotEvaluated: return u"❔"_s;
    case CellOutcome::Error: return u"⚠️"_s;
    case CellOutcome::Cancelled: return u"⏹️"_s;
    case CellOutcome::NotNeeded: return u"–"_s;
    }
    return {};
}

QString cellText(const RunReport &report, const Cell *cell)
{
    if (!cell)
        return {};
    QString text = mark(cellOutcome(*cell)) + u' ' + markdownEscaped(cell->text);
    for (const QString &remark : cellRemarks(report, *cell))
        text += u"<br>– "_s + markdownEscaped(remark);
    return text;
}

QString summary(const ReportGrid &grid)
{
    QString out = line(
        {markdownLabel(QT_TRANSLATE_NOOP("Report", "Variant")), markdownLabel(QT_TRANSLATE_NOOP("Report", "Passed")),
         markdownLabel(QT_TRANSLATE_NOOP("Report", "Pass rate")), markdownLabel(QT_TRANSLATE_NOOP("Report", "Failed")),
         markdownLabel(QT_TRANSLATE_NOOP("Report", "Errors")), markdownLabel(QT_TRANSLATE_NOOP("Report", "Not evaluated")),
         markdownLabel(QT_TRANSLATE_NOOP("Report", "Tokens in → out")), markdownLabel(QT_TRANSLATE_NOOP("Report", "Cost")),
         markdownLabel(QT_TRANSLATE_NOOP("Report", "First token, ms")), markdownLabel(QT_TRANSLATE_NOOP("Report", "Tokens/s"))});
    out += rule(10);
    for (std::size_t column = 0; column < grid.columns().size(); ++column) {
        const ReportTotals totals = grid.columnTotals(column);
        out += line({markdownEscaped(grid.columns()[column].head()),
                     u"%1/%2"_s.arg(totals.passed).arg(totals.cells - totals.notNeeded),
                     markdownEscaped(passRateText(columnPassRate(grid, column))), QString::number(totals.checksFailed),
                     QString::number(totals.errors), QString::number(totals.notEvaluated), tokensText(totals), costText(totals),
                     shortNumber(totals.firstTokenMs), shortNumber(totals.tokensPerSecond)});
    }
    return out;
}

QString verdictList(const ReportGrid &grid)
{
    QString out;
    for (const QString &sentence : verdictSentences(grid)) {
        if (!sentence.isEmpty())
            out += u"- "_s + markdownEscaped(sentence) + u'\n';
    }
    return out.isEmpty() ? out : u'\n' + out;
}

class MarkdownReport final : public ReportWriter
{
public:
    using ReportWriter::ReportWriter;

    void begin() override
    {
        const QString &description = report().experiment.description;
        QString out = u"# "_s + markdownEscaped(description.isEmpty() ? u"Tempera"_s : description.simplified()) + u"\n\n"_s
                      + summary(grid()) + verdictList(grid()) + u'\n';
        if (!report().raceSentence.isEmpty())
            out += markdownEscaped(report().raceSentence) + u"\n\n"_s;
        for (const QString &remark : preferenceRemarks(report(), grid()))
            out += markdownEscaped(remark) + u"\n\n"_s;
        QStringList heads{markdownLabel(QT_TRANSLATE_NOOP("Report", "Case"))};
        for (const ReportColumn &column : grid().columns())
            heads << markdownEscaped(column.head());
        out += line(heads) + rule(grid().columns().size() + 1);
        sink()(out.toUtf8());
        m_scores.assign(grid().columns().size(), {});
    }

    /// Named scores and derived metrics, where there are some.
    void end() override
    {
        QString out;
        for (std::size_t column = 0; column < m_scores.size(); ++column) {
            const QJsonObject scores = m_scores[column].toJson(report().experiment.derivedMetrics);
            for (auto score = scores.begin(); score != scores.end(); ++score)
                out += line({markdownEscaped(grid().columns()[column].head()), markdownEscaped(score.key()),
                             score->isDouble() ? QString::number(score->toDouble(), 'g', 6) : u"–"_s});
        }
        if (out.isEmpty())
            return;
        const QString head =
            line({markdownLabel(QT_TRANSLATE_NOOP("Report", "Variant")), markdownLabel(QT_TRANSLATE_NOOP("Report", "Metric")),
                  markdownLabel(QT_TRANSLATE_NOOP("Report", "Sum over the cases"))});
        sink()((u'\n' + head + rule(3) + out).toUtf8());
    }

    void cell(std::size_t row, std::size_t column, const Cell *cell) override
    {
        if (column == 0)
            m_fields = {markdownEscaped(grid().row(row).title)};
        m_fields << cellText(report(), cell);
        if (cell && cell->grade)
            m_scores[column].add(*cell->grade);
        if (isLastColumn(column))
            sink()(line(m_fields).toUtf8());
    }

private:
    QStringList m_fields;               ///< Of the row so far.
    std::vector<ColumnScores> m_scores; ///< By column.
};

} // namespace

std::unique_ptr<ReportWriter> markdownReport(const RunReport &report, const ReportGrid &grid, ReportSink sink)
{
    return std::make_unique<MarkdownReport>(report, grid, std::move(sink));
}

} // namespace Tempera
