// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/data/datasecrets.h"

#include "models/core/endpoint.h"
#include "models/core/knownsecrets.h"
#include "models/core/secrets.h"
#include "models/core/secrettext.h"
#include "models/core/secretwords.h"
#include "models/core/spelledsecrets.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <iterator>
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

/// What a reader sees in place of a secret.
QString shownInstead(const HiddenSecret &secret)
{
    return secret.isLeftOut ? QString() : redactionMark();
}

/// Without the plain words at its end, which a text goes on with behind "Authorization: Bearer …".
SecretPart withoutPlainEnd(const QString &text, SecretPart part)
{
    const QStringView words = QStringView(text).sliced(part.begin, part.length);
    qsizetype end = words.size();
    for (qsizetype blank = words.lastIndexOf(u' '); blank >= 0; blank = words.first(end).lastIndexOf(u' ')) {
        if (isNoPlainWord(words.sliced(blank + 1, end - blank - 1)))
            return {part.begin, end, part.isLeftOut};
        end = blank;
    }
    return isNoPlainWord(words.first(end)) ? SecretPart{part.begin, end, part.isLeftOut} : part;
}

/// In a text that the user wrote: what it calls a secret, and passwords in addresses. Other parts of these are the user's own.
SecretParts partsOfWords(const QString &text)
{
    SecretParts parts = spelledSecretParts(text);
    for (const SecretPart &part : toldSecretParts(text))
        parts.push_back(withoutPlainEnd(text, part));
    for (const SecretPart &part : addressSecretParts(text)) {
        const QString words = text.sliced(part.begin, part.length);
        if (part.isLeftOut && words.endsWith(u'@') && words.contains(u':'))
            parts.push_back(part);
    }
    return parts;
}

/// Hides secrets, and remembers them: what is a secret in one place is one everywhere.
class SecretCutter
{
public:
    /// `isThorough`: also in what the user wrote.
    SecretCutter(const QStringList &known, bool isThorough) : m_isThorough(isThorough)
    {
        for (const QString &text : known) {
            if (text.trimmed().size() >= leastKnown)
                m_known += text.trimmed();
        }
        std::ranges::stable_sort(m_known, std::greater(), &QString::size);
    }

    [[nodiscard]] DataPtr cut(const DataPtr &root, const HideSecret &hide)
    {
        if (cut(root, SecretPlace::Setting, {}) == root)
            return root;
        for (const QString &text : std::exchange(m_found, {}))
            m_repeated.add(text.toUtf8());
        m_hide = hide;
        return cut(root, SecretPlace::Setting, {});
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
        case SecretPlace::Setting: return placeOfSetting(entry, key);
        case SecretPlace::Headers: return placeOfHeader(entry.key);
        case SecretPlace::Environment: return placeOfVariable(entry);
        case SecretPlace::Secret:
            return isSecretName(entry.key) || isValueMember(entry.key) ? SecretPlace::Secret : SecretPlace::Hidden;
        case SecretPlace::Hidden: return isSecretName(entry.key) ? SecretPlace::Secret : SecretPlace::Hidden;
        case SecretPlace::Prose:
        case SecretPlace::Data: break;
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
            if (const SecretParts parts = partsOfKey(entry.key, place); !parts.empty())
                kept.key = hidden(entry.key, parts);
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
        qsizetype begin = colon + 1;
        while (begin < node->text.size() && node->text.at(begin).isSpace())
            ++begin;
        const DataPtr value = dataString(node->text.sliced(begin).trimmed());
        const DataPtr kept = cut(value, placeOfHeader(name), name);
        return kept == value ? node : dataString(node->text.first(begin) + kept->text);
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
            return dataString(m_hide({node->text, node->kind, false}));
        }
        const SecretParts parts = partsOf(*node, place, key);
        return parts.empty() ? node : dataString(hidden(node->text, parts));
    }

    [[nodiscard]] QString hidden(const QString &text, const SecretParts &parts) const
    {
        QString out;
        qsizetype copied = 0;
        for (const SecretPart &part : parts) {
            out += QStringView(text).sliced(copied, part.begin - copied);
            out += m_hide({text.sliced(part.begin, part.length), DataKind::String, part.isLeftOut});
            copied = part.end();
        }
        out += QStringView(text).sliced(copied);
        return out;
    }

    [[nodiscard]] SecretParts partsOf(const DataNode &node, SecretPlace place, const QString &key)
    {
        SecretParts parts = node.isString() ? partsOfText(node.text, place, key) : SecretParts();
        addKnown(node.text, parts);
        return inOrder(std::move(parts));
    }

    /// Of an address as a provider's id, for one.
    [[nodiscard]] SecretParts partsOfKey(const QString &key, SecretPlace place) const
    {
        SecretParts parts;
        if (place == SecretPlace::Setting)
            parts = addressSecretParts(key);
        if (m_isThorough) {
            std::ranges::move(toldSecretParts(key), std::back_inserter(parts));
            addKnown(key, parts);
        }
        return inOrder(std::move(parts));
    }

    /// What is known to be a secret, wherever it stands.
    void addKnown(const QString &text, SecretParts &parts) const
    {
        for (const QString &known : m_known) {
            for (qsizetype at = text.indexOf(known); at >= 0; at = text.indexOf(known, at + known.size()))
                parts.push_back({at, known.size()});
        }
        for (auto place = m_repeated.find(text); place.length > 0; place = m_repeated.find(text, place.begin + place.length))
            parts.push_back({place.begin, place.length});
    }

    [[nodiscard]] SecretParts partsOfText(const QString &text, SecretPlace place, const QString &key)
    {
        if (place == SecretPlace::Data && !m_isThorough)
            return text.startsWith("file://"_L1) ? knownKeyParts(text) : SecretParts();
        if (place == SecretPlace::Setting && looksLikeKey(text.trimmed()))
            return {{0, text.size()}};
        SecretParts parts;
        if (m_isThorough)
            parts = inOrder(partsOfWords(text));
        else
            parts = toldSecretParts(text);
        for (const SecretPart &part : parts)
            m_found += text.sliced(part.begin, part.length);
        if (place == SecretPlace::Data)
            return parts;
        std::ranges::move(addressSecretParts(text), std::back_inserter(parts));
        if (place == SecretPlace::Setting && isAddressName(key))
            std::ranges::move(shownAddressParts(text), std::back_inserter(parts));
        return parts;
    }

    static constexpr qsizetype mostNameWords = 6; ///< Longer ones are sentences.
    bool m_isThorough;
    QStringList m_known;
    QStringList m_found;
    KnownSecrets m_repeated;
    HideSecret m_hide = shownInstead;
};

} // namespace

DataPtr withoutSecrets(const DataPtr &root, const QStringList &known)
{
    return SecretCutter(known, false).cut(root, shownInstead);
}

DataPtr withSecretsHidden(const DataPtr &root, const QStringList &known, const HideSecret &hide)
{
    return SecretCutter(known, true).cut(root, hide);
}

QStringList secretsIn(const DataPtr &root)
{
    return SecretCutter(QStringList(), false).found(root);
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
