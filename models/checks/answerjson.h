// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/jsonschema.h"

#include <QJsonObject>
#include <QJsonValue>

#include <initializer_list>
#include <optional>
#include <vector>

namespace Tempera {

/// A text that may be JSON, or hold some: each reading is done once, when it is first asked for. Belongs to one thread.
class AnswerJson
{
public:
    explicit AnswerJson(const QString &text) : m_text(text) { }
    AnswerJson(const AnswerJson &) = delete;
    AnswerJson &operator=(const AnswerJson &) = delete;

    /// The whole text; the error says why it is not JSON.
    [[nodiscard]] const Result<ParsedJson> &whole() const;
    /// The same as a value; undefined where it is not JSON.
    [[nodiscard]] const QJsonValue &value() const;
    /// The maps and lists in the text that are JSON, in order, not those inside of others; null after the last one.
    [[nodiscard]] const ParsedJson *part(std::size_t index) const;

private:
    QString m_text;
    mutable std::optional<Result<ParsedJson>> m_whole;
    mutable std::optional<QJsonValue> m_value;
    mutable std::vector<ParsedJson> m_parts;
    mutable qsizetype m_at = 0;      ///< Where the search for the next part continues; −1 = there is none.
    mutable int m_candidates = 0;    ///< Brackets that were tried.
    mutable qsizetype m_scanned = 0; ///< Characters that were looked at for it.
};

/// The last map in a judge's reply that has one of the members: it may think aloud before it. Empty where there is none.
[[nodiscard]] QJsonObject lastMapWith(const QString &reply, std::initializer_list<QLatin1StringView> members);

} // namespace Tempera
