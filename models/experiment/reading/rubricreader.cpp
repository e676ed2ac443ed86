// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/rubricreader.h"

#include "models/experiment/scripts.h"

using namespace Qt::StringLiterals;

namespace Tempera {

/// The text as it is, JSON and YAML too: variables stand in it, and its quotes are still to be seen where they are filled in.
QJsonValue readRubricPrompt(ReadContext &context, const DataNode &node)
{
    if (!node.isString() || !isFileReference(node.text))
        return dataToJson(node);
    if (scriptReference(node.text)) {
        context.warn(node, QCoreApplication::translate(
                               "ExperimentFile", "%1 is not run: a \"rubricPrompt\" is read from text, JSON and YAML files.")
                               .arg(node.text));
        return node.text;
    }
    const std::optional<QString> text = context.fileText(node, node.text);
    return text ? QJsonValue(*text) : QJsonValue(node.text);
}

QJsonObject readTestOptions(ReadContext &context, const DataNode &node)
{
    QJsonObject options = dataToJson(node).toObject();
    if (const DataPtr prompt = node.isMap() ? node.find(u"rubricPrompt") : nullptr)
        options.insert(u"rubricPrompt"_s, readRubricPrompt(context, *prompt));
    return options;
}

} // namespace Tempera
