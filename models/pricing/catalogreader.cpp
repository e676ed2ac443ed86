// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/catalogreader.h"

#include "models/pricing/catalogwalk.h"
#include "models/pricing/pricereader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Reads providers with their models.
class CatalogReader
{
public:
    explicit CatalogReader(const QString &place) : m_walk(place) { }

    [[nodiscard]] const std::optional<Error> &error() const { return m_walk.error(); }

    void content(const QJsonObject &root, CatalogContent &content)
    {
        content.asOf = m_walk.date(root, "as_of"_L1, {});
        const QString source = m_walk.text(root, "source"_L1).value_or(QString());
        const QJsonObject providers = m_walk.object(root, "providers"_L1);
        const Step step(m_walk, u"providers"_s);
        for (auto it = providers.begin(); it != providers.end(); ++it) {
            const Step inner(m_walk, it.key());
            content.providers.insert(it.key(), provider(m_walk.asObject(it.value()), content.asOf, source));
        }
    }

private:
    using Step = CatalogWalk::Step;

    ModelRecord model(const QJsonObject &json, QDate asOf, const QString &source)
    {
        ModelRecord made;
        made.title = m_walk.text(json, "title"_L1).value_or(QString());
        made.contextTokens = m_walk.count(json, "context"_L1);
        made.maxOutputTokens = m_walk.count(json, "max_output"_L1);
        made.encoding = m_walk.text(json, "encoding"_L1);
        made.reasoning = m_walk.flag(json, "reasoning"_L1);
        made.refuses = m_walk.parameters(json, "refuses"_L1);
        if (json.contains("price"_L1)) {
            const Step step(m_walk, u"price"_s);
            made.price = readPrice(m_walk, m_walk.asObject(json.value("price"_L1)), {asOf, source});
        }
        return made;
    }

    ModelFamily family(const QJsonObject &json)
    {
        return ModelFamily{m_walk.text(json, "prefix"_L1).value_or(QString()),
                           m_walk.text(json, "encoding"_L1).value_or(QString()),
                           m_walk.flag(json, "reasoning"_L1).value_or(false),
                           m_walk.parameters(json, "refuses"_L1).value_or(QList<Parameter>())};
    }

    ProviderRecord provider(const QJsonObject &json, QDate asOf, const QString &source)
    {
        ProviderRecord made;
        made.title = m_walk.text(json, "title"_L1).value_or(QString());
        made.hosts = m_walk.words(json, "hosts"_L1);
        made.wire = m_walk.text(json, "wire"_L1).value_or(QString());
        made.takes = m_walk.parameters(json, "takes"_L1);
        made.cacheWriteFactor = m_walk.factor(json, "cache_write_factor"_L1);
        made.cacheWrite1hFactor = m_walk.factor(json, "cache_write_1h_factor"_L1);
        made.rules = readPriceRules(m_walk, json);
        const QString ownSource = m_walk.text(json, "source"_L1).value_or(source);
        {
            const Step step(m_walk, u"families"_s);
            for (const QJsonValue &item : json.value("families"_L1).toArray())
                made.families.append(family(m_walk.asObject(item)));
        }
        const QJsonObject models = m_walk.object(json, "models"_L1);
        const Step step(m_walk, u"models"_s);
        made.models.reserve(models.size());
        for (auto it = models.begin(); it != models.end(); ++it) {
            const Step inner(m_walk, it.key());
            made.models.insert(it.key(), model(m_walk.asObject(it.value()), asOf, ownSource));
        }
        return made;
    }

    CatalogWalk m_walk;
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
