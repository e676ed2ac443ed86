// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/sqlscript.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

class Splitter
{
public:
    explicit Splitter(const QString &script) : m_script(script) { }

    QStringList split()
    {
        while (m_at < m_script.size())
            step();
        finish();
        return m_statements;
    }

private:
    [[nodiscard]] bool looksAt(QStringView text) const { return QStringView(m_script).sliced(m_at).startsWith(text); }

    void step()
    {
        const QChar c = m_script.at(m_at);
        if (looksAt(u"--"))
            skipPast(u"\n"_s);
        else if (looksAt(u"/*"))
            skipPast(u"*/"_s);
        else if (c == u'\'' || c == u'"' || c == u'`')
            quoted(c);
        else if (c == u'[')
            quoted(u']');
        else if (c.isLetter() || c == u'_')
            word();
        else if (c == u';' && m_depth == 0)
            finish();
        else
            other(c);
    }

    void skipPast(const QString &end)
    {
        const qsizetype found = m_script.indexOf(end, m_at + 2);
        m_at = found < 0 ? m_script.size() : found + end.size();
    }

    /// A doubled quote inside is two quoted texts side by side, which comes to the same.
    void quoted(QChar end)
    {
        const qsizetype found = m_script.indexOf(end, m_at + 1);
        m_at = found < 0 ? m_script.size() : found + 1;
        m_hasContent = true;
    }

    void word()
    {
        const qsizetype start = m_at;
        while (m_at < m_script.size() && (m_script.at(m_at).isLetterOrNumber() || m_script.at(m_at) == u'_'))
            ++m_at;
        const QString word = m_script.sliced(start, m_at - start).toUpper();
        // BEGIN opens a body only in a trigger; elsewhere it starts a transaction. CASE can be anywhere.
        if (word == "TRIGGER"_L1 && m_words < 4)
            m_isTrigger = true;
        else if (word == "CASE"_L1 || (word == "BEGIN"_L1 && m_isTrigger))
            ++m_depth;
        else if (word == "END"_L1)
            m_depth = std::max(0, m_depth - 1);
        ++m_words;
        m_hasContent = true;
    }

    void other(QChar c)
    {
        if (!c.isSpace())
            m_hasContent = true;
        ++m_at;
    }

    void finish()
    {
        if (m_hasContent)
            m_statements.append(m_script.sliced(m_start, m_at - m_start).trimmed());
        if (m_at < m_script.size())
            ++m_at;
        m_start = m_at;
        m_depth = m_words = 0;
        m_isTrigger = m_hasContent = false;
    }

    QString m_script;
    QStringList m_statements;
    qsizetype m_at = 0;
    qsizetype m_start = 0;
    int m_depth = 0;
    int m_words = 0; ///< Words of this statement so far: CREATE [TEMP] TRIGGER is at its head.
    bool m_isTrigger = false;
    bool m_hasContent = false; ///< More than blanks and comments.
};

} // namespace

QStringList splitSql(const QString &script)
{
    return Splitter(script).split();
}

} // namespace Tempera
