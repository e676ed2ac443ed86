// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/livecomparisons.h"

#include "models/experiment/caseinput.h"
#include "models/experiment/labelset.h"
#include "models/items/inputcomparison.h"

#include <algorithm>

namespace Tempera {
namespace {

TracedAnswer tracedAnswer(const Cell &cell)
{
    return {cell.text, cell.trace, cell.vocabulary};
}

} // namespace

/// Made in the background when it is first needed, which may take a while.
struct LiveComparisons::Templates {
    std::unique_ptr<TemplateEngine> engine;

    /// Null where there can be none.
    [[nodiscard]] TemplateEngine *get()
    {
        if (!engine)
            engine = TemplateEngine::create().value_or(nullptr);
        return engine.get();
    }
};

/// One comparison. While it is worked out nobody else touches `result`.
struct LiveComparisons::Pair {
    TracedAnswer before;
    TracedAnswer now;
    std::optional<Experiment> expecting; ///< Instead of `before`: an experiment of one case.
    std::optional<Messages> asked;       ///< What it says is expected does not matter, but what stands in these of it.
    AnswerComparison result;
    bool isDone = false;
    std::stop_source stop;

    [[nodiscard]] bool asksTheSame(const Pair &other) const
    {
        return before == other.before && now == other.now && expecting == other.expecting && asked == other.asked;
    }
    void work(Templates &templates);
};

void LiveComparisons::Pair::work(Templates &templates)
{
    if (stop.stop_requested())
        return;
    if (!expecting) {
        result = compareAnswers(before, now, stop.get_token());
        return;
    }
    if (asked) {
        result = compareWithInput(caseInputs(*expecting, expecting->cases.constFirst(), *asked), now.text, stop.get_token());
        return;
    }
    TemplateEngine *engine = templates.get();
    const QStringList texts = engine ? expectedTexts(*expecting, expecting->cases.constFirst(), *engine) : QStringList();
    result.hasBefore = false;
    for (const QString &text : texts) {
        AnswerComparison comparison = compareAnswers({text, {}, {}}, now, stop.get_token());
        if (!result.hasBefore || equalShare(comparison.spans) > equalShare(result.spans))
            result = std::move(comparison);
    }
}

LiveComparisons::LiveComparisons(Background *background, QObject *parent)
    : QObject(parent), m_background(background), m_templates(std::make_shared<Templates>())
{
}

LiveComparisons::~LiveComparisons()
{
    for (const std::shared_ptr<Pair> &pair : m_pairs)
        pair->stop.request_stop();
}

const AnswerComparison *LiveComparisons::of(const Cell &before, const Cell &now)
{
    auto pair = std::make_unique<Pair>();
    pair->before = tracedAnswer(before);
    pair->now = tracedAnswer(now);
    return ask(std::move(pair));
}

std::unique_ptr<LiveComparisons::Pair> LiveComparisons::pairOfCase(const Experiment &experiment, int caseIndex, const Cell &now)
{
    auto pair = std::make_unique<Pair>();
    pair->now = tracedAnswer(now);
    pair->expecting = Experiment();
    pair->expecting->defaultCase = experiment.defaultCase;
    pair->expecting->cases = {experiment.cases.value(caseIndex)};
    return pair;
}

const AnswerComparison *LiveComparisons::withExpected(const Experiment &experiment, int caseIndex, const Cell &now)
{
    return ask(pairOfCase(experiment, caseIndex, now));
}

const AnswerComparison *LiveComparisons::withInput(const Experiment &experiment, int caseIndex, const Cell &now)
{
    std::unique_ptr<Pair> pair = pairOfCase(experiment, caseIndex, now);
    pair->asked = now.request.messages;
    return ask(std::move(pair));
}

const AnswerComparison *LiveComparisons::ask(std::unique_ptr<Pair> wanted)
{
    const auto known = std::ranges::find_if(m_pairs, [&](const auto &pair) { return pair->asksTheSame(*wanted); });
    if (known != m_pairs.end()) {
        std::rotate(m_pairs.begin(), known, known + 1);
        return m_pairs.front()->isDone ? &m_pairs.front()->result : nullptr;
    }
    const std::shared_ptr<Pair> pair = std::move(wanted);
    m_pairs.push_front(pair);
    if (m_pairs.size() > MostPairs) {
        m_pairs.back()->stop.request_stop();
        m_pairs.pop_back();
    }
    if (!m_background) {
        pair->work(*m_templates);
        pair->isDone = true;
        return &pair->result;
    }
    m_background->run([pair, templates = m_templates] { pair->work(*templates); }, this,
                      [this, pair] {
                          pair->isDone = !pair->stop.stop_requested(); // what was forgotten meanwhile is asked for anew
                          Q_EMIT changed();
                      });
    return nullptr;
}

} // namespace Tempera
