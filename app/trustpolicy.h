// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/truststore.h"
#include "models/core/settings.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

namespace Tempera {

/// Knows what the user has allowed, and asks where nothing was said yet: the one door of keys and of foreign files.
/// Lives on one thread.
class TrustPolicy
{
public:
    using Decided = std::function<void(bool allowed)>;
    /// Takes the answer; the error is that of what should have been kept, which counts until the program ends.
    using Answer = std::function<Result<void>(TrustAnswer)>;
    /// Puts a question to the user; the answer comes later or at once, or never.
    using Question = std::function<void(const KeyUse &use, Answer answer)>;
    using Endpoints = std::function<QList<SavedEndpoint>()>;

    /// `store` outlives it. `endpoints` are the servers that the user added by hand, each with the name of its key and the
    /// servers of its pool.
    explicit TrustPolicy(TrustStore &store, Endpoints endpoints = {}, EnvironmentLookup variable = processVariable);
    Q_DISABLE_COPY_MOVE(TrustPolicy)

    /// Without one, or after an empty one, the answer is no.
    void setQuestion(Question question) { m_question = std::move(question); }
    /// What was said only for the run before, or refused then, is asked again.
    void beginRun(const QString &experiment);

    /// Whether the key of an endpoint may be sent to its address, as far as that is known without asking.
    [[nodiscard]] bool mayHaveKey(const QString &experiment, const Endpoint &endpoint) const;
    /// The same, asked where it is not known; equal questions are asked once. The callback comes at once or later, and
    /// is dropped when the guard is gone.
    void decide(const QString &experiment, const Endpoint &endpoint, QObject *guard, Decided decided);

    /// The folders that an experiment may read besides its own.
    [[nodiscard]] QStringList folders(const QString &experiment) const;

    /// Grants something until the program ends.
    void allow(const Trust &trust);
    /// The same, and kept.
    [[nodiscard]] Result<void> keep(const Trust &trust);
    /// What is kept, to be seen and withdrawn.
    [[nodiscard]] const Trust &kept() const { return m_kept; }
    /// Replaces what is kept; what is withdrawn no longer counts, and is asked again.
    [[nodiscard]] Result<void> setKept(const Trust &trust);
    /// Why what was kept could not be read.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

private:
    struct Waiting {
        QPointer<QObject> guard;
        Decided decided;
    };
    struct Open {
        KeyUse use;
        std::vector<Waiting> waiting;
    };
    [[nodiscard]] Result<void> answer(const KeyUse &use, TrustAnswer said);

    TrustStore &m_store;
    Endpoints m_endpoints;
    EnvironmentLookup m_variable;
    Question m_question;
    std::optional<Error> m_problem;
    Trust m_kept;
    Trust m_session;
    QList<KeyUse> m_once;
    QList<KeyUse> m_refused;
    std::vector<Open> m_open;
};

} // namespace Tempera
