// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/tableimport.h"

#include <algorithm>

namespace Tempera {
namespace {

class RowReader
{
public:
    RowReader(const QString &text, QChar separator) : m_text(text), m_separator(separator) { }

    QList<QStringList> read()
    {
        while (m_at < m_text.size())
            step(m_text.at(m_at++));
        if (!m_cell.isEmpty() || !m_row.isEmpty())
            endRow();
        return m_rows;
    }

private:
    void step(QChar c)
    {
        if (m_quoted) {
            if (c != u'"')
                m_cell += c;
            else if (m_at < m_text.size() && m_text.at(m_at) == u'"')
                m_cell += m_text.at(m_at++);
            else
                m_quoted = false;
        } else if (c == u'"' && m_cell.isEmpty()) {
            m_quoted = true;
        } else if (c == m_separator) {
            endCell();
        } else if (c == u'\n' || c == u'\r') {
            endRow();
        } else {
            m_cell += c;
        }
    }
    void endCell()
    {
        m_row += m_cell;
        m_cell.clear();
    }
    void endRow()
    {
        endCell();
        const bool blank = std::ranges::all_of(m_row, [](const QString &cell) { return cell.trimmed().isEmpty(); });
        if (!blank)
            m_rows += m_row;
        m_row.clear();
    }

    const QString &m_text;
    const QChar m_separator;
    qsizetype m_at = 0;
    bool m_quoted = false;
    QString m_cell;
    QStringList m_row;
    QList<QStringList> m_rows;
};

} // namespace

QList<QStringList> rowsFromText(const QString &text, QChar separator)
{
    if (separator.isNull())
        separator = text.contains(u'\t') ? u'\t' : u',';
    return RowReader(text, separator).read();
}

} // namespace Tempera
