// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/catalogreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A dearer token would be a typing error, and stays far from the end of Money's range.
constexpr double mostFactor = 100; ///< Of the price of other input.
constexpr double highestPrice = 1e6;

/// Walks the tree and remembers the first thing that is wrong.
class CatalogReader
{
public:
    explicit CatalogReader(const QString &place) : m_place(place) { }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    void content(const QJsonObject &root, CatalogContent &content)
    {
        content.asOf = date(root, "as_of"_L1, {});
        const QString source = text(root, "source"_L1).value_or(QString());
        const QJsonObject providers = object(root, "providers"_L1);
        const Step step(*this, u"providers"_s);
        for (auto it = providers.begin(); it != providers.end(); ++it) {
            const Step inner(*this, it.key());
            content.providers.insert(it.key(), provider(asObject(it.value()), content.asOf, source));
        }
    }

private:
    /// One step down the path that an error names, for as long as it lives.
    class Step
    {
    public:
        Step(CatalogReader &reader, const QString &key) : m_reader(reader) { m_reader.m_path.append(key); }
        ~Step() { m_reader.m_path.removeLast(); }
        Q_DISABLE_COPY_MOVE(Step)

    private:
        CatalogReader &m_reader;
    };

    void fail(const QString &detail)
    {
        if (m_error)
            return;
        m_error = failure(ErrorKind::Syntax, m_path.join(u'.') + u": "_s + detail, m_place).error();
    }

    QJsonObject asObject(const QJsonValue &value)
    {
        if (!value.isObject())
            fail(u"an object is needed"_s);
        return value.toObject();
    }

    QJsonObject object(const QJsonObject &parent, QLatin1StringView key)
    {
        const QJsonValue value = parent.value(key);
        if (value.isUndefined())
            return {};
        const Step step(*this, key);
        return asObject(value);
    }

    std::optional<QString> text(const QJsonObject &parent, QLatin1StringView key)
    {
        const QJsonValue value = parent.value(key);
        if (value.isUndefined())
            return std::nullopt;
        const Step step(*this, key);
        if (!value.isString())
            fail(u"text is needed"_s);
        return value.toString();
    }

    QDate date(const QJsonObject &parent, QLatin1StringView key, QDate otherwise)
    {
        const std::optional<QString> word = text(parent, key);
        if (!word)
            return otherwise;
        const QDate day = QDate::fromString(*word, Qt::ISODate);
        const Step step(*this, key);
        if (!day.isValid())
            fail(u"a day like 2026-11-10 is needed"_s);
        return day;
    }

    std::optional<bool> flag(const QJsonObject &parent, QLatin1StringView key)
    {
        const QJsonValue value = parent.value(key);
        if (value.isUndefined())
            return std::nullopt;
        const Step step(*this, key);
        if (!value.isBool())
            fail(u"true or false is needed"_s);
        return value.toBool();
    }

    std::optional<std::int64_t> count(const QJsonObject &parent, QLatin1StringView key)
    {
        const QJsonValue value = parent.value(key);
        if (value.isUndefined() || value.isNull())
            return std::nullopt;
        const Step step(*this, key);
        const qint64 number = value.toInteger(-1);
        if (number < 0)
            fail(u"a whole number that is not negative is needed"_s);
        return number;
    }

    std::optional<Money> amount(const QJsonObject &parent, QLatin1StringView key)
    {
        const QJsonValue value = parent.value(key);
        if (value.isUndefined() || value.isNull())
            return std::nullopt;
        const Step step(*this, key);
        bool ok = value.isDouble();
        const double dollars = value.isString() ? value.toString().toDouble(&ok) : value.toDouble();
        if (!ok || !std::isfinite(dollars) || dollars < 0 || dollars > highestPrice) {
            fail(u"dollars for a million tokens are needed"_s);
            return std::nullopt;
        }
        return Money::fromDollars(dollars);
    }

    std::optional<double> factor(const QJsonObject &parent, QLatin1StringView key)
    {
        const QJsonValue value = parent.value(key);
        if (value.isUndefined())
            return std::nullopt;
        const Step step(*this, key);
        if (!value.isDouble() || value.toDouble() < 0 || value.toDouble() > mostFactor) {
            fail(u"a factor from 0 to 100 is needed"_s);
            return std::nullopt;
        }
        return value.toDouble();
    }

    QStringList words(const QJsonObject &parent, QLatin1StringView key)
    {
        const QJsonValue value = parent.value(key);
        if (value.isUndefined())
            return {};
        const Step step(*this, key);
        if (!value.isArray())
            fail(u"a list is needed"_s);
        QStringList list;
        for (const QJsonValue &item : value.toArray()) {
            if (!item.isString())
                fail(u"a list of text is needed"_s);
            list.append(item.toString());
        }
        return list;
    }

    /// Names that this version does not know are skipped: a later catalog may know more parameters.
    std::optional<QList<Parameter>> parameters(const QJsonObject &parent, QLatin1StringView key)
    {
        if (!parent.contains(key))
            return std::nullopt;
        const QStringList names = words(parent, key);
        QList<Parameter> list;
        for (const Parameter parameter : allParameters()) {
            if (names.contains(parameterName(parameter)))
                list.append(parameter);
        }
        return list;
    }

    Price price(const QJsonObject &json, QDate asOf, const QString &source)
    {
        Price made;
        made.inputPerMillion = amount(json, "input"_L1);
        made.outputPerMillion = amount(json, "output"_L1);
        made.cachedInputPerMillion = amount(json, "cached_input"_L1);
        made.cacheWrite5mPerMillion = amount(json, "cache_write"_L1);
        made.cacheWrite1hPerMillion = amount(json, "cache_write_1h"_L1);
        made.asOf = date(json, "as_of"_L1, asOf);
        made.source = text(json, "source"_L1).value_or(source);
        const QJsonValue tiers = json.value("tiers"_L1);
        const Step step(*this, u"tiers"_s);
        if (!tiers.isUndefined() && !tiers.isArray())
            fail(u"a list is needed"_s);
        for (const QJsonValue &item : tiers.toArray()) {
            const QJsonObject row = asObject(item);
            made.tiers.append(PriceTier{count(row, "above"_L1).value_or(0), amount(row, "input"_L1), amount(row, "output"_L1),
                                        amount(row, "cached_input"_L1), amount(row, "cache_write"_L1),
                                        amount(row, "cache_write_1h"_L1)});
        }
        std::ranges::stable_sort(made.tiers, {}, &PriceTier::inputTokensAbove);
        return made;
    }

    ModelRecord model(const QJsonObject &json, QDate asOf, const QString &source)
    {
        ModelRecord made;
        made.title = text(json, "title"_L1).value_or(QString());
        made.contextTokens = count(json, "context"_L1);
        made.maxOutputTokens = count(json, "max_output"_L1);
        made.encoding = text(json, "encoding"_L1);
        made.reasoning = flag(json, "reasoning"_L1);
        made.refuses = parameters(json, "refuses"_L1);
        if (json.contains("price"_L1)) {
            const Step step(*this, u"price"_s);
            made.price = price(asObject(json.value("price"_L1)), asOf, source);
        }
        return made;
    }

    ModelFamily family(const QJsonObject &json)
    {
        return ModelFamily{text(json, "prefix"_L1).value_or(QString()), text(json, "encoding"_L1).value_or(QString()),
                           flag(json, "reasoning"_L1).value_or(false),
                           parameters(json, "refuses"_L1).value_or(QList<Parameter>())};
    }

    ProviderRecord provider(const QJsonObject &json, QDate asOf, const QString &source)
    {
        ProviderRecord made;
        made.title = text(json, "title"_L1).value_or(QString());
        made.hosts = words(json, "hosts"_L1);
        made.wire = text(json, "wire"_L1).value_or(QString());
        made.takes = parameters(json, "takes"_L1);
        made.cacheWriteFactor = factor(json, "cache_write_factor"_L1);
        made.cacheWrite1hFactor = factor(json, "cache_write_1h_factor"_L1);
        const QString ownSource = text(json, "source"_L1).value_or(source);
        {
            const Step step(*this, u"families"_s);
            for (const QJsonValue &item : json.value("families"_L1).toArray())
                made.families.append(family(asObject(item)));
        }
        const QJsonObject models = object(json, "models"_L1);
        const Step step(*this, u"models"_s);
        made.models.reserve(models.size());
        for (auto it = models.begin(); it != models.end(); ++it) {
            const Step inner(*this, it.key());
            made.models.insert(it.key(), model(asObject(it.value()), asOf, ownSource));
        }
        return made;
    }

    QString m_place;
    QStringList m_path;
    std::optional<Error> m_error;
};

Error jsonError(const QByteArray &json, const QJsonParseError &error, const QString &place)
{
    Error made = failure(ErrorKind::Syntax, error.errorString(), place).error();
    const QByteArrayView before = QByteArrayView(json).first(std::clamp<qsizetype>(error.offset, 0, json.size()));
    made.line = static_cast<int>(before.count('\n')) + 1;
    made.column = static_cast<int>(before.size() - (before.lastIndexOf('\n') + 1)) + 1;
    return made;
}

} // namespace

Result<CatalogContent> readCatalog(const QByteArray &json, const QString &place)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return std::unexpected(jsonError(json, parseError, place));
    if (!document.isObject())
        return failure(ErrorKind::Syntax, u"a catalog is an object"_s, place);
    CatalogContent content;
    CatalogReader reader(place);
    reader.content(document.object(), content);
    if (reader.error())
        return std::unexpected(*reader.error());
    return content;
}

} // namespace Tempera
