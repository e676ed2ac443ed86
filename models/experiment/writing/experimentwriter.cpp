// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/writing/experimentwriter.h"

#include "models/experiment/writing/nodeupdates.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Groups and items that are looked at for a match; bounds the time for long lists that changed as a whole.
constexpr qsizetype lookAhead = 256;

/// Whether one item may be another one after an edit.
bool resembles(const Prompt &a, const Prompt &b)
{
    return a.messages == b.messages || (!a.label.isEmpty() && a.label == b.label);
}

bool resembles(const Variant &a, const Variant &b)
{
    return a.endpoint.id == b.endpoint.id && a.label == b.label;
}

bool resembles(const Case &a, const Case &b)
{
    return a.variables == b.variables || (!a.description.isEmpty() && a.description == b.description);
}

/// Brings a list of nodes from `before` to `after`: groups whose items are all there keep their node, an item in
/// the place of a changed one updates its node, the rest is new.
template<typename List>
class ListUpdate
{
    using T = typename List::value_type;

public:
    using Update = DataPtr (*)(const DataPtr &node, const T &before, const T &after);

    ListUpdate(const ListSource &source, const List &before, const List &after, Update update)
        : m_source(source), m_before(before), m_after(after), m_update(update)
    {
        m_starts.reserve(source.groups.size());
        qsizetype start = 0;
        for (const ItemGroup &group : source.groups) {
            m_starts.push_back(start);
            start += group.count;
        }
    }

    [[nodiscard]] DataPtr list()
    {
        std::vector<DataPtr> nodes;
        const auto groups = m_source.isList ? static_cast<qsizetype>(m_source.groups.size()) : 0;
        qsizetype next = 0;
        for (qsizetype at = 0; at < m_after.size();) {
            const qsizetype match = matchingGroup(at, next, groups);
            if (match >= 0) {
                keepEmptyGroups(nodes, next, match);
                nodes.push_back(group(match).node);
                at += group(match).count;
                next = match + 1;
                continue;
            }
            // The group that it resembles, else the next one, was changed into this item, unless that comes later on.
            const qsizetype changed = resemblingGroup(at, next, groups);
            keepEmptyGroups(nodes, next, changed);
            next = changed;
            while (next < groups && group(next).count == 0)
                nodes.push_back(group(next++).node);
            if (next < groups && group(next).count == 1 && !comesLater(next, at + 1)) {
                nodes.push_back(m_update(group(next).node, m_before[start(next)], m_after[at]));
                ++next;
            } else {
                if (next < groups && group(next).count > 1 && !comesLater(next, at + 1))
                    ++next; // a group that came apart is written out item by item
                nodes.push_back(m_update(nullptr, T(), m_after[at]));
            }
            ++at;
        }
        keepEmptyGroups(nodes, next, groups);
        return dataSequence(std::move(nodes));
    }

private:
    [[nodiscard]] const ItemGroup &group(qsizetype i) const { return m_source.groups[static_cast<std::size_t>(i)]; }
    [[nodiscard]] qsizetype start(qsizetype i) const { return m_starts[static_cast<std::size_t>(i)]; }

    [[nodiscard]] bool matches(qsizetype i, qsizetype at) const
    {
        const int count = group(i).count;
        bool areEqual = count > 0 && at + count <= m_after.size();
        for (int k = 0; k < count && areEqual; ++k)
            areEqual = m_before.at(start(i) + k) == m_after.at(at + k);
        return areEqual;
    }

    [[nodiscard]] qsizetype matchingGroup(qsizetype at, qsizetype first, qsizetype groups) const
    {
        for (qsizetype i = first; i < std::min(groups, first + lookAhead); ++i) {
            if (matches(i, at))
                return i;
        }
        return -1;
    }

    /// The first group from `first` on that was changed into an item; `first` where none is like it.
    [[nodiscard]] qsizetype resemblingGroup(qsizetype at, qsizetype first, qsizetype groups) const
    {
        for (qsizetype i = first; i < std::min(groups, first + lookAhead); ++i) {
            if (group(i).count == 1 && resembles(m_before[start(i)], m_after[at]) && !comesLater(i, at + 1))
                return i;
            if (comesLater(i, at + 1))
                break; // what comes later must not be passed over
        }
        return first;
    }

    [[nodiscard]] bool comesLater(qsizetype i, qsizetype first) const
    {
        for (qsizetype at = first; at < std::min(m_after.size(), first + lookAhead); ++at) {
            if (matches(i, at))
                return true;
        }
        return false;
    }

    /// Nodes that gave nothing (a pattern, a program) are not the user's to lose.
    void keepEmptyGroups(std::vector<DataPtr> &nodes, qsizetype first, qsizetype end) const
    {
        for (qsizetype i = first; i < end; ++i) {
            if (group(i).count == 0 && group(i).node)
                nodes.push_back(group(i).node);
        }
    }

    const ListSource &m_source;
    const List &m_before;
    const List &m_after;
    Update m_update;
    std::vector<qsizetype> m_starts;
};

template<typename List>
DataPtr updatedList(const ListSource &source, const List &before, const List &after, typename ListUpdate<List>::Update update)
{
    return ListUpdate<List>(source, before, after, update).list();
}

/// What `commandLineOptions` say counts more than evaluateOptions: what is changed must not stand there too.
DataPtr withoutSpoken(const DataPtr &root, const QString &key)
{
    const DataPtr spoken = root->find(u"commandLineOptions");
    if (!spoken || !spoken->isMap() || !spoken->find(key))
        return root;
    const DataPtr rest = withEntry(spoken, key, nullptr);
    return withEntry(root, u"commandLineOptions"_s, rest->entries.empty() ? nullptr : rest);
}

/// Null where there are none.
DataPtr tagMap(const QMap<QString, QString> &tags)
{
    std::vector<DataEntry> entries;
    for (const auto &[name, value] : tags.asKeyValueRange())
        entries.push_back({name, dataString(value)});
    return entries.empty() ? nullptr : dataMap(std::move(entries));
}

DataPtr updatedOptions(const DataPtr &node, const Experiment &before, const Experiment &after)
{
    DataPtr options = node && node->isMap() ? node : dataMap({});
    if (after.repeat != before.repeat)
        options = withEntry(options, u"repeat"_s, dataInteger(after.repeat));
    if (after.maxConcurrency != before.maxConcurrency)
        options = withEntry(options, u"maxConcurrency"_s, dataInteger(after.maxConcurrency));
    if (after.deadline != before.deadline)
        options = withEntry(options, u"timeoutMs"_s, after.deadline ? dataInteger(after.deadline->count()) : nullptr);
    if (after.delay != before.delay)
        options = withEntry(options, u"delay"_s, after.delay.count() > 0 ? dataInteger(after.delay.count()) : nullptr);
    return options;
}

/// Scenarios stay as they are as long as their cases do; else all cases are written out as tests.
DataPtr withCases(const DataPtr &root, const ExperimentSource &from, const CaseSource &after)
{
    CaseSource before = from.experiment.cases;
    CaseSource tests = after;
    const qsizetype own = before.size() - from.scenarioCases;
    bool areKept = from.scenarioCases > 0 && after.size() >= from.scenarioCases;
    for (qsizetype i = 0; i < from.scenarioCases && areKept; ++i)
        areKept = before.at(own + i) == after.at(after.size() - from.scenarioCases + i);
    before.resize(own);
    if (areKept)
        tests.resize(after.size() - from.scenarioCases);
    DataPtr changed =
        areKept && tests == before ? root : withEntry(root, u"tests"_s, updatedList(from.cases, before, tests, updatedCase));
    return areKept || from.scenarioCases == 0 ? changed : withEntry(changed, u"scenarios"_s, nullptr);
}

} // namespace

DataPtr experimentTree(const Experiment &after, const ExperimentSource *source)
{
    static const ExperimentSource nothing;
    const ExperimentSource &from = source ? *source : nothing;
    const Experiment &before = from.experiment;
    DataPtr root = source ? from.document.root : dataMap({});

    if (after.description != before.description)
        root = withEntry(root, u"description"_s, after.description.isEmpty() ? nullptr : dataString(after.description));
    if (after.tags != before.tags)
        root = withEntry(withoutSpoken(root, u"tags"_s), u"tags"_s, tagMap(after.tags));
    if (after.prompts != before.prompts || !root->find(u"prompts"))
        root = withEntry(root, u"prompts"_s, updatedList(from.prompts, before.prompts, after.prompts, updatedPrompt));
    const QString providers = from.providersKey.isEmpty() ? u"providers"_s : from.providersKey;
    if (after.variants != before.variants || !root->find(providers)) {
        root = withEntry(root, providers, updatedList(from.variants, before.variants, after.variants, updatedVariant));
    }
    if (after.defaultCase != before.defaultCase) {
        const DataPtr node = updatedCase(root->find(u"defaultTest"), before.defaultCase, after.defaultCase);
        root = withEntry(root, u"defaultTest"_s, node->entries.empty() ? nullptr : node);
    }
    if (after.cases != before.cases)
        root = withCases(root, from, after.cases);
    if (after.repeat != before.repeat)
        root = withoutSpoken(root, u"repeat"_s);
    if (after.maxConcurrency != before.maxConcurrency)
        root = withoutSpoken(root, u"maxConcurrency"_s);
    if (after.delay != before.delay)
        root = withoutSpoken(root, u"delay"_s);
    const DataPtr options = updatedOptions(root->find(u"evaluateOptions"), before, after);
    if (!options->entries.empty())
        root = withEntry(root, u"evaluateOptions"_s, options);
    return root;
}

} // namespace Tempera
