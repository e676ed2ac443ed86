// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/divergence.h"

#include "models/sampling/lens.h"
#include "models/text/displaytext.h"

#include <QStringDecoder>

#include <algorithm>
#include <cmath>
#include <optional>

namespace Tempera {
namespace {

/// The tokens of an answer by their place in the shown text.
class TokenPlaces
{
public:
    explicit TokenPlaces(const TracedAnswer &answer);

    /// Whether the tokens make up the text; what follows a stop word may be more.
    [[nodiscard]] bool areKnown() const { return !m_starts.empty(); }
    /// The token that holds the character at `at`; that of the end where the text ends there; −1 where there is none.
    [[nodiscard]] int tokenAt(qsizetype at) const;
    [[nodiscard]] int count() const { return static_cast<int>(m_starts.size()); }
    [[nodiscard]] qsizetype start(int token) const { return m_starts[static_cast<std::size_t>(token)]; }
    [[nodiscard]] const TokenTrace &trace(int token) const { return *m_answer.trace[static_cast<std::size_t>(token)]; }
    /// The share of a continuation at a token; nothing where the trace does not tell.
    [[nodiscard]] std::optional<double> shareOf(int token, const QByteArray &piece) const;

private:
    [[nodiscard]] QByteArrayView pieceOf(const TokenTrace &trace, std::size_t candidate) const;

    const TracedAnswer &m_answer;
    std::vector<qsizetype> m_starts;
    qsizetype m_end = 0;
};

TokenPlaces::TokenPlaces(const TracedAnswer &answer) : m_answer(answer)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    DisplayText display;
    QString text;
    for (const auto &trace : answer.trace) {
        m_starts.push_back(text.size());
        const QString piece = decoder.decode(trace->piece);
        text += display.next(piece);
    }
    text += display.rest();
    m_end = text.size();
    if (!text.startsWith(DisplayText::of(answer.text)))
        m_starts.clear();
}

int TokenPlaces::tokenAt(qsizetype at) const
{
    const auto token = static_cast<int>(std::ranges::upper_bound(m_starts, at) - m_starts.begin()) - 1;
    // Beyond the last character only a token that ends the answer, without text, can stand.
    return token >= 0 && (at < m_end || start(token) == at) ? token : -1;
}

QByteArrayView TokenPlaces::pieceOf(const TokenTrace &trace, std::size_t candidate) const
{
    if (candidate < trace.pieces.size())
        return trace.pieces[candidate];
    return m_answer.vocabulary ? m_answer.vocabulary->piece(trace.candidates[candidate].id) : QByteArrayView();
}

std::optional<double> TokenPlaces::shareOf(int token, const QByteArray &piece) const
{
    const TokenTrace &at = trace(token);
    if (at.candidates.empty() || (at.pieces.empty() && !m_answer.vocabulary))
        return std::nullopt;
    const TokenFacts facts = tokenFacts(at);
    const auto share = [&](float logit) {
        return std::exp(static_cast<double>(logit) - static_cast<double>(at.candidates.front().logit)) / facts.mass.middle();
    };
    for (std::size_t i = 0; i < at.candidates.size(); ++i) {
        if (pieceOf(at, i) == piece)
            return share(at.candidates[i].logit);
    }
    if (at.piece == piece)
        return share(at.chosenLogit);
    // None of the rest is likelier than the last one of the list.
    if (share(at.candidates.back().logit) < likelyShare)
        return 0;
    return std::nullopt;
}

DivergenceCause causeOf(const TokenPlaces &before, int oldToken, const TokenPlaces &now, int newToken)
{
    const QByteArray &a = before.trace(oldToken).piece;
    const QByteArray &b = now.trace(newToken).piece;
    const std::optional<double> oldA = before.shareOf(oldToken, a);
    const std::optional<double> oldB = before.shareOf(oldToken, b);
    const std::optional<double> newA = now.shareOf(newToken, a);
    const std::optional<double> newB = now.shareOf(newToken, b);
    if (!oldA || !oldB || !newA || !newB)
        return DivergenceCause::Unknown;
    if (std::min({*oldA, *oldB, *newA, *newB}) >= likelyShare)
        return DivergenceCause::CoinFlip;
    return std::min(*oldA - *newA, *newB - *oldB) >= movedShare ? DivergenceCause::ChangeOfMind : DivergenceCause::Unknown;
}

DivergenceCause causeAt(const Difference &difference, const TokenPlaces &before, const TokenPlaces &now)
{
    int oldToken = before.tokenAt(difference.old.start);
    int newToken = now.tokenAt(difference.now.start);
    if (oldToken < 0 || newToken < 0)
        return DivergenceCause::Unknown;
    // A changed word may begin with the same tokens.
    while (before.trace(oldToken).piece == now.trace(newToken).piece) {
        if (++oldToken == before.count() || ++newToken == now.count()
            || before.start(oldToken) > difference.old.start + difference.old.length
            || now.start(newToken) > difference.now.start + difference.now.length)
            return DivergenceCause::Unknown;
    }
    return causeOf(before, oldToken, now, newToken);
}

} // namespace

QList<DivergenceCause> divergenceCauses(const QList<Difference> &differences, const TracedAnswer &before, const TracedAnswer &now)
{
    QList<DivergenceCause> causes(differences.size(), DivergenceCause::Unknown);
    const TokenPlaces oldPlaces(before);
    const TokenPlaces newPlaces(now);
    if (!oldPlaces.areKnown() || !newPlaces.areKnown())
        return causes;
    for (qsizetype i = 0; i < differences.size(); ++i)
        causes[i] = causeAt(differences.at(i), oldPlaces, newPlaces);
    return causes;
}

} // namespace Tempera
