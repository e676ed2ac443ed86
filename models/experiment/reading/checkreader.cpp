// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/casereader.h"

#include "models/core/valuetext.h"
#include "models/experiment/checkparts.h"
#include "models/experiment/checktypes.h"
#include "models/experiment/reading/rubricreader.h"
#include "models/experiment/reading/scriptreader.h"
#include "models/experiment/scripts.h"

#include <QRegularExpression>

#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr double unbounded = std::numeric_limits<double>::infinity();

class CheckReader
{
    Q_DECLARE_TR_FUNCTIONS(ExperimentFile)
public:
    explicit CheckReader(ReadContext &context) : m_context(context) { }

    CheckSpec readOne(const DataNode &given)
    {
        CheckSpec spec;
        const DataPtr followed = follow(given);
        const DataNode &node = followed ? *followed : given;
        const DataPtr type = node.find(u"type");
        if (!type) {
            m_context.fail(given, tr("A check is a map with a \"type\"."));
            return spec;
        }
        for (const DataEntry &entry : node.entries)
            readEntry(spec, entry);
        if (isCheckSet(spec))
            readParts(spec, node);
        else
            warnAboutType(spec, *type);
        readCheckScripts(m_context, given, spec);
        return spec;
    }

private:
    /// The node that `$ref: '#/a/b'` points to; null where there is no reference.
    DataPtr follow(const DataNode &node)
    {
        const DataPtr reference = node.find(u"$ref");
        if (!reference)
            return nullptr;
        const QString pointer = m_context.text(*reference, u"$ref"_s);
        DataPtr at = m_context.root().root;
        const QStringList steps = pointer.startsWith("#/"_L1) ? pointer.sliced(2).split(u'/') : QStringList();
        for (const QString &step : steps) {
            at = at->find(step);
            if (!at)
                break;
        }
        if (steps.isEmpty() || !at || at->find(u"$ref")) {
            m_context.fail(*reference, tr("There is nothing at %1.").arg(pointer));
            return nullptr;
        }
        return at;
    }

    void warnAboutType(const CheckSpec &spec, const DataNode &type)
    {
        const QString base = spec.type.startsWith("not-"_L1) ? spec.type.sliced(4) : spec.type;
        if (keptCheckTypes().contains(base))
            m_context.warn(type,
                           tr("The check \"%1\" will be shown as not evaluated: %2.").arg(spec.type, keptCheckReason(base)));
        else if (!knownCheckTypes().contains(base))
            m_context.warn(type, tr("The check \"%1\" is not known; it will be shown as not evaluated.").arg(spec.type));
    }

    /// The checks of a set, with what their references name in its place.
    void readParts(CheckSpec &set, const DataNode &node)
    {
        const DataPtr list = node.find(u"assert");
        if (!list || !list->isSequence()) {
            m_context.fail(node, tr("An \"assert-set\" has a list of checks, \"assert\"."));
            return;
        }
        QList<CheckSpec> parts;
        for (const DataPtr &item : list->items) {
            parts += readOne(*item);
            if (isCheckSet(parts.constLast()))
                m_context.fail(*item, tr("An \"assert-set\" cannot be in another one."));
        }
        setCheckParts(set, parts);
    }

    void readEntry(CheckSpec &spec, const DataEntry &entry)
    {
        const DataNode &value = *entry.value;
        if (entry.key == "type"_L1)
            spec.type = m_context.text(value, entry.key);
        else if (entry.key == "value"_L1)
            spec.value = checkValue(value);
        else if (value.isNull())
            return;
        else if (entry.key == "threshold"_L1)
            spec.threshold = m_context.number(value, entry.key, -unbounded, unbounded);
        else if (entry.key == "weight"_L1)
            spec.weight = m_context.number(value, entry.key, 0, unbounded);
        else if (entry.key == "metric"_L1)
            spec.metric = m_context.text(value, entry.key);
        else if (entry.key == "rubricPrompt"_L1)
            spec.other.insert(entry.key, readRubricPrompt(m_context, value));
        else
            spec.other.insert(entry.key, dataToJson(value));
        if (entry.key == "provider"_L1)
            readJudgeScript(m_context, value);
    }

    QJsonValue checkValue(const DataNode &value)
    {
        if (!value.isString() || !isFileReference(value.text))
            return dataToJson(value);
        const QString ending = fileEnding(value.text);
        if (ending == "json"_L1 || ending == "yaml"_L1 || ending == "yml"_L1) {
            const auto document = m_context.fileTree(value, value.text);
            return document ? dataToJson(*document->root) : QJsonValue();
        }
        if (ending != "txt"_L1)
            return value.text; // a script
        const auto text = m_context.fileText(value, value.text);
        return text ? QJsonValue(text->trimmed()) : QJsonValue();
    }

    ReadContext &m_context;
};

} // namespace

QList<CheckSpec> readChecks(ReadContext &context, const DataNode &node)
{
    QList<CheckSpec> checks;
    if (!node.isSequence()) {
        context.fail(node, QCoreApplication::translate("ExperimentFile", "\"assert\" must be a list of checks."));
        return checks;
    }
    CheckReader reader(context);
    for (const DataPtr &item : node.items)
        checks.append(reader.readOne(*item));
    return checks;
}

void readCheckScripts(ReadContext &context, const DataNode &at, const CheckSpec &check)
{
    for (const QJsonValue &value : {check.value, check.other.value("transform"_L1)}) {
        if (runnableScript(value.toString()))
            readScript(context, at, value.toString());
    }
}

namespace {

/// promptfoo's thresholds for checks in tables, which differ from those in YAML; nothing where it has none.
std::optional<double> tableThreshold(const QString &type)
{
    static const QStringList some{u"answer-relevance"_s,
                                  u"classifier"_s,
                                  u"context-faithfulness"_s,
                                  u"context-recall"_s,
                                  u"context-relevance"_s,
                                  u"cost"_s,
                                  u"latency"_s,
                                  u"levenshtein"_s,
                                  u"perplexity-score"_s,
                                  u"perplexity"_s,
                                  u"rouge-n"_s};
    if (type == "similar"_L1)
        return 0.8;
    return some.contains(type) ? std::optional(0.75) : std::nullopt;
}

} // namespace

CheckSpec checkFromText(const QString &text)
{
    CheckSpec spec;
    if (runnableScript(text)) {
        spec.type = u"javascript"_s;
        spec.value = text;
        return spec;
    }
    static const QRegularExpression pythonFile(u"^file://.+\\.py(:\\w+)?$"_s);
    if (text.startsWith("python:"_L1) || pythonFile.match(text).hasMatch()) {
        spec.type = u"python"_s;
        spec.value = text.sliced(7).trimmed();
        return spec;
    }
    if (text.startsWith("javascript:"_L1) || text.startsWith("fn:"_L1) || text.startsWith("eval:"_L1)) {
        spec.type = u"javascript"_s;
        spec.value = text.sliced(text.indexOf(u':') + 1).trimmed();
        return spec;
    }
    if (text.startsWith("grade:"_L1)) {
        spec.type = u"llm-rubric"_s;
        spec.value = text.sliced(6);
        return spec;
    }
    static const QRegularExpression form(uR"(^(not-)?((?:trajectory:)?[a-z0-9-]+)(?:\((\d+(?:\.\d+)?)\))?(?::(.*))?$)"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = form.match(text);
    const QString base = match.captured(2);
    if (!match.hasMatch() || !(knownCheckTypes().contains(base) || keptCheckTypes().contains(base))) {
        spec.type = u"equals"_s;
        spec.value = text;
        return spec;
    }
    spec.type = match.captured(1) + base;
    if (match.hasCaptured(4))
        spec.value = match.captured(4).trimmed();
    if (match.hasCaptured(3))
        spec.threshold = match.captured(3).toDouble();
    else
        spec.threshold = tableThreshold(base);
    return spec;
}

std::optional<QString> textFromCheck(const CheckSpec &check)
{
    CheckSpec wanted = check;
    if (wanted.value.isDouble())
        wanted.value = valueText(wanted.value);
    else if (wanted.value.isUndefined())
        wanted.value = QJsonValue();
    const QString value = wanted.value.toString();
    QStringList forms;
    if (wanted.type == "equals"_L1)
        forms += value;
    const QString threshold = wanted.threshold ? u"(%1)"_s.arg(*wanted.threshold) : QString();
    const QString head = wanted.type + threshold;
    forms += wanted.value.isString() ? head + u':' + value : head;
    for (const QString &form : std::as_const(forms)) {
        CheckSpec read = checkFromText(form);
        if (read.value.isUndefined())
            read.value = QJsonValue();
        if (!form.isEmpty() && read == wanted)
            return form;
    }
    return std::nullopt;
}

} // namespace Tempera
