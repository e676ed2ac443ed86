// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/fallbackreader.h"

#include "models/experiment/fallback.h"
#include "models/experiment/reading/scriptreader.h"
#include "models/experiment/reading/variantreader.h"
#include "models/experiment/scripts.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

struct FallbackText {
    Q_DECLARE_TR_FUNCTIONS(ExperimentFile)
};

bool isFallbackItem(const DataNode &item)
{
    if (!item.isString())
        return item.isMap() && !item.entries.empty();
    return !item.text.isEmpty() && (!isFileReference(item.text) || runnableScript(item.text));
}

/// Goes through the lists of one file of providers.
class FallbackCheck
{
public:
    FallbackCheck(ReadContext &context, const QList<Variant> &variants) : m_context(context), m_variants(variants) { }

    /// `at` is the provider where it stands in the file.
    void check(const Variant &variant, const DataNode &at)
    {
        const FallbackRules rules = fallbackRules(variant);
        const DataPtr config = configOf(at);
        if (rules.next.isEmpty()) {
            if (rules.onFailedChecks)
                m_context.warn(
                    *placeOf(config, QString(FallbackKeys::onFailedChecks), at),
                    FallbackText::tr("\"%1\" has no effect without a \"fallback\".").arg(FallbackKeys::onFailedChecks));
            return;
        }
        const DataNode *list = placeOf(config, QString(FallbackKeys::next), at);
        QStringList names;
        for (qsizetype i = 0; i < rules.next.size(); ++i) {
            const bool isListed = list->isSequence() && std::cmp_less(i, list->items.size());
            checkItem(variant, rules.next.at(i), isListed ? *list->items[static_cast<std::size_t>(i)] : *list, names);
        }
    }

private:
    void checkItem(const Variant &variant, const QJsonValue &item, const DataNode &at, QStringList &names)
    {
        const QString name = fallbackName(item);
        const qsizetype known = item.isString() ? variantNamed(m_variants, item.toString()) : -1;
        if (known >= 0 && isSameProvider(m_variants.at(known), variant))
            m_context.warn(at, FallbackText::tr("The fallback %1 is this provider itself; it is not asked again.").arg(name));
        else if (names.contains(name))
            m_context.warn(at, FallbackText::tr("The fallback %1 is in the list already; it is asked once.").arg(name));
        else if (item.isObject() && at.isMap())
            checkOwn(at);
        else if (item.isString() && known < 0 && runnableScript(item.toString()))
            readScript(m_context, at, item.toString());
        else if (item.isString() && known < 0 && endpointFromId(item.toString()).kind == EndpointKind::Unknown)
            m_context.warn(at, FallbackText::tr("The fallback %1 is neither a provider of this file nor one that this version "
                                                "supports; it is skipped.")
                                   .arg(name));
        names += name;
    }

    /// A provider that stands in the list itself.
    void checkOwn(const DataNode &at)
    {
        ListSource source;
        const QList<Variant> own = readProviders(m_context, at, source);
        if (std::ranges::any_of(own, [](const Variant &each) { return !fallbackRules(each).isEmpty(); }))
            m_context.warn(at, FallbackText::tr("The fallbacks of a fallback are not asked."));
    }

    static DataPtr configOf(const DataNode &provider)
    {
        if (!provider.isMap())
            return nullptr; // it stands in another file
        const bool isKeyed = !provider.find(u"id") && provider.entries.size() == 1;
        const DataPtr config = isKeyed ? provider.entries.front().value->find(u"config") : provider.find(u"config");
        return config && config->isMap() ? config : nullptr;
    }

    static const DataNode *placeOf(const DataPtr &config, QStringView key, const DataNode &provider)
    {
        const DataPtr value = config ? config->find(key) : nullptr;
        return value ? value.get() : &provider; // the config holds it
    }

    ReadContext &m_context;
    const QList<Variant> &m_variants;
};

} // namespace

bool isFallbackKey(const QString &key)
{
    return key == FallbackKeys::next || key == FallbackKeys::onFailedChecks || key == FallbackKeys::samplesAgain;
}

void checkFallbackEntry(ReadContext &context, const DataEntry &entry)
{
    const DataNode &value = *entry.value;
    if (value.isNull())
        return;
    if (entry.key == FallbackKeys::samplesAgain) {
        (void)context.integer(value, entry.key, 0, mostSamplesAgain);
    } else if (entry.key == FallbackKeys::onFailedChecks) {
        if (value.kind != DataKind::Bool)
            context.fail(value, FallbackText::tr("\"%1\" must be true or false.").arg(entry.key));
    } else {
        const bool isList =
            value.isSequence() && std::ranges::all_of(value.items, [](const DataPtr &item) { return isFallbackItem(*item); });
        if (!isList && !isFallbackItem(value))
            context.fail(value, FallbackText::tr("\"fallback\" must be a list of provider ids, labels, or maps with an \"id\"."));
    }
}

void checkFallbacks(ReadContext &context, const QList<Variant> &variants, const DataNode &node, const ListSource &source)
{
    FallbackCheck check(context, variants);
    qsizetype next = 0;
    for (const ItemGroup &group : source.groups) {
        for (int i = 0; i < group.count && next < variants.size(); ++i)
            check.check(variants.at(next++), group.node ? *group.node : node);
    }
}

} // namespace Tempera
