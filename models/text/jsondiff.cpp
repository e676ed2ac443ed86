// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/jsondiff.h"

#include "models/text/sequencediff.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int deepestCompared = 200;

class JsonComparison
{
public:
    void compare(const QJsonValue &before, const QJsonValue &after, const QString &path, int depth);
    [[nodiscard]] QList<JsonChange> take() { return std::move(m_changes); }

private:
    /// What lies between two pairs of equal elements.
    struct Gap {
        qsizetype beforeFrom = 0;
        qsizetype beforeTo = 0;
        qsizetype afterFrom = 0;
        qsizetype afterTo = 0;
    };
    void compareObjects(const QJsonObject &before, const QJsonObject &after, const QString &path, int depth);
    void compareArrays(const QJsonArray &before, const QJsonArray &after, const QString &path, int depth);
    void compareGap(const QJsonArray &before, const QJsonArray &after, Gap gap, const QString &path, int depth);
    void add(JsonChange::Kind kind, const QString &path, const QJsonValue &before, const QJsonValue &after)
    {
        m_changes.append({kind, path, before, after});
    }

    QList<JsonChange> m_changes;
};

void JsonComparison::compare(const QJsonValue &before, const QJsonValue &after, const QString &path, int depth)
{
    if (before == after)
        return;
    if (depth < deepestCompared && before.isObject() && after.isObject())
        compareObjects(before.toObject(), after.toObject(), path, depth);
    else if (depth < deepestCompared && before.isArray() && after.isArray())
        compareArrays(before.toArray(), after.toArray(), path, depth);
    else
        add(JsonChange::Kind::Changed, path, before, after);
}

void JsonComparison::compareObjects(const QJsonObject &before, const QJsonObject &after, const QString &path, int depth)
{
    for (auto member = before.begin(); member != before.end(); ++member) {
        const QString at = jsonMemberPath(path, member.key());
        if (const auto now = after.constFind(member.key()); now != after.constEnd())
            compare(member.value(), now.value(), at, depth + 1);
        else
            add(JsonChange::Kind::Removed, at, member.value(), QJsonValue::Undefined);
    }
    for (auto member = after.begin(); member != after.end(); ++member) {
        if (!before.contains(member.key()))
            add(JsonChange::Kind::Added, jsonMemberPath(path, member.key()), QJsonValue::Undefined, member.value());
    }
}

void JsonComparison::compareArrays(const QJsonArray &before, const QJsonArray &after, const QString &path, int depth)
{
    QHash<QJsonValue, int> numbers;
    const auto numbered = [&numbers](const QJsonArray &array) {
        std::vector<int> ids;
        for (const QJsonValue &value : array) {
            int &id = numbers[value]; // 0 where it is new
            if (id == 0)
                id = static_cast<int>(numbers.size());
            ids.push_back(id);
        }
        return ids;
    };
    const std::vector<int> beforeIds = numbered(before);
    const std::vector<int> kept = keptEntries(beforeIds, numbered(after));
    Gap gap;
    for (gap.beforeTo = 0; gap.beforeTo < before.size(); ++gap.beforeTo) {
        const int same = kept[static_cast<std::size_t>(gap.beforeTo)];
        if (same < 0)
            continue;
        gap.afterTo = same;
        compareGap(before, after, gap, path, depth);
        gap.beforeFrom = gap.beforeTo + 1;
        gap.afterFrom = same + 1;
    }
    gap.afterTo = after.size();
    compareGap(before, after, gap, path, depth);
}

void JsonComparison::compareGap(const QJsonArray &before, const QJsonArray &after, Gap gap, const QString &path, int depth)
{
    while (gap.beforeFrom < gap.beforeTo && gap.afterFrom < gap.afterTo
           && before.at(gap.beforeFrom).type() == after.at(gap.afterFrom).type()) {
        compare(before.at(gap.beforeFrom), after.at(gap.afterFrom), jsonElementPath(path, gap.beforeFrom), depth + 1);
        ++gap.beforeFrom;
        ++gap.afterFrom;
    }
    for (; gap.beforeFrom < gap.beforeTo; ++gap.beforeFrom)
        add(JsonChange::Kind::Removed, jsonElementPath(path, gap.beforeFrom), before.at(gap.beforeFrom), QJsonValue::Undefined);
    for (; gap.afterFrom < gap.afterTo; ++gap.afterFrom)
        add(JsonChange::Kind::Added, jsonElementPath(path, gap.afterFrom), QJsonValue::Undefined, after.at(gap.afterFrom));
}

} // namespace

QString jsonMemberPath(const QString &path, const QString &name)
{
    QString escaped;
    for (const QChar c : name) {
        if (c == u'\'' || c == u'\\')
            escaped += u'\\' + QString(c);
        else if (c.unicode() < 0x20)
            escaped += u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
        else
            escaped += c;
    }
    return u"%1['%2']"_s.arg(path, escaped);
}

QString jsonElementPath(const QString &path, qsizetype index)
{
    return path + u'[' + QString::number(index) + u']';
}

QList<JsonChange> jsonDiff(const QJsonValue &before, const QJsonValue &after)
{
    JsonComparison comparison;
    comparison.compare(before, after, u"$"_s, 0);
    return comparison.take();
}

} // namespace Tempera
