// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/data/datanode.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool allOf(QStringView text, bool (*predicate)(QChar))
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), predicate);
}

bool isHexDigit(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

bool isOctalDigit(QChar c)
{
    return c >= u'0' && c <= u'7';
}

bool isDecimalFloat(QStringView text)
{
    qsizetype i = 0;
    const auto digits = [&] {
        const qsizetype start = i;
        while (i < text.size() && isDigit(text[i]))
            ++i;
        return i - start;
    };
    const qsizetype before = digits();
    qsizetype after = 0;
    if (i < text.size() && text[i] == u'.') {
        ++i;
        after = digits();
    }
    if (before + after == 0)
        return false;
    if (i < text.size() && (text[i] == u'e' || text[i] == u'E')) {
        ++i;
        if (i < text.size() && (text[i] == u'+' || text[i] == u'-'))
            ++i;
        if (digits() == 0)
            return false;
    }
    return i == text.size();
}

std::optional<qint64> integerOf(QStringView text)
{
    bool ok = false;
    qint64 value = 0;
    if (text.startsWith("0x"_L1))
        value = text.sliced(2).toLongLong(&ok, 16);
    else if (text.startsWith("0o"_L1))
        value = text.sliced(2).toLongLong(&ok, 8);
    else
        value = text.toLongLong(&ok, 10);
    return ok ? std::optional(value) : std::nullopt;
}

DataPtr scalar(DataKind kind, const QString &text)
{
    auto node = std::make_shared<DataNode>();
    node->kind = kind;
    node->text = text;
    return node;
}

void measure(DataNode &node, const DataNode &child)
{
    node.height = std::max(node.height, child.height + 1);
    node.size += child.size;
}

} // namespace

DataPtr DataNode::find(QStringView key) const
{
    const auto it = std::find_if(entries.begin(), entries.end(), [key](const DataEntry &e) { return e.key == key; });
    return it == entries.end() ? nullptr : it->value;
}

std::optional<double> DataNode::number() const
{
    if (kind == DataKind::Integer) {
        if (const auto value = integerOf(text))
            return static_cast<double>(*value);
    }
    if (kind != DataKind::Integer && kind != DataKind::Float)
        return std::nullopt;
    bool ok = false;
    const double value = QLocale::c().toDouble(text, &ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

bool sameData(const DataNode &a, const DataNode &b)
{
    if (&a == &b)
        return true;
    if (a.kind != b.kind || a.text != b.text)
        return false;
    return std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(),
                      [](const DataPtr &x, const DataPtr &y) { return sameData(*x, *y); })
           && std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(),
                         [](const DataEntry &x, const DataEntry &y) { return x.key == y.key && sameData(*x.value, *y.value); });
}

DataKind plainScalarKind(QStringView text)
{
    if (text.isEmpty() || text == "~"_L1 || text == "null"_L1 || text == "Null"_L1 || text == "NULL"_L1)
        return DataKind::Null;
    if (text == "true"_L1 || text == "True"_L1 || text == "TRUE"_L1 || text == "false"_L1 || text == "False"_L1
        || text == "FALSE"_L1)
        return DataKind::Bool;
    if (text.startsWith("0x"_L1) && allOf(text.sliced(2), isHexDigit))
        return DataKind::Integer;
    if (text.startsWith("0o"_L1) && allOf(text.sliced(2), isOctalDigit))
        return DataKind::Integer;
    const QStringView unsignedText = text[0] == u'-' || text[0] == u'+' ? text.sliced(1) : text;
    if (allOf(unsignedText, isDigit))
        return DataKind::Integer;
    if (isDecimalFloat(unsignedText))
        return DataKind::Float;
    return DataKind::String; // ".nan" and ".inf" have no place in JSON and stay words
}

DataPtr dataString(const QString &text)
{
    return scalar(DataKind::String, text);
}

DataPtr dataInteger(std::int64_t value)
{
    return scalar(DataKind::Integer, QString::number(value));
}

DataPtr dataUnsigned(std::uint64_t value)
{
    return scalar(DataKind::Integer, QString::number(value));
}

DataPtr dataNumber(double value)
{
    constexpr double exactLimit = 9007199254740992.0; // 2^53: whole numbers below are exact
    if (value == std::floor(value) && std::abs(value) < exactLimit)
        return dataInteger(static_cast<std::int64_t>(value));
    const QString text = QString::number(value, 'g', QLocale::FloatingPointShortest);
    return scalar(plainScalarKind(text), text);
}

DataPtr dataBool(const QString &word)
{
    return scalar(DataKind::Bool, word);
}

DataPtr dataSequence(std::vector<DataPtr> items)
{
    auto node = std::make_shared<DataNode>();
    node->kind = DataKind::Sequence;
    node->items = std::move(items);
    for (const DataPtr &item : node->items)
        measure(*node, *item);
    return node;
}

DataPtr dataMap(std::vector<DataEntry> entries)
{
    auto node = std::make_shared<DataNode>();
    node->kind = DataKind::Map;
    node->entries = std::move(entries);
    for (const DataEntry &entry : node->entries)
        measure(*node, *entry.value);
    return node;
}

DataPtr dataFromJson(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool: return dataBool(value.toBool() ? u"true"_s : u"false"_s);
    case QJsonValue::Double: {
        constexpr qint64 none = std::numeric_limits<qint64>::min();
        const qint64 whole = value.toInteger(none);
        return whole != none ? dataInteger(whole) : dataNumber(value.toDouble());
    }
    case QJsonValue::String: return dataString(value.toString());
    case QJsonValue::Array: {
        std::vector<DataPtr> items;
        for (const auto &item : value.toArray())
            items.push_back(dataFromJson(item));
        return dataSequence(std::move(items));
    }
    case QJsonValue::Object: {
        std::vector<DataEntry> entries;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            entries.push_back({it.key(), dataFromJson(it.value())});
        return dataMap(std::move(entries));
    }
    default: return scalar(DataKind::Null, {});
    }
}

QJsonValue dataToJson(const DataNode &node)
{
    switch (node.kind) {
    case DataKind::Null: return QJsonValue::Null;
    case DataKind::Bool: return node.text.startsWith(u't', Qt::CaseInsensitive);
    case DataKind::Integer:
        if (const auto value = integerOf(node.text))
            return *value;
        [[fallthrough]];
    case DataKind::Float: {
        const auto value = node.number();
        return value ? QJsonValue(*value) : QJsonValue(node.text);
    }
    case DataKind::String: return node.text;
    case DataKind::Sequence: {
        QJsonArray array;
        for (const DataPtr &item : node.items)
            array.append(dataToJson(*item));
        return array;
    }
    case DataKind::Map: {
        QJsonObject object;
        for (const DataEntry &entry : node.entries)
            object.insert(entry.key.isNull() ? u""_s : entry.key, dataToJson(*entry.value)); // QJsonObject breaks on null
        return object;
    }
    }
    return {};
}

DataPtr withEntry(const DataPtr &map, const QString &key, const DataPtr &value)
{
    std::vector<DataEntry> entries = map ? map->entries : std::vector<DataEntry>();
    const auto it = std::find_if(entries.begin(), entries.end(), [&key](const DataEntry &e) { return e.key == key; });
    if (!value) {
        if (it != entries.end())
            entries.erase(it);
    } else if (it != entries.end()) {
        it->value = value;
    } else {
        entries.push_back({key, value});
    }
    return dataMap(std::move(entries));
}

} // namespace Tempera
