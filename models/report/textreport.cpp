// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/reportfigures.h"
#include "models/report/writers.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A text with each of its lines under the head that it belongs to.
QString indentedText(const QString &text)
{
    QString out;
    for (const QString &line : xmlSafe(text).split(u'\n'))
        out += u"    "_s + QString(line).remove(u'\r') + u'\n';
    return out;
}

QString outcomeWord(CellOutcome outcome)
{
    switch (outcome) {
    case CellOutcome::Passed: return u"PASS"_s;
    case CellOutcome::ChecksFailed: return u"FAIL"_s;
    case CellOutcome::NotEvaluated: return u"NOT EVALUATED"_s;
    case CellOutcome::Error: return u"ERROR"_s;
    case CellOutcome::Cancelled: return u"CANCELLED"_s;
    case CellOutcome::NotNeeded: return u"NOT NEEDED"_s;
    }
    return {};
}

/// Plain text, one answer under the other, for people and for `grep`.
class TextReport final : public ReportWriter
{
public:
    using ReportWriter::ReportWriter;

    void begin() override
    {
        const QString &description = report().experiment.description;
        QString out = xmlSafe(description.isEmpty() ? u"Tempera"_s : description.simplified()) + u"\n\n"_s;
        for (std::size_t column = 0; column < grid().columns().size(); ++column) {
            const ReportTotals totals = grid().columnTotals(column);
            out += u"%1: %2/%3  %4  %5\n"_s.arg(xmlSafe(grid().columns()[column].head()).simplified(),
                                                QString::number(totals.passed), QString::number(totals.cells - totals.notNeeded),
                                                tokensText(totals), costText(totals));
        }
        for (const QString &sentence : verdictSentences(grid())) {
            if (!sentence.isEmpty())
                out += xmlSafe(sentence) + u'\n';
        }
        if (!report().raceSentence.isEmpty())
            out += xmlSafe(report().raceSentence) + u'\n';
        for (const QString &remark : preferenceRemarks(report(), grid()))
            out += xmlSafe(remark) + u'\n';
        sink()(out.toUtf8());
    }

    void cell(std::size_t row, std::size_t column, const Cell *cell) override
    {
        if (!cell)
            return;
        QString out =
            u"\n%1 · %2: %3\n"_s.arg(xmlSafe(grid().row(row).title).simplified(),
                                     xmlSafe(grid().columns()[column].head()).simplified(), outcomeWord(cellOutcome(*cell)))
            + indentedText(cell->text);
        for (const QString &remark : cellRemarks(report(), *cell))
            out += u"  - "_s + xmlSafe(remark).replace(u'\n', u' ').remove(u'\r') + u'\n';
        sink()(out.toUtf8());
    }
};

} // namespace

std::unique_ptr<ReportWriter> textReport(const RunReport &report, const ReportGrid &grid, ReportSink sink)
{
    return std::make_unique<TextReport>(report, grid, std::move(sink));
}

} // namespace Tempera
