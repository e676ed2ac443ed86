// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

namespace Tempera {

/// A text as QToolTip shows it verbatim, wrapped, whatever looks like markup in it: text of models, servers and files is
/// data. A long one is cut. Empty for an empty one.
[[nodiscard]] QString plainToolTip(const QString &text);

/// Ensures that no text is taken for markup because it looks like it, in the whole program while it exists: tool
/// tips of widgets, of item models' ToolTipRole, of headers, menus and tabs are shown by plainToolTip(), and a label that
/// does not say what it shows, shows plain text. Whoever shows a tool tip itself calls plainToolTip().
class PlainToolTips final : public QObject
{
public:
    explicit PlainToolTips(QObject *parent);
    bool eventFilter(QObject *object, QEvent *event) override;
};

} // namespace Tempera
