// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/publishedprices.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype mostPublishedModels = 50'000;
constexpr qsizetype longestModelName = 200;
constexpr double tokensOfAMillion = 1e6;
constexpr double mostDollarsOfAToken = 1;

/// LiteLLM's names of providers → those of the catalog. Others (Azure, Bedrock, Vertex …) sell at prices of their own.
QString catalogKeyOf(const QString &provider)
{
    static const QHash<QString, QString> known{
        {u"openai"_s, u"openai"_s},
        {u"anthropic"_s, u"anthropic"_s},
        {u"gemini"_s, u"google"_s},
        {u"openrouter"_s, u"openrouter"_s},
        {u"mistral"_s, u"mistral"_s},
        {u"deepseek"_s, u"deepseek"_s},
        {u"xai"_s, u"xai"_s},
        {u"groq"_s, u"groq"_s},
        {u"together_ai"_s, u"together"_s},
        {u"cerebras"_s, u"cerebras"_s},
        {u"fireworks_ai"_s, u"fireworks"_s},
        {u"moonshot"_s, u"moonshotai"_s},
        {u"zai"_s, u"zai"_s},
    };
    return known.value(provider);
}

bool isTextMode(const QString &mode)
{
    static const QStringList modes{QString(), u"chat"_s, u"completion"_s, u"responses"_s, u"embedding"_s};
    return modes.contains(mode);
}

/// "input_cost_per_token_above_200k_tokens" → which price, and above how many input tokens. Batches and other service tiers follow
/// from the provider's rules, and are passed over.
std::optional<std::pair<PriceKind, std::int64_t>> priceOfField(const QString &field)
{
    static const QHash<QString, PriceKind> kinds{
        {u"input_cost_per_token"_s, PriceKind::Input},
        {u"output_cost_per_token"_s, PriceKind::Output},
        {u"cache_read_input_token_cost"_s, PriceKind::CachedInput},
        {u"cache_creation_input_token_cost"_s, PriceKind::CacheWrite5m},
        {u"cache_creation_input_token_cost_above_1hr"_s, PriceKind::CacheWrite1h},
        {u"output_cost_per_reasoning_token"_s, PriceKind::Reasoning},
        {u"input_cost_per_audio_token"_s, PriceKind::AudioInput},
        {u"output_cost_per_audio_token"_s, PriceKind::AudioOutput},
    };
    static const QRegularExpression tier(u"^(.*)_above_(\\d{1,6})k_tokens$"_s);
    constexpr std::int64_t thousand = 1000;
    const QRegularExpressionMatch match = tier.match(field);
    const auto kind = kinds.find(match.hasMatch() ? match.captured(1) : field);
    if (kind == kinds.end())
        return std::nullopt;
    return std::pair(*kind, match.hasMatch() ? match.captured(2).toLongLong() * thousand : 0);
}

/// The prices of one model; nothing where one of them cannot be.
std::optional<QList<PublishedPrice>> pricesOfModel(const QString &provider, const QString &model, const QJsonObject &json)
{
    QList<PublishedPrice> made;
    for (auto field = json.begin(); field != json.end(); ++field) {
        const auto place = priceOfField(field.key());
        if (!place || field.value().isNull())
            continue;
        const double perToken = field.value().isDouble() ? field.value().toDouble() : -1;
        if (!std::isfinite(perToken) || perToken < 0 || perToken > mostDollarsOfAToken)
            return std::nullopt;
        if (perToken > 0 || model.endsWith(":free"_L1))
            made += PublishedPrice{provider, model, place->first, place->second, Money::fromDollars(perToken * tokensOfAMillion)};
    }
    std::ranges::stable_sort(made, {}, [](const PublishedPrice &each) { return std::pair(each.above, each.kind); });
    return made;
}

QString nameOnTheWire(const QString &key, const QString &provider)
{
    const QString head = provider + u'/';
    return key.startsWith(head) ? key.sliced(head.size()) : key;
}

std::unexpected<Error> brokenList(const QByteArray &json, const QJsonParseError &error, const QString &place)
{
    Error made = failure(ErrorKind::Syntax, error.errorString(), place).error();
    const QByteArrayView before = QByteArrayView(json).first(std::clamp<qsizetype>(error.offset, 0, json.size()));
    made.line = static_cast<int>(before.count('\n')) + 1;
    return std::unexpected(made);
}

} // namespace

const QList<PriceKind> &allPriceKinds()
{
    static const QList<PriceKind> all{PriceKind::Input,        PriceKind::Output,       PriceKind::CachedInput,
                                      PriceKind::CacheWrite5m, PriceKind::CacheWrite1h, PriceKind::Reasoning,
                                      PriceKind::AudioInput,   PriceKind::AudioOutput};
    return all;
}

QString priceKindName(PriceKind kind)
{
    switch (kind) {
    case PriceKind::Input: return u"input"_s;
    case PriceKind::Output: return u"output"_s;
    case PriceKind::CachedInput: return u"cached_input"_s;
    case PriceKind::CacheWrite5m: return u"cache_write"_s;
    case PriceKind::CacheWrite1h: return u"cache_write_1h"_s;
    case PriceKind::Reasoning: return u"reasoning"_s;
    case PriceKind::AudioInput: return u"audio_input"_s;
    case PriceKind::AudioOutput: break;
    }
    return u"audio_output"_s;
}

std::optional<PriceKind> priceKindFromName(const QString &name)
{
    const auto found = std::ranges::find(allPriceKinds(), name, priceKindName);
    return found == allPriceKinds().end() ? std::nullopt : std::optional(*found);
}

const std::optional<Money> &priceOfKind(const UnitPrices &prices, PriceKind kind)
{
    switch (kind) {
    case PriceKind::Input: return prices.inputPerMillion;
    case PriceKind::Output: return prices.outputPerMillion;
    case PriceKind::CachedInput: return prices.cachedInputPerMillion;
    case PriceKind::CacheWrite5m: return prices.cacheWrite5mPerMillion;
    case PriceKind::CacheWrite1h: return prices.cacheWrite1hPerMillion;
    case PriceKind::Reasoning: return prices.reasoningPerMillion;
    case PriceKind::AudioInput: return prices.audioInputPerMillion;
    case PriceKind::AudioOutput: break;
    }
    return prices.audioOutputPerMillion;
}

std::optional<Money> &priceOfKind(UnitPrices &prices, PriceKind kind)
{
    return const_cast<std::optional<Money> &>(priceOfKind(std::as_const(prices), kind));
}

Result<PublishedPrices> readPublishedPrices(const QByteArray &json, const QString &place)
{
    if (json.size() > MostPriceBytes)
        return failure(ErrorKind::Syntax, QCoreApplication::translate("Prices", "the list of prices is too large"), place);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return brokenList(json, error, place);
    const QJsonObject models = document.object();
    PublishedPrices made;
    for (auto it = models.begin(); it != models.end() && made.models < mostPublishedModels; ++it) {
        const QJsonObject entry = it.value().toObject();
        const QString house = entry.value("litellm_provider"_L1).toString();
        const QString provider = catalogKeyOf(house);
        const QString model = nameOnTheWire(it.key(), house);
        const bool isTaken = !provider.isEmpty() && !model.isEmpty() && model.size() <= longestModelName
                             && isTextMode(entry.value("mode"_L1).toString());
        const std::optional<QList<PublishedPrice>> prices = isTaken ? pricesOfModel(provider, model, entry) : std::nullopt;
        if (prices) {
            made.prices += *prices;
            made.models += prices->isEmpty() ? 0 : 1;
        } else {
            ++made.skipped;
        }
    }
    if (made.prices.isEmpty())
        return failure(ErrorKind::Syntax,
                       QCoreApplication::translate(
                           "Prices", "there is no price in it that can be read; LiteLLM's list of models is expected"),
                       place);
    return made;
}

} // namespace Tempera
