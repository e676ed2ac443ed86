// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/scriptreader.h"

#include "models/experiment/scripts.h"

using namespace Qt::StringLiterals;

namespace Tempera {

bool readScript(ReadContext &context, const DataNode &at, const QString &text)
{
    const std::optional<ScriptReference> reference = scriptReference(text);
    if (!reference || context.scripts().contains(reference->file))
        return true;
    if (!reference->isRun) {
        context.warn(at, QCoreApplication::translate("ExperimentFile", "%1 is kept but not run: scripts are JavaScript.")
                             .arg(reference->file));
        return false;
    }
    const auto source = context.fileText(at, reference->file);
    if (source)
        context.addScript(reference->file, *source);
    return source.has_value();
}

void readProviderScript(ReadContext &context, const DataNode &at, Endpoint &endpoint)
{
    if (readScript(context, at, endpoint.id))
        endpoint.script = context.scripts().value(scriptReference(endpoint.id)->file);
}

void readJudgeScript(ReadContext &context, const DataNode &provider)
{
    if (provider.isString()) {
        if (runnableScript(provider.text))
            readScript(context, provider, provider.text);
        return;
    }
    if (!provider.isMap())
        return;
    for (const DataEntry &entry : provider.entries) {
        if (entry.key == "id"_L1 || entry.key == "text"_L1)
            readJudgeScript(context, *entry.value);
        else if (runnableScript(entry.key)) // {"file://x.js": {config: …}}
            readScript(context, *entry.value, entry.key);
    }
}

QMap<QString, QString> readFilters(ReadContext &context, const DataNode &node)
{
    QMap<QString, QString> filters;
    if (node.isNull())
        return filters;
    if (!node.isMap())
        context.fail(node,
                     QCoreApplication::translate("ExperimentFile", "\"nunjucksFilters\" must be a map of names and files."));
    for (const DataEntry &entry : node.entries) {
        QString reference = context.text(*entry.value, entry.key);
        if (!isFileReference(reference))
            reference.prepend("file://"_L1);
        if (!scriptReference(reference))
            context.fail(*entry.value,
                         QCoreApplication::translate("ExperimentFile", "%1 is no file of JavaScript.").arg(reference));
        else if (readScript(context, *entry.value, reference))
            filters.insert(entry.key, reference);
    }
    return filters;
}

} // namespace Tempera
