// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/samplereport.h"

#include <QTimeZone>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {
namespace {

Experiment sampleExperiment()
{
    Experiment experiment;
    experiment.description = u"Lamps <b>&</b> | review"_s;
    experiment.prompts = {{u"short"_s, {{Role::System, u"Be brief."_s}, {Role::User, u"Label: {{ review }}"_s}}, {}}};

    Variant cool;
    cool.label = u"mini T 0.2"_s;
    cool.endpoint = endpointFromId(u"local:tempera-mini"_s);
    cool.sampling.temperature = 0.2;
    cool.sampling.seed = 18446744073709551615ULL;
    Variant hosted;
    hosted.endpoint = endpointFromId(u"openai:chat:gpt-x"_s);
    hosted.endpoint.baseUrl = QUrl(u"https://user:%1@example.org/v1?key=%1"_s.arg(sampleSecret));
    hosted.sampling.temperature = 0.9;
    hosted.config = {{u"apiKey"_s, QString(sampleSecret)},
                     {u"headers"_s, QJsonObject{{u"Authorization"_s, u"Bearer "_s + sampleSecret}}},
                     {u"apiKeyEnvar"_s, u"MY_KEY"_s}};
    experiment.variants = {cool, hosted};

    Case first;
    first.description = u"=2+3 lamps, \"nice\""_s;
    first.variables = {{u"review"_s, u"A nice lamp"_s}, {u"stars"_s, 5}};
    first.checks = {{u"icontains"_s, u"positive"_s, {}, 1, u"label"_s, {}}, {u"word-count"_s, 1, {}, 2, {}, {}}};
    Case second;
    second.variables = {{u"review"_s, u"好灯 👍🏽, but too bright <for> me & mine"_s}, {u"stars"_s, 3}};
    second.checks = {{u"llm-rubric"_s, u"is fair"_s, {}, 1, {}, {}}};
    experiment.cases = {first, second};
    return experiment;
}

Cell sampleCell(const Experiment &experiment, int caseIndex, int variantIndex)
{
    Cell cell;
    cell.request.key = {caseIndex, 0, variantIndex, 0};
    cell.request.endpoint = experiment.variants.at(variantIndex).endpoint;
    cell.request.sampling = experiment.variants.at(variantIndex).sampling;
    const QString review = experiment.cases.at(caseIndex).variables.first().value.toString();
    cell.request.messages = {{Role::System, u"Be brief."_s}, {Role::User, u"Label: "_s + review}};
    cell.model = cell.request.endpoint.model;
    return cell;
}

void answer(Cell &cell, const QString &text)
{
    cell.state = CellState::Done;
    cell.text = text;
    cell.finishReason = FinishReason::Stop;
}

Cell passedCell(const Experiment &experiment)
{
    Cell cell = sampleCell(experiment, 0, 0);
    answer(cell, u"Positive"_s);
    cell.usage = {.inputTokens = 1200, .cachedInputTokens = {}, .outputTokens = 2, .reasoningTokens = {}};
    cell.timings = {.queued = 1ms, .firstToken = 12500us, .total = 30ms, .tokensPerSecond = 151.25};
    cell.seed = 18446744073709551615ULL;
    cell.reproducibility = Reproducibility::Fast;
    cell.modelHash = QByteArray(32, '\x5a').toHex();
    cell.cost = Money();
    cell.grade = Grade{Outcome::Pass,
                       1,
                       {{u"icontains"_s, Outcome::Pass, 1, 1, u"label"_s, {}}, {u"word-count"_s, Outcome::Pass, 1, 2, {}, {}}}};
    return cell;
}

Cell failedCheckCell(const Experiment &experiment)
{
    Cell cell = sampleCell(experiment, 0, 1);
    answer(cell, u"=HYPERLINK(\"http://example.org\",\"x\")\n\x1b[31mred\x1b[0m <script>alert('1')</script> a|b *c* `d`\a ]]> "_s
                     + QChar(0x202e) + u"tfel"_s);
    cell.usage = {.inputTokens = 40, .cachedInputTokens = 8, .outputTokens = 30, .reasoningTokens = 10};
    cell.timings = {.queued = {}, .firstToken = 250ms, .total = 1s, .tokensPerSecond = 38.7};
    cell.finishReason = FinishReason::Length;
    cell.cost = Money::fromNano(2'100'000);
    cell.grade = Grade{Outcome::Fail,
                       1.0 / 3,
                       {{u"icontains"_s, Outcome::Fail, 0, 1, u"label"_s, u"The answer does not contain “positive”."_s},
                        {u"word-count"_s, Outcome::Error, 0, 2, {}, u"No \x1b]0;title\a here."_s}}};
    return cell;
}

Cell failedRequestCell(const Experiment &experiment)
{
    Cell cell = sampleCell(experiment, 1, 0);
    cell.state = CellState::Failed;
    cell.error = failure(ErrorKind::Network, u"connection refused"_s, u"https://example.org/v1"_s).error();
    return cell;
}

Cell notEvaluatedCell(const Experiment &experiment)
{
    Cell cell = sampleCell(experiment, 1, 1);
    answer(
        cell,
        u"这盏灯很好，但是对我来说太亮了。👍🏽 Schön hell, e\u0301clair 👨‍👩‍👧 und ein Wort ohne Ende: "_s
            + u"abcdefghij"_s.repeated(7));
    cell.grade = Grade{Outcome::NotEvaluated, 1, {{u"llm-rubric"_s, Outcome::NotEvaluated, 0, 1, {}, {}}}};
    return cell;
}

} // namespace

RunReport WholeReport::report() const
{
    RunReport report = *this;
    auto summaries = std::make_shared<CellTable>();
    for (const Cell &cell : cells)
        summaries->push_back(summaryOf(cell));
    report.cells = summaries;
    return report;
}

void writeWhole(const WholeReport &whole, ReportFormat format, const ReportSink &sink)
{
    const RunReport report = whole.report();
    const ReportGrid grid(report);
    const std::unique_ptr<ReportWriter> writer = reportWriter(report, grid, format, sink);
    const auto write = [&](std::size_t row, std::size_t column) {
        const int index = grid.index(row, column);
        writer->cell(row, column, index < 0 ? nullptr : &whole.cells[static_cast<std::size_t>(index)]);
    };
    writer->begin();
    const std::size_t columns = grid.columns().size();
    for (std::size_t i = 0; i < grid.rowCount() * columns; ++i) {
        if (writer->goesByColumns())
            write(i % grid.rowCount(), i / grid.rowCount());
        else
            write(i / columns, i % columns);
    }
    writer->end();
}

WholeReport sampleReport()
{
    WholeReport report;
    report.id = QUuid(u"0a1b2c3d-0000-4000-8000-000000000001"_s);
    report.experimentPath = u"lamps.yaml"_s;
    report.programVersion = u"0.1.0"_s;
    report.started = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), QTimeZone::UTC);
    report.finished = report.started.addMSecs(1234);
    report.experiment = sampleExperiment();
    report.cells = {passedCell(report.experiment), failedCheckCell(report.experiment), failedRequestCell(report.experiment),
                    notEvaluatedCell(report.experiment)};
    return report;
}

} // namespace Tempera
