// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Tempera {

/// Rows of cells from text on the clipboard. Without a separator: tab-separated where there is a tab, comma-separated otherwise.
/// Quotes as readCsvRows() reads them, but a quote that is never closed is text. Rows without any text are left out.
[[nodiscard]] QList<QStringList> rowsFromText(const QString &text, QChar separator = {});

} // namespace Tempera
