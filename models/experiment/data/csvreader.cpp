// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/data/csvreader.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

class Scanner
{
public:
    Scanner(QStringView text, const QString &path) : m_text(text), m_path(path) { }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }

    [[nodiscard]] Result<CsvRow> row()
    {
        CsvRow row;
        row.line = m_line;
        for (;;) {
            Result<QString> field = peek() == u'"' ? quoted() : plain();
            if (!field)
                return std::unexpected(field.error());
            row.fields.append(*field);
            if (atEnd())
                return row;
            const QChar c = m_text[m_at++];
            if (c == u',')
                continue;
            ++m_line; // plain() and quoted() stop at nothing else
            return row;
        }
    }

private:
    [[nodiscard]] QChar peek() const { return atEnd() ? QChar() : m_text[m_at]; }

    [[nodiscard]] QString plain()
    {
        const qsizetype start = m_at;
        while (!atEnd() && peek() != u',' && peek() != u'\n')
            ++m_at;
        QStringView field = m_text.sliced(start, m_at - start);
        if (field.endsWith(u'\r') && peek() != u',')
            field.chop(1);
        return field.toString();
    }

    [[nodiscard]] Result<QString> quoted()
    {
        const int opened = m_line;
        QString field;
        ++m_at;
        for (;;) {
            const qsizetype quote = m_text.indexOf(u'"', m_at);
            if (quote < 0) {
                Error error;
                error.kind = ErrorKind::Syntax;
                error.detail = QCoreApplication::translate("ExperimentFile", "A quote is opened here and never closed.");
                error.place = m_path;
                error.line = opened;
                return std::unexpected(error);
            }
            const QStringView part = m_text.sliced(m_at, quote - m_at);
            field += part;
            m_line += static_cast<int>(part.count(u'\n'));
            m_at = quote + 1;
            if (peek() != u'"')
                break;
            field += u'"';
            ++m_at;
        }
        return field + plain(); // text behind the closing quote is kept, as spreadsheets do
    }

    QStringView m_text;
    QString m_path;
    qsizetype m_at = 0;
    int m_line = 1;
};

bool isEmptyRow(const CsvRow &row)
{
    return row.fields.size() == 1 && row.fields.first().trimmed().isEmpty();
}

} // namespace

Result<CsvTable> readCsv(const QString &text, const QString &path)
{
    Scanner scanner(text.startsWith(QChar::ByteOrderMark) ? QStringView(text).sliced(1) : QStringView(text), path);
    CsvTable table;
    bool haveHeader = false;
    while (!scanner.atEnd()) {
        Result<CsvRow> row = scanner.row();
        if (!row)
            return std::unexpected(row.error());
        if (isEmptyRow(*row))
            continue;
        if (haveHeader) {
            table.rows.append(*row);
            continue;
        }
        haveHeader = true;
        for (const QString &name : row->fields)
            table.header.append(name.trimmed());
    }
    return table;
}

} // namespace Tempera
