// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/codec.h"

class QJsonValue;

namespace Tempera {

/// Reads an answer of a text classification, which is never streamed: the labels of one text with their scores, in a list or in a
/// list of one list. The label that counts becomes the JSON of classificationWire. What is no such list is an error.
class ClassificationDecoder final : public AnswerDecoder
{
public:
    /// Empty = the likeliest label counts.
    explicit ClassificationDecoder(QString wanted) : m_wanted(std::move(wanted)) { }

    [[nodiscard]] GenerationBatch frame(const Frame &frame) override;
    [[nodiscard]] GenerationBatch whole(const QByteArray &body) override;
    [[nodiscard]] GenerationBatch streamEnded() override;
    [[nodiscard]] Usage usage() const override { return {}; } ///< The API tells none.

private:
    [[nodiscard]] Result<QString> labelOf(const QJsonValue &answer) const;

    QString m_wanted;
};

} // namespace Tempera
