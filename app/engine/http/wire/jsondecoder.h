// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/codec.h"
#include "app/engine/http/wire/answerpieces.h"

#include <QJsonObject>

#include <optional>

namespace Tempera {

/// Reads answers that consist of JSON, streamed or whole; what an API's own decoder adds is what each piece says. An answer of
/// which nothing was understood (no answer in it, no text, no call of a tool) is an error in the other side's own words, never an
/// empty answer. Calls of tools are a part of the answer's text, behind the words that the model said before them. Errors inside
/// an answer, in any shape that servers have for them, are found here.
class JsonDecoder : public AnswerDecoder
{
public:
    [[nodiscard]] GenerationBatch frame(const Frame &frame) final;
    [[nodiscard]] GenerationBatch whole(const QByteArray &body) final;
    [[nodiscard]] GenerationBatch streamEnded() final;
    [[nodiscard]] Usage usage() const final { return m_usage; }

protected:
    /// `apiName`: what an answer is one of ("chat completion"). `seed`: the one that was sent, for the record.
    /// `calls`: how the API has calls of tools.
    JsonDecoder(QLatin1StringView apiName, std::optional<std::uint64_t> seed, CallForm calls = CallForm::OpenAi);

    /// A piece of a stream that is JSON and tells no error. `event` is its name, where it has one.
    virtual void takePiece(const QByteArray &event, const QJsonObject &piece, GenerationBatch &events) = 0;
    /// An answer that came as a whole and tells no error; false where it is JSON, but no answer of this API.
    [[nodiscard]] virtual bool takeWhole(const QJsonObject &answer, GenerationBatch &events) = 0;

    /// The model that answers, as it tells itself; the first name counts.
    void takeModel(const QString &model, GenerationBatch &events);
    /// What was told of the usage; the last counts. Until an answer's end it is an estimate where the API counts on.
    void takeUsage(const Usage &usage) { m_usage = usage; }
    /// There is an answer, whatever it says.
    void sawAnswer() { m_sawAnswer = true; }
    void takeParts(AnswerParts parts, GenerationBatch &events);
    void takeTraces(Trace traces, GenerationBatch &events);
    /// Why it ended; the stream may go on, with the usage for example.
    void takeReason(FinishReason reason) { m_reason = reason; }
    /// Why there may be no text, in the other side's words; shown where an answer was not understood.
    void takeExcuse(const QString &words) { m_excuse = words; }

    [[nodiscard]] bool sawText() const { return m_sawText; }
    [[nodiscard]] bool isOver() const { return m_over; }

    /// The answer is complete. Nothing counts that comes after it.
    void finish(GenerationBatch &events);
    void fail(const Error &error, GenerationBatch &events);

private:
    void addText(const AnswerParts &parts, GenerationBatch &events);
    void addRest(GenerationBatch &events);
    void addCalls(GenerationBatch &events);

    QLatin1StringView m_apiName;
    std::optional<std::uint64_t> m_seed;
    QString m_model;
    Usage m_usage; ///< Empty and an estimate where the endpoint tells nothing.
    std::optional<FinishReason> m_reason;
    QString m_excuse;
    TextPieces m_text;
    TextPieces m_reasoning;
    CallForm m_callForm;
    ToolCalls m_calls;
    int m_frames = 0;
    bool m_sawAnswer = false;
    bool m_sawText = false;      ///< Of the answer or of the thinking before it.
    bool m_sawWords = false;     ///< Of the answer.
    bool m_isUnderstood = false; ///< At least one piece of it.
    bool m_over = false;
};

} // namespace Tempera
