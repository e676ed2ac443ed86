// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/confusion.h"

#include "models/compare/filterlexer.h"
#include "models/experiment/labelset.h"
#include "models/text/prompttemplate.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Index of the only label among the answers; −1: none or several of them.
int onlyLabelOf(const QStringList &answers, const QStringList &labels, bool &hasSeveral)
{
    int found = -1;
    for (const QString &answer : answers) {
        const int index = static_cast<int>(labels.indexOf(answer, 0, Qt::CaseInsensitive));
        if (index < 0 || index == found)
            continue;
        if (found >= 0) {
            hasSeveral = true;
            return -1;
        }
        found = index;
    }
    return found;
}

} // namespace

Confusion::Confusion(int labels)
    : counts(static_cast<std::size_t>(labels), std::vector<int>(static_cast<std::size_t>(labels), 0)),
      unclear(static_cast<std::size_t>(labels), 0)
{
}

int Confusion::all() const
{
    int sum = std::accumulate(unclear.begin(), unclear.end(), 0);
    for (const std::vector<int> &row : counts)
        sum += std::accumulate(row.begin(), row.end(), 0);
    return sum;
}

int Confusion::correct() const
{
    int sum = 0;
    for (std::size_t label = 0; label < counts.size(); ++label)
        sum += counts[label][label];
    return sum;
}

ConfusionFigures confusionFigures(const Confusion &confusion)
{
    ConfusionFigures figures;
    for (std::size_t label = 0; label < confusion.counts.size(); ++label) {
        const std::vector<int> &row = confusion.counts[label];
        LabelQuality quality;
        quality.expected = std::accumulate(row.begin(), row.end(), confusion.unclear[label]);
        for (const std::vector<int> &each : confusion.counts)
            quality.predicted += each[label];
        quality.correct = row[label];
        figures.labels.push_back(labelMetrics(quality));
    }
    if (const int all = confusion.all(); all > 0) {
        const double rate = static_cast<double>(confusion.correct()) / all;
        figures.micro = IntervalEstimate{rate, wilsonInterval(confusion.correct(), all)};
    }
    figures.macro = classifierMetrics(confusion.counts).macro;
    return figures;
}

ConfusionLabels confusionLabels(const Experiment &experiment)
{
    ConfusionLabels made;
    const Result<std::unique_ptr<TemplateEngine>> templates = TemplateEngine::create();
    if (!templates)
        return made;
    made.labels = AnswerLabels(labelsOf(experiment, **templates));
    if (made.labels.labels().isEmpty())
        return made;
    made.ofCase.reserve(static_cast<std::size_t>(experiment.cases.size()));
    for (const Case &aCase : experiment.cases)
        made.ofCase.push_back(onlyLabelOf(knownAnswers(experiment, aCase), made.labels.labels(), made.hasSeveral));
    return made;
}

QString confusionFilter(const ConfusionLabels &labels, const ChartColumn &column, const ConfusionField &field)
{
    const QStringList &names = labels.labels.labels();
    QStringList parts{column.filter, u"done"_s};
    const auto expects = [](const QString &sign, const QString &label) {
        return u"expected %1 %2"_s.arg(sign, filterQuoted(label));
    };
    QStringList any;
    for (int label = 0; label < names.size(); ++label) {
        any += expects(u"="_s, names.at(label));
        if (label == field.expected)
            parts += any.last();
        else if (labels.hasSeveral && field.expected >= 0)
            parts += expects(u"!="_s, names.at(label));
    }
    if (field.expected < 0)
        parts += u'(' + any.join(u" or "_s) + u')';
    if (field.given != ConfusionField::Given::Any) {
        const QString given =
            labels.labels.filter(field.given == ConfusionField::Given::Label ? field.label : AnswerLabels::Unclear);
        if (given.isEmpty())
            return {};
        parts += given;
    }
    const QString filter = parts.join(u' ');
    return filter.size() > longestFilter ? QString() : filter;
}

} // namespace Tempera
