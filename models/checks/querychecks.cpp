// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checkregistry.h"
#include "models/checks/jsonqueries.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// `json-path` and `jmespath`: a query finds something in the output, which is JSON; with `equals`, exactly that. The value is the
/// query, or a map {query, equals}.
class QueryCheck final : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
public:
    explicit QueryCheck(QueryLanguage language) : m_language(language) { }

private:
    Finding run(const CheckInput &input) const override
    {
        const QJsonObject map = input.value.toObject();
        const QString query = input.value.isObject() ? map.value("query"_L1).toString() : asText(input.value).value_or(QString());
        if (query.trimmed().isEmpty())
            return broken(tr("it needs a query"));
        if (const Result<ParsedJson> &json = input.json.whole(); !json)
            return judged(false, tr("the output is not JSON: %1").arg(json.error().detail));
        const Result<QString> found = queriedJson(input.cell.text, query, m_language);
        if (!found)
            return broken(found.error().detail);
        const QJsonValue value = QJsonDocument::fromJson('[' + found->toUtf8() + ']')[0];
        const QString fact = tr("%1 finds %2").arg(quoted(query), quoted(*found));
        if (!map.contains("equals"_L1))
            return judged(isSomething(value), fact);
        const QJsonValue expected = map.value("equals"_L1);
        // JSONPath gives a list of what it finds; one thing is as good as a list of it.
        const bool isOne =
            m_language == QueryLanguage::JsonPath && value.toArray().size() == 1 && value.toArray().at(0) == expected;
        return judged(isOne || value == expected, fact);
    }

    static bool isSomething(const QJsonValue &value)
    {
        return !(value.isNull() || value.isUndefined() || value == QJsonValue(false) || value == QJsonValue(QString())
                 || (value.isArray() && value.toArray().isEmpty()) || (value.isObject() && value.toObject().isEmpty()));
    }

    const QueryLanguage m_language;
};

} // namespace

void addQueryChecks(std::vector<RegisteredCheck> &checks)
{
    checks.push_back({u"json-path"_s, CheckNeeds::Json, std::make_unique<QueryCheck>(QueryLanguage::JsonPath)});
    checks.push_back({u"jmespath"_s, CheckNeeds::Json, std::make_unique<QueryCheck>(QueryLanguage::JmesPath)});
}

} // namespace Tempera
