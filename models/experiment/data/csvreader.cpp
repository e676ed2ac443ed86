// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/data/csvreader.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

class CsvScanner
{
public:
    CsvScanner(QStringView text, const QString &path, QChar separator) : m_text(text), m_separator(separator), m_path(path)
    {
        if (m_text.startsWith(QChar::ByteOrderMark))
            m_text = m_text.sliced(1);
        // A text without any LF has CR as its line end.
        m_lineEnd = m_text.contains(u'\n') ? u'\n' : u'\r';
        if (m_separator.isNull())
            m_separator = separatorOfFirstLine();
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }

    [[nodiscard]] Result<CsvRow> row()
    {
        CsvRow row;
        row.line = m_line;
        for (;;) {
            skipSpacesBeforeQuote();
            Result<QString> field = peek() == u'"' ? quoted() : plain();
            if (!field)
                return std::unexpected(field.error());
            row.fields.append(*field);
            if (atEnd())
                return row;
            const QChar c = m_text[m_at++];
            if (c == m_separator)
                continue;
            ++m_line; // plain() and quoted() stop at nothing else
            return row;
        }
    }

private:
    [[nodiscard]] QChar peek() const { return atEnd() ? QChar() : m_text[m_at]; }

    /// People write them there, and mean a field in quotes.
    void skipSpacesBeforeQuote()
    {
        qsizetype at = m_at;
        while (at < m_text.size() && m_text[at] != m_separator && (m_text[at] == u' ' || m_text[at] == u'\t'))
            ++at;
        if (at < m_text.size() && m_text[at] == u'"')
            m_at = at;
    }

    [[nodiscard]] QString plain()
    {
        const qsizetype start = m_at;
        while (!atEnd() && peek() != m_separator && peek() != m_lineEnd)
            ++m_at;
        QStringView field = m_text.sliced(start, m_at - start);
        if (field.endsWith(u'\r') && (atEnd() || peek() != m_separator))
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
            m_line += static_cast<int>(part.count(m_lineEnd));
            m_at = quote + 1;
            if (peek() != u'"')
                break;
            field += u'"';
            ++m_at;
        }
        const QString rest = plain(); // which is kept, as spreadsheets do, unless it is nothing but spaces
        return rest.trimmed().isEmpty() ? field : field + rest;
    }

    /// The one of comma, semicolon and tab that is there most often outside of quotes.
    [[nodiscard]] QChar separatorOfFirstLine() const
    {
        const QStringView candidates = u",;\t";
        std::array<int, 3> counts{};
        bool isQuoted = false;
        for (const QChar c : m_text) {
            if (c == u'"')
                isQuoted = !isQuoted;
            else if (!isQuoted && c == m_lineEnd)
                break;
            else if (const qsizetype which = candidates.indexOf(c); !isQuoted && which >= 0)
                ++counts[static_cast<std::size_t>(which)];
        }
        return candidates[std::ranges::max_element(counts) - counts.begin()];
    }

    QStringView m_text;
    QChar m_separator;
    QChar m_lineEnd;
    QString m_path;
    qsizetype m_at = 0;
    int m_line = 1;
};

bool isEmptyRow(const CsvRow &row)
{
    return row.fields.size() == 1 && row.fields.first().trimmed().isEmpty();
}

std::unexpected<Error> csvFailure(const QString &path, int line, const QString &detail)
{
    Error error;
    error.kind = ErrorKind::Syntax;
    error.detail = detail;
    error.place = path;
    error.line = line;
    return std::unexpected(error);
}

/// Spreadsheets end rows with empty fields that no column has.
void dropEmptyFieldsBehind(QStringList &fields, qsizetype columns)
{
    while (fields.size() > columns && fields.last().trimmed().isEmpty())
        fields.removeLast();
}

std::unexpected<Error> wrongFieldCount(const QString &path, const CsvRow &row, qsizetype columns)
{
    return csvFailure(path, row.line,
                      QCoreApplication::translate("ExperimentFile",
                                                  "This row has %1 fields, the first row has %2. A field that contains the "
                                                  "separator must be in quotes, with nothing before them.")
                          .arg(row.fields.size())
                          .arg(columns));
}

Result<QStringList> csvColumns(const CsvRow &row, const QString &path)
{
    QStringList names;
    QSet<QString> known;
    for (const QString &field : row.fields) {
        const QString name = field.trimmed();
        // Several checks may be under one name.
        if (!name.isEmpty() && !name.startsWith("__"_L1) && known.contains(name)) {
            return csvFailure(
                path, row.line,
                QCoreApplication::translate("ExperimentFile", "Two columns have the name \"%1\".").arg(name.left(80)));
        }
        known.insert(name);
        names.append(name);
    }
    return names;
}

} // namespace

QStringList csvHeader(const QString &text)
{
    CsvScanner scanner(text, {}, {});
    while (!scanner.atEnd()) {
        const Result<CsvRow> row = scanner.row();
        if (!row)
            return {};
        if (!isEmptyRow(*row))
            return csvColumns(*row, {}).value_or(QStringList());
    }
    return {};
}

Result<QList<CsvRow>> readCsvRows(const QString &text, const QString &path, QChar separator)
{
    CsvScanner scanner(text, path, separator);
    QList<CsvRow> rows;
    while (!scanner.atEnd()) {
        Result<CsvRow> row = scanner.row();
        if (!row)
            return std::unexpected(row.error());
        if (!isEmptyRow(*row))
            rows.append(*row);
    }
    return rows;
}

Result<CsvTable> readCsv(const QString &text, const QString &path, QChar separator)
{
    CsvTable table;
    const auto take = [&table](const QStringList &, const CsvRow &row) {
        table.rows.append(row);
        return true;
    };
    const Result<CsvHeader> header = readCsvRowByRow(text, path, take, separator);
    if (!header)
        return std::unexpected(header.error());
    table.header = header->names;
    table.headerLine = header->line;
    return table;
}

Result<CsvHeader> readCsvRowByRow(QStringView text, const QString &path, const TakeCsvRow &take, QChar separator)
{
    CsvScanner scanner(text, path, separator);
    CsvHeader header;
    while (!scanner.atEnd()) {
        Result<CsvRow> row = scanner.row();
        if (!row)
            return std::unexpected(row.error());
        if (isEmptyRow(*row))
            continue;
        if (header.names.isEmpty()) {
            const Result<QStringList> names = csvColumns(*row, path);
            if (!names)
                return std::unexpected(names.error());
            header = {*names, row->line};
            continue;
        }
        dropEmptyFieldsBehind(row->fields, header.names.size());
        if (row->fields.size() != header.names.size())
            return wrongFieldCount(path, *row, header.names.size());
        if (!take(header.names, *row))
            break;
    }
    return header;
}

} // namespace Tempera
