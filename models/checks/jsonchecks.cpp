// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checkregistry.h"
#include "models/checks/looseobjects.h"
#include "models/experiment/data/datareader.h"

#include <QCache>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A schema as it is in a file: a map, a bool, or a text of YAML or JSON. Undefined when it is none; null = no schema.
QJsonValue schemaOf(const QJsonValue &value)
{
    if (value.isObject() || value.isBool() || value.isNull())
        return value;
    if (value.isString() && value.toString().trimmed().isEmpty())
        return QJsonValue::Null;
    if (!value.isString())
        return QJsonValue::Undefined;
    constexpr qsizetype mostKept = 32; // the same few texts serve many cells
    thread_local QCache<QString, QJsonValue> kept(mostKept);
    const QString text = value.toString();
    if (const QJsonValue *known = kept.object(text))
        return *known;
    const Result<DataDocument> document = readData(text.toUtf8(), {});
    const bool usable = document && (document->root->isMap() || document->root->kind == DataKind::Bool);
    const QJsonValue schema = usable ? dataToJson(*document->root) : QJsonValue(QJsonValue::Undefined);
    kept.insert(text, new QJsonValue(schema)); // the cache takes it
    return schema;
}

/// `is-json`: the whole output is JSON, and follows the schema where one is given.
class IsJson final : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    Finding run(const CheckInput &input) const override
    {
        const QJsonValue schema = schemaOf(input.value);
        if (schema.isUndefined())
            return broken(tr("its value is not a JSON schema"));
        const Result<ParsedJson> &json = input.json.whole();
        if (!json)
            return judged(false, tr("the output is not JSON: %1").arg(json.error().detail));
        if (schema.isNull())
            return judged(true, tr("the output is JSON"));
        const Result<QString> violation = schemaViolation(*json, schema);
        if (!violation)
            return broken(violation.error().detail);
        return violation->isEmpty() ? judged(true, tr("the output follows the schema"))
                                    : judged(false, tr("the output does not follow the schema at %1").arg(*violation));
    }
};

/// `contains-json`: a map somewhere in the output is JSON, and follows the schema where one is given.
class ContainsJson final : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    Finding run(const CheckInput &input) const override
    {
        const QJsonValue schema = schemaOf(input.value);
        if (schema.isUndefined())
            return broken(tr("its value is not a JSON schema"));
        QString lastViolation;
        LooseObjects objects(input.cell.text);
        while (const std::optional<ParsedJson> part = objects.next()) {
            if (schema.isNull())
                return judged(true, tr("the output contains JSON"));
            const Result<QString> violation = schemaViolation(*part, schema);
            if (!violation)
                return broken(violation.error().detail);
            if (violation->isEmpty())
                return judged(true, tr("the output contains JSON that follows the schema"));
            lastViolation = *violation;
        }
        return judged(false, lastViolation.isEmpty()
                                 ? tr("the output contains no JSON")
                                 : tr("the JSON in the output does not follow the schema at %1").arg(lastViolation));
    }
};

} // namespace

void addJsonChecks(std::vector<RegisteredCheck> &checks)
{
    checks.push_back({u"is-json"_s, CheckNeeds::Json, std::make_unique<IsJson>()});
    checks.push_back({u"contains-json"_s, CheckNeeds::Json, std::make_unique<ContainsJson>()});
}

} // namespace Tempera
