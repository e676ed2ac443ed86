// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/samplingreader.h"

#include "models/experiment/data/datawriter.h"
#include "models/sampling/schemalimits.h"

#include <QJsonArray>

#include <variant>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

class SamplingReader
{
    Q_DECLARE_TR_FUNCTIONS(ExperimentFile)
public:
    SamplingReader(ReadContext &context, bool isLocal) : m_context(context), m_isLocal(isLocal) { }

    void take(SamplingSettings &sampling, Parameter parameter, const DataEntry &entry)
    {
        const ParameterFacts &facts = parameterFacts(parameter);
        std::visit([&](auto field) { take(entry, facts, sampling.*field); }, facts.field);
    }

private:
    void take(const DataEntry &entry, const ParameterFacts &facts, std::optional<double> &target)
    {
        target = m_context.number(*entry.value, entry.key, facts.number.least, facts.number.most);
    }

    void take(const DataEntry &entry, const ParameterFacts &facts, std::optional<int> &target)
    {
        target = static_cast<int>(m_context.integer(*entry.value, entry.key, static_cast<std::int64_t>(facts.number.least),
                                                    static_cast<std::int64_t>(facts.number.most)));
    }

    void take(const DataEntry &entry, const ParameterFacts &, std::optional<std::uint64_t> &target)
    {
        target = seed(*entry.value);
    }

    void take(const DataEntry &entry, const ParameterFacts &, QStringList &target)
    {
        target = m_context.texts(*entry.value, entry.key);
    }

    /// A grammar or a schema: its text, a file with it, or, for a schema, the schema itself as a map.
    void take(const DataEntry &entry, const ParameterFacts &facts, QString &target)
    {
        const DataNode &value = *entry.value;
        const bool isSchema = facts.parameter == Parameter::JsonSchema;
        if (isSchema && value.isMap()) {
            target = QString::fromUtf8(writeJsonTree(value)).trimmed();
        } else {
            target = m_context.text(value, entry.key);
            if (isFileReference(target)) {
                const auto read = m_context.fileText(value, target);
                target = read.value_or(QString());
                if (!read)
                    return; // an error, or a file that may not be read: told in either case
            }
        }
        if (m_context.failed())
            return;
        if (target.trimmed().isEmpty())
            m_context.fail(value, isSchema ? tr("The JSON schema is empty.") : tr("The grammar is empty."));
        else if (isSchema)
            warnOfLimits(value, target);
    }

    /// What a local model's answer can break although it is written by the schema.
    void warnOfLimits(const DataNode &at, const QString &schema)
    {
        const QList<SchemaLimit> limits = m_isLocal ? schemaLimitsOf(schema) : QList<SchemaLimit>();
        if (!limits.isEmpty())
            m_context.warn(at, tr("This part of the JSON schema is not enforced during generation, only checked afterwards: %1.")
                                   .arg(schemaLimitsText(limits)));
    }

    void take(const DataEntry &entry, const ParameterFacts &, QList<SamplerKind> &target)
    {
        for (const QString &name : m_context.texts(*entry.value, entry.key)) {
            const std::optional<SamplerKind> kind = samplerFromName(name);
            if (kind)
                target += *kind;
            else
                m_context.fail(*entry.value, tr("\"%1\" is not a sampler; there are %2.").arg(name, samplerNames()));
        }
    }

    /// Pairs [id or text, number or false], or a map from ids or texts to them.
    void take(const DataEntry &entry, const ParameterFacts &, QList<LogitBias> &target)
    {
        const DataNode &value = *entry.value;
        for (const DataEntry &each : value.entries)
            addBias(target, *each.value, biasPair(each));
        for (const DataPtr &item : value.items)
            addBias(target, *item, dataToJson(*item));
        if (value.isScalar())
            m_context.fail(value, biasRule());
    }

    void addBias(QList<LogitBias> &target, const DataNode &at, const QJsonValue &pair)
    {
        if (const std::optional<LogitBias> bias = logitBiasFromJson(pair))
            target += *bias;
        else
            m_context.fail(at, biasRule());
    }

    /// As in llama-server: a key that is a number is an id.
    static QJsonArray biasPair(const DataEntry &entry)
    {
        bool isId = false;
        const int id = entry.key.toInt(&isId);
        return {isId ? QJsonValue(id) : QJsonValue(entry.key), dataToJson(*entry.value)};
    }

    static QString biasRule()
    {
        return tr("\"logit_bias\" must be a list of pairs: a token's id or a text, and a number or false.");
    }

    static QString samplerNames()
    {
        QStringList names;
        for (const SamplerKind kind : defaultSamplerOrder())
            names += samplerName(kind);
        return names.join(u", "_s);
    }

    /// Up to 64 bits, which a double would not hold.
    quint64 seed(const DataNode &value)
    {
        bool ok = false;
        const std::uint64_t number = value.text.toULongLong(&ok);
        if (!ok || value.kind != DataKind::Integer)
            m_context.fail(value, tr("\"seed\" must be a whole number from 0."));
        return number;
    }

    ReadContext &m_context;
    bool m_isLocal = false;
};

} // namespace

void readSamplingValue(ReadContext &context, SamplingSettings &sampling, Parameter parameter, const DataEntry &entry,
                       bool isLocal)
{
    SamplingReader(context, isLocal).take(sampling, parameter, entry);
}

} // namespace Tempera
