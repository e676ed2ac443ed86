// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/namedparts.h"

#include "models/experiment/data/datapatch.h"
#include "models/experiment/data/datareader.h"
#include "models/experiment/data/datawriter.h"

#include <QDir>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Whether a provider is named by a file of providers.
bool isProviderFile(const QString &provider)
{
    return provider.endsWith(".yaml"_L1) || provider.endsWith(".yml"_L1) || provider.endsWith(".json"_L1);
}

/// Patterns have no file of their own: only what is before the name is made complete.
QString completePath(const QString &path, const PromptStore &files)
{
    const QString plain = path.startsWith("file://"_L1) ? path.sliced(7) : path;
    const qsizetype slash = plain.lastIndexOf(u'/');
    const QString folder = files.nameOf(slash < 0 ? u"."_s : slash == 0 ? u"/"_s : plain.first(slash));
    return QDir::cleanPath(folder + u'/' + plain.sliced(slash + 1));
}

/// How promptfoo knows a provider of a list.
struct ProviderNames {
    QString id;
    QString label;
};

ProviderNames namesOf(const DataNode &provider)
{
    if (!provider.isMap())
        return {provider.text, {}};
    const bool isKeyed = !provider.find(u"id") && provider.entries.size() == 1; // { "openai:chat:gpt-4o": { config: … } }
    const DataNode &options = isKeyed ? *provider.entries.front().value : provider;
    const DataPtr id = options.find(u"id");
    const DataPtr label = options.find(u"label");
    return {id ? id->text : isKeyed ? provider.entries.front().key : QString(), label ? label->text : QString()};
}

/// The provider of the experiment that has this id, this label, or this id after a prefix; null where none has.
DataPtr providerNamed(const DataNode &experiment, const QString &name)
{
    const DataPtr providers = experiment.find(u"providers");
    const DataPtr list = providers ? providers : experiment.find(u"targets");
    if (!list || !list->isSequence())
        return nullptr;
    const auto first = [&](const auto &isMeant) {
        const auto found = std::ranges::find_if(list->items, [&](const DataPtr &each) { return isMeant(namesOf(*each)); });
        return found == list->items.end() ? DataPtr() : *found;
    };
    if (const DataPtr same = first([&](const ProviderNames &names) { return names.id == name; }))
        return same;
    if (const DataPtr labelled = first([&](const ProviderNames &names) { return names.label == name; }))
        return labelled;
    return first([&](const ProviderNames &names) { return names.id.endsWith(u':' + name); });
}

DataPtr fileNode(const QString &path, const PromptStore &files)
{
    return dataString(u"file://"_s + completePath(path, files));
}

} // namespace

Result<QByteArray> withNamedParts(const NamedParts &parts, const QByteArray &text, const QString &path, const PromptStore &files)
{
    if (parts.isEmpty())
        return text;
    const Result<DataDocument> document = readData(text, path);
    if (!document)
        return std::unexpected(document.error());
    DataPtr tree = document->root;
    if (!tree->isMap())
        return text; // the reader says what is wrong with it
    if (!parts.prompts.isEmpty()) {
        std::vector<DataPtr> prompts;
        for (const QString &prompt : parts.prompts)
            prompts.push_back(fileNode(prompt, files));
        tree = withEntry(tree, u"prompts"_s, dataSequence(std::move(prompts)));
    }
    if (!parts.providers.isEmpty()) {
        std::vector<DataPtr> providers;
        for (const QString &provider : parts.providers) {
            const DataPtr known = providerNamed(*tree, provider);
            providers.push_back(known ? known : isProviderFile(provider) ? fileNode(provider, files) : dataString(provider));
        }
        tree = withEntry(tree, u"targets"_s, nullptr);
        tree = withEntry(tree, u"providers"_s, dataSequence(std::move(providers)));
    }
    if (!parts.tests.isEmpty())
        tree = withEntry(tree, u"tests"_s, fileNode(parts.tests, files));
    if (const auto patched = patchedYaml(*document, tree))
        return *patched;
    return document->format == DataFormat::Json ? writeJsonTree(*tree) : writeYamlTree(*tree);
}

QStringList foldersOfParts(const NamedParts &parts, const PromptStore &files)
{
    QStringList named = parts.prompts;
    for (const QString &provider : parts.providers) {
        if (isProviderFile(provider))
            named += provider;
    }
    if (!parts.tests.isEmpty())
        named += parts.tests;
    QStringList folders;
    for (const QString &file : std::as_const(named)) {
        const QString path = completePath(file, files);
        folders += path.first(std::max<qsizetype>(1, path.lastIndexOf(u'/')));
    }
    folders.removeDuplicates();
    return folders;
}

} // namespace Tempera
