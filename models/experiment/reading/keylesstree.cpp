// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/keylesstree.h"

#include "models/experiment/data/datawriter.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

bool isSecretHeader(const QString &name)
{
    static const QStringList names{u"authorization"_s,  u"x-api-key"_s, u"api-key"_s,
                                   u"x-goog-api-key"_s, u"cookie"_s,    u"proxy-authorization"_s};
    return names.contains(name.toLower());
}

bool isKeyEntry(const QString &key)
{
    static const QRegularExpression secretVariable(u"^[A-Z0-9_]+_(API_KEY|TOKEN|SECRET|PASSWORD)$"_s);
    return key == "apiKey"_L1 || key == "api_key"_L1 || isSecretHeader(key) || secretVariable.match(key).hasMatch();
}

/// One level of withoutKeys(): gives the same pointer where nothing was cut out.
DataPtr cut(const DataPtr &node, std::vector<DataPtr> &removed)
{
    std::vector<DataPtr> items;
    std::vector<DataEntry> entries;
    bool changed = false;
    for (const DataPtr &item : node->items) {
        items.push_back(cut(item, removed));
        changed |= items.back() != item;
    }
    for (const DataEntry &entry : node->entries) {
        const bool literal = isKeyEntry(entry.key) && entry.value->isScalar() && !entry.value->isNull()
                             && environmentName(entry.value->text).isEmpty();
        if (literal) {
            removed.push_back(entry.value);
            changed = true;
            continue;
        }
        // The variables of a case are the user's own text.
        entries.push_back(
            {entry.key, entry.key == "vars"_L1 ? entry.value : cut(entry.value, removed), entry.line, entry.column});
        changed |= entries.back().value != entry.value;
    }
    if (!changed)
        return node;
    auto copy = std::make_shared<DataNode>(*(node->isMap() ? dataMap(std::move(entries)) : dataSequence(std::move(items))));
    copy->line = node->line;
    copy->column = node->column;
    copy->isBlock = node->isBlock;
    return copy;
}

} // namespace

QString literalKeyWarning()
{
    return QCoreApplication::translate(
        "ExperimentFile",
        "The file contains a key. It is not used and will not be written again: put it into an environment variable or the "
        "keychain, and revoke it if others have seen the file.");
}

KeylessTree withoutKeys(const DataPtr &root)
{
    KeylessTree tree;
    tree.root = cut(root, tree.removed);
    return tree;
}

QString environmentName(const QString &text)
{
    static const QRegularExpression pattern(uR"(^\s*\{\{\s*env\.([A-Za-z_][A-Za-z0-9_]*)\s*\}\}\s*$)"_s);
    return pattern.match(text).captured(1);
}

} // namespace Tempera
