// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/labelprobabilities.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace Tempera {
namespace {

/// A beginning of an answer, and whose it is.
struct Form {
    QString text;
    std::size_t label = 0;
};

QString otherCase(const QString &label)
{
    if (label.isEmpty())
        return label;
    const QChar first = label.front();
    return (first.isUpper() ? first.toLower() : first.toUpper()) + label.sliced(1);
}

std::vector<Form> formsOf(const QStringList &labels, LabelSpelling spelling)
{
    std::vector<Form> forms;
    const auto add = [&forms](const QString &text, std::size_t label) {
        if (!text.isEmpty() && std::ranges::find(forms, text, &Form::text) == forms.end())
            forms.push_back({text, label});
    };
    // What the user wrote comes before what is derived from it, so that "Yes" and "yes" stay two labels.
    for (qsizetype i = 0; i < labels.size(); ++i) {
        add(labels[i], static_cast<std::size_t>(i));
        if (!labels[i].isEmpty() && !labels[i].front().isSpace())
            add(u' ' + labels[i], static_cast<std::size_t>(i));
    }
    if (spelling == LabelSpelling::AnyCapital) {
        for (qsizetype i = 0; i < labels.size(); ++i) {
            const QString other = otherCase(labels[i]);
            add(other, static_cast<std::size_t>(i));
            if (!other.isEmpty() && !other.front().isSpace())
                add(u' ' + other, static_cast<std::size_t>(i));
        }
    }
    return forms;
}

} // namespace

std::vector<ScoreText> labelTexts(const QStringList &labels, LabelSpelling spelling)
{
    std::vector<ScoreText> texts;
    for (const Form &form : formsOf(labels, spelling))
        texts.push_back({.text = form.text, .tokens = {}, .everySpelling = true});
    return texts;
}

std::optional<LabelProbabilities> labelProbabilities(const QStringList &labels, LabelSpelling spelling,
                                                     std::span<const ScoredText> scored)
{
    const std::vector<Form> forms = formsOf(labels, spelling);
    if (forms.size() != scored.size())
        return std::nullopt;
    // Longest first: what a longer text has is taken from every shorter one that it begins with.
    std::vector<std::size_t> order(forms.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater{}, [&forms](std::size_t i) { return forms[i].text.size(); });
    std::vector<double> own(forms.size(), 0);
    LabelProbabilities result;
    result.probabilities.assign(static_cast<std::size_t>(labels.size()), 0);
    for (std::size_t at = 0; at < order.size(); ++at) {
        const std::size_t i = order[at];
        double probability = std::exp(scored[i].logProbability);
        for (std::size_t longer = 0; longer < at; ++longer) {
            if (forms[order[longer]].text.startsWith(forms[i].text))
                probability -= own[order[longer]];
        }
        own[i] = std::isfinite(probability) ? std::max(0.0, probability) : 0;
        result.probabilities[forms[i].label] += own[i];
        result.exact = result.exact && scored[i].complete;
    }
    const double sum = std::accumulate(result.probabilities.begin(), result.probabilities.end(), 0.0);
    result.rest = std::clamp(1 - sum, 0.0, 1.0);
    result.shares = result.probabilities;
    for (double &share : result.shares)
        share = sum > 0 ? share / sum : 0;
    return result;
}

} // namespace Tempera
