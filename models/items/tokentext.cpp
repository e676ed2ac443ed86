// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/tokentext.h"

#include "models/core/counted.h"
#include "models/text/displaytext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringDecoder>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace Tempera::TokenText {
namespace {

QString tokenWords(const char *source)
{
    return QCoreApplication::translate("TokenText", source);
}

QString hex(QByteArrayView bytes)
{
    return u'⟨' + QString::fromLatin1(bytes.toByteArray().toHex(' ').toUpper()) + u'⟩';
}

/// Whole characters as text, anything else as hexadecimal numbers.
QString decoded(QByteArrayView piece)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    const QString whole = decoder(piece);
    return decoder.hasError() ? hex(piece) : whole;
}

QString signs(const QString &raw)
{
    QString shown = DisplayText::of(raw);
    shown.replace(u'\n', u"⏎"_s).replace(u'\t', u"⇥"_s);
    return shown;
}

} // namespace

QString flowing(QByteArrayView piece)
{
    return piece.isEmpty() ? u"∅"_s : signs(decoded(piece));
}

QString visible(QByteArrayView piece)
{
    QString shown = flowing(piece);
    qsizetype front = 0;
    while (front < shown.size() && shown.at(front) == u' ')
        shown[front++] = u'␣';
    for (qsizetype back = shown.size() - 1; back >= 0 && shown.at(back) == u' '; --back)
        shown[back] = u'␣';
    return shown;
}

QString percent(double share)
{
    const double value = share * 100;
    if (value <= 0)
        return QLocale().toString(0) + u" %"_s;
    if (value < 0.001)
        return u"< "_s + QLocale().toString(0.001, 'f', 3) + u" %"_s;
    const int decimals = value < 0.1 ? 3 : value < 10 ? 2 : 1;
    return QLocale().toString(value, 'f', decimals) + u" %"_s;
}

QString percent(const Bounds &share)
{
    if (share.high <= 0)
        return percent(0.0);
    const double spread = share.high - share.low;
    if (spread <= 0.002 * share.high)
        return percent(share.middle());
    if (share.low <= 0)
        return share.high >= 1 ? u"?"_s : u"≤ "_s + percent(share.high);
    return spread < 0.2 * share.high ? u"≈ "_s + percent(share.middle()) : percent(share.low) + u"–"_s + percent(share.high);
}

namespace {

QString boundedBits(double low, double high)
{
    if (!std::isfinite(high))
        return low <= 0 ? u"?"_s : std::isfinite(low) ? u"≥ "_s + QLocale().toString(low, 'f', 2) : u"∞"_s;
    const QString middle = QLocale().toString((low + high) / 2, 'f', 2);
    return high - low < 0.02  ? middle
           : high - low < 0.5 ? u"≈ "_s + middle
                              : QLocale().toString(low, 'f', 1) + u"–"_s + QLocale().toString(high, 'f', 1);
}

/// A figure within bounds: its middle, with "≈" where they differ in what is shown.
QString boundedNumber(const Bounds &value, int decimals)
{
    if (!std::isfinite(value.high))
        return std::isfinite(value.low) ? u"≥ "_s + QLocale().toString(value.low, 'f', decimals) : u"∞"_s;
    const QString middle = QLocale().toString(value.middle(), 'f', decimals);
    return value.high - value.low < 2 * std::pow(10.0, -decimals) ? middle : u"≈ "_s + middle;
}

} // namespace

QString bits(const Bounds &nats)
{
    return boundedBits(nats.low / std::numbers::ln2, nats.high / std::numbers::ln2);
}

QString surprisal(const std::optional<Bounds> &bits)
{
    return bits ? boundedBits(bits->low, bits->high) : u"?"_s;
}

QString likelihood(const TextLikelihood &likelihood, std::int64_t answerTokens)
{
    if (likelihood.tokens == 0)
        return {};
    const Bounds &mean = likelihood.meanLogProbability;
    const bool isPossible = std::isfinite(mean.low);
    const std::int64_t all = std::max<std::int64_t>(answerTokens, likelihood.tokens + likelihood.unknown);
    const QString over =
        all == likelihood.tokens
            ? counted(QCoreApplication::translate("TokenText", "over %n token(s)", nullptr, countForm(likelihood.tokens)),
                      likelihood.tokens)
            : tokenWords(QT_TRANSLATE_NOOP("TokenText", "over %1 of %2 tokens: of the others no probability is known"))
                  .arg(QLocale().toString(likelihood.tokens), QLocale().toString(all));
    return tokenWords(QT_TRANSLATE_NOOP("TokenText", "Mean log-probability %1 (%2 bits a token), perplexity %3, %4"))
        .arg(isPossible ? boundedNumber(mean, 3) : u"−∞"_s, surprisal(likelihood.meanSurprisal()),
             boundedNumber(likelihood.perplexity(), 2), over);
}

QString restOfVocabulary(double share)
{
    return tokenWords(QT_TRANSLATE_NOOP("TokenText", "rest of the vocabulary %1")).arg(percent(share));
}

QString entropy(const Bounds &nats)
{
    if (!std::isfinite(nats.high))
        return tokenWords(QT_TRANSLATE_NOOP("TokenText", "unknown"));
    return tokenWords(QT_TRANSLATE_NOOP("TokenText", "%1 bits (%2 nats)"))
        .arg(bits(nats), QLocale().toString(nats.middle(), 'f', 2));
}

QString step(const LensStep &step)
{
    const QString value = QLocale().toString(step.value, 'g', 4);
    switch (step.kind) {
    case LensStep::Kind::TopK: return tokenWords(QT_TRANSLATE_NOOP("TokenText", "top-k %1")).arg(value);
    case LensStep::Kind::TopP: return tokenWords(QT_TRANSLATE_NOOP("TokenText", "top-p %1")).arg(value);
    case LensStep::Kind::MinP: return tokenWords(QT_TRANSLATE_NOOP("TokenText", "min-p %1")).arg(value);
    case LensStep::Kind::Typical: return tokenWords(QT_TRANSLATE_NOOP("TokenText", "typical %1")).arg(value);
    case LensStep::Kind::TopNSigma: return tokenWords(QT_TRANSLATE_NOOP("TokenText", "top-n-sigma %1")).arg(value);
    case LensStep::Kind::Temperature: return tokenWords(QT_TRANSLATE_NOOP("TokenText", "T %1")).arg(value);
    }
    return {};
}

QString outcome(TokenOutcome outcome)
{
    switch (outcome) {
    case TokenOutcome::Kept: return tokenWords(QT_TRANSLATE_NOOP("TokenText", "kept"));
    case TokenOutcome::Changed: return tokenWords(QT_TRANSLATE_NOOP("TokenText", "changed"));
    case TokenOutcome::Cut: return tokenWords(QT_TRANSLATE_NOOP("TokenText", "cut"));
    case TokenOutcome::Possible: return tokenWords(QT_TRANSLATE_NOOP("TokenText", "possible"));
    case TokenOutcome::Unknown: return tokenWords(QT_TRANSLATE_NOOP("TokenText", "unknown"));
    }
    return {};
}

QString outcomeExplanation(TokenOutcome outcome)
{
    switch (outcome) {
    case TokenOutcome::Kept: return tokenWords(QT_TRANSLATE_NOOP("TokenText", "With these settings the same token is drawn."));
    case TokenOutcome::Changed:
        return tokenWords(
            QT_TRANSLATE_NOOP("TokenText", "It could still be drawn, but the same random number draws another one."));
    case TokenOutcome::Cut: return tokenWords(QT_TRANSLATE_NOOP("TokenText", "With these settings it cannot be drawn."));
    case TokenOutcome::Possible:
        return tokenWords(
            QT_TRANSLATE_NOOP("TokenText", "It can be drawn; whether it would be cannot be told from the stored trace."));
    case TokenOutcome::Unknown:
        return tokenWords(QT_TRANSLATE_NOOP("TokenText", "Whether it would be cut cannot be told from the stored trace."));
    }
    return {};
}

} // namespace Tempera::TokenText
