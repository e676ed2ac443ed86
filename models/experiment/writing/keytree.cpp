// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/writing/keytree.h"

#include "models/core/secrets.h"
#include "models/experiment/data/datawriter.h"

#include <QCryptographicHash>
#include <QUuid>

#include <algorithm>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A part of the tree that may be moved as a whole: an item of a list of the experiment, or one of its settings.
struct KeyItem {
    QString digest; ///< Of what it says, without its keys.
    std::vector<std::size_t> keys;
};

/// Calls `found` for each key, with its place.
class KeyWalk
{
public:
    using Found = std::function<void(std::size_t number, const KeyPlace &place)>;
    KeyWalk(const KeyMarks &marks, Found found) : m_marks(marks), m_found(std::move(found)) { }

    void walk(const DataNode &node)
    {
        tell(node.text);
        for (std::size_t i = 0; i < node.items.size(); ++i)
            step(i, u"*"_s, *node.items[i]);
        for (std::size_t i = 0; i < node.entries.size(); ++i) {
            const DataEntry &entry = node.entries[i];
            const bool isKey = !m_marks.numbersIn(entry.key).empty();
            m_place.path.push_back(i);
            tell(entry.key);
            m_place.path.pop_back();
            step(i, isKey ? u"*"_s : entry.key, *entry.value);
        }
    }

private:
    void step(std::size_t number, const QString &name, const DataNode &node)
    {
        const qsizetype before = m_place.names.size();
        m_place.path.push_back(number);
        m_place.names += u'\n' + name;
        walk(node);
        m_place.names.truncate(before);
        m_place.path.pop_back();
    }

    void tell(const QString &text)
    {
        for (const std::size_t number : m_marks.numbersIn(text))
            m_found(number, m_place);
    }

    const KeyMarks &m_marks;
    Found m_found;
    KeyPlace m_place;
};

/// The same with "[redacted]" for every mark.
DataPtr withoutNumbers(const DataPtr &node, const KeyMarks &marks)
{
    const auto plain = [&marks](const QString &text) {
        return marks.replaced(text, [](std::size_t) { return redactionMark(); });
    };
    if (node->isSequence()) {
        std::vector<DataPtr> items;
        for (const DataPtr &item : node->items)
            items.push_back(withoutNumbers(item, marks));
        return dataSequence(std::move(items));
    }
    if (node->isMap()) {
        std::vector<DataEntry> entries;
        for (const DataEntry &entry : node->entries)
            entries.push_back({plain(entry.key), withoutNumbers(entry.value, marks)});
        return dataMap(std::move(entries));
    }
    return node->isString() ? dataString(plain(node->text)) : node;
}

QString digestOf(const QString &name, const DataPtr &item, const KeyMarks &marks)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(name.toUtf8() + '\n');
    hash.addData(writeYamlTree(*withoutNumbers(item, marks)));
    return QString::fromLatin1(hash.result().toHex().first(32));
}

} // namespace

KeyMarks::KeyMarks(const QString &name)
    : m_name(name), m_pattern(u"\\[redacted-%1-([0-9]{1,9})\\]"_s.arg(QRegularExpression::escape(name)))
{
}

KeyMarks KeyMarks::fresh()
{
    return KeyMarks(QUuid::createUuid().toString(QUuid::Id128).first(12));
}

/// One word, and one that the search for secrets takes for a mark.
QString KeyMarks::mark(std::size_t number) const
{
    return u"[redacted-%1-%2]"_s.arg(m_name).arg(number);
}

QString KeyMarks::replaced(const QString &text, const std::function<QString(std::size_t)> &with) const
{
    QString out;
    qsizetype copied = 0;
    for (auto matches = m_pattern.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        out += QStringView(text).sliced(copied, match.capturedStart() - copied);
        out += with(match.captured(1).toULong());
        copied = match.capturedEnd();
    }
    out += QStringView(text).sliced(copied);
    return out;
}

std::vector<std::size_t> KeyMarks::numbersIn(const QString &text) const
{
    std::vector<std::size_t> numbers;
    if (!text.contains(m_name))
        return numbers;
    for (auto matches = m_pattern.globalMatch(text); matches.hasNext();)
        numbers.push_back(matches.next().captured(1).toULong());
    return numbers;
}

KeyTree::KeyTree(const DataPtr &tree, const QStringList &known) : m_marks(KeyMarks::fresh())
{
    m_root = withSecretsHidden(tree, known, [this](const HiddenSecret &secret) {
        m_keys.push_back(secret);
        return m_marks.mark(m_keys.size() - 1);
    });
}

std::vector<KeyPlace> KeyTree::places() const
{
    std::vector<KeyPlace> places(m_keys.size());
    KeyWalk(m_marks, [&places](std::size_t number, const KeyPlace &place) { places.at(number) = place; }).walk(*m_root);
    return places;
}

std::vector<QString> KeyTree::ids() const
{
    std::map<std::vector<std::size_t>, KeyItem> items; // by their place
    KeyWalk(m_marks, [this, &items](std::size_t number, const KeyPlace &place) {
        const bool isInList = place.path.size() > 1 && m_root->isMap() && m_root->entries.at(place.path[0]).value->isSequence();
        const auto length = static_cast<std::ptrdiff_t>(std::min<std::size_t>(place.path.size(), isInList ? 2 : 1));
        items[{place.path.begin(), place.path.begin() + length}].keys.push_back(number);
    }).walk(*m_root);
    std::map<QString, int> counts;
    for (auto &[path, item] : items) {
        const DataEntry &entry = m_root->entries.at(path.at(0));
        item.digest = digestOf(entry.key, path.size() > 1 ? entry.value->items.at(path[1]) : entry.value, m_marks);
        ++counts[item.digest];
    }
    std::vector<QString> ids(m_keys.size());
    std::map<QString, int> seen;
    for (const auto &[path, item] : items) {
        const int occurrence = seen[item.digest]++;
        for (std::size_t i = 0; i < item.keys.size(); ++i)
            ids.at(item.keys[i]) = u"%1/%2/%3/%4"_s.arg(item.digest).arg(occurrence).arg(counts[item.digest]).arg(i);
    }
    return ids;
}

} // namespace Tempera
