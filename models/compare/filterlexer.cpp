// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/filterlexer.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Written form and usual form, the longer ones first.
constexpr std::array filterOperators{
    std::pair{u"!=", u"!="}, std::pair{u"!~", u"!~"}, std::pair{u"<=", u"<="}, std::pair{u">=", u">="}, std::pair{u"==", u"="},
    std::pair{u"=~", u"~"},  std::pair{u"≠", u"!="},  std::pair{u"≤", u"<="},  std::pair{u"≥", u">="},  std::pair{u"=", u"="},
    std::pair{u"<", u"<"},   std::pair{u">", u">"},   std::pair{u"~", u"~"},   std::pair{u"!", u"!"},
};

class FilterLexer
{
    Q_DECLARE_TR_FUNCTIONS(Filter)
public:
    explicit FilterLexer(const QString &text) : m_text(text) { }

    FilterTokens read()
    {
        if (m_text.size() > longestFilter) {
            fail(longestFilter, m_text.size() - longestFilter, tr("A filter has at most %1 characters").arg(longestFilter));
            return std::move(m_result);
        }
        while (!m_result.error && m_at < m_text.size())
            readOne();
        return std::move(m_result);
    }

private:
    void readOne()
    {
        const QChar c = m_text.at(m_at);
        if (c.isSpace())
            ++m_at;
        else if (c == u'(')
            add(FilterToken::Kind::Open, 1, u"("_s);
        else if (c == u')')
            add(FilterToken::Kind::Close, 1, u")"_s);
        else if (isQuote(c))
            readQuoted();
        else if (c == u'/')
            readPattern();
        else if (!readOperator())
            readWord();
    }

    static bool isQuote(QChar c) { return c == u'"' || c == u'“' || c == u'„' || c == u'”'; }

    void add(FilterToken::Kind kind, qsizetype length, const QString &text, const QString &flags = {})
    {
        m_result.tokens += FilterToken{kind, m_at, length, text, flags};
        m_at += length;
    }

    void fail(qsizetype position, qsizetype length, const QString &message)
    {
        m_result.error = FilterError{position, length, message, {}};
    }

    void readQuoted()
    {
        QString text;
        for (qsizetype i = m_at + 1; i < m_text.size(); ++i) {
            const QChar c = m_text.at(i);
            if (isQuote(c)) {
                add(FilterToken::Kind::Quoted, i + 1 - m_at, text);
                return;
            }
            const bool isEscaped =
                c == u'\\' && i + 1 < m_text.size() && (isQuote(m_text.at(i + 1)) || m_text.at(i + 1) == u'\\');
            text += isEscaped ? m_text.at(++i) : c;
        }
        fail(m_at, m_text.size() - m_at, tr("The closing quotation mark is missing"));
    }

    void readPattern()
    {
        qsizetype end = m_at + 1;
        bool isInClass = false; // a slash within [ ] is one of its characters
        for (; end < m_text.size() && (m_text.at(end) != u'/' || isInClass); ++end) {
            const QChar c = m_text.at(end);
            if (c == u'\\')
                ++end;
            else if (c == u'[' || c == u']')
                isInClass = c == u'[';
        }
        if (end >= m_text.size()) {
            fail(m_at, m_text.size() - m_at,
                 tr("The closing / of the pattern is missing; a text with a / is put in quotation marks"));
            return;
        }
        qsizetype after = end + 1;
        while (after < m_text.size() && m_text.at(after).isLetter())
            ++after;
        const QString flags = m_text.sliced(end + 1, after - end - 1);
        if (!flags.isEmpty() && flags != "i"_L1)
            fail(end + 1, flags.size(), tr("A pattern takes no other flag than i, which ignores capitals"));
        else if (end == m_at + 1)
            fail(m_at, 2, tr("The pattern is empty"));
        else
            add(FilterToken::Kind::Pattern, after - m_at, m_text.sliced(m_at + 1, end - m_at - 1), flags);
    }

    /// Length of the operator there and its usual form; 0: there is none.
    [[nodiscard]] std::pair<qsizetype, QString> operatorAt(qsizetype at) const
    {
        for (const auto &[written, usual] : filterOperators) {
            const QStringView sign(written);
            if (QStringView(m_text).sliced(at).startsWith(sign))
                return {sign.size(), QString(usual)};
        }
        return {0, {}};
    }

    bool readOperator()
    {
        const auto [length, usual] = operatorAt(m_at);
        if (length > 0)
            add(FilterToken::Kind::Operator, length, usual);
        return length > 0;
    }

    /// "hello!" ends a sentence; "score!=1" does not.
    [[nodiscard]] bool endsWord(qsizetype at) const
    {
        const QChar c = m_text.at(at);
        if (c.isSpace() || c == u'(' || c == u')' || isQuote(c))
            return true;
        const auto [length, usual] = operatorAt(at);
        return length > 0 && usual != "!"_L1;
    }

    void readWord()
    {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && !endsWord(end))
            ++end;
        add(FilterToken::Kind::Word, end - m_at, m_text.sliced(m_at, end - m_at));
    }

    const QString &m_text;
    qsizetype m_at = 0;
    FilterTokens m_result;
};

} // namespace

FilterTokens filterTokens(const QString &text)
{
    return FilterLexer(text).read();
}

QString filterQuoted(const QString &value)
{
    const FilterTokens tokens = filterTokens(value);
    static const QStringList words{u"and"_s, u"or"_s, u"not"_s, u"&&"_s, u"||"_s};
    const bool isPlain = !tokens.error && tokens.tokens.size() == 1 && tokens.tokens.first().kind == FilterToken::Kind::Word
                         && tokens.tokens.first().length == value.size() && !words.contains(value.toLower());
    if (isPlain)
        return value;
    QString text;
    for (const QChar c : value) {
        if (c == u'"' || c == u'\\' || c == u'“' || c == u'„' || c == u'”')
            text += u'\\';
        text += c;
    }
    return u'"' + text + u'"';
}

QString filterPatternText(const QString &pattern)
{
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern.at(i) == u'/')
            text += u'\\';
        text += pattern.at(i);
        if (pattern.at(i) == u'\\' && i + 1 < pattern.size())
            text += pattern.at(++i);
    }
    return u'/' + text + u'/';
}

} // namespace Tempera
