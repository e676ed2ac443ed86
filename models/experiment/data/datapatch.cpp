// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/data/datapatch.h"

#include "models/experiment/data/datawriter.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Lines [first, end) to be replaced by a text; 0-based.
struct Edit {
    int first = 0;
    int end = 0;
    QByteArray text;
};

/// Where a child of a block map or list is.
struct Place {
    int line = 0;   ///< 0-based, of its key or dash.
    int column = 0; ///< 0-based, in bytes.
};

class Patcher
{
public:
    explicit Patcher(const DataDocument &document) : m_lines(document.text.split('\n'))
    {
        if (m_lines.last().isEmpty())
            m_lines.removeLast();
    }

    [[nodiscard]] bool patchMap(const DataNode &before, const DataNode &after, int end)
    {
        std::vector<Place> places;
        for (const DataEntry &entry : before.entries) {
            if (entry.line < 1 || (!places.empty() && entry.column - 1 != places.front().column))
                return false; // merged in, or not in one column
            places.push_back({entry.line - 1, entry.column - 1});
        }
        if (!areBelowEachOther(places) || !keepsOrder(before, after))
            return false;

        const int column = places.front().column;
        for (std::size_t i = 0; i < places.size(); ++i) {
            const DataEntry &old = before.entries[i];
            const Place &place = places[i];
            const int entryEnd = endOf(i, places, end);
            const DataPtr value = after.find(old.key);
            if (!value) {
                if (place.line == 0 || !startsLine(place))
                    return false; // shares its line with a dash
                m_edits.push_back({place.line, entryEnd, {}});
            } else if (!sameData(*old.value, *value) && !patchChild(*old.value, *value, entryEnd)) {
                replace(place, entryEnd, (yamlKey(old.key, column) + yamlValue(*value, column)).toUtf8());
            }
        }
        QByteArray added;
        for (std::size_t i = before.entries.size() - removed(before, after); i < after.entries.size(); ++i) {
            const DataEntry &entry = after.entries[i];
            added += QByteArray(column, ' ') + (yamlKey(entry.key, column) + yamlValue(*entry.value, column)).toUtf8() + '\n';
        }
        insert(endOf(places.size() - 1, places, end), added);
        return true;
    }

    [[nodiscard]] bool patchList(const DataNode &before, const DataNode &after, int end)
    {
        std::vector<Place> places;
        for (const DataPtr &item : before.items) {
            const auto place = dashOf(*item);
            if (!place || (!places.empty() && place->column != places.front().column))
                return false;
            places.push_back(*place);
        }
        if (!areBelowEachOther(places))
            return false;
        const int column = places.front().column;
        std::size_t next = 0;
        QByteArray pending; // new items that are before the next kept one
        for (const DataPtr &item : after.items) {
            const std::size_t match = find(before.items, *item, next);
            if (match < before.items.size()) {
                insert(places[match].line, std::exchange(pending, {}));
                remove(places, next, match, end);
                next = match + 1;
            } else if (const std::size_t old = changedInto(*item, before.items, after.items, next); old < before.items.size()) {
                remove(places, next, old, end);
                next = old;
                insert(places[next].line, std::exchange(pending, {}));
                const int itemEnd = endOf(next, places, end);
                if (!patchChild(*before.items[next], *item, itemEnd))
                    replace(places[next], itemEnd, itemText(*item, column));
                ++next;
            } else {
                pending += QByteArray(column, ' ') + itemText(*item, column) + '\n';
            }
        }
        remove(places, next, places.size(), end);
        insert(endOf(places.size() - 1, places, end), pending);
        return true;
    }

    [[nodiscard]] int lineCount() const { return static_cast<int>(m_lines.size()); }

    [[nodiscard]] QByteArray result()
    {
        std::stable_sort(m_edits.begin(), m_edits.end(), [](const Edit &a, const Edit &b) { return a.first < b.first; });
        QByteArray text;
        int line = 0;
        for (const Edit &edit : m_edits) {
            for (; line < edit.first; ++line)
                text += m_lines[line] + '\n';
            text += edit.text;
            line = std::max(line, edit.end);
        }
        for (; line < lineCount(); ++line)
            text += m_lines[line] + '\n';
        return text;
    }

private:
    [[nodiscard]] bool patchChild(const DataNode &before, const DataNode &after, int end)
    {
        if (before.kind != after.kind || !before.isBlock || before.line < 1)
            return false;
        const std::size_t edits = m_edits.size();
        const bool patched =
            (before.isMap() && !before.entries.empty() && !after.entries.empty() && patchMap(before, after, end))
            || (before.isSequence() && !before.items.empty() && !after.items.empty() && patchList(before, after, end));
        if (!patched)
            m_edits.resize(edits);
        return patched;
    }

    /// The children that stay come in the old order, and new ones after them.
    static bool keepsOrder(const DataNode &before, const DataNode &after)
    {
        auto at = after.entries.begin();
        for (const DataEntry &old : before.entries) {
            if (!after.find(old.key))
                continue;
            if (at == after.entries.end() || at->key != old.key)
                return false;
            ++at;
        }
        return true;
    }

    static std::size_t removed(const DataNode &before, const DataNode &after)
    {
        return static_cast<std::size_t>(std::count_if(before.entries.begin(), before.entries.end(),
                                                      [&after](const DataEntry &e) { return !after.find(e.key); }));
    }

    static std::size_t find(const std::vector<DataPtr> &items, const DataNode &wanted, std::size_t from)
    {
        constexpr std::size_t lookAhead = 256;
        const std::size_t stop = std::min(items.size(), from + lookAhead);
        for (std::size_t i = from; i < stop; ++i) {
            if (sameData(*items[i], wanted))
                return i;
        }
        return items.size();
    }

    /// Of the old items from `from` on that are gone, the one that has become `item`: one that shares a child with it, else
    /// the first one.
    static std::size_t changedInto(const DataNode &item, const std::vector<DataPtr> &before, const std::vector<DataPtr> &after,
                                   std::size_t from)
    {
        std::size_t i = from;
        for (; i < before.size() && find(after, *before[i], 0) == after.size(); ++i) {
            if (sharesChild(*before[i], item))
                return i;
        }
        return i > from ? from : before.size();
    }

    static bool sharesChild(const DataNode &a, const DataNode &b)
    {
        return std::any_of(a.entries.begin(), a.entries.end(),
                           [&b](const DataEntry &entry) { return b.find(entry.key) == entry.value; });
    }

    static bool areBelowEachOther(const std::vector<Place> &places)
    {
        return !places.empty() && std::adjacent_find(places.begin(), places.end(), [](const Place &a, const Place &b) {
                                      return a.line >= b.line;
                                  }) == places.end();
    }

    [[nodiscard]] bool startsLine(const Place &place) const
    {
        return m_lines[place.line].first(std::min<qsizetype>(place.column, m_lines[place.line].size())).trimmed().isEmpty();
    }

    /// The dash before an item, on the same line.
    [[nodiscard]] std::optional<Place> dashOf(const DataNode &item) const
    {
        if (item.line < 1 || item.line > m_lines.size())
            return std::nullopt;
        const QByteArray before =
            m_lines[item.line - 1].first(std::min<qsizetype>(item.column - 1, m_lines[item.line - 1].size()));
        const qsizetype dash = before.lastIndexOf('-');
        if (dash < 0 || !before.sliced(dash + 1).trimmed().isEmpty())
            return std::nullopt;
        return Place{item.line - 1, static_cast<int>(dash)};
    }

    /// The line after child `i`: blank lines and comments before the next child belong to that one.
    [[nodiscard]] int endOf(std::size_t i, const std::vector<Place> &places, int end) const
    {
        int line = i + 1 < places.size() ? places[i + 1].line : end;
        while (line > places[i].line + 1) {
            const QByteArray last = m_lines[line - 1].trimmed();
            if (!last.isEmpty() && !last.startsWith('#'))
                break;
            --line;
        }
        return line;
    }

    void replace(const Place &place, int end, const QByteArray &text)
    {
        m_edits.push_back({place.line, end, m_lines[place.line].first(place.column) + text + '\n'});
    }

    void insert(int line, const QByteArray &text)
    {
        if (!text.isEmpty())
            m_edits.push_back({line, line, text});
    }

    void remove(const std::vector<Place> &places, std::size_t from, std::size_t to, int end)
    {
        for (std::size_t i = from; i < to; ++i)
            m_edits.push_back({places[i].line, endOf(i, places, end), {}});
    }

    /// "- …" as writeYamlTree() writes it, without the margin of its first line.
    static QByteArray itemText(const DataNode &item, int column) { return yamlItem(item, column).toUtf8(); }

    QByteArrayList m_lines;
    std::vector<Edit> m_edits;
};

} // namespace

std::optional<QByteArray> patchedYaml(const DataDocument &document, const DataPtr &wanted)
{
    const DataNode &before = *document.root;
    const bool possible = document.format == DataFormat::Yaml && !document.text.isEmpty() && before.isMap() && before.isBlock
                          && !before.entries.empty() && wanted->isMap() && !wanted->entries.empty();
    if (!possible)
        return std::nullopt;
    Patcher patcher(document);
    if (!patcher.patchMap(before, *wanted, patcher.lineCount()))
        return std::nullopt;
    const QByteArray text = patcher.result();
    const Result<DataDocument> check = readData(text, document.path);
    if (!check || !sameData(*check->root, *wanted))
        return std::nullopt;
    return text;
}

} // namespace Tempera
