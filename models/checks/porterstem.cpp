// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/porterstem.h"

#include <span>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

struct SuffixRule {
    QStringView from;
    QStringView to;
};

bool isConsonant(QStringView word, qsizetype at)
{
    switch (word[at].unicode()) {
    case u'a':
    case u'e':
    case u'i':
    case u'o':
    case u'u': return false;
    case u'y': return at == 0 || !isConsonant(word, at - 1);
    default: return true;
    }
}

/// The m of Porter's [C](VC)^m[V].
int measureOf(QStringView stem)
{
    int measure = 0;
    for (qsizetype i = 1; i < stem.size(); ++i) {
        if (isConsonant(stem, i) && !isConsonant(stem, i - 1))
            ++measure;
    }
    return measure;
}

bool hasVowel(QStringView stem)
{
    for (qsizetype i = 0; i < stem.size(); ++i) {
        if (!isConsonant(stem, i))
            return true;
    }
    return false;
}

bool endsDouble(QStringView word)
{
    const qsizetype last = word.size() - 1;
    return last > 0 && word[last] == word[last - 1] && isConsonant(word, last);
}

/// Consonant, vowel, consonant, of which the last is none of w, x and y.
bool endsShort(QStringView word)
{
    const qsizetype last = word.size() - 1;
    return last > 1 && isConsonant(word, last) && !isConsonant(word, last - 1) && isConsonant(word, last - 2)
           && word[last] != u'w' && word[last] != u'x' && word[last] != u'y';
}

/// Replaces the first suffix that the word has, where what is before it measures more than `least`.
void replaceSuffix(QString &word, std::span<const SuffixRule> rules, int least)
{
    for (const SuffixRule &rule : rules) {
        if (!word.endsWith(rule.from))
            continue;
        const QStringView stem = QStringView(word).chopped(rule.from.size());
        if (measureOf(stem) > least)
            word = stem.toString() + rule.to.toString();
        return;
    }
}

void stripPlural(QString &word)
{
    if (word.endsWith(u"sses") || word.endsWith(u"ies"))
        word.chop(2);
    else if (word.endsWith(u's') && !word.endsWith(u"ss"))
        word.chop(1);
}

void stripPast(QString &word)
{
    if (word.endsWith(u"eed")) {
        if (measureOf(QStringView(word).chopped(3)) > 0)
            word.chop(1);
        return;
    }
    const qsizetype length = word.endsWith(u"ing") ? 3 : word.endsWith(u"ed") ? 2 : 0;
    if (length == 0 || !hasVowel(QStringView(word).chopped(length)))
        return;
    word.chop(length);
    if (word.endsWith(u"at") || word.endsWith(u"bl") || word.endsWith(u"iz"))
        word += u'e';
    else if (endsDouble(word) && !word.endsWith(u'l') && !word.endsWith(u's') && !word.endsWith(u'z'))
        word.chop(1);
    else if (measureOf(word) == 1 && endsShort(word))
        word += u'e';
}

void stripAll(QString &word)
{
    static constexpr SuffixRule second[] = {
        {u"ational", u"ate"}, {u"tional", u"tion"}, {u"enci", u"ence"}, {u"anci", u"ance"}, {u"izer", u"ize"},
        {u"abli", u"able"},   {u"alli", u"al"},     {u"entli", u"ent"}, {u"eli", u"e"},     {u"ousli", u"ous"},
        {u"ization", u"ize"}, {u"ation", u"ate"},   {u"ator", u"ate"},  {u"alism", u"al"},  {u"iveness", u"ive"},
        {u"fulness", u"ful"}, {u"ousness", u"ous"}, {u"aliti", u"al"},  {u"iviti", u"ive"}, {u"biliti", u"ble"}};
    static constexpr SuffixRule third[] = {{u"icate", u"ic"}, {u"ative", u""}, {u"alize", u"al"}, {u"iciti", u"ic"},
                                           {u"ical", u"ic"},  {u"ful", u""},   {u"ness", u""}};
    static constexpr SuffixRule fourth[] = {{u"al", u""},   {u"ance", u""}, {u"ence", u""}, {u"er", u""},    {u"ic", u""},
                                            {u"able", u""}, {u"ible", u""}, {u"ant", u""},  {u"ement", u""}, {u"ment", u""},
                                            {u"ent", u""},  {u"ou", u""},   {u"ism", u""},  {u"ate", u""},   {u"iti", u""},
                                            {u"ous", u""},  {u"ive", u""},  {u"ize", u""}};
    replaceSuffix(word, second, 0);
    replaceSuffix(word, third, 0);
    const bool isAction = word.endsWith(u"sion") || word.endsWith(u"tion");
    if (isAction && measureOf(QStringView(word).chopped(3)) > 1)
        word.chop(3);
    else if (!isAction)
        replaceSuffix(word, fourth, 1);
}

void stripEnd(QString &word)
{
    if (word.endsWith(u'e')) {
        const QStringView stem = QStringView(word).chopped(1);
        const int measure = measureOf(stem);
        if (measure > 1 || (measure == 1 && !endsShort(stem)))
            word.chop(1);
    }
    if (word.endsWith(u"ll") && measureOf(word) > 1)
        word.chop(1);
}

} // namespace

QString porterStem(const QString &word)
{
    if (word.size() < 3)
        return word;
    QString stem = word;
    stripPlural(stem);
    stripPast(stem);
    if (stem.endsWith(u'y') && hasVowel(QStringView(stem).chopped(1)))
        stem.back() = u'i';
    stripAll(stem);
    stripEnd(stem);
    return stem;
}

} // namespace Tempera
