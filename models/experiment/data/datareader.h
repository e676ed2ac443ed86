// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/experiment/data/datanode.h"

#include <QByteArray>

#include <functional>

namespace Tempera {

/// Which of the two a text is written in.
enum class DataFormat { Yaml, Json };

/// A file read as a tree.
struct DataDocument {
    QString path;
    QByteArray text; ///< Without a byte order mark.
    DataFormat format = DataFormat::Yaml;
    DataPtr root;
    int linesBefore = 0; ///< In the file, where the text is only a part of it.
};

/// Bounds for what is read, so that no file can take the machine's memory or stack.
inline constexpr qsizetype maxDataBytes = 64 * 1024 * 1024;
inline constexpr std::int64_t maxDataNodes = 2'000'000;
inline constexpr int maxDataHeight = 100;

/// Reads one document of YAML, or JSON where the text begins with a brace or a bracket and parses as JSON.
/// Anchors, aliases and merge keys are resolved; plain scalars are typed by the core schema. A key that occurs
/// twice, an alias inside itself, a second document, text that readText() refuses or beyond the bounds is an Error{Syntax} with its place.
[[nodiscard]] Result<DataDocument> readData(const QByteArray &text, const QString &path);

/// Takes an item of a data set; `document` is where it stands and has no root. False: no more of them.
using TakeDataItem = std::function<bool(const DataDocument &document, const DataPtr &item)>;

/// Reads a data set as readData() reads a document, but hands over the items of its list one by one and keeps none, so that
/// the bounds on values are those of one item. A document that is no list is its only item; an empty one has none.
/// What stands before an error is handed over before it is known.
[[nodiscard]] Result<void> readDataItems(const QByteArray &text, const QString &path, const TakeDataItem &take);

/// The text of a file in UTF-8, or in UTF-16 with a byte order mark; the mark is left out. Bytes that are no such text
/// (windows-1252, binary data) are an Error{Syntax} with the line and column of the first of them: nothing is replaced.
[[nodiscard]] Result<QString> readText(const QByteArray &bytes, const QString &path);

/// QString::fromUtf8() without its two surprises: a byte order mark at the beginning stays, and no bytes are an empty
/// text, not a null one.
[[nodiscard]] QString exactText(QByteArrayView bytes);

/// An Error{Syntax} at a place of a document; the column is turned from bytes into characters.
[[nodiscard]] Error dataError(const DataDocument &document, const DataNode &at, const QString &detail);

} // namespace Tempera
