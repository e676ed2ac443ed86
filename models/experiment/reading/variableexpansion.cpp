// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/variableexpansion.h"

#include "models/core/jsontext.h"
#include "models/core/pathpattern.h"
#include "models/experiment/data/datawriter.h"
#include "models/experiment/reading/scriptreader.h"
#include "models/experiment/scripts.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

bool expansionDisabled(const Case &aCase)
{
    return aCase.other.value("options"_L1).toObject().value("disableVarExpansion"_L1).toBool();
}

/// As dataToJson(), but a whole number that no 64 bits hold is its digits, as it is in the file.
QJsonValue exactValue(const DataNode &node)
{
    if (node.isSequence()) {
        QJsonArray array;
        for (const DataPtr &item : node.items)
            array.append(exactValue(*item));
        return array;
    }
    if (node.isMap()) {
        QJsonObject object;
        for (const DataEntry &entry : node.entries)
            object.insert(entry.key.isNull() ? u""_s : entry.key, exactValue(*entry.value)); // QJsonObject breaks on null
        return object;
    }
    bool fits = true;
    if (node.kind == DataKind::Integer && !node.text.startsWith("0x"_L1) && !node.text.startsWith("0o"_L1))
        node.text.toLongLong(&fits);
    return fits ? dataToJson(node) : QJsonValue(node.text);
}

/// JSON on one line, keys in their order.
QString compactTree(const DataNode &tree)
{
    QStringList parts;
    if (tree.isSequence()) {
        for (const DataPtr &item : tree.items)
            parts += compactTree(*item);
        return u'[' + parts.join(u',') + u']';
    }
    if (tree.isMap()) {
        for (const DataEntry &entry : tree.entries)
            parts += jsonString(entry.key) + u':' + compactTree(*entry.value);
        return u'{' + parts.join(u',') + u'}';
    }
    if (tree.isString())
        return jsonString(tree.text);
    return QString::fromUtf8(jsonText(dataToJson(tree)));
}

QString treeAsText(const DataNode &tree)
{
    return tree.isScalar() ? tree.text : compactTree(tree);
}

/// What a variable's file holds; undefined where it may not be read.
QJsonValue fileValue(ReadContext &context, const DataNode &node, const QString &reference)
{
    const QString ending = fileEnding(reference);
    if (runnableScript(reference)) {
        // The name stays: what the function gives depends on the other variables.
        return readScript(context, node, reference) ? QJsonValue(reference) : QJsonValue(QJsonValue::Undefined);
    }
    if (ending == "js"_L1 || ending == "py"_L1 || ending == "pdf"_L1) {
        context.warn(node,
                     QCoreApplication::translate(
                         "ExperimentFile", "The variable's file %1 cannot be read by this version; the name itself is the value.")
                         .arg(reference));
        return reference;
    }
    if (!context.allows(node, reference, false))
        return QJsonValue(QJsonValue::Undefined);
    if (ending == "yaml"_L1 || ending == "yml"_L1) { // as JSON; a file of JSON stays as it is written
        const auto document = context.fileTree(node, reference);
        return document ? QJsonValue(treeAsText(*document->root)) : QJsonValue();
    }
    const auto text = context.fileText(node, reference);
    return text ? QJsonValue(text->trimmed()) : QJsonValue();
}

} // namespace

QJsonValue variableValue(ReadContext &context, const DataNode &node)
{
    if (!node.isString() || !isFileReference(node.text))
        return exactValue(node);
    if (!isPathPattern(node.text))
        return fileValue(context, node, node.text);
    QJsonArray values; // each of which makes a case
    for (const QString &path : context.matching(node, node.text))
        values.append(fileValue(context, node, path));
    return values;
}

bool expands(const QJsonValue &value)
{
    return value.isArray() && value.toArray().first().isString();
}

bool hasExpandingVariable(const Variables &variables)
{
    return std::any_of(variables.begin(), variables.end(), [](const Variable &v) { return expands(v.value); });
}

QList<Case> expandCase(const Case &aCase, const Case &defaults, qsizetype limit)
{
    if (limit < 1)
        return {};
    if (expansionDisabled(aCase) || expansionDisabled(defaults))
        return {aCase};

    // A default that expands becomes a variable of the case's own; the default itself stays as it is.
    Variables all;
    for (const Variable &variable : defaults.variables) {
        const bool overridden = std::any_of(aCase.variables.begin(), aCase.variables.end(),
                                            [&](const Variable &own) { return own.name == variable.name; });
        if (expands(variable.value) && !overridden)
            all.append(variable);
    }
    all += aCase.variables;

    QList<Variables> rows{{}};
    for (const Variable &variable : all) {
        if (!expands(variable.value)) { // not through an array, which makes null of what has no value
            for (Variables &row : rows)
                row.append(variable);
            continue;
        }
        const QJsonArray values = variable.value.toArray();
        if (values.size() > limit / rows.size())
            return {};
        QList<Variables> longer;
        longer.reserve(rows.size() * values.size());
        for (const Variables &row : std::as_const(rows)) {
            for (const QJsonValue &value : values)
                longer.append(row + Variables{{variable.name, value}});
        }
        rows = std::move(longer);
    }

    QList<Case> cases;
    cases.reserve(rows.size());
    for (Variables &row : rows) {
        cases.append(aCase);
        cases.last().variables = std::move(row);
    }
    return cases;
}

} // namespace Tempera
