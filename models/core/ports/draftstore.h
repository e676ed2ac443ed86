// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QObject>

#include <functional>

namespace Tempera {

/// What a program was editing when it ended without saving it.
struct Draft {
    QString place;    ///< Where the store has it.
    QString document; ///< The file it belongs to; empty: it was never saved.
    QByteArray text;  ///< As keep() was given it.
    QDateTime kept;
};

/// Keeps unsaved changes where they survive a crash or a power failure. A program has one draft at
/// a time. Callbacks come on the caller's thread, unless the guard is gone.
class DraftStore
{
public:
    using Text = std::function<QByteArray()>;

    virtual ~DraftStore() = default;
    /// Replaces this program's draft, beside the caller; there the text is made too. It owns what it refers to.
    virtual void keep(const QString &document, Text text, QObject *guard, std::function<void(Result<void>)> callback) = 0;
    /// The same before anything else happens: the program is about to end.
    virtual void keepNow(const QString &document, const Text &text) = 0;
    /// Removes this program's draft: it was saved, or is not wanted.
    virtual void forget() = 0;
    /// The drafts of a document that programs left behind which do not run any more, the newest first. An empty name asks
    /// for those that were never saved.
    virtual void find(const QString &document, QObject *guard, std::function<void(QList<Draft>)> callback) = 0;
    /// Removes a draft that was found.
    virtual void remove(const Draft &draft) = 0;
};

} // namespace Tempera
