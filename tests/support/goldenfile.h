// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace Tempera {

/// A file below tests/data, whole. Fails the program when it cannot be read: a test without its data proves nothing.
[[nodiscard]] QByteArray testData(const QString &path);

/// Whether `actual` is what the reference file below tests/data holds; the difference goes to the log. With the
/// environment variable TEMPERA_UPDATE_GOLDEN set, the file is written anew and the answer is false all the same, so
/// that no run in that mode can pass.
[[nodiscard]] bool isGolden(const QString &path, const QByteArray &actual);

} // namespace Tempera
