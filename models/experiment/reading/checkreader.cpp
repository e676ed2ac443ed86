// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/casereader.h"

#include "models/core/valuetext.h"
#include "models/experiment/checktypes.h"

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
        const QString base = spec.type.startsWith("not-"_L1) ? spec.type.sliced(4) : spec.type;
        if (embeddingCheckTypes().contains(base))
            m_context.warn(*type, tr("The check \"%1\" needs embeddings, which this version does not ask for; it will be shown "
                                     "as an error.")
                                      .arg(spec.type));
        else if (!knownCheckTypes().contains(base))
            m_context.warn(*type, tr("The check \"%1\" is not known; it will be shown as not evaluated.").arg(spec.type));
        if (base == "javascript"_L1 && isFileReference(spec.value.toString()))
            m_context.warn(*type, tr("A script in a separate file is kept but ignored."));
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
        else
            keepOther(spec, entry);
    }

    void keepOther(CheckSpec &spec, const DataEntry &entry)
    {
        spec.other.insert(entry.key, dataToJson(*entry.value));
        if (entry.key == "transform"_L1)
            m_context.warn(*entry.value, tr("\"%1\" of a check is kept but ignored.").arg(entry.key));
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
            return value.text; // a program
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

CheckSpec checkFromText(const QString &text)
{
    CheckSpec spec;
    if (text.startsWith("javascript:"_L1) || text.startsWith("fn:"_L1) || text.startsWith("eval:"_L1)) {
        spec.type = u"javascript"_s;
        spec.value = text.sliced(text.indexOf(u':') + 1);
        return spec;
    }
    if (text.startsWith("grade:"_L1)) {
        spec.type = u"llm-rubric"_s;
        spec.value = text.sliced(6);
        return spec;
    }
    static const QRegularExpression form(uR"(^(not-)?([a-z-]+)(?:\((\d+(?:\.\d+)?)\))?(?::(.*))?$)"_s,
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
    else if (base == "similar"_L1)
        spec.threshold = 0.8; // promptfoo's defaults for data sets differ from those for YAML
    else if (base == "cost"_L1 || base == "latency"_L1 || base == "levenshtein"_L1 || base == "perplexity"_L1
             || base == "rouge-n"_L1 || base == "classifier"_L1)
        spec.threshold = 0.75;
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
