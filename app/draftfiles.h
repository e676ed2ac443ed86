// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/draftstore.h"

#include <QThreadPool>

#include <memory>

namespace Tempera {

/// Drafts as hidden files beside their documents (".lamps.yaml.1f3a….tempera-draft"); in a folder of the user's state
/// where that cannot be, and for documents that have no file. Only their owner can read them. What they hold is up to who keeps them: no keys.
/// A file of a program that runs is locked, so that no other takes it for one that was left behind.
class DraftFiles final : public DraftStore
{
public:
    /// `folder` takes the drafts that cannot lie beside a document; it is made when it is needed.
    explicit DraftFiles(const QString &folder = defaultFolder());
    /// Finishes what is under way.
    ~DraftFiles() override;
    Q_DISABLE_COPY_MOVE(DraftFiles)

    /// $XDG_STATE_HOME/tempera/drafts.
    [[nodiscard]] static QString defaultFolder();

    void keep(const QString &document, Text text, QObject *guard, std::function<void(Result<void>)> callback) override;
    void keepNow(const QString &document, const Text &text) override;
    void forget() override;
    void find(const QString &document, QObject *guard, std::function<void(QList<Draft>)> callback) override;
    void remove(const Draft &draft) override;

private:
    struct Own;

    QString m_folder;
    std::shared_ptr<Own> m_own; ///< Used on the pool's only thread, or when it is idle.
    QThreadPool m_pool;
};

} // namespace Tempera
