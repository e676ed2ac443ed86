// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/request.h"
#include "models/core/usage.h"

namespace Tempera {

/// How many tokens a request will need, before anybody has counted them: rather too many than too few, since what was not
/// used is given back at its end. Learns from what the requests of a lane used. Pure.
class TokenForecast
{
public:
    struct Need {
        qint64 input = 0;
        qint64 output = 0;
    };

    [[nodiscard]] Need of(const GenerationRequest &request) const;
    /// What a request used that ended well.
    void learn(const GenerationRequest &request, const Usage &used);

private:
    double m_inputShare = 1;     ///< Input tokens for each one of the plain estimate; at least 1.
    double m_usualOutput = 1000; ///< Of a request without a limit; before one has ended, a guess.
};

/// A token for every three bytes of UTF-8, and four for each message: more than English text takes, about as much as code and
/// Chinese. 1,600 for each image or other part, the most that one of Anthropic's images takes.
[[nodiscard]] qint64 plainInputTokens(const GenerationRequest &request);

} // namespace Tempera
