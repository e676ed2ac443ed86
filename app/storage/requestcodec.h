// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/event.h"
#include "models/core/request.h"

#include <QByteArray>

#include <deque>
#include <optional>

namespace Tempera {

/// A request as JSON for the ledger, without its cell key (that has columns of its own) and without secrets: the user
/// and password of the URL, and values of headers and query items whose names look like keys, are left out.
/// Everything else comes back bit for bit from requestFromJson().
[[nodiscard]] QByteArray requestToJson(const GenerationRequest &request);

/// Writes many requests as requestToJson() does, which differ in their texts more than in their settings: what was written of
/// an endpoint and its settings is not made anew for each. One thread.
class RequestWriter
{
public:
    [[nodiscard]] QByteArray json(const GenerationRequest &request);

private:
    /// What stands around the messages.
    struct Frame {
        GenerationRequest setting; ///< Without key and texts.
        QByteArray before;
        QByteArray after;
    };
    [[nodiscard]] const Frame &frame(const GenerationRequest &request);

    std::deque<Frame> m_frames;
    std::optional<Messages> m_messages; ///< The last ones: variants and repeats ask the same.
    std::optional<QByteArray> m_messagesJson;
};

/// Inverse of requestToJson(); what is missing or of the wrong type has its default.
[[nodiscard]] GenerationRequest requestFromJson(const QByteArray &json);

[[nodiscard]] QByteArray errorToJson(const Error &error);
[[nodiscard]] Error errorFromJson(const QByteArray &json);

[[nodiscard]] QByteArray notesToLedger(const Notes &notes);
[[nodiscard]] Notes notesFromLedger(const QByteArray &json);

/// "unknown", "fast", "strict".
[[nodiscard]] QString reproducibilityName(Reproducibility reproducibility);
[[nodiscard]] Reproducibility reproducibilityFromName(const QString &name);

} // namespace Tempera
