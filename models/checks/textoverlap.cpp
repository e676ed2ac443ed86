// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/textoverlap.h"

#include "models/checks/porterstem.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int longestGram = 4;

const QRegularExpression &wordGap()
{
    static const QRegularExpression gap(u"\\s+"_s, QRegularExpression::UseUnicodePropertiesOption);
    return gap;
}

/// The empty text is one empty word.
QStringList spacedWords(const QString &text)
{
    return text.toLower().trimmed().split(wordGap());
}

QString withoutFullStops(QString word)
{
    while (word.endsWith(u'.'))
        word.chop(1);
    return word;
}

using GramCounts = QHash<QString, int>;

GramCounts gramsOf(const QStringList &words, int length)
{
    GramCounts counts;
    for (qsizetype at = 0; at + length <= words.size(); ++at)
        ++counts[words.sliced(at, length).join(u' ')];
    return counts;
}

qsizetype gramTotal(const QStringList &words, int length)
{
    return std::max<qsizetype>(0, words.size() - length + 1);
}

int inBoth(const GramCounts &one, const GramCounts &other)
{
    int sum = 0;
    for (const auto &[gram, count] : one.asKeyValueRange())
        sum += std::min(count, other.value(gram));
    return sum;
}

/// The rules by which the Penn Treebank divides a sentence into words.
QStringList treebankWords(const QString &sentence)
{
    static const std::pair<QRegularExpression, QString> rules[] = {
        {QRegularExpression(u"^\""_s), u" `` "_s},
        {QRegularExpression(u"([ (\\[{<])\""_s), u"\\1 `` "_s},
        {QRegularExpression(u"\\.\\.\\.*"_s), u" ... "_s},
        {QRegularExpression(u"([;@#$%&])"_s), u" \\1 "_s},
        {QRegularExpression(u"([^.])(\\.)([\\])}>\"']*)\\s*$"_s), u"\\1 \\2\\3 "_s},
        {QRegularExpression(u"([,?!])"_s), u" \\1 "_s},
        {QRegularExpression(u"([\\]\\[(){}<>])"_s), u" \\1 "_s},
        {QRegularExpression(u"---*"_s), u" -- "_s},
    };
    static const std::pair<QRegularExpression, QString> endings[] = {
        {QRegularExpression(u"\""_s), u" '' "_s},
        {QRegularExpression(u"([^'])' "_s), u"\\1 ' "_s},
        {QRegularExpression(u"'([smd]) "_s, QRegularExpression::CaseInsensitiveOption), u" '\\1 "_s},
        {QRegularExpression(u"('ll|'re|'ve|n't) "_s, QRegularExpression::CaseInsensitiveOption), u" \\1 "_s},
        {QRegularExpression(u"\\b(can)(not)\\b"_s), u" \\1 \\2 "_s},
        {QRegularExpression(u"\\b(gim|lem)(me)\\b"_s), u" \\1 \\2 "_s},
        {QRegularExpression(u"\\b(gon|wan)(na)\\b"_s), u" \\1 \\2 "_s},
        {QRegularExpression(u"\\b(got)(ta)\\b"_s), u" \\1 \\2 "_s},
    };
    QString text = sentence;
    for (const auto &[pattern, by] : rules)
        text.replace(pattern, by);
    text = u' ' + text + u' ';
    for (const auto &[pattern, by] : endings)
        text.replace(pattern, by);
    return text.split(wordGap(), Qt::SkipEmptyParts);
}

/// The length of the reference that is nearest to that of the candidate; of two as near, the shorter.
qsizetype nearestLength(const std::vector<QStringList> &references, qsizetype wanted)
{
    const auto isNearer = [wanted](const QStringList &a, const QStringList &b) {
        return std::pair(std::abs(a.size() - wanted), a.size()) < std::pair(std::abs(b.size() - wanted), b.size());
    };
    return std::ranges::min_element(references, isNearer)->size();
}

QStringList gleuWords(const QString &text)
{
    QStringList words = spacedWords(text);
    for (QString &word : words)
        word = withoutFullStops(word);
    const bool isEmpty = std::ranges::all_of(words, &QString::isEmpty);
    return isEmpty ? QStringList() : words;
}

double gleuOf(const QStringList &candidate, const QStringList &reference)
{
    if (candidate == reference)
        return 1;
    double hits = 0;
    double made = 0;
    double wanted = 0;
    for (int length = 1; length <= longestGram; ++length) {
        hits += inBoth(gramsOf(candidate, length), gramsOf(reference, length));
        made += static_cast<double>(gramTotal(candidate, length));
        wanted += static_cast<double>(gramTotal(reference, length));
    }
    return made == 0 || wanted == 0 ? 0 : std::min(hits / made, hits / wanted);
}

struct PlacedWord {
    qsizetype place = 0;
    QString word;
};
using WordPair = std::pair<qsizetype, qsizetype>;

/// Takes the pairs of equal words out of both lists, from their ends on.
void takePairs(std::vector<PlacedWord> &candidate, std::vector<PlacedWord> &reference, std::vector<WordPair> &pairs)
{
    for (auto i = std::ssize(candidate) - 1; i >= 0; --i) {
        const PlacedWord &wanted = candidate[static_cast<std::size_t>(i)];
        const auto found = std::ranges::find(reference.rbegin(), reference.rend(), wanted.word, &PlacedWord::word);
        if (found == reference.rend())
            continue;
        pairs.emplace_back(wanted.place, found->place);
        reference.erase(std::next(found).base());
        candidate.erase(candidate.begin() + i);
    }
}

QStringList meteorWords(const QString &text)
{
    QStringList words = text.split(wordGap());
    for (QString &word : words)
        word = withoutFullStops(word).toLower();
    return words;
}

std::vector<PlacedWord> placedWords(const QStringList &words)
{
    std::vector<PlacedWord> placed;
    for (qsizetype i = 0; i < words.size(); ++i)
        placed.push_back({i, words.at(i)});
    return placed;
}

/// Runs of pairs that follow one another in both texts.
int chunksOf(const std::vector<WordPair> &pairs)
{
    int chunks = pairs.empty() ? 0 : 1;
    for (std::size_t i = 1; i < pairs.size(); ++i) {
        const bool follows = pairs[i].first == pairs[i - 1].first + 1 && pairs[i].second == pairs[i - 1].second + 1;
        chunks += follows ? 0 : 1;
    }
    return chunks;
}

double meteorOf(const QStringList &candidate, const QStringList &reference, const MeteorWeights &weights)
{
    std::vector<PlacedWord> left = placedWords(candidate);
    std::vector<PlacedWord> right = placedWords(reference);
    std::vector<WordPair> pairs;
    takePairs(left, right, pairs);
    for (std::vector<PlacedWord> *rest : {&left, &right}) {
        for (PlacedWord &word : *rest)
            word.word = porterStem(word.word);
    }
    takePairs(left, right, pairs);
    if (pairs.empty())
        return 0;
    std::ranges::sort(pairs);
    const auto hits = static_cast<double>(pairs.size());
    const double precision = hits / static_cast<double>(candidate.size());
    const double recall = hits / static_cast<double>(reference.size());
    const double mean = precision * recall / (weights.alpha * precision + (1 - weights.alpha) * recall);
    return (1 - weights.gamma * std::pow(chunksOf(pairs) / hits, weights.beta)) * mean;
}

} // namespace

double rougeScore(const QString &candidate, const QString &reference)
{
    const QStringList made = treebankWords(candidate.toLower());
    const QStringList wanted = treebankWords(reference.toLower());
    const double hits = inBoth(gramsOf(made, 1), gramsOf(wanted, 1));
    if (hits == 0)
        return 0;
    const double precision = hits / static_cast<double>(made.size());
    const double recall = hits / static_cast<double>(wanted.size());
    return 2 * precision * recall / (precision + recall);
}

double bleuScore(const QString &candidate, const QStringList &references)
{
    if (candidate.trimmed().isEmpty())
        return 0;
    const QStringList made = spacedWords(candidate);
    std::vector<QStringList> wanted;
    for (const QString &reference : references)
        wanted.push_back(spacedWords(reference));
    double sum = 0;
    int orders = 0;
    for (int length = 1; length <= longestGram && gramTotal(made, length) > 0; ++length) {
        const GramCounts grams = gramsOf(made, length);
        int hits = 0;
        for (const QStringList &reference : wanted)
            hits = std::max(hits, inBoth(grams, gramsOf(reference, length)));
        sum += std::log(hits == 0 ? 1e-7 : hits / static_cast<double>(gramTotal(made, length)));
        ++orders;
    }
    const auto size = static_cast<double>(made.size());
    const auto nearest = static_cast<double>(nearestLength(wanted, made.size()));
    const double brevity = size > nearest ? 1 : std::exp(1 - nearest / size);
    return brevity * std::exp(sum / orders);
}

double gleuScore(const QString &candidate, const QStringList &references)
{
    const QStringList made = gleuWords(candidate);
    double best = 0;
    for (const QString &reference : references)
        best = made.isEmpty() ? 0 : std::max(best, gleuOf(made, gleuWords(reference)));
    return best;
}

double meteorScore(const QString &candidate, const QStringList &references, const MeteorWeights &weights)
{
    const QStringList made = meteorWords(candidate);
    double best = 0;
    for (const QString &reference : references)
        best = std::max(best, meteorOf(made, meteorWords(reference), weights));
    return best;
}

double meteorSteps(const QString &candidate, const QStringList &references)
{
    const auto words = [](const QString &text) { return static_cast<double>(text.count(wordGap()) + 1); };
    double steps = 0;
    for (const QString &reference : references)
        steps += 2 * words(candidate) * words(reference);
    return steps;
}

} // namespace Tempera
