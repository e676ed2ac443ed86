// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/baselinetable.h"

#include "models/experiment/titles.h"
#include "models/text/displaytext.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString baselineColumnTitle(const BaselineRun &run, int prompt, int variant)
{
    const Experiment &experiment = run.experiment;
    const QString name = u"%1 · %2"_s.arg(run.name, firstLine(experiment.variants.value(variant).title(), 60));
    return experiment.prompts.size() > 1 ? u"%1 · %2"_s.arg(name, promptTitle(experiment, prompt)) : name;
}

bool standAtOnePlace(const CellKey &a, const CellKey &b)
{
    return std::tie(a.caseIndex, a.promptIndex, a.variantIndex) == std::tie(b.caseIndex, b.promptIndex, b.variantIndex);
}

} // namespace

BaselineTable::BaselineTable(std::shared_ptr<const BaselineRun> run, const BaselineMatch &match,
                             const BaselineCounterparts &counterparts)
    : m_run(std::move(run))
{
    if (!match.comparability().isComparable())
        return;
    BaselineFigures figures = baselineFigures(*m_run, match, counterparts);
    std::map<std::pair<int, int>, int> places;
    for (const auto &[here, there] : counterparts) {
        const auto [place, isNew] = places.emplace(there, columns());
        if (isNew) {
            BaselineColumn column{there.first, there.second, here.second, baselineColumnTitle(*m_run, there.first, there.second)};
            column.figures = std::move(figures[here]);
            column.figures.settle();
            m_columns.push_back(std::move(column));
        } else if (m_columns[static_cast<std::size_t>(place->second)].markOf != here.second) {
            m_columns[static_cast<std::size_t>(place->second)].markOf.reset();
        }
        m_columnsFor.emplace(here, place->second);
    }
    findCells(match);
}

void BaselineTable::findCells(const BaselineMatch &match)
{
    std::map<std::pair<int, int>, int> places;
    for (int i = 0; i < columns(); ++i)
        places.emplace(std::pair(column(i).prompt, column(i).variant), i);
    const auto width = static_cast<std::size_t>(columns());
    for (std::size_t i = 0; i < m_run->cells.size(); ++i) {
        const CellKey key = m_run->cells.key(i);
        const int row = match.caseHere(key.caseIndex);
        const auto place = places.find({key.promptIndex, key.variantIndex});
        if (row < 0 || place == places.end())
            continue;
        const std::size_t at = static_cast<std::size_t>(row) * width + static_cast<std::size_t>(place->second);
        if (at >= m_firsts.size())
            m_firsts.resize((static_cast<std::size_t>(row) + 1) * width, -1);
        if (m_firsts[at] < 0)
            m_firsts[at] = static_cast<int>(i);
    }
}

int BaselineTable::columnFor(int promptHere, int variantHere) const
{
    const auto found = m_columnsFor.find({promptHere, variantHere});
    return found == m_columnsFor.end() ? -1 : found->second;
}

int BaselineTable::first(int caseHere, int column) const
{
    if (caseHere < 0 || column < 0 || column >= columns())
        return -1;
    const std::size_t at =
        static_cast<std::size_t>(caseHere) * static_cast<std::size_t>(columns()) + static_cast<std::size_t>(column);
    return at < m_firsts.size() ? m_firsts[at] : -1;
}

/// Cells are by key: the repeats of a place follow each other.
int BaselineTable::next(int cell) const
{
    const auto following = static_cast<std::size_t>(cell) + 1;
    return following < m_run->cells.size() && standAtOnePlace(m_run->cells.key(following), keyOf(cell)) ? cell + 1 : -1;
}

int BaselineTable::cellFor(const CellKey &here) const
{
    const int start = first(here.caseIndex, columnFor(here.promptIndex, here.variantIndex));
    for (int each = start; each >= 0; each = next(each)) {
        if (keyOf(each).repeat == here.repeat)
            return each;
    }
    return start;
}

std::optional<CellSummary> BaselineTable::summaryFor(const CellKey &here) const
{
    const int found = cellFor(here);
    return found < 0 ? std::nullopt : std::optional(cell(found));
}

bool BaselineTable::standsLike(const BaselineTable &other) const
{
    const auto sameColumn = [](const BaselineColumn &a, const BaselineColumn &b) {
        return a.prompt == b.prompt && a.variant == b.variant;
    };
    return m_run == other.m_run && m_columnsFor == other.m_columnsFor && m_firsts == other.m_firsts
           && std::ranges::equal(m_columns, other.m_columns, sameColumn);
}

CellTable summariesOf(const std::vector<Cell> &cells)
{
    CellTable summaries;
    for (const Cell &cell : cells)
        summaries.push_back(summaryOf(cell));
    return summaries;
}

std::shared_ptr<const BaselineTable> baselineTable(const std::shared_ptr<const BaselineRun> &run, const Experiment &ran)
{
    const BaselineMatch match(ran, *run);
    BaselineCounterparts counterparts;
    for (int prompt = 0; prompt < ran.prompts.size(); ++prompt) {
        for (int variant = 0; variant < ran.variants.size(); ++variant) {
            const std::pair<int, int> there{match.promptThere(prompt), match.variantThere(variant)};
            if (there.first >= 0 && there.second >= 0)
                counterparts.emplace(std::pair(prompt, variant), there);
        }
    }
    return std::make_shared<const BaselineTable>(run, match, counterparts);
}

} // namespace Tempera
