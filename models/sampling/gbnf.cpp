// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sampling/gbnf.h"

#include <QMap>
#include <QSet>

#include <algorithm>
#include <cctype>
#include <optional>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int MostDepth = 100;
/// llama.cpp's MAX_REPETITION_THRESHOLD.
constexpr qulonglong MostRepetitions = 2000;

/// Recursive descent as in llama_grammar_parser. Each step gives false after an error; the first error counts.
class GrammarReader
{
public:
    explicit GrammarReader(const QString &text) : m_text(text) { }

    Result<void> check()
    {
        skipSpace(true);
        while (!atEnd() && rule()) { }
        if (m_error)
            return std::unexpected(*m_error);
        for (auto it = m_used.begin(); it != m_used.end(); ++it) {
            if (!m_defined.contains(it.key())) {
                m_at = it.value();
                (void)fail(u"there is no rule \"%1\""_s.arg(it.key()));
                return std::unexpected(*m_error);
            }
        }
        if (m_defined.contains(u"root"_s))
            return {};
        m_at = 0;
        (void)fail(u"there is no rule \"root\""_s);
        return std::unexpected(*m_error);
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : QChar();
    }

    bool fail(const QString &detail)
    {
        if (m_error)
            return false;
        const QStringView before = QStringView(m_text).first(std::min(m_at, m_text.size()));
        Error error = failure(ErrorKind::Syntax, detail).error();
        error.line = static_cast<int>(before.count(u'\n')) + 1;
        error.column = static_cast<int>(before.size() - before.lastIndexOf(u'\n'));
        m_error = error;
        return false;
    }

    void skipSpace(bool newlines)
    {
        for (; !atEnd(); ++m_at) {
            const QChar c = peek();
            if (c == u'#') {
                while (!atEnd() && peek() != u'\n' && peek() != u'\r')
                    ++m_at;
                --m_at;
            } else if (c != u' ' && c != u'\t' && !(newlines && (c == u'\n' || c == u'\r'))) {
                return;
            }
        }
    }

    static bool isWord(QChar c)
    {
        return c == u'-' || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
    }

    QString name()
    {
        const qsizetype from = m_at;
        while (isWord(peek()))
            ++m_at;
        return m_text.sliced(from, m_at - from);
    }

    bool rule()
    {
        const QString defined = name();
        if (defined.isEmpty())
            return fail(u"a rule begins with its name"_s);
        skipSpace(false);
        if (!QStringView(m_text).sliced(m_at).startsWith(u"::="))
            return fail(u"\"::=\" is missing behind \"%1\""_s.arg(defined));
        m_at += 3;
        m_defined.insert(defined);
        skipSpace(true);
        if (!alternatives(false))
            return false;
        if (!atEnd() && peek() != u'\n' && peek() != u'\r')
            return fail(u"\"%1\" is not expected here"_s.arg(peek()));
        skipSpace(true);
        return true;
    }

    bool alternatives(bool nested)
    {
        if (++m_depth > MostDepth)
            return fail(u"parentheses are nested too deep"_s);
        while (sequence(nested) && peek() == u'|') {
            ++m_at;
            skipSpace(true);
        }
        --m_depth;
        return !m_error;
    }

    bool sequence(bool nested)
    {
        bool hasItem = false;
        while (!atEnd()) {
            const QChar c = peek();
            if (c == u'*' || c == u'+' || c == u'?' || c == u'{') {
                if (!hasItem)
                    return fail(u"there is nothing to repeat before \"%1\""_s.arg(c));
                ++m_at;
                if (c == u'{' && !bounds(nested))
                    return false;
            } else if (c == u'"' || c == u'[') {
                ++m_at;
                if (!characters(c == u'"' ? u'"' : u']'))
                    return false;
                hasItem = true;
            } else if (c == u'<' || c == u'!') {
                if (!token())
                    return false;
                hasItem = true;
            } else if (isWord(c)) {
                const qsizetype from = m_at;
                const QString used = name();
                if (!m_used.contains(used))
                    m_used.insert(used, from);
                hasItem = true;
            } else if (c == u'(') {
                ++m_at;
                skipSpace(true);
                if (!alternatives(true))
                    return false;
                if (peek() != u')')
                    return fail(u"\")\" is missing"_s);
                ++m_at;
                hasItem = true;
            } else if (c == u'.') {
                ++m_at;
                hasItem = true;
            } else {
                break;
            }
            skipSpace(nested);
        }
        return true;
    }

    /// What is in quotes or brackets, up to and with the end.
    bool characters(QChar end)
    {
        const qsizetype from = m_at - 1;
        while (!atEnd() && peek() != end) {
            if (peek() == u'\\' && !escape())
                return false;
            ++m_at;
        }
        if (atEnd()) {
            m_at = from;
            return fail(u"\"%1\" is not closed"_s.arg(m_text.at(from)));
        }
        ++m_at;
        return true;
    }

    /// Stands on the last character of the escape afterwards.
    bool escape()
    {
        const QChar kind = peek(1);
        const int digits = kind == u'x' ? 2 : kind == u'u' ? 4 : kind == u'U' ? 8 : 0;
        if (digits == 0 && !u"trn\\\"[]-"_s.contains(kind))
            return fail(u"there is no escape \"\\%1\""_s.arg(kind));
        ++m_at;
        for (int i = 0; i < digits; ++i) {
            if (!std::isxdigit(peek(1).unicode() < 128 ? peek(1).unicode() : 0))
                return fail(u"an escape \"\\%1\" has %2 hexadecimal digits"_s.arg(kind).arg(digits));
            ++m_at;
        }
        return true;
    }

    bool token()
    {
        if (peek() == u'!')
            ++m_at;
        const qsizetype end = m_text.indexOf(u'>', m_at);
        if (peek() != u'<' || end < 0)
            return fail(u"a token is written <name> or <[id]>"_s);
        m_at = end + 1;
        return true;
    }

    bool bounds(bool nested)
    {
        const auto number = [&] {
            skipSpace(nested);
            const qsizetype from = m_at;
            while (peek() >= u'0' && peek() <= u'9')
                ++m_at;
            const QStringView digits = QStringView(m_text).sliced(from, m_at - from);
            skipSpace(nested);
            return digits;
        };
        const QStringView least = number();
        bool fits = false;
        if (least.isEmpty() || least.toULongLong(&fits) > MostRepetitions || !fits)
            return fail(u"repetitions are written {n}, {n,} or {n,m}, up to %1"_s.arg(MostRepetitions));
        if (peek() == u',') {
            ++m_at;
            const QStringView most = number();
            if (!most.isEmpty() && most.toULongLong() < least.toULongLong())
                return fail(u"the second number of repetitions is below the first"_s);
        }
        if (peek() != u'}')
            return fail(u"\"}\" is missing"_s);
        ++m_at;
        return true;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
    QSet<QString> m_defined;
    QMap<QString, qsizetype> m_used; ///< Names with where they are first used.
    std::optional<Error> m_error;
};

} // namespace

Result<void> checkGrammar(const QString &grammar)
{
    return GrammarReader(grammar).check();
}

} // namespace Tempera
