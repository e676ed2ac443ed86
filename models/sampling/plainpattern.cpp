// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Which patterns of a JSON schema a grammar says just as they are.

#include "models/sampling/schemalimits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int MostPatternLevels = 100;

/// The part of regular expressions that llama.cpp turns into the same.
class PlainPattern
{
public:
    explicit PlainPattern(QStringView text) : m_text(text) { }

    bool isPlain() { return alternatives(0) && m_at == m_text.size(); }

private:
    [[nodiscard]] QChar peek() const { return m_at < m_text.size() ? m_text.at(m_at) : QChar(); }
    static bool isPlainCharacter(QChar c)
    {
        return c.unicode() >= 0x20 && c.unicode() < 0x7f && !u"\"\\^$.*+?()[]{}|"_s.contains(c);
    }

    bool alternatives(int depth)
    {
        if (depth > MostPatternLevels || !sequence(depth))
            return false;
        while (depth > 0 && peek() == u'|') {
            ++m_at;
            if (!sequence(depth))
                return false;
        }
        return true;
    }

    bool sequence(int depth)
    {
        const qsizetype from = m_at;
        while (m_at < m_text.size() && peek() != u'|' && peek() != u')') {
            const bool escaped = peek() == u'\\';
            if (!atom(depth))
                return false;
            const qsizetype before = m_at;
            if (!repetition() || (escaped && m_at > before)) // it would repeat what is before, too
                return false;
        }
        return m_at > from;
    }

    bool atom(int depth)
    {
        const QChar c = peek();
        ++m_at;
        if (isPlainCharacter(c))
            return true;
        if (c == u'[')
            return characterClass();
        if (c == u'(') {
            if (m_text.sliced(m_at).startsWith(u"?:"))
                m_at += 2;
            if (!alternatives(depth + 1) || peek() != u')')
                return false;
            ++m_at;
            return true;
        }
        if (c != u'\\' || !u"^$.[]()|{}*+?"_s.contains(peek()) || m_at >= m_text.size())
            return false;
        ++m_at;
        return true;
    }

    bool characterClass()
    {
        const qsizetype from = m_at;
        while (m_at < m_text.size() && peek() != u']') {
            const QChar c = peek();
            if (!isPlainCharacter(c) && !u".$*+?(){}|"_s.contains(c))
                return false;
            ++m_at;
        }
        if (m_at == from || m_at >= m_text.size())
            return false;
        ++m_at;
        return true;
    }

    bool repetition()
    {
        const QChar c = peek();
        if (c == u'*' || c == u'+' || c == u'?') {
            ++m_at;
        } else if (c == u'{') {
            const qsizetype end = m_text.indexOf(u'}', m_at);
            const QStringView bounds = end < 0 ? QStringView() : m_text.sliced(m_at + 1, end - m_at - 1);
            const bool isPair = bounds.count(u',') <= 1 && !bounds.isEmpty() && bounds.first(1) != u",";
            if (!isPair || !std::ranges::all_of(bounds, [](QChar each) { return each == u',' || each.isDigit(); }))
                return false;
            m_at = end + 1;
        }
        return !u"*+?{"_s.contains(peek()) || m_at >= m_text.size(); // a lazy or a double one
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

} // namespace

bool isPatternEnforced(QStringView pattern)
{
    if (pattern.size() < 3 || !pattern.startsWith(u'^') || !pattern.endsWith(u'$') || pattern.endsWith(u"\\$"))
        return false;
    return PlainPattern(pattern.sliced(1, pattern.size() - 2)).isPlain();
}

} // namespace Tempera
