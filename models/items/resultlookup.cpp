// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/resultlookup.h"

namespace Tempera {
namespace {

quint64 packed(const CellKey &key)
{
    // 24 bits of cases, 12 of prompts, 12 of variants, 16 of repeats: more than any run has.
    return quint64(key.caseIndex) << 40 | quint64(key.promptIndex & 0xfff) << 28 | quint64(key.variantIndex & 0xfff) << 16
           | quint64(key.repeat & 0xffff);
}

/// Longer lists are compared place by place only, so that a keystroke stays quick.
constexpr qsizetype searched = 2000;

bool sameVariant(const Variant &a, const Variant &b)
{
    Variant one = a;
    // Where the file of a local model lies is found anew at each run.
    one.endpoint.modelPath = b.endpoint.modelPath;
    return one == b;
}

/// Pairs each item with an equal one, then with one that is alike enough to be the same thing changed.
template<typename Match, typename T, typename Equal, typename Named, typename Alike>
QList<Match> pair(const QList<T> &now, const QList<T> &ran, Equal equal, Named named, Alike alike)
{
    QList<Match> matches(now.size());
    QList<bool> taken(ran.size(), false);
    const auto claim = [&](qsizetype i, qsizetype j, bool isEqual) {
        matches[i] = Match{static_cast<int>(j), isEqual};
        taken[j] = true;
    };
    for (qsizetype i = 0; i < qMin(now.size(), ran.size()); ++i) {
        if (equal(now.at(i), ran.at(i)))
            claim(i, i, true);
    }
    const auto search = [&](auto fits, bool isEqual) {
        for (qsizetype i = 0; i < now.size() && ran.size() <= searched; ++i) {
            for (qsizetype j = 0; matches.at(i).index < 0 && j < ran.size(); ++j) {
                if (!taken.at(j) && fits(now.at(i), ran.at(j)))
                    claim(i, j, isEqual);
            }
        }
    };
    search(equal, true);
    search(named, false);
    for (qsizetype i = 0; i < qMin(now.size(), ran.size()); ++i) {
        if (matches.at(i).index < 0 && !taken.at(i) && alike(now.at(i), ran.at(i)))
            claim(i, i, false);
    }
    return matches;
}

} // namespace

ResultLookup::ResultLookup(const Experiment &now, const Experiment &ran, const std::vector<Cell> &cells)
{
    const auto same = [](const auto &a, const auto &b) { return a == b; };
    const auto always = [](const auto &, const auto &) { return true; };
    const auto sameModel = [](const Variant &a, const Variant &b) { return a.endpoint.id == b.endpoint.id; };
    const auto sameDescription = [](const Case &a, const Case &b) {
        return !a.description.isEmpty() && a.description == b.description;
    };
    const auto sameLabel = [](const Prompt &a, const Prompt &b) { return !a.label.isEmpty() && a.label == b.label; };
    const auto sameTitle = [](const Variant &a, const Variant &b) {
        return a.endpoint.id == b.endpoint.id && a.title() == b.title();
    };
    m_cases = pair<Match>(now.cases, ran.cases, same, sameDescription, always);
    m_prompts = pair<Match>(now.prompts, ran.prompts, same, sameLabel, always);
    m_variants = pair<Match>(now.variants, ran.variants, sameVariant, sameTitle, sameModel);
    m_cells.reserve(static_cast<qsizetype>(cells.size()));
    for (std::size_t i = 0; i < cells.size(); ++i)
        m_cells.insert(packed(cells[i].request.key), static_cast<int>(i));
}

ResultLookup::Found ResultLookup::find(const CellKey &place) const
{
    const Match aCase = m_cases.isEmpty() && place.caseIndex == 0 ? Match{0, true} : m_cases.value(place.caseIndex);
    const Match prompt = m_prompts.value(place.promptIndex);
    const Match variant = m_variants.value(place.variantIndex);
    if (aCase.index < 0 || prompt.index < 0 || variant.index < 0)
        return {};
    const CellKey key{aCase.index, prompt.index, variant.index, place.repeat};
    const int cell = m_cells.value(packed(key), -1);
    return {cell, cell >= 0 && !(aCase.equal && prompt.equal && variant.equal)};
}

} // namespace Tempera
