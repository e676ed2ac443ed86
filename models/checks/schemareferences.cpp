// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/schemareferences.h"

#include <QHash>
#include <QJsonArray>
#include <QStringList>
#include <QUrl>

#include <vector>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// The schemas of a document by their place, and what each asks of the same value.
class SchemaGraph
{
public:
    explicit SchemaGraph(const QJsonObject &root) : m_root(root) { collect(u""_s, root, 0); }

    [[nodiscard]] bool hasLoop() const
    {
        enum class Mark { None, OnTheWay, Done };
        QHash<QString, Mark> marks;
        struct Step {
            QString place;
            QStringList next;
        };
        for (const QString &start : m_places) {
            if (marks.value(start) != Mark::None)
                continue;
            std::vector<Step> way{{start, sameValue(start)}};
            marks.insert(start, Mark::OnTheWay);
            while (!way.empty()) {
                if (way.back().next.isEmpty()) {
                    marks.insert(way.back().place, Mark::Done);
                    way.pop_back();
                    continue;
                }
                const QString next = way.back().next.takeLast();
                if (marks.value(next) == Mark::OnTheWay)
                    return true;
                if (marks.value(next) == Mark::Done)
                    continue;
                marks.insert(next, Mark::OnTheWay);
                way.push_back({next, sameValue(next)});
            }
        }
        return false;
    }

private:
    static QString escapedKey(QString key) { return key.replace(u'~', "~0"_L1).replace(u'/', "~1"_L1); }

    /// Every object, whether it is a schema or not: one that is none has no references.
    void collect(const QString &place, const QJsonValue &value, int depth)
    {
        constexpr int deepest = 200; // jsoncons reads no deeper ones
        if (depth > deepest)
            return;
        if (value.isArray()) {
            const QJsonArray list = value.toArray();
            for (qsizetype i = 0; i < list.size(); ++i)
                collect(place + u'/' + QString::number(i), list.at(i), depth + 1);
            return;
        }
        if (!value.isObject())
            return;
        const QJsonObject map = value.toObject();
        m_places += place;
        m_schemas.insert(place, map);
        for (const QLatin1StringView name : {"$anchor"_L1, "$dynamicAnchor"_L1, "$id"_L1, "id"_L1}) {
            if (const QString anchor = map.value(name).toString(); !anchor.isEmpty())
                m_anchors.insert(anchor.startsWith(u'#') ? anchor.sliced(1) : anchor, place);
        }
        for (auto it = map.begin(); it != map.end(); ++it) {
            if (it.key() != "enum"_L1 && it.key() != "const"_L1 && it.key() != "default"_L1 && it.key() != "examples"_L1)
                collect(place + u'/' + escapedKey(it.key()), it.value(), depth + 1);
        }
    }

    /// The places that judge the same value as `place` does.
    [[nodiscard]] QStringList sameValue(const QString &place) const
    {
        const QJsonObject map = m_schemas.value(place);
        QStringList next;
        const auto take = [&next, this](const QString &target) {
            if (m_schemas.contains(target))
                next += target;
        };
        for (const QLatin1StringView name : {"$ref"_L1, "$dynamicRef"_L1, "$recursiveRef"_L1}) {
            if (map.value(name).isString())
                take(target(map.value(name).toString()));
        }
        for (const QLatin1StringView name : {"not"_L1, "if"_L1, "then"_L1, "else"_L1})
            take(place + u'/' + name);
        for (const QLatin1StringView name : {"allOf"_L1, "anyOf"_L1, "oneOf"_L1}) {
            const qsizetype count = map.value(name).toArray().size();
            for (qsizetype i = 0; i < count; ++i)
                take(place + u'/' + name + u'/' + QString::number(i));
        }
        for (const QLatin1StringView name : {"dependentSchemas"_L1, "dependencies"_L1}) {
            const QStringList keys = map.value(name).toObject().keys();
            for (const QString &key : keys)
                take(place + u'/' + name + u'/' + escapedKey(key));
        }
        return next;
    }

    /// The place that a reference names; one that is not there where it names none of this document.
    [[nodiscard]] QString target(const QString &reference) const
    {
        const QString base = m_root.value("$id"_L1).toString(m_root.value("id"_L1).toString());
        QString fragment = reference;
        if (!base.isEmpty() && fragment.startsWith(base))
            fragment = fragment.sliced(base.size());
        if (fragment.isEmpty() || fragment == "#"_L1)
            return {};
        if (fragment.startsWith("#/"_L1))
            return QUrl::fromPercentEncoding(fragment.sliced(1).toUtf8());
        return m_anchors.value(fragment.startsWith(u'#') ? fragment.sliced(1) : fragment, u"elsewhere"_s);
    }

    const QJsonObject m_root;
    QStringList m_places;
    QHash<QString, QJsonObject> m_schemas;
    QHash<QString, QString> m_anchors;
};

} // namespace

bool refersToItself(const QJsonObject &schema)
{
    return SchemaGraph(schema).hasLoop();
}

} // namespace Tempera
