// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringView>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Tempera {

struct DataNode;
/// Nodes are immutable and shared: a YAML alias is a second pointer to the same node.
using DataPtr = std::shared_ptr<const DataNode>;
/// Takes the items of a list one by one; false: no more of them.
using TakeItem = std::function<bool(const DataPtr &item)>;

enum class DataKind { Null, Bool, Integer, Float, String, Sequence, Map };

/// One entry of a map. Keys keep the order of the file.
struct DataEntry {
    QString key;
    DataPtr value;
    int line = 0;   ///< Of the key, 1-based; 0 = made by the program, or merged in.
    int column = 0; ///< 1-based, in bytes.
};

/// A node of a YAML or JSON document that keeps what a QJsonValue loses: order, exact numbers, places.
struct DataNode {
    DataKind kind = DataKind::Null;
    QString text;                   ///< A string's value; a number or bool as written.
    std::vector<DataPtr> items;     ///< Of a sequence.
    std::vector<DataEntry> entries; ///< Of a map.
    int line = 0;                   ///< 1-based; 0 = made by the program.
    int column = 0;                 ///< 1-based, in bytes of its line.
    bool isBlock = false;           ///< Written in YAML's block style.
    int height = 1;                 ///< Levels below and including this node.
    std::int64_t size = 1;          ///< Nodes below and including this one, aliases written out.

    [[nodiscard]] bool isScalar() const { return kind != DataKind::Sequence && kind != DataKind::Map; }
    [[nodiscard]] bool isString() const { return kind == DataKind::String; }
    [[nodiscard]] bool isMap() const { return kind == DataKind::Map; }
    [[nodiscard]] bool isSequence() const { return kind == DataKind::Sequence; }
    [[nodiscard]] bool isNull() const { return kind == DataKind::Null; }

    /// The value under `key`, or null. A linear search: maps in experiments are small.
    [[nodiscard]] DataPtr find(QStringView key) const;
    /// The number, for Integer and Float.
    [[nodiscard]] std::optional<double> number() const;
};

/// Equal content; places do not count.
[[nodiscard]] bool sameData(const DataNode &a, const DataNode &b);

/// What YAML's core schema makes of a plain scalar.
[[nodiscard]] DataKind plainScalarKind(QStringView text);

[[nodiscard]] DataPtr dataString(const QString &text);
[[nodiscard]] DataPtr dataInteger(std::int64_t value);
[[nodiscard]] DataPtr dataUnsigned(std::uint64_t value);
[[nodiscard]] DataPtr dataNumber(double value);
[[nodiscard]] DataPtr dataBool(const QString &word);
[[nodiscard]] DataPtr dataSequence(std::vector<DataPtr> items);
[[nodiscard]] DataPtr dataMap(std::vector<DataEntry> entries);
[[nodiscard]] DataPtr dataFromJson(const QJsonValue &value);
[[nodiscard]] QJsonValue dataToJson(const DataNode &node);

/// The map with `key` set to `value` in its place, or added at the end; without it where `value` is null.
[[nodiscard]] DataPtr withEntry(const DataPtr &map, const QString &key, const DataPtr &value);

} // namespace Tempera
