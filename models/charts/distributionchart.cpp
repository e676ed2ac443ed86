// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/distributionchart.h"

#include "models/charts/chartnumbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// What differs between the measures.
struct DistributionWords {
    QString title;
    QString axis;
    QString head;
    QString field; ///< Of a filter.
    QString empty;
    ChartUnit unit = ChartUnit::Number;
};

class DistributionMaker
{
    Q_DECLARE_TR_FUNCTIONS(Chart)
public:
    DistributionMaker(const ChartCells &cells, ChartMeasure measure) : m_cells(cells), m_measure(measure), m_words(words(measure))
    {
    }

    ChartData make()
    {
        std::vector<double> numbers;
        m_numbers.resize(m_cells.columns.size());
        for (const ChartCell &cell : m_cells.cells) {
            if (const std::optional<double> number = chartNumberOf(cell, m_measure)) {
                numbers.push_back(*number);
                m_numbers[static_cast<std::size_t>(cell.column)].push_back(*number);
            }
        }
        ChartData chart{.title = m_words.title,
                        .note = {},
                        .x = {},
                        .y = {},
                        .series = {},
                        .lines = {},
                        .heads = {tr("Variant"), m_words.head, tr("Cells"), tr("Share of the variant")},
                        .empty = {}};
        if (numbers.empty()) {
            chart.empty = m_words.empty;
            return chart;
        }
        m_bins = m_measure == ChartMeasure::Score ? scoreBins(numbers) : chartBins(std::move(numbers));
        int most = 1;
        for (std::size_t column = 0; column < m_cells.columns.size(); ++column) {
            if (!m_numbers[column].empty())
                chart.series += series(static_cast<int>(column), most);
        }
        chart.note = m_bins.isOpenAbove ? tr("The last bar has all that is larger as well.") : QString();
        chart.x = exactAxis(m_words.axis, m_words.unit, m_bins.edges.first(), m_bins.edges.last());
        chart.y = numberAxis(tr("Cells"), ChartUnit::Number, 0, std::max(5, most));
        return chart;
    }

private:
    static DistributionWords words(ChartMeasure measure)
    {
        switch (measure) {
        case ChartMeasure::FirstToken:
            return {tr("Time until the first token"),
                    tr("Seconds until the first token"),
                    tr("First token"),
                    u"first-token"_s,
                    tr("No answer says when its first token came."),
                    ChartUnit::Seconds};
        case ChartMeasure::Seconds:
            return {tr("Time until the end"),      tr("Seconds until the end"), tr("Time"), u"latency"_s,
                    tr("No answer is there yet."), ChartUnit::Seconds};
        case ChartMeasure::Dollars:
            return {tr("Cost of an answer"),           tr("US dollars"),  tr("Cost"), u"cost"_s,
                    tr("No answer has a known cost."), ChartUnit::Dollars};
        case ChartMeasure::Passed:
        case ChartMeasure::Score: break;
        }
        return {tr("Scores"), tr("Score"), tr("Score"), u"score"_s, tr("No cell has been checked yet."), ChartUnit::Number};
    }

    /// Tenths, where all lie between 0 and 1.
    static ChartBins scoreBins(const std::vector<double> &numbers)
    {
        if (std::ranges::any_of(numbers, [](double number) { return number < 0 || number > 1; }))
            return chartBins(numbers);
        ChartBins bins;
        for (int i = 0; i <= 10; ++i)
            bins.edges += i / 10.0;
        return bins;
    }

    ChartSeries series(int column, int &most) const
    {
        const std::vector<double> &numbers = m_numbers[static_cast<std::size_t>(column)];
        const ChartColumn &about = m_cells.columns[static_cast<std::size_t>(column)];
        std::vector<int> counts(static_cast<std::size_t>(m_bins.size()), 0);
        for (const double number : numbers)
            ++counts[static_cast<std::size_t>(m_bins.binOf(number))];
        ChartSeries made{.title = about.title, .form = ChartSeries::Form::Bars, .sign = about.sign, .marks = {}};
        for (int bin = 0; bin < m_bins.size(); ++bin) {
            const int count = counts[static_cast<std::size_t>(bin)];
            most = std::max(most, count);
            if (count > 0)
                made.marks += mark(about, column, bin, count, static_cast<double>(numbers.size()));
        }
        return made;
    }

    /// The bars of the columns stand beside each other within their range.
    ChartMark mark(const ChartColumn &about, int column, int bin, int count, double all) const
    {
        const double low = m_bins.edges.at(bin);
        const double high = m_bins.edges.at(bin + 1);
        const bool isLast = bin + 1 == m_bins.size();
        const bool isOpen = isLast && m_bins.isOpenAbove;
        const double width = (high - low) * 0.9 / static_cast<double>(m_cells.columns.size());
        const double left = low + (high - low) * 0.05 + width * column;
        QString filter = about.filter + u' ' + chartComparison(m_words.field, u">="_s, low);
        if (!isOpen)
            filter += u' ' + chartComparison(m_words.field, isLast ? u"<="_s : u"<"_s, high);
        const QString range =
            isOpen ? tr("%1 and more").arg(chartNumber(low, m_words.unit)) : chartInterval({low, high}, m_words.unit);
        return {.x = left + width / 2,
                .y = static_cast<double>(count),
                .across = ConfidenceInterval{left, left + width},
                .fields = {about.sign.text + u" · "_s + about.title, range, chartCount(count),
                           chartNumber(count / all, ChartUnit::Share)},
                .filter = filter};
    }

    const ChartCells &m_cells;
    ChartMeasure m_measure;
    DistributionWords m_words;
    std::vector<std::vector<double>> m_numbers; ///< By column.
    ChartBins m_bins;
};

} // namespace

int ChartBins::binOf(double value) const
{
    const double width = (edges.last() - edges.first()) / size();
    // An edge belongs to the range above it, also where it is not quite met, as in a filter.
    const double bin = std::floor((value - edges.first()) / width + 1e-9);
    return static_cast<int>(std::clamp(bin, 0.0, static_cast<double>(size() - 1)));
}

ChartBins chartBins(std::vector<double> numbers)
{
    if (numbers.empty())
        return {{0, 1}, false};
    std::ranges::sort(numbers);
    const double usual = numbers[static_cast<std::size_t>(std::ceil(static_cast<double>(numbers.size() - 1) * 0.99))];
    const bool isLong = usual > 0 && numbers.back() > 1.5 * usual;
    ChartBins bins{niceNumbers(numbers.front(), isLong ? usual : numbers.back(), 12), isLong};
    return bins;
}

ChartData distributionChart(const ChartCells &cells, ChartMeasure measure)
{
    return DistributionMaker(cells, measure).make();
}

} // namespace Tempera
