// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace Tempera {

/// What is wrong with a text as XML, in a clause; empty: it is a well-formed document (with namespaces, without definitions of its
/// own) that has all elements. An element is named by its path from the root, "order.item.name"; of several with one name a number
/// says which ("order.item.0.name"); "@_id" is an attribute.
[[nodiscard]] QString xmlFault(const QString &text, const QStringList &required);

/// Whether some of a text is XML, elements that are opened and closed, and has all elements.
[[nodiscard]] bool hasXml(const QString &text, const QStringList &required);

/// What keeps a text from being HTML as a whole, in a clause; empty: nothing.
[[nodiscard]] QString htmlFault(const QString &text);

/// Whether a text has HTML in it: two signs of it at least.
[[nodiscard]] bool hasHtml(const QString &text);

} // namespace Tempera
