// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/engine.h"

#include <QDateTime>
#include <QFuture>
#include <QHash>
#include <QThreadPool>

#include <stop_token>

namespace Tempera {

/// An engine that says with every finished answer of a local model which file it came from: the hash of its content.
/// The file is read beside the generation. Text is never held back; the end of an answer waits for the hash, which
/// happens once for a model.
class HashedEngine final : public Engine
{
public:
    /// The SHA-256 of a file in hexadecimal. Called on another thread, one call at a time; `keepGoing` is asked now and then
    /// whether the hash is still wanted.
    using HashOf = std::function<Result<QByteArray>(const QString &path, const std::function<bool(double)> &keepGoing)>;

    /// `inner` outlives it.
    HashedEngine(Engine &inner, HashOf hashOf);
    ~HashedEngine() override;
    Q_DISABLE_COPY_MOVE(HashedEngine)

    [[nodiscard]] std::unique_ptr<Generation> start(const GenerationRequest &request, EventSink sink) override;
    /// Hashes a file beside everything else, one at a time, however large it is; what is known already is not read
    /// again. The callback comes on the caller's thread, later, unless the guard is gone. Errors: as those of `hashOf`.
    void hashFile(const QString &path, QObject *guard, std::function<void(Result<QByteArray>)> callback);
    void countTokens(const Endpoint &endpoint, const Messages &messages, PromptForm form, QObject *guard,
                     std::function<void(Result<TokenCount>)> callback) override;

private:
    class HashedGeneration;
    /// A hash, and the state of the file that it holds for.
    struct Known {
        qint64 bytes = 0;
        QDateTime changed;
        QFuture<Result<QByteArray>> hash;
    };
    [[nodiscard]] QFuture<Result<QByteArray>> hash(const QString &path);

    Engine &m_inner;
    HashOf m_hashOf;
    QHash<QString, Known> m_known;
    std::stop_source m_stop;
    QThreadPool m_pool;
};

} // namespace Tempera
