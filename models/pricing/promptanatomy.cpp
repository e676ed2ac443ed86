// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/promptanatomy.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int leastRepeatedWords = 8;
constexpr qsizetype beginningLength = 60;

QString beginningOf(const QString &text)
{
    const QString plain = text.simplified();
    return plain.size() <= beginningLength ? plain : plain.first(beginningLength) + u'…';
}

QStringList paragraphsOf(const QString &text)
{
    static const QRegularExpression gap(u"\\n[ \\t]*\\n"_s);
    return text.split(gap, Qt::SkipEmptyParts);
}

/// "Q: … A: …", "Input: … Output: …", "Text: … Label: …": a line that asks before one that answers.
bool isExampleText(const QString &paragraph)
{
    static const QRegularExpression asks(
        u"^\\s*(?:example \\d*[.:)]?\\s*)?(?:q|question|input|text|document|review|user|sentence)\\s*:"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    static const QRegularExpression answers(
        u"^\\s*(?:a|answer|output|label|class|category|sentiment|summary|assistant|result)\\s*:\\s*\\S"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    const QRegularExpressionMatch question = asks.match(paragraph);
    if (!question.hasMatch())
        return false;
    return answers.match(paragraph, question.capturedEnd()).hasMatch();
}

void addExamplesAmongMessages(const Messages &prompt, const CountText &count, QList<PromptPiece> &pieces, int &number)
{
    qsizetype lastQuestion = prompt.size();
    while (lastQuestion > 0 && prompt.at(lastQuestion - 1).role != Role::User)
        --lastQuestion;
    for (qsizetype i = 0; i + 1 < lastQuestion; ++i) {
        const Message &question = prompt.at(i);
        const Message &answer = prompt.at(i + 1);
        if (question.role != Role::User || answer.role != Role::Assistant)
            continue;
        pieces += PromptPiece{PromptPieceKind::FewShotExample, ++number, question.role, beginningOf(contentText(question)),
                              count(contentText(question)) + count(contentText(answer))};
    }
}

void addPiecesOfText(const Message &message, const CountText &count, QList<PromptPiece> &pieces, int &examples,
                     QSet<QString> &seen, int &repeats)
{
    for (const QString &paragraph : paragraphsOf(message.text)) {
        const QString plain = paragraph.simplified();
        if (plain.count(u' ') + 1 >= leastRepeatedWords && seen.contains(plain)) {
            pieces += PromptPiece{PromptPieceKind::RepeatedText, ++repeats, message.role, beginningOf(plain), count(paragraph)};
            continue;
        }
        seen.insert(plain);
        if (isExampleText(paragraph)) {
            pieces +=
                PromptPiece{PromptPieceKind::FewShotExample, ++examples, message.role, beginningOf(plain), count(paragraph)};
        }
    }
}

QString taggedText(const Message &message)
{
    return roleName(message.role) + u'\n' + contentText(message);
}

} // namespace

QList<PromptPiece> promptPieces(const Messages &prompt, const CountText &count)
{
    QList<PromptPiece> pieces;
    int messages = 0;
    for (const Message &message : prompt) {
        pieces += PromptPiece{PromptPieceKind::Message, ++messages, message.role, beginningOf(contentText(message)),
                              count(contentText(message))};
    }
    int examples = 0;
    int repeats = 0;
    addExamplesAmongMessages(prompt, count, pieces, examples);
    QSet<QString> seen;
    for (const Message &message : prompt)
        addPiecesOfText(message, count, pieces, examples, seen, repeats);
    return pieces;
}

void SharedBeginning::add(const Messages &prompt)
{
    if (m_prompts++ == 0) {
        for (const Message &message : prompt)
            m_texts += taggedText(message);
        return;
    }
    for (qsizetype i = 0; i < m_texts.size(); ++i) {
        const QString other = i < prompt.size() ? taggedText(prompt.at(i)) : QString();
        const auto [mine, theirs] = std::ranges::mismatch(m_texts.at(i), other);
        if (mine == m_texts.at(i).cend())
            continue;
        const qsizetype shared = mine - m_texts.at(i).cbegin();
        m_texts[i].truncate(shared);
        m_texts.resize(i + 1); // what comes after it is shared by nobody
    }
}

std::int64_t SharedBeginning::tokens(const CountText &count) const
{
    if (m_prompts < 2)
        return 0;
    std::int64_t sum = 0;
    for (const QString &tagged : m_texts) {
        // A message that only shares a part of its role's name shares nothing.
        const qsizetype begin = tagged.indexOf(u'\n') + 1;
        if (begin > 0 && begin < tagged.size())
            sum += count(tagged.sliced(begin));
    }
    return sum;
}

} // namespace Tempera
