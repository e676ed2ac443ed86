// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/writing/keylessdraft.h"

#include "models/core/secrets.h"
#include "models/experiment/data/datareader.h"
#include "models/experiment/data/datawriter.h"
#include "models/experiment/experimentfile.h"
#include "models/experiment/experimentsource.h"
#include "models/experiment/writing/experimentwriter.h"
#include "models/experiment/writing/keytree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMultiHash>
#include <QSet>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr auto versionMember = "tempera_keys"_L1;
constexpr auto nameMember = "mark"_L1;
constexpr auto keysMember = "keys"_L1;
constexpr int draftVersion = 1;
// In place of the id of a key that is in no file.
constexpr auto newKey = "new"_L1;
constexpr auto newPart = "part"_L1; ///< The value is whole without it.

QByteArray writtenTree(const DataNode &root, bool isJson)
{
    return isJson ? writeJsonTree(root) : writeYamlTree(root);
}

DataPtr wholeTree(const Experiment &experiment, const ExperimentSource *source)
{
    const bool isUntouched = source && experiment == source->experiment;
    return isUntouched ? source->document.root : experimentTree(experiment, source);
}

KeyTree keyTreeOf(const Experiment &experiment, const ExperimentSource *source)
{
    return {wholeTree(experiment, source), source ? source->removedKeys : QStringList()};
}

/// For each key of the draft the id of the same one in the file.
class KeysOfFile
{
public:
    explicit KeysOfFile(const KeyTree &file) : m_ids(file.ids()), m_places(file.places())
    {
        for (std::size_t i = 0; i < m_places.size(); ++i)
            m_found.insert(std::pair(m_places[i].names, file.keys()[i].text), i);
    }

    /// At the same place: under the same names. Of several in lists the one where it was, else the first.
    [[nodiscard]] QString idOf(const QString &text, const KeyPlace &place) const
    {
        std::size_t first = m_ids.size();
        const auto [begin, end] = m_found.equal_range(std::pair(place.names, text));
        for (auto found = begin; found != end; ++found) {
            if (m_places[*found].path == place.path)
                return m_ids[*found];
            first = std::min(first, *found);
        }
        return first < m_ids.size() ? m_ids[first] : QString();
    }

private:
    std::vector<QString> m_ids;
    std::vector<KeyPlace> m_places;
    QMultiHash<std::pair<QString, QString>, std::size_t> m_found;
};

/// Puts keys in place of marks.
class DraftRestorer
{
public:
    DraftRestorer(const KeyMarks &marks, QStringList keys, QHash<QString, HiddenSecret> file)
        : m_marks(marks), m_keys(std::move(keys)), m_file(std::move(file))
    {
    }

    [[nodiscard]] DataPtr restore(const DataPtr &node)
    {
        if (node->isSequence()) {
            std::vector<DataPtr> items;
            for (std::size_t i = 0; i < node->items.size(); ++i) {
                m_path.push_back(i);
                items.push_back(restore(node->items[i]));
                m_path.pop_back();
            }
            return dataSequence(std::move(items));
        }
        if (node->isMap()) {
            std::vector<DataEntry> entries;
            for (std::size_t i = 0; i < node->entries.size(); ++i) {
                m_path.push_back(i);
                DataEntry entry = node->entries[i];
                entry.key = restore(entry.key);
                entry.value = restore(entry.value);
                entries.push_back(std::move(entry));
                m_path.pop_back();
            }
            return dataMap(std::move(entries));
        }
        return node->isString() ? restoreScalar(node) : node;
    }

    [[nodiscard]] std::vector<MissingKey> takeMissing() { return std::exchange(m_missing, {}); }

private:
    /// What was a number is one again.
    DataPtr restoreScalar(const DataPtr &node)
    {
        const std::vector<std::size_t> numbers = m_marks.numbersIn(node->text);
        if (numbers.size() == 1 && node->text == m_marks.mark(numbers.front())) {
            const auto known = m_file.constFind(m_keys.value(static_cast<qsizetype>(numbers.front())));
            if (known != m_file.cend()) {
                auto made = std::make_shared<DataNode>(*node);
                made->kind = known->kind;
                made->text = known->text;
                return made;
            }
        }
        return numbers.empty() ? node : dataString(restore(node->text));
    }

    QString restore(const QString &text)
    {
        return m_marks.replaced(text, [this](std::size_t number) {
            const QString id = m_keys.value(static_cast<qsizetype>(number));
            if (const auto known = m_file.constFind(id); known != m_file.cend())
                return known->text;
            const bool hasMark = id != newPart;
            m_missing.push_back({m_path, hasMark});
            return hasMark ? redactionMark() : QString();
        });
    }

    const KeyMarks &m_marks;
    QStringList m_keys;
    QHash<QString, HiddenSecret> m_file;
    std::vector<std::size_t> m_path;
    std::vector<MissingKey> m_missing;
};

/// The node at a path, or the last one on the way to it that is there.
const DataNode *nodeAt(const DataNode *node, const std::vector<std::size_t> &path)
{
    for (const std::size_t number : path) {
        if (number < node->items.size())
            node = node->items[number].get();
        else if (number < node->entries.size())
            node = node->entries[number].value.get();
        else
            break;
    }
    return node;
}

} // namespace

QByteArray keylessDraft(const Experiment &experiment, const ExperimentSource *source, const Experiment *saved)
{
    const bool isJson = source && source->document.format == DataFormat::Json;
    const KeyTree tree = keyTreeOf(experiment, source);
    if (tree.keys().empty()) {
        const QByteArray text = writeExperiment(experiment, source);
        return isJson || !mayHideSecrets(text) ? text : writtenTree(*tree.root(), isJson);
    }
    const std::optional<KeyTree> file = saved ? std::optional(keyTreeOf(*saved, source)) : std::nullopt;
    const std::optional<KeysOfFile> ofFile = file ? std::optional<KeysOfFile>(*file) : std::nullopt;
    const std::vector<KeyPlace> places = tree.places();
    QJsonArray keys;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const QString id = ofFile ? ofFile->idOf(tree.keys()[i].text, places[i]) : QString();
        keys.append(!id.isEmpty() ? id : QString(tree.keys()[i].isLeftOut ? newPart : newKey));
    }
    const QJsonObject head{{versionMember, draftVersion}, {nameMember, tree.marks().name()}, {keysMember, keys}};
    return QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n' + writtenTree(*tree.root(), isJson);
}

RestoredDraft restoredDraft(const QByteArray &draft, const ExperimentSource *source, const Experiment *saved)
{
    const qsizetype end = draft.indexOf('\n');
    const QJsonObject head = end < 0 ? QJsonObject() : QJsonDocument::fromJson(draft.first(end)).object();
    if (head.value(versionMember).toInt() != draftVersion)
        return {draft};
    const QByteArray body = draft.sliced(end + 1);
    const Result<DataDocument> document = readData(body, {});
    if (!document)
        return {body}; // who reads it tells
    QStringList keys;
    for (const QJsonValue &key : head.value(keysMember).toArray())
        keys += key.toString();
    QHash<QString, HiddenSecret> known;
    if (saved) {
        const KeyTree file = keyTreeOf(*saved, source);
        const std::vector<QString> ids = file.ids();
        for (std::size_t i = 0; i < ids.size(); ++i)
            known.insert(ids[i], file.keys()[i]);
    }
    const KeyMarks marks(head.value(nameMember).toString());
    DraftRestorer restorer(marks, keys, known);
    const DataPtr root = restorer.restore(document->root);
    return {writtenTree(*root, document->format == DataFormat::Json), restorer.takeMissing()};
}

QList<int> linesOfMissing(const QByteArray &text, const std::vector<MissingKey> &missing)
{
    const Result<DataDocument> document = readData(text, {});
    const QByteArrayList lines = text.split('\n');
    const QByteArray mark = redactionMark().toUtf8();
    QSet<int> found;
    for (const MissingKey &key : missing) {
        const int first = document ? std::max(1, nodeAt(document->root.get(), key.path)->line) : 1;
        int line = first;
        while (key.hasMark && line <= lines.size() && (!lines.at(line - 1).contains(mark) || found.contains(line)))
            ++line;
        found.insert(line <= lines.size() ? line : first);
    }
    QList<int> sorted = found.values();
    std::ranges::sort(sorted);
    return sorted;
}

bool saysTheSame(const QByteArray &one, const QByteArray &other)
{
    if (one == other)
        return true;
    const Result<DataDocument> first = readData(one, {});
    const Result<DataDocument> second = readData(other, {});
    return first && second && sameData(*first->root, *second->root);
}

} // namespace Tempera
