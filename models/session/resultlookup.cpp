// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/resultlookup.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace Tempera {
namespace {

/// Longer lists are compared place by place only, so that a keystroke stays quick.
constexpr qsizetype searchedPairs = 2'000 * 2'000;

bool isSame(const Variant &a, const Variant &b)
{
    Variant one = a;
    // Where the file of a local model lies is looked up again at each run.
    one.endpoint.modelPath = b.endpoint.modelPath;
    return one == b;
}

bool isSame(const Prompt &a, const Prompt &b)
{
    return a == b;
}

bool isSame(const Case &a, const Case &b)
{
    return a == b;
}

bool hasSameName(const Variant &a, const Variant &b)
{
    return a.endpoint.id == b.endpoint.id && a.title() == b.title();
}

bool hasSameName(const Prompt &a, const Prompt &b)
{
    return !a.label.isEmpty() && a.label == b.label;
}

bool hasSameName(const Case &a, const Case &b)
{
    return !a.description.isEmpty() && a.description == b.description;
}

/// Whether one may have become the other by an edit: another model's answer is never a column's own.
bool mayBecome(const Variant &a, const Variant &b)
{
    return a.endpoint.id == b.endpoint.id;
}

bool mayBecome(const Prompt &, const Prompt &)
{
    return true;
}

bool mayBecome(const Case &, const Case &)
{
    return true;
}

bool sharesContent(const Variant &, const Variant &)
{
    return true;
}

bool sharesContent(const Prompt &a, const Prompt &b)
{
    return std::ranges::any_of(a.messages, [&b](const Message &message) { return b.messages.contains(message); });
}

/// A renamed column of the table leaves the values; one that came or went leaves the others. Rows that were overwritten
/// are others, also where a column says the same in all of them.
bool sharesContent(const Case &a, const Case &b)
{
    const auto values = [](const Case &aCase) {
        QJsonArray all;
        for (const Variable &variable : aCase.variables)
            all += variable.value;
        return all;
    };
    if (!a.variables.isEmpty() && values(a) == values(b))
        return true;
    int common = 0;
    for (const Variable &own : a.variables) {
        const auto other = std::ranges::find(b.variables, own.name, &Variable::name);
        if (other != b.variables.end() && other->value != own.value)
            return false;
        common += other != b.variables.end();
    }
    return common > 0;
}

template<typename T>
bool isSameItem(const QList<T> &a, qsizetype i, const QList<T> &b, qsizetype j)
{
    return isSame(a.at(i), b.at(j));
}

/// Cases are made to be compared, but for those that neither list has changed.
bool isSameItem(const CaseSource &a, qsizetype i, const CaseSource &b, qsizetype j)
{
    return (i == j && a.sharesCase(b, i)) || isSame(a.at(i), b.at(j));
}

template<typename T>
const QList<T> &valuesOf(const QList<T> &list)
{
    return list;
}

QList<Case> valuesOf(const CaseSource &cases)
{
    return cases.first(cases.size());
}

/// Hands out each item of `other` once.
class ItemPairs
{
public:
    ItemPairs(qsizetype own, qsizetype other) : m_found(own, -1), m_taken(other, false) { }

    void claim(qsizetype own, qsizetype other)
    {
        m_found[own] = static_cast<int>(other);
        m_taken[other] = true;
    }
    [[nodiscard]] bool isFree(qsizetype own) const { return m_found.at(own) < 0; }
    [[nodiscard]] bool isTaken(qsizetype other) const { return m_taken.at(other); }
    [[nodiscard]] const QList<int> &found() const { return m_found; }

    template<typename List, typename Fits>
    void search(const List &own, const List &other, Fits fits)
    {
        const bool allTaken = !m_taken.contains(false);
        if (allTaken || own.size() * other.size() > searchedPairs)
            return;
        const auto &others = valuesOf(other);
        for (qsizetype i = 0; i < own.size(); ++i) {
            if (!isFree(i))
                continue;
            const typename List::value_type &item = own.at(i);
            for (qsizetype j = 0; isFree(i) && j < others.size(); ++j) {
                if (!isTaken(j) && fits(item, others.at(j)))
                    claim(i, j);
            }
        }
    }

    template<typename List>
    void claimEqual(const List &own, const List &other)
    {
        using Item = typename List::value_type;
        for (qsizetype i = 0; i < qMin(own.size(), other.size()); ++i) {
            if (isSameItem(own, i, other, i))
                claim(i, i);
        }
        search(own, other, [](const Item &a, const Item &b) { return isSame(a, b); });
    }

private:
    QList<int> m_found;
    QList<bool> m_taken;
};

/// Which item of the list before an edit each item was.
template<typename List>
QList<int> traced(const List &now, const List &before)
{
    ItemPairs pairs(now.size(), before.size());
    pairs.claimEqual(now, before);
    if (now.size() != before.size())
        return pairs.found(); // what came or went is known by what stayed
    QList<qsizetype> changed;
    for (qsizetype i = 0; i < now.size(); ++i) {
        if (pairs.isFree(i) && !pairs.isTaken(i))
            changed += i;
    }
    for (const qsizetype i : std::as_const(changed)) {
        if (mayBecome(now.at(i), before.at(i)) && (changed.size() == 1 || sharesContent(now.at(i), before.at(i))))
            pairs.claim(i, i);
    }
    return pairs.found();
}

/// Index in `ran` of each item of `now`; `before` and `matched` are the same one step ago, if there was one.
template<typename List>
QList<int> paired(const List &now, const List &ran, const List *before, const QList<int> &matched)
{
    using Item = typename List::value_type;
    ItemPairs pairs(now.size(), ran.size());
    pairs.claimEqual(now, ran);
    if (before) {
        const QList<int> earlier = traced(now, *before);
        for (qsizetype i = 0; i < now.size(); ++i) {
            const int index = earlier.at(i) < 0 ? -1 : matched.at(earlier.at(i));
            if (index >= 0 && pairs.isFree(i) && !pairs.isTaken(index))
                pairs.claim(i, index);
        }
    }
    pairs.search(now, ran, [](const Item &a, const Item &b) { return hasSameName(a, b) && mayBecome(a, b); });
    if constexpr (!std::is_same_v<Item, Case>) { // what is asked may be worded differently; whom it is asked of must be the same
        for (qsizetype i = 0; !before && now.size() == ran.size() && i < now.size(); ++i) {
            if (pairs.isFree(i) && !pairs.isTaken(i) && mayBecome(now.at(i), ran.at(i)))
                pairs.claim(i, i);
        }
    }
    return pairs.found();
}

template<typename Match, typename List>
QList<Match> matchesOf(const List &now, const List &ran, const List *before, const QList<Match> &matched)
{
    if (before && now == *before)
        return matched;
    QList<int> earlier;
    for (const Match &match : matched)
        earlier += match.index;
    const QList<int> found = paired(now, ran, before, earlier);
    QList<Match> matches;
    for (qsizetype i = 0; i < now.size(); ++i)
        matches += Match{found.at(i), found.at(i) >= 0 && isSameItem(now, i, ran, found.at(i))};
    return matches;
}

template<typename Match>
ListChanges changesOf(const QList<Match> &matches, qsizetype ran)
{
    ListChanges changes;
    for (const Match &match : matches) {
        changes.added += match.index < 0;
        changes.changed += match.index >= 0 && !match.equal;
    }
    changes.removed = static_cast<int>(ran - (matches.size() - changes.added));
    return changes;
}

/// Which item of the edited experiment is each of those that ran.
template<typename Match>
QList<int> placesOf(const QList<Match> &matches, qsizetype ran)
{
    QList<int> places(ran, -1);
    for (qsizetype i = matches.size() - 1; i >= 0; --i) {
        if (matches.at(i).index >= 0)
            places[matches.at(i).index] = static_cast<int>(i);
    }
    return places;
}

} // namespace

ResultLookup::ResultLookup(const Experiment &now, const Experiment &ran, const CellKeys &cells)
    : m_now(now), m_ran(ran), m_cells(cells)
{
    match(nullptr);
}

void ResultLookup::add(const CellKeys &cells)
{
    m_cells.follow(cells);
}

void ResultLookup::match(const Experiment *before)
{
    m_cases = matchesOf(m_now.cases, m_ran.cases, before ? &before->cases : nullptr, m_cases);
    m_prompts = matchesOf(m_now.prompts, m_ran.prompts, before ? &before->prompts : nullptr, m_prompts);
    m_variants = matchesOf(m_now.variants, m_ran.variants, before ? &before->variants : nullptr, m_variants);
    findPlaces();
}

void ResultLookup::findPlaces()
{
    m_casePlaces = placesOf(m_cases, m_ran.cases.size());
    m_promptPlaces = placesOf(m_prompts, m_ran.prompts.size());
    m_variantPlaces = placesOf(m_variants, m_ran.variants.size());
}

void ResultLookup::follow(const Experiment &now)
{
    const Experiment before = std::exchange(m_now, now);
    match(&before);
}

ResultLookup::Found ResultLookup::find(const CellKey &place) const
{
    // An experiment without cases runs once.
    const bool withoutCases = m_cases.isEmpty() && m_ran.cases.isEmpty() && place.caseIndex == 0;
    const Match aCase = withoutCases ? Match{0, true} : m_cases.value(place.caseIndex);
    const Match prompt = m_prompts.value(place.promptIndex);
    const Match variant = m_variants.value(place.variantIndex);
    if (aCase.index < 0 || prompt.index < 0 || variant.index < 0)
        return {};
    const CellKey key{aCase.index, prompt.index, variant.index, place.repeat};
    const int cell = m_cells.find(key);
    return {cell, cell >= 0 && !(aCase.equal && prompt.equal && variant.equal && !defaultsChanged())};
}

std::optional<CellKey> ResultLookup::placeOf(const CellKey &ran) const
{
    const bool withoutCases = m_cases.isEmpty() && m_ran.cases.isEmpty() && ran.caseIndex == 0;
    const CellKey place{withoutCases ? 0 : m_casePlaces.value(ran.caseIndex, -1), m_promptPlaces.value(ran.promptIndex, -1),
                        m_variantPlaces.value(ran.variantIndex, -1), ran.repeat};
    if (place.caseIndex < 0 || place.promptIndex < 0 || place.variantIndex < 0)
        return std::nullopt;
    return place;
}

ListChanges ResultLookup::promptChanges() const
{
    return changesOf(m_prompts, m_ran.prompts.size());
}

ListChanges ResultLookup::variantChanges() const
{
    return changesOf(m_variants, m_ran.variants.size());
}

ListChanges ResultLookup::caseChanges() const
{
    return changesOf(m_cases, m_ran.cases.size());
}

std::optional<Experiment> ResultLookup::withChecksOfNow() const
{
    const auto asksOther = [](const Case &a, const Case &b) { return a.checks != b.checks || a.threshold != b.threshold; };
    const auto take = [](Case &to, const Case &from) {
        to.checks = from.checks;
        to.threshold = from.threshold;
    };
    Experiment ran = m_ran;
    bool any = false;
    for (qsizetype i = 0; i < m_cases.size(); ++i) {
        const Match &match = m_cases.at(i);
        if (match.index < 0 || match.equal || !asksOther(m_now.cases.at(i), m_ran.cases.at(match.index)))
            continue;
        take(ran.cases[match.index], m_now.cases.at(i));
        any = true;
    }
    if (asksOther(m_now.defaultCase, m_ran.defaultCase)) {
        take(ran.defaultCase, m_now.defaultCase);
        any = true;
    }
    return any ? std::optional(std::move(ran)) : std::nullopt;
}

void ResultLookup::takeChecks(const Experiment &ran)
{
    m_ran = ran;
    for (qsizetype i = 0; i < m_cases.size(); ++i)
        m_cases[i].equal = m_cases.at(i).index >= 0 && isSameItem(m_now.cases, i, m_ran.cases, m_cases.at(i).index);
}

bool ResultLookup::defaultsChanged() const
{
    return !(m_now.defaultCase == m_ran.defaultCase);
}

} // namespace Tempera
