// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/data/datasecrets.h"

#include "models/core/secrets.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype leastKnown = 6; ///< Characters; a shorter text is only a secret in its own place.

/// What a value is, by the names above it.
enum class SecretPlace {
    Setting, ///< Of a provider or the program.
    Data,    ///< The user's own text: prompts, variables, what is expected of an answer.
    Headers, ///< A map of HTTP headers.
    Secret,  ///< Under the name of a secret.
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

    [[nodiscard]] DataPtr cut(const DataPtr &node, SecretPlace place, const QString &key)
    {
        if (node->isMap())
            return cutMap(node, place);
        if (node->isSequence())
            return cutList(node, place, key);
        return cutScalar(node, place, key);
    }

private:
    static SecretPlace placeOfEntry(SecretPlace above, const DataEntry &entry)
    {
        static const QStringList data{u"vars"_s, u"prompts"_s, u"value"_s, u"description"_s, u"label"_s, u"rubricPrompt"_s};
        if (above == SecretPlace::Headers)
            return isPublicHeader(entry.key) ? SecretPlace::Setting : SecretPlace::Secret;
        if (above != SecretPlace::Setting)
            return above;
        if (isSecretName(entry.key))
            return SecretPlace::Secret;
        if (entry.key.endsWith("headers"_L1, Qt::CaseInsensitive))
            return SecretPlace::Headers;
        return data.contains(entry.key) ? SecretPlace::Data : SecretPlace::Setting;
    }

    DataPtr cutMap(const DataPtr &node, SecretPlace place)
    {
        std::vector<DataEntry> entries;
        bool isChanged = false;
        for (const DataEntry &entry : node->entries) {
            DataEntry kept = entry;
            kept.value = cut(entry.value, placeOfEntry(place, entry), entry.key);
            if (place == SecretPlace::Setting)
                kept.key = withoutAddressSecrets(entry.key); // an address as a provider's id
            isChanged |= kept.value != entry.value || kept.key != entry.key;
            entries.push_back(std::move(kept));
        }
        return isChanged ? dataMap(std::move(entries)) : node;
    }

    DataPtr cutList(const DataPtr &node, SecretPlace place, const QString &key)
    {
        std::vector<DataPtr> items;
        for (const DataPtr &item : node->items)
            items.push_back(cut(item, place, key));
        return items == node->items ? node : dataSequence(std::move(items));
    }

    DataPtr cutScalar(const DataPtr &node, SecretPlace place, const QString &key)
    {
        if (node->isNull() || (place != SecretPlace::Secret && node->kind == DataKind::Bool))
            return node;
        const bool isSecret = place == SecretPlace::Secret || place == SecretPlace::Headers;
        if (isSecret && node->kind != DataKind::Bool)
            return isReferenceToKey(node->text) ? node : dataString(redactionMark());
        QString text = node->text;
        if (place == SecretPlace::Setting && node->isString()) {
            if (looksLikeKey(text.trimmed()))
                return dataString(redactionMark());
            text = isAddressName(key) ? shownAddress(text) : withoutAddressSecrets(text);
        }
        for (const QString &known : std::as_const(m_known))
            text.replace(known, redactionMark());
        return text == node->text ? node : dataString(text);
    }

    QStringList m_known;
};

} // namespace

DataPtr withoutSecrets(const DataPtr &root, const QStringList &known)
{
    return SecretCutter(known).cut(root, SecretPlace::Setting, {});
}

bool mayHideSecrets(const QByteArray &yaml)
{
    static const QRegularExpression pair(u"([\\w.-]++)[\"']?\\s*[:=]"_s);
    static const QRegularExpression words(u"[\\s\"',;]+"_s);
    for (qsizetype hash = yaml.indexOf('#'); hash >= 0; hash = yaml.indexOf('#', hash)) {
        const qsizetype end = yaml.indexOf('\n', hash);
        const QString comment = QString::fromUtf8(yaml.sliced(hash, (end < 0 ? yaml.size() : end) - hash));
        hash += comment.isEmpty() ? 1 : (end < 0 ? yaml.size() : end) - hash;
        if (withoutAddressSecrets(comment) != comment || comment.contains("Bearer "_L1))
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
