// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checkregistry.h"
#include "models/checks/jsonschema.h"
#include "models/experiment/data/datareader.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A schema as it stands in a file: a map, a bool, or a text of YAML or JSON. Undefined when it is none; null = no schema.
QJsonValue schemaOf(const QJsonValue &value)
{
    if (value.isObject() || value.isBool() || value.isNull())
        return value;
    if (value.isString() && value.toString().trimmed().isEmpty())
        return QJsonValue::Null;
    if (!value.isString())
        return QJsonValue::Undefined;
    const Result<DataDocument> document = readData(value.toString().toUtf8(), {});
    const bool usable = document && (document->root->isMap() || document->root->kind == DataKind::Bool);
    return usable ? dataToJson(*document->root) : QJsonValue(QJsonValue::Undefined);
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
        if (const Result<void> syntax = parseJson(input.cell.text); !syntax)
            return judged(false, tr("the output is not JSON: %1").arg(syntax.error().detail));
        if (schema.isNull())
            return judged(true, tr("the output is JSON"));
        const Result<QString> violation = schemaViolation(input.cell.text, schema);
        if (!violation)
            return broken(violation.error().detail);
        return violation->isEmpty() ? judged(true, tr("the output follows the schema"))
                                    : judged(false, tr("the output does not follow the schema at %1").arg(*violation));
    }
};

/// `contains-json`: a map or list somewhere in the output is JSON, and follows the schema where one is given.
class ContainsJson final : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    static constexpr int mostCandidates = 1'000;

    Finding run(const CheckInput &input) const override
    {
        const QJsonValue schema = schemaOf(input.value);
        if (schema.isUndefined())
            return broken(tr("its value is not a JSON schema"));
        QString lastViolation;
        const QString &text = input.cell.text;
        qsizetype at = 0;
        for (int candidate = 0; candidate < mostCandidates; ++candidate) {
            at = nextBracket(text, at);
            if (at < 0)
                break;
            const qsizetype end = closingBracket(text, at);
            const QString part = end < 0 ? QString() : text.sliced(at, end + 1 - at);
            if (part.isEmpty() || !parseJson(part)) {
                ++at;
                continue;
            }
            if (schema.isNull())
                return judged(true, tr("the output holds JSON"));
            const Result<QString> violation = schemaViolation(part, schema);
            if (!violation)
                return broken(violation.error().detail);
            if (violation->isEmpty())
                return judged(true, tr("the output holds JSON that follows the schema"));
            lastViolation = *violation;
            at = end + 1;
        }
        return judged(false, lastViolation.isEmpty()
                                 ? tr("the output holds no JSON")
                                 : tr("the JSON in the output does not follow the schema at %1").arg(lastViolation));
    }

    static qsizetype nextBracket(const QString &text, qsizetype from)
    {
        for (qsizetype i = from; i < text.size(); ++i) {
            if (text[i] == u'{' || text[i] == u'[')
                return i;
        }
        return -1;
    }

    /// The bracket that closes the one at `open`; brackets in strings do not count. −1 where there is none.
    static qsizetype closingBracket(const QString &text, qsizetype open)
    {
        int depth = 0;
        bool inString = false;
        for (qsizetype i = open; i < text.size(); ++i) {
            const QChar c = text[i];
            if (inString) {
                if (c == u'\\')
                    ++i;
                else if (c == u'"')
                    inString = false;
            } else if (c == u'"') {
                inString = true;
            } else if (c == u'{' || c == u'[') {
                ++depth;
            } else if ((c == u'}' || c == u']') && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
};

} // namespace

void addJsonChecks(std::vector<RegisteredCheck> &checks)
{
    checks.push_back({u"is-json"_s, std::make_unique<IsJson>()});
    checks.push_back({u"contains-json"_s, std::make_unique<ContainsJson>()});
}

} // namespace Tempera
