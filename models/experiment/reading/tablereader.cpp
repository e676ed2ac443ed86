// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/tablereader.h"

#include "models/experiment/data/csvreader.h"
#include "models/experiment/data/dataform.h"
#include "models/experiment/reading/casereader.h"
#include "models/experiment/reading/variableexpansion.h"

#include <QSet>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A name that templates can use.
QString nameOfColumn(qsizetype index)
{
    return u"column%1"_s.arg(index + 1);
}

/// Gives every column a name of its own.
QStringList completeNames(QStringList names, qsizetype columns)
{
    names.resize(std::max(names.size(), columns));
    QSet<QString> taken;
    for (qsizetype i = 0; i < names.size(); ++i) {
        QString &name = names[i];
        const QString stem = name.isEmpty() ? nameOfColumn(i) : name;
        name = stem;
        for (int n = 2; taken.contains(name) && !name.startsWith("__"_L1); ++n)
            name = u"%1_%2"_s.arg(stem).arg(n);
        taken.insert(name);
    }
    return names;
}

QList<QJsonValue> tableFields(const QStringList &texts, qsizetype columns)
{
    QList<QJsonValue> fields(columns, QJsonValue(QJsonValue::Undefined));
    for (qsizetype i = 0; i < std::min(columns, texts.size()); ++i)
        fields[i] = texts.at(i);
    return fields;
}

Result<QString> decodedTable(const QByteArray &bytes, const QString &path, const QString &encoding)
{
    if (encoding.isEmpty())
        return readText(bytes, path);
    QStringDecoder decoder(encoding.toLatin1().constData(), QStringDecoder::Flag::Stateless);
    if (!decoder.isValid()) {
        return failure(ErrorKind::Usage,
                       QCoreApplication::translate("ExperimentFile", "The encoding %1 is not supported.").arg(encoding), path);
    }
    const QString text = decoder(bytes);
    const qsizetype bad = text.indexOf(QChar(u'\0'));
    if (decoder.hasError() || bad >= 0 || !text.isValidUtf16()) {
        Error error;
        error.kind = ErrorKind::Syntax;
        error.detail = QCoreApplication::translate("ExperimentFile", "This is not valid %1 text.").arg(encoding);
        error.place = path;
        if (bad >= 0)
            error.line = static_cast<int>(QStringView(text).first(bad).count(u'\n')) + 1;
        return std::unexpected(error);
    }
    return text;
}

/// JSON, JSONL and YAML: maps become rows, keys become columns.
class TreeTableReader
{
    Q_DECLARE_TR_FUNCTIONS(ExperimentFile)
public:
    TreeTableReader(const QString &path, const PromptStore &files) : m_path(path), m_files(files) { }

    Result<DataTable> whole(const QByteArray &text)
    {
        if (const Result<void> read = addDocument(text, 0, true); !read)
            return std::unexpected(read.error());
        return finished();
    }

    Result<DataTable> lines(const QByteArray &text)
    {
        int number = 0;
        for (const QByteArray &line : text.split('\n')) {
            if (const Result<void> read = line.trimmed().isEmpty() ? Result<void>() : addDocument(line, number, false); !read) {
                Error error = read.error();
                error.line = number + 1;
                return std::unexpected(error);
            }
            ++number;
        }
        return finished();
    }

private:
    Result<void> addDocument(const QByteArray &text, int linesBefore, bool mayBeList)
    {
        Result<DataDocument> document = readData(text, m_path);
        if (!document)
            return std::unexpected(document.error());
        document->linesBefore = linesBefore;
        ReadContext context(m_files, *document);
        DataPtr root = document->root;
        if (const DataPtr tests = root->isMap() ? root->find(u"tests") : nullptr; tests && tests->isSequence())
            root = tests;
        if (mayBeList && root->isSequence()) {
            for (const DataPtr &item : root->items)
                addItem(context, *item, linesBefore);
        } else {
            addItem(context, *root, linesBefore);
        }
        if (context.failed())
            return std::unexpected(*context.error());
        for (const RefusedFile &refused : context.refused()) {
            if (refused.isNeeded)
                return std::unexpected(refused.error);
            m_table.warnings += refused.error;
        }
        m_table.warnings += context.warnings();
        return {};
    }

    void addItem(ReadContext &context, const DataNode &item, int linesBefore)
    {
        DataTableRow row;
        row.line = item.line + linesBefore;
        if (item.isMap() && item.find(u"vars")) {
            const QList<Case> cases = expandCase(readCase(context, item), {}, maxCases - m_table.rows.size());
            if (cases.isEmpty())
                context.fail(item, tr("There are more than %L1 cases.").arg(maxCases));
            for (Case aCase : cases) {
                row.fields.clear();
                for (const Variable &variable : std::exchange(aCase.variables, {}))
                    put(row, variable.name, variable.value);
                row.rest = aCase;
                m_table.rows += row;
            }
            return;
        }
        if (item.isMap()) {
            for (const DataEntry &entry : item.entries)
                put(row, entry.key, dataToJson(*entry.value));
        } else {
            put(row, u"value"_s, dataToJson(item));
        }
        m_table.rows += row;
    }

    void put(DataTableRow &row, const QString &name, const QJsonValue &value)
    {
        const auto known = m_columns.constFind(name);
        const qsizetype column = known == m_columns.cend() ? m_table.names.size() : *known;
        if (known == m_columns.cend()) {
            m_columns.insert(name, column);
            m_table.names += name;
        }
        while (row.fields.size() <= column)
            row.fields += QJsonValue(QJsonValue::Undefined);
        row.fields[column] = value;
    }

    DataTable finished()
    {
        m_table.isNamed = true;
        m_table.names = completeNames(m_table.names, m_table.names.size());
        for (DataTableRow &row : m_table.rows) {
            while (row.fields.size() < m_table.names.size())
                row.fields += QJsonValue(QJsonValue::Undefined);
        }
        return std::move(m_table);
    }

    QString m_path;
    const PromptStore &m_files;
    QHash<QString, qsizetype> m_columns;
    DataTable m_table;
};

Result<DataTable> tableFromCsv(const QString &text, const QString &path, const TableReading &reading)
{
    DataTable table;
    if (!reading.firstRowIsNames) {
        const Result<QList<CsvRow>> rows = readCsvRows(text, path, reading.separator);
        if (!rows)
            return std::unexpected(rows.error());
        qsizetype columns = 0;
        for (const CsvRow &row : *rows)
            columns = std::max(columns, row.fields.size());
        table.names = completeNames({}, columns);
        for (const CsvRow &row : *rows)
            table.rows += DataTableRow{tableFields(row.fields, columns), {}, row.line};
        return table;
    }
    const Result<CsvTable> read = readCsv(text, path, reading.separator);
    if (!read)
        return std::unexpected(read.error());
    table.isNamed = true;
    table.names = completeNames(read->header, read->header.size());
    for (const CsvRow &row : read->rows)
        table.rows += DataTableRow{tableFields(row.fields, table.names.size()), {}, row.line};
    return table;
}

} // namespace

QStringList tableEncodings()
{
    return {u"UTF-8"_s,      u"UTF-16LE"_s,    u"UTF-16BE"_s,  u"windows-1252"_s, u"windows-1250"_s, u"windows-1251"_s,
            u"ISO-8859-1"_s, u"ISO-8859-15"_s, u"Shift_JIS"_s, u"EUC-KR"_s,       u"GB18030"_s,      u"Big5"_s};
}

Result<DataTable> readTable(const QByteArray &bytes, const QString &path, const TableReading &reading, const PromptStore &files)
{
    const DataForm form = dataForm(path);
    if (form == DataForm::Workbook)
        return failure(ErrorKind::Usage, workbookHint(path), path);
    const Result<QString> text = decodedTable(bytes, path, reading.encoding);
    if (!text)
        return std::unexpected(text.error());
    if (form == DataForm::Lines)
        return TreeTableReader(path, files).lines(text->toUtf8());
    const QStringView begin = QStringView(*text).trimmed();
    const bool isTree =
        form == DataForm::Tree || (form == DataForm::Unknown && (begin.startsWith(u'[') || begin.startsWith(u'{')));
    return isTree ? TreeTableReader(path, files).whole(text->toUtf8()) : tableFromCsv(*text, path, reading);
}

DataTable tableFromRows(const QList<QStringList> &rows, bool firstRowIsNames)
{
    DataTable table;
    qsizetype columns = 0;
    for (const QStringList &row : rows)
        columns = std::max(columns, row.size());
    table.isNamed = firstRowIsNames && !rows.isEmpty();
    QStringList names;
    if (table.isNamed) {
        for (const QString &name : rows.first())
            names += name.trimmed();
    }
    table.names = completeNames(names, columns);
    for (qsizetype i = table.isNamed ? 1 : 0; i < rows.size(); ++i)
        table.rows += DataTableRow{tableFields(rows.at(i), columns), {}, static_cast<int>(i) + 1};
    return table;
}

} // namespace Tempera
