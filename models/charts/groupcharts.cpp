// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/groupcharts.h"

#include "models/charts/chartnumbers.h"
#include "models/compare/filterexpression.h"
#include "models/core/counted.h"
#include "models/experiment/caseinput.h"
#include "models/experiment/labelset.h"
#include "models/text/displaytext.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <map>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Pass rates of groups × columns.
class GroupRates
{
    Q_DECLARE_TR_FUNCTIONS(Chart)
public:
    GroupRates(const std::vector<ChartColumn> &columns, int groups)
        : m_columns(columns), m_groups(groups), m_scores(columns.size() * static_cast<std::size_t>(groups))
    {
    }

    void add(int column, int group, int caseIndex, bool passed)
    {
        m_scores[static_cast<std::size_t>(column * m_groups + group)][caseIndex].add(passed ? 1 : 0);
    }

    /// `filters` leave the cells of the groups.
    [[nodiscard]] ChartData chart(const QString &title, const QString &head, const QStringList &names,
                                  const QStringList &filters) const
    {
        ChartData chart{.title = title,
                        .note = tr("Bars are 95 % intervals; repeats of a case count as one case."),
                        .x = shareAxis(tr("Pass rate")),
                        .y = nameAxis(head, names, true),
                        .series = {},
                        .lines = {},
                        .heads = {head, tr("Variant"), tr("Pass rate"), tr("95 % interval"), tr("Passed"), tr("Checked")},
                        .empty = {}};
        for (int column = 0; column < static_cast<int>(m_columns.size()); ++column) {
            ChartSeries series = seriesOf(column, names, filters);
            if (!series.marks.isEmpty())
                chart.series += std::move(series);
        }
        if (chart.series.isEmpty())
            chart.empty = tr("No cell has been checked yet.");
        return chart;
    }

private:
    [[nodiscard]] ChartSeries seriesOf(int column, const QStringList &names, const QStringList &filters) const
    {
        const ChartColumn &about = m_columns[static_cast<std::size_t>(column)];
        ChartSeries series{.title = about.title, .form = ChartSeries::Form::Points, .sign = about.sign, .marks = {}};
        const double step = 0.7 / static_cast<double>(m_columns.size()); // the columns of a group below each other
        for (int group = 0; group < m_groups; ++group) {
            std::vector<CaseScores> scores;
            int all = 0;
            double passed = 0;
            for (const auto &[index, score] : m_scores[static_cast<std::size_t>(column * m_groups + group)]) {
                scores.push_back(score);
                all += score.repeats;
                passed += score.sum;
            }
            const std::optional<IntervalEstimate> rate = rateEstimate(scores);
            if (!rate)
                continue;
            series.marks += ChartMark{
                .x = rate->value,
                .y = m_groups - 1 - group + 0.35 - step * (column + 0.5),
                .across = rate->interval,
                .fields = {names.at(group), about.sign.text + u" · "_s + about.title, chartNumber(rate->value, ChartUnit::Share),
                           chartInterval(rate->interval, ChartUnit::Share), chartCount(qRound64(passed)), chartCount(all)},
                .filter = filters.at(group).isEmpty() ? QString() : about.filter + u' ' + filters.at(group)};
        }
        return series;
    }

    const std::vector<ChartColumn> &m_columns;
    int m_groups = 0;
    std::vector<std::map<int, CaseScores>> m_scores; ///< By column and group, by case.
};

/// The field of a filter that is a case's value.
QString sliceField(const SliceBy &by)
{
    return (by.isMetadata ? u"meta:"_s : u"var:"_s) + by.variable;
}

/// Nothing where the case has none.
std::optional<QString> sliceText(const Experiment &experiment, int index, const SliceBy &by)
{
    const Case aCase = experiment.cases.value(index);
    return by.isMetadata ? metadataText(experiment, aCase, by.variable) : variableText(experiment, aCase, by.variable);
}

/// Whether a filter, which is one line, can name a field.
bool isFilterWord(const QString &field)
{
    return filterQuoted(field) == field;
}

/// Whether it can say a value.
bool isFilterLine(const QString &text)
{
    return text.size() < longestFilter / 2 && std::ranges::none_of(text, [](QChar c) { return c.unicode() < u' '; });
}

ChartSlices slicesByPattern(const Experiment &experiment, const std::vector<int> &cases, const SliceBy &by)
{
    const QString pattern = by.pattern.value_or(QString());
    ChartSlices slices;
    FilterToken token;
    token.kind = FilterToken::Kind::Pattern;
    token.text = pattern;
    const std::expected<QRegularExpression, FilterError> read = filterPattern(token);
    if (!read) {
        slices.problem = read.error().message;
        return slices;
    }
    const QString field = sliceField(by);
    const QString written = filterPatternText(pattern);
    slices.names = {QCoreApplication::translate("Chart", "with /%1/").arg(pattern),
                    QCoreApplication::translate("Chart", "without")};
    slices.filters = isFilterWord(field) && isFilterLine(pattern)
                         ? QStringList{field + u" ~ "_s + written, field + u" !~ "_s + written}
                         : QStringList{QString(), QString()};
    slices.ofCase.assign(cases.empty() ? 0 : static_cast<std::size_t>(cases.back()) + 1, -1);
    for (const int index : cases) {
        const std::optional<QString> value = sliceText(experiment, index, by);
        const QRegularExpressionMatch match = value ? read->match(*value) : QRegularExpressionMatch();
        if (value && !match.isValid())
            ++slices.stoppedPatterns;
        else if (value)
            slices.ofCase[static_cast<std::size_t>(index)] = match.hasMatch() ? 0 : 1;
    }
    return slices;
}

/// The most frequent values, and how they are written where they are met first.
ChartSlices slicesByValue(const Experiment &experiment, const std::vector<int> &cases, const SliceBy &by)
{
    struct Value {
        QString written;
        QList<int> cases;
    };
    std::map<QString, Value> values; // by their small letters
    for (const int index : cases) {
        const std::optional<QString> text = sliceText(experiment, index, by);
        if (!text)
            continue;
        Value &value = values[text->toCaseFolded()];
        if (value.cases.isEmpty())
            value.written = *text;
        value.cases += index;
    }
    std::vector<const Value *> ordered;
    for (const auto &[key, value] : values)
        ordered.push_back(&value);
    std::ranges::stable_sort(ordered, std::greater(), [](const Value *value) { return value->cases.size(); });
    ChartSlices slices;
    const QString field = sliceField(by);
    slices.ofCase.assign(cases.empty() ? 0 : static_cast<std::size_t>(cases.back()) + 1, -1);
    const bool hasRest = ordered.size() > mostSlices;
    QStringList others;
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        const bool isRest = hasRest && i + 1 >= mostSlices;
        const QString filter = isFilterWord(field) && isFilterLine(ordered[i]->written)
                                   ? u"%1 = %2"_s.arg(field, filterQuoted(ordered[i]->written))
                                   : QString();
        if (!isRest) {
            slices.names += ordered[i]->written.isEmpty() ? QCoreApplication::translate("Chart", "(empty)")
                                                          : firstLine(ordered[i]->written, 60);
            slices.filters += filter;
            others += u"%1 != %2"_s.arg(field, filterQuoted(ordered[i]->written));
        }
        for (const int index : ordered[i]->cases)
            slices.ofCase[static_cast<std::size_t>(index)] = std::min(static_cast<int>(i), mostSlices - 1);
    }
    if (hasRest) {
        slices.names += QCoreApplication::translate("Chart", "all others");
        const QString filter = others.join(u' ');
        slices.filters += slices.filters.contains(QString()) || !isFilterLine(filter) ? QString() : filter;
    }
    return slices;
}

} // namespace

void CheckTally::add(const Grade &grade, int caseIndex, int column)
{
    std::map<int, bool> said;
    for (const Verdict &verdict : grade.verdicts) {
        if (verdict.outcome == Outcome::NotEvaluated)
            continue;
        qsizetype check = types.indexOf(verdict.type);
        if (check < 0) {
            check = types.size();
            types += verdict.type;
        }
        const auto [place, isNew] = said.try_emplace(static_cast<int>(check), true);
        place->second = place->second && verdict.outcome == Outcome::Pass;
    }
    for (const auto &[check, passed] : said)
        cells.push_back({caseIndex, column, check, passed});
}

ChartData checkChart(const std::vector<ChartColumn> &columns, const CheckTally &tally)
{
    GroupRates rates(columns, static_cast<int>(tally.types.size()));
    for (const CheckedCell &cell : tally.cells)
        rates.add(cell.column, cell.check, cell.caseIndex, cell.passed);
    QStringList filters;
    for (const QString &type : tally.types) {
        const QString check = u"check:"_s + type;
        const bool isWord = filterQuoted(check) == check;
        filters += isWord ? u"(%1 = passed or %1 = failed)"_s.arg(check) : QString();
    }
    return rates.chart(QCoreApplication::translate("Chart", "Pass rate by check"), QCoreApplication::translate("Chart", "Check"),
                       tally.types, filters);
}

ChartSlices chartSlices(const Experiment &experiment, const ChartCells &cells, const SliceBy &by)
{
    std::vector<int> cases;
    for (const ChartCell &cell : cells.cells)
        cases.push_back(cell.caseIndex);
    std::ranges::sort(cases);
    cases.erase(std::unique(cases.begin(), cases.end()), cases.end());
    return by.pattern ? slicesByPattern(experiment, cases, by) : slicesByValue(experiment, cases, by);
}

ChartData sliceChart(const ChartCells &cells, const ChartSlices &slices, const QString &variable)
{
    GroupRates rates(cells.columns, static_cast<int>(slices.names.size()));
    for (const ChartCell &cell : cells.cells) {
        const auto index = static_cast<std::size_t>(cell.caseIndex);
        const int slice = index < slices.ofCase.size() ? slices.ofCase[index] : -1;
        if (slice >= 0 && cell.isEvaluated)
            rates.add(cell.column, slice, cell.caseIndex, cell.passed);
    }
    ChartData chart = rates.chart(QCoreApplication::translate("Chart", "Pass rate by %1").arg(variable), variable, slices.names,
                                  slices.filters);
    if (!slices.problem.isEmpty())
        chart.empty = slices.problem;
    else if (slices.names.isEmpty() && !cells.cells.empty())
        chart.empty = QCoreApplication::translate("Chart", "No case has a value for “%1”.").arg(variable);
    if (slices.stoppedPatterns > 0)
        chart.note +=
            u' '
            + counted(QCoreApplication::translate("Chart", "The pattern took too long in %n value(s), which are left out.",
                                                  nullptr, countForm(slices.stoppedPatterns)),
                      slices.stoppedPatterns);
    return chart;
}

} // namespace Tempera
