// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/data/datasecrets.h"

#include "models/core/endpoint.h"
#include "models/core/knownsecrets.h"
#include "models/core/secrets.h"
#include "models/core/secrettext.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype leastKnown = 6; ///< Characters; a shorter text is only a secret in its own place.

/// What a value is, by the names above it.
enum class SecretPlace {
    Setting,     ///< Of a provider or the program.
    Prose,       ///< What the user says of something: titles and descriptions.
    Data,        ///< The user's own text: prompts, variables, what is expected of an answer.
    Headers,     ///< A map or a list of HTTP headers.
    Environment, ///< A map of variables.
    Hidden,      ///< Not known to be public.
    Secret,      ///< Under the name of a secret: nowhere else either.
};

bool isReferenceToKey(const QString &text)
{
    static const QRegularExpression reference(uR"(^\s*\{\{-?\s*[A-Za-z_][A-Za-z0-9_.]*\s*-?\}\}\s*$)"_s);
    return text.trimmed().isEmpty() || reference.match(text).hasMatch();
}

bool isAddressName(const QString &key)
{
    const QString plain = key.toLower();
    return std::ranges::any_of(std::to_array({"url"_L1, "uri"_L1, "host"_L1, "endpoint"_L1, "address"_L1, "_base"_L1}),
                               [&plain](QLatin1StringView ending) { return plain.endsWith(ending); });
}

/// A number, as such a text too, says too little to be a secret.
bool isNumberText(const DataNode &node)
{
    constexpr qsizetype longestNumber = 7;
    const DataKind kind = node.isString() ? plainScalarKind(node.text) : node.kind;
    return (kind == DataKind::Integer || kind == DataKind::Float) && node.text.size() <= longestNumber;
}

/// The name in a pair: {name: X-Api-Key, value: …}.
QString pairName(const DataNode &map)
{
    for (const QString &naming : namingMembers()) {
        const DataPtr name = map.find(naming);
        if (name && name->isString())
            return name->text;
    }
    return {};
}

/// Puts the mark in place of secrets, and remembers them: what is a secret in one place is one everywhere.
class SecretCutter
{
public:
    explicit SecretCutter(const QStringList &known)
    {
        for (const QString &text : known) {
            if (text.trimmed().size() >= leastKnown)
                m_known += text.trimmed();
        }
        std::ranges::stable_sort(m_known, std::greater(), &QString::size);
    }

    [[nodiscard]] DataPtr cut(const DataPtr &root)
    {
        DataPtr kept = cut(root, SecretPlace::Setting, {});
        for (const QString &text : std::exchange(m_found, {}))
            m_repeated.add(text.toUtf8());
        if (!m_repeated.isEmpty())
            kept = cut(kept, SecretPlace::Setting, {});
        return kept;
    }

    [[nodiscard]] QStringList found(const DataPtr &root)
    {
        (void)cut(root, SecretPlace::Setting, {});
        return m_found;
    }

private:
    [[nodiscard]] DataPtr cut(const DataPtr &node, SecretPlace place, const QString &key)
    {
        if (node->isMap())
            return cutMap(node, place, key);
        if (node->isSequence())
            return cutList(node, place, key);
        return cutScalar(node, place, key);
    }

    static SecretPlace placeOfSetting(const DataEntry &entry, const QString &above)
    {
        static const QStringList data{u"vars"_s, u"prompts"_s, u"value"_s, u"rubricPrompt"_s};
        static const QStringList prose{u"description"_s, u"label"_s};
        const bool isOfSchema = above == schemaMembers() && entry.value->isMap();
        if (isSecretName(entry.key) && !isOfSchema)
            return SecretPlace::Secret;
        if (entry.key.endsWith("headers"_L1, Qt::CaseInsensitive))
            return SecretPlace::Headers;
        if (entry.key == "env"_L1)
            return SecretPlace::Environment;
        if (prose.contains(entry.key))
            return SecretPlace::Prose;
        return data.contains(entry.key) ? SecretPlace::Data : SecretPlace::Setting;
    }

    /// What a document puts into the environment is read by others than Tempera, under names of theirs. Tempera itself reads
    /// only where providers are, and a run that continues reads its experiment from the file: nothing needs the others.
    static SecretPlace placeOfVariable(const DataEntry &entry)
    {
        if (isSecretName(entry.key))
            return SecretPlace::Secret;
        return isAddressVariable(entry.key) || isNumberText(*entry.value) ? SecretPlace::Setting : SecretPlace::Hidden;
    }

    static SecretPlace placeOfHeader(const QString &name)
    {
        if (isPublicHeader(name))
            return SecretPlace::Setting;
        return isSecretName(name) ? SecretPlace::Secret : SecretPlace::Hidden;
    }

    static SecretPlace placeOfEntry(SecretPlace above, const DataEntry &entry, const QString &key)
    {
        switch (above) {
        case SecretPlace::Setting:
            return placeOfSetting(entry, key);
        case SecretPlace::Headers:
            return placeOfHeader(entry.key);
        case SecretPlace::Environment:
            return placeOfVariable(entry);
        case SecretPlace::Secret:
            return isSecretName(entry.key) || isValueMember(entry.key) ? SecretPlace::Secret : SecretPlace::Hidden;
        case SecretPlace::Hidden:
            return isSecretName(entry.key) ? SecretPlace::Secret : SecretPlace::Hidden;
        case SecretPlace::Prose:
        case SecretPlace::Data:
            break;
        }
        return above;
    }

    /// In a pair the name says what the value is, else its key.
    static SecretPlace placeInMap(const DataNode &map, SecretPlace place, const DataEntry &entry, const QString &key)
    {
        static const QStringList webhooks{u"webhook"_s, u"not-webhook"_s};
        if (place != SecretPlace::Setting && place != SecretPlace::Headers)
            return placeOfEntry(place, entry, key);
        const QString name = pairName(map);
        const bool isPair = !name.isEmpty() && std::ranges::any_of(map.entries, isValueMember, &DataEntry::key);
        if (isPair && isValueMember(entry.key)) {
            if (place == SecretPlace::Headers)
                return placeOfHeader(name);
            if (isSecretName(name))
                return SecretPlace::Secret;
        }
        if (isPair && place == SecretPlace::Headers && namingMembers().contains(entry.key))
            return SecretPlace::Setting;
        const DataPtr type = map.find(u"type");
        if (entry.key == "value"_L1 && type && webhooks.contains(type->text))
            return SecretPlace::Setting;
        return placeOfEntry(place, entry, key);
    }

    DataPtr cutMap(const DataPtr &node, SecretPlace place, const QString &key)
    {
        std::vector<DataEntry> entries;
        bool isChanged = false;
        for (const DataEntry &entry : node->entries) {
            DataEntry kept = entry;
            kept.value = cut(entry.value, placeInMap(*node, place, entry, key), entry.key);
            if (place == SecretPlace::Setting)
                kept.key = withoutAddressSecrets(entry.key); // an address as a provider's id
            isChanged |= kept.value != entry.value || kept.key != entry.key;
            entries.push_back(std::move(kept));
        }
        return isChanged ? dataMap(std::move(entries)) : node;
    }

    /// An item behind the name of a secret: [--api-key, …], or a list of the two.
    static bool isBehindSecretName(const DataNode &list, std::size_t index)
    {
        if (index == 0 || !list.items[index - 1]->isString() || !list.items[index]->isScalar())
            return false;
        const QString &name = list.items[index - 1]->text;
        const bool isPair = list.items.size() == 2 && isSecretName(name) && nameWords(name).size() < mostNameWords;
        return isPair || isSecretArgument(name, list.items[index]->text);
    }

    DataPtr cutList(const DataPtr &node, SecretPlace place, const QString &key)
    {
        std::vector<DataPtr> items;
        for (std::size_t i = 0; i < node->items.size(); ++i) {
            const bool isSecret = place == SecretPlace::Setting && isBehindSecretName(*node, i);
            const bool isHeader = place == SecretPlace::Headers && node->items[i]->isString();
            items.push_back(isHeader ? cutHeader(node->items[i])
                                     : cut(node->items[i], isSecret ? SecretPlace::Secret : place, key));
        }
        return items == node->items ? node : dataSequence(std::move(items));
    }

    /// "X-Api-Key: …" in a list of headers.
    DataPtr cutHeader(const DataPtr &node)
    {
        const qsizetype colon = node->text.indexOf(u':');
        const QString name = node->text.first(std::max<qsizetype>(colon, 0));
        const DataPtr value = dataString(node->text.sliced(colon + 1).trimmed());
        const DataPtr kept = cut(value, placeOfHeader(name), name);
        return kept == value ? node : dataString(colon < 0 ? kept->text : name + u": "_s + kept->text);
    }

    DataPtr cutScalar(const DataPtr &node, SecretPlace place, const QString &key)
    {
        const bool isSecret = place == SecretPlace::Secret || place == SecretPlace::Headers || place == SecretPlace::Hidden
                              || place == SecretPlace::Environment;
        if (node->isNull() || node->kind == DataKind::Bool)
            return node;
        if (isSecret) {
            if (isReferenceToKey(node->text) || node->text == redactionMark())
                return node;
            if (place == SecretPlace::Secret)
                m_found += node->text;
            return dataString(redactionMark());
        }
        QString text = node->isString() ? cutText(node->text, place, key) : node->text;
        for (const QString &known : std::as_const(m_known))
            text.replace(known, redactionMark());
        text = m_repeated.cleaned(text);
        return text == node->text ? node : dataString(text);
    }

    QString cutText(const QString &text, SecretPlace place, const QString &key)
    {
        if (place == SecretPlace::Data)
            return text.startsWith("file://"_L1) ? withoutKnownKeys(text) : text;
        if (place == SecretPlace::Setting && looksLikeKey(text.trimmed()))
            return redactionMark();
        m_found += textSecrets(text);
        const QString kept = withoutTextSecrets(text);
        return place == SecretPlace::Setting && isAddressName(key) ? shownAddress(kept) : kept;
    }

    static constexpr qsizetype mostNameWords = 6; ///< Longer ones are sentences.
    QStringList m_known;
    QStringList m_found;
    KnownSecrets m_repeated;
};

} // namespace

DataPtr withoutSecrets(const DataPtr &root, const QStringList &known)
{
    return SecretCutter(known).cut(root);
}

QStringList secretsIn(const DataPtr &root)
{
    return SecretCutter(QStringList()).found(root);
}

bool mayHideSecrets(const QByteArray &yaml)
{
    static const QRegularExpression pair(u"([\\w.-]++)[\"']?\\s*[:=]"_s);
    static const QRegularExpression words(u"[\\s\"',;]+"_s);
    for (qsizetype hash = yaml.indexOf('#'); hash >= 0; hash = yaml.indexOf('#', hash)) {
        const qsizetype end = yaml.indexOf('\n', hash);
        const QString comment = QString::fromUtf8(yaml.sliced(hash, (end < 0 ? yaml.size() : end) - hash));
        hash += comment.isEmpty() ? 1 : (end < 0 ? yaml.size() : end) - hash;
        if (withoutTextSecrets(comment) != comment || comment.contains("Bearer "_L1))
            return true;
        for (auto pairs = pair.globalMatch(comment); pairs.hasNext();) {
            if (isSecretName(pairs.next().captured(1)))
                return true;
        }
        if (std::ranges::any_of(comment.split(words, Qt::SkipEmptyParts), looksLikeKey))
            return true;
    }
    return false;
}

} // namespace Tempera
