// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/codec.h"

#include <QStringList>

class QJsonObject;

namespace Tempera {

/// Reads an answer of OpenAI's moderations, which is never streamed: what it flags becomes the JSON of openAiModerationWire. One
/// without a result, or whose results do not say whether they are flagged, is an error: nothing is taken for harmless unseen.
class ModerationDecoder final : public AnswerDecoder
{
public:
    /// Empty = all categories count.
    explicit ModerationDecoder(QStringList wanted) : m_wanted(std::move(wanted)) { }

    [[nodiscard]] GenerationBatch frame(const Frame &frame) override;
    [[nodiscard]] GenerationBatch whole(const QByteArray &body) override;
    [[nodiscard]] GenerationBatch streamEnded() override;
    [[nodiscard]] Usage usage() const override { return m_usage; }

private:
    [[nodiscard]] Result<QString> flagsOf(const QJsonObject &answer) const;

    QStringList m_wanted;
    Usage m_usage; ///< Nothing where the endpoint tells nothing, which is the usual.
};

} // namespace Tempera
