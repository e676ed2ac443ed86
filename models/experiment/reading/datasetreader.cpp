// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/datasetreader.h"

#include "models/experiment/data/csvreader.h"
#include "models/experiment/reading/casereader.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

void addDataSetMetadata(Case &aCase, const QString &name, const QString &field)
{
    QJsonObject metadata = aCase.other.value("metadata"_L1).toObject();
    if (name.endsWith("[]"_L1)) {
        static const QRegularExpression comma(uR"((?<!\\),)"_s);
        QJsonArray list;
        for (QString item : field.split(comma))
            list.append(item.replace("\\,"_L1, ","_L1).trimmed());
        metadata.insert(name.chopped(2), list);
    } else {
        metadata.insert(name, field);
    }
    aCase.other.insert(u"metadata"_s, metadata);
}

class DataSetReader
{
    Q_DECLARE_TR_FUNCTIONS(ExperimentFile)
public:
    DataSetReader(ReadContext &context, const QString &path) : m_context(context), m_path(path) { }

    QList<Case> fromTree(const DataDocument &document)
    {
        const ReadContext::InFile scope(m_context, document);
        const DataNode &root = *document.root;
        if (root.isNull() || (root.isSequence() && root.items.empty())) {
            failEmpty(tr("There is no case in this file."), document.linesBefore + 1);
            return {};
        }
        if (root.isMap() || !root.isSequence())
            return {readCase(m_context, root)};
        QList<Case> cases;
        for (const DataPtr &item : root.items)
            cases.append(readCase(m_context, *item));
        return cases;
    }

    QList<Case> fromLines(const QString &text)
    {
        QList<Case> cases;
        int number = 0;
        for (const QByteArray &line : text.toUtf8().split('\n')) {
            ++number;
            if (line.trimmed().isEmpty())
                continue;
            Result<DataDocument> document = readData(line, m_path);
            if (!document) {
                Error error = document.error();
                error.line = number;
                m_context.fail(error);
                return cases;
            }
            document->linesBefore = number - 1;
            cases += fromTree(*document);
        }
        if (cases.isEmpty())
            failEmpty(tr("There is no case in this file."), 1);
        return cases;
    }

    QList<Case> fromTable(const QString &text)
    {
        const Result<CsvTable> table = readCsv(text, m_path);
        if (!table) {
            m_context.fail(table.error());
            return {};
        }
        if (table->header.isEmpty())
            failEmpty(tr("There is no case in this file."), 1);
        else if (table->rows.isEmpty())
            failEmpty(tr("The table has column names, but no row with a case."), table->headerLine);
        QList<Case> cases;
        for (const CsvRow &row : table->rows)
            cases.append(fromRow(table->header, row));
        return cases;
    }

private:
    /// "Nothing there" is not a data set: the experiment would be run once, without its variables.
    void failEmpty(const QString &detail, int line)
    {
        Error error;
        error.kind = ErrorKind::Syntax;
        error.detail = detail;
        error.place = m_path;
        error.line = line;
        m_context.fail(error);
    }

    Case fromRow(const QStringList &header, const CsvRow &row)
    {
        Case aCase;
        for (qsizetype i = 0; i < header.size(); ++i) {
            const QString field = row.fields.value(i);
            if (header[i].startsWith("__"_L1)) {
                if (const Result<void> put = putDataSetField(aCase, header[i], field); !put) {
                    Error error = put.error();
                    error.place = m_path;
                    error.line = row.line;
                    m_context.fail(error);
                }
            } else if (!header[i].isEmpty()) {
                aCase.variables.append({header[i], field});
            }
        }
        return aCase;
    }

    ReadContext &m_context;
    QString m_path;
};

} // namespace

Result<void> putDataSetField(Case &aCase, const QString &column, const QString &field)
{
    static const QRegularExpression expected(u"^__expected[0-9]*$"_s);
    if (field.isEmpty())
        return {};
    if (expected.match(column).hasMatch()) {
        aCase.checks.append(checkFromText(field));
    } else if (column == "__description"_L1) {
        aCase.description = field;
    } else if (column == "__threshold"_L1) {
        bool ok = false;
        aCase.threshold = field.toDouble(&ok);
        if (!ok) {
            aCase.threshold.reset();
            return failure(ErrorKind::Syntax,
                           QCoreApplication::translate("ExperimentFile", "\"%1\" must be a number.").arg(column));
        }
    } else if (column == "__metric"_L1) {
        for (CheckSpec &check : aCase.checks)
            check.metric = field;
    } else if (column.startsWith("__metadata:"_L1)) {
        addDataSetMetadata(aCase, column.sliced(11), field);
    } else {
        aCase.other.insert(column, field);
    }
    return {};
}

QList<Case> readDatasetFile(ReadContext &context, const DataNode &at, const QString &reference)
{
    DataSetReader reader(context, context.resolved(reference));
    const QString ending = fileEnding(reference);
    if (ending == "json"_L1 || ending == "yaml"_L1 || ending == "yml"_L1) {
        const auto document = context.fileTree(at, reference);
        return document ? reader.fromTree(*document) : QList<Case>();
    }
    if (ending == "csv"_L1 || ending == "jsonl"_L1) {
        const auto text = context.fileText(at, reference);
        if (!text)
            return {};
        return ending == "csv"_L1 ? reader.fromTable(*text) : reader.fromLines(*text);
    }
    context.warn(at, QCoreApplication::translate("ExperimentFile",
                                                 "Tests from %1 cannot be read by this version; CSV, JSON, JSONL and YAML can.")
                         .arg(reference));
    return {};
}

} // namespace Tempera
