// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/results/resultcolumns.h"

#include "models/experiment/reading/keylesstree.h"
#include "models/experiment/reading/promptreader.h"
#include "models/experiment/reading/variantreader.h"
#include "models/experiment/results/unreadfiles.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// An entry of `providers` alone; nothing where it cannot be understood, as providers that are programs.
std::optional<Variant> configuredVariant(const QJsonValue &entry)
{
    const UnreadFiles files;
    // Keys are taken out as those of an experiment are.
    const DataDocument document{
        .path = {}, .text = {}, .format = DataFormat::Json, .root = withoutKeys(dataFromJson(QJsonArray{entry})).root};
    ReadContext context(files, document);
    ListSource source;
    const QList<Variant> variants = readVariants(context, *document.root, source);
    return context.failed() || variants.size() != 1 ? std::nullopt : std::optional(variants.first());
}

QList<Variant> configuredVariants(const QJsonObject &config)
{
    const QJsonValue given = config.value(config.contains("providers"_L1) ? "providers"_L1 : "targets"_L1);
    const QJsonArray entries = given.isArray() ? given.toArray() : QJsonArray{given};
    QList<Variant> variants;
    for (const QJsonValue &entry : entries) {
        if (const std::optional<Variant> variant = configuredVariant(entry))
            variants += *variant;
    }
    return variants;
}

/// What tells columns apart, of several parts.
QString columnName(const QStringList &parts)
{
    return parts.join(QChar(0x1f));
}

} // namespace

ResultColumns::ResultColumns(const QJsonObject &config, const QJsonArray &heads)
    : m_heads(heads), m_configured(configuredVariants(config))
{
}

std::pair<int, int> ResultColumns::placeOf(const ResultRow &row)
{
    const QJsonObject head = m_heads.at(row.columnIndex).toObject();
    const QString prompt = head.isEmpty() ? columnName({row.promptId, row.promptLabel}) : head.value("raw"_L1).toString();
    const QString pair = columnName({prompt, row.providerId, row.providerLabel});
    const QString column = row.columnIndex < 0 ? pair : QString::number(row.columnIndex);
    if (const auto known = m_columnPlaces.constFind(column); known != m_columnPlaces.cend())
        return *known;
    const int ordinal = m_alike[pair]++; // settings alone may tell two apart
    const std::pair<int, int> place{promptOf(row, head), variantOf(row, ordinal)};
    m_columnPlaces.insert(column, place);
    return place;
}

int ResultColumns::promptOf(const ResultRow &row, const QJsonObject &head)
{
    const QString text = head.value("raw"_L1).toString();
    QString label = head.value("label"_L1).toString(row.promptLabel);
    const QString key = columnName({text.isEmpty() ? row.promptId : text, label});
    if (const auto known = m_promptPlaces.constFind(key); known != m_promptPlaces.cend())
        return *known;
    if (label == text) // promptfoo's label of a prompt that has none
        label.clear();
    Prompt prompt;
    prompt.label = label;
    if (!text.isEmpty())
        prompt.messages = messagesFromText(text, PartsAs::Template);
    const int place = static_cast<int>(m_prompts.size());
    m_prompts += prompt;
    m_promptIds += row.promptId;
    m_promptPlaces.insert(key, place);
    return place;
}

int ResultColumns::variantOf(const ResultRow &row, int ordinal)
{
    const QString key = columnName({row.providerId, row.providerLabel, QString::number(ordinal)});
    if (const auto known = m_variantPlaces.constFind(key); known != m_variantPlaces.cend())
        return *known;
    const int place = static_cast<int>(m_variants.size());
    m_variants += variantFor(row, ordinal);
    m_variantPlaces.insert(key, place);
    return place;
}

/// The one of `config` that has the row's names; of several the first for the first.
Variant ResultColumns::variantFor(const ResultRow &row, int ordinal)
{
    int before = 0;
    for (const Variant &each : std::as_const(m_configured)) {
        const bool isSame = each.label == row.providerLabel
                            && (row.providerId.isEmpty() || each.shownId() == row.providerId
                                || each.endpoint.shownId() == row.providerId || each.endpoint.id == row.providerId);
        if (isSame && before++ == ordinal)
            return each;
    }
    ++m_unknownSettings;
    if (std::optional<Variant> named = configuredVariant(row.providerId)) {
        named->label = row.providerLabel;
        return *named;
    }
    Variant variant;
    variant.label = row.providerLabel;
    variant.endpoint.id = row.providerId;
    return variant;
}

} // namespace Tempera
