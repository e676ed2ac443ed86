// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/secrettext.h"
#include "models/report/csvline.h"
#include "models/report/writers.h"

#include "models/core/valuetext.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QStringList variableNames(const Experiment &experiment)
{
    if (experiment.cases.isEmpty())
        return {};
    QStringList names;
    for (const Variable &variable : experiment.defaultCase.variables) // they come first in each case
        names << variable.name;
    names += experiment.cases.variableNames();
    names.removeDuplicates();
    return names;
}

void addCell(CsvLine &line, const Cell &cell, const ReportColumn &column)
{
    line.text(column.title);
    line.text(withoutAddressSecrets(cell.model.isEmpty() ? cell.request.endpoint.model : cell.model));
    line.number(cellOutcomeName(cellOutcome(cell)));
    line.number(cell.grade ? QString::number(cell.grade->score) : QString());
    line.text(cell.text);
    line.text(cellRemarks(cell).join(u'\n'));
    line.number(cell.usage.inputTokens);
    line.number(cell.usage.outputTokens);
    line.number(cell.cost ? QString::number(cell.cost->dollars(), 'f', 9) : QString());
    line.number(milliseconds(cell.timings.firstToken));
    line.number(milliseconds(cell.timings.total));
    line.number(cell.timings.tokensPerSecond);
    line.number(cell.state == CellState::Done ? finishReasonName(cell.finishReason) : QString());
    line.number(cell.seed);
}

void addRating(CsvLine &line, const Rating *rating)
{
    const Rating said = rating ? *rating : Rating();
    line.number(thumbName(said.thumb));
    line.number(said.score);
    line.text(said.tags.join(u' '));
    line.text(said.comment);
}

class CsvReport final : public ReportWriter
{
public:
    CsvReport(const RunReport &report, const ReportGrid &grid, ReportSink sink)
        : ReportWriter(report, grid, std::move(sink)), m_names(variableNames(report.experiment))
    {
    }

    void begin() override
    {
        CsvLine head;
        for (const QString &name : {u"case"_s, u"repeat"_s, u"description"_s})
            head.text(name);
        for (const QString &name : m_names)
            head.text(u"var:"_s + name);
        for (const QString &name : {u"prompt"_s, u"variant"_s, u"model"_s, u"outcome"_s, u"score"_s, u"output"_s, u"reason"_s,
                                    u"input_tokens"_s, u"output_tokens"_s, u"cost_usd"_s, u"first_token_ms"_s, u"total_ms"_s,
                                    u"tokens_per_second"_s, u"finish_reason"_s, u"seed"_s})
            head.text(name);
        if (hasRatings()) {
            for (const QString &name : {u"rating"_s, u"rating_score"_s, u"tags"_s, u"comment"_s})
                head.text(name);
        }
        sink()(head.line());
    }

    void cell(std::size_t row, std::size_t column, const Cell *cell) override
    {
        if (column == 0)
            takeRow(row);
        if (!cell)
            return;
        CsvLine line;
        line.number(QString::number(m_row.caseIndex + 1));
        line.number(QString::number(m_row.repeat + 1));
        line.text(m_case.description);
        for (const QString &name : m_names)
            line.text(valueText(m_variables.value(name)));
        line.text(promptName(report().experiment, grid().columns()[column].promptIndex));
        addCell(line, *cell, grid().columns()[column]);
        if (hasRatings())
            addRating(line, report().judgements.ratingOf(cell->request.key));
        sink()(line.line());
    }

private:
    [[nodiscard]] bool hasRatings() const { return !report().judgements.ratings.empty(); }

    void takeRow(std::size_t row)
    {
        m_row = grid().row(row);
        m_case = report().experiment.cases.value(m_row.caseIndex);
        m_variables = variablesToJson(effectiveVariables(report().experiment, m_case));
    }

    QStringList m_names;
    ReportRow m_row;
    Case m_case;
    QJsonObject m_variables;
};

} // namespace

std::unique_ptr<ReportWriter> csvReport(const RunReport &report, const ReportGrid &grid, ReportSink sink)
{
    return std::make_unique<CsvReport>(report, grid, std::move(sink));
}

} // namespace Tempera
