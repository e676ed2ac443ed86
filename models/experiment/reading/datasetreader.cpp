// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/datasetreader.h"

#include "models/experiment/data/csvreader.h"
#include "models/experiment/data/dataform.h"
#include "models/experiment/reading/casereader.h"
#include "models/experiment/reading/testgenerator.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QStringTokenizer>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

void addOption(Case &aCase, const QString &name, const QString &field)
{
    QJsonObject options = aCase.other.value("options"_L1).toObject();
    options.insert(name, field);
    aCase.other.insert(u"options"_s, options);
}

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

bool changesDataSetChecks(const QString &column)
{
    return column == "__metric"_L1 || column.startsWith("__config:"_L1);
}

/// `__config:__expected2:threshold`: the threshold of the second check.
Result<void> putCheckSetting(Case &aCase, const QString &column, const QString &field)
{
    static const QRegularExpression form(u"^__config:__expected([1-9][0-9]{0,3})?:threshold$"_s);
    const QRegularExpressionMatch match = form.match(column);
    const qsizetype index = match.hasCaptured(1) ? match.captured(1).toInt() - 1 : 0;
    bool isNumber = false;
    const double threshold = field.trimmed().toDouble(&isNumber);
    if (!match.hasMatch())
        return failure(ErrorKind::Syntax,
                       QCoreApplication::translate("ExperimentFile",
                                                   "\"%1\" is no setting of a check; __config:__expected1:threshold is one.")
                           .arg(column));
    if (!isNumber)
        return failure(ErrorKind::Syntax, QCoreApplication::translate("ExperimentFile", "\"%1\" must be a number.").arg(column));
    if (index < aCase.checks.size())
        aCase.checks[index].threshold = threshold;
    return {};
}

class DataSetReader
{
    Q_DECLARE_TR_FUNCTIONS(ExperimentFile)
public:
    DataSetReader(ReadContext &context, const QString &path, const TakeCase &take)
        : m_context(context), m_take(take), m_path(path)
    {
    }

    void fromItems(const QByteArray &bytes)
    {
        bool isEmpty = true;
        const auto takeItem = [this, &isEmpty](const DataDocument &document, const DataPtr &item) {
            isEmpty = false;
            take(caseIn(document, *item));
            return !m_context.failed();
        };
        if (const Result<void> read = readDataItems(bytes, m_path, takeItem); !read)
            m_context.fail(read.error());
        else if (isEmpty)
            failEmpty(tr("There is no case in this file."), 1);
    }

    void fromLines(QStringView text)
    {
        bool isEmpty = true;
        int number = 0;
        for (const QStringView line : text.tokenize(u'\n')) {
            ++number;
            const QByteArray bytes = line.toUtf8();
            if (bytes.trimmed().isEmpty())
                continue;
            isEmpty = false;
            Result<DataDocument> document = readData(bytes, m_path);
            if (!document) {
                Error error = document.error();
                error.line = number;
                m_context.fail(error);
            } else {
                document->linesBefore = number - 1;
                fromTree(*document);
            }
            if (m_context.failed())
                return;
        }
        if (isEmpty)
            failEmpty(tr("There is no case in this file."), 1);
    }

    void fromTable(QStringView text)
    {
        bool isEmpty = true;
        const auto takeRow = [this, &isEmpty](const QStringList &names, const CsvRow &row) {
            isEmpty = false;
            take(fromRow(names, row));
            return !m_context.failed();
        };
        const Result<CsvHeader> header = readCsvRowByRow(text, m_path, takeRow);
        if (!header)
            m_context.fail(header.error());
        else if (header->names.isEmpty())
            failEmpty(tr("There is no case in this file."), 1);
        else if (isEmpty)
            failEmpty(tr("The table has column names, but no row with a case."), header->line);
    }

private:
    /// One line of JSONL: a case, or a list of them.
    void fromTree(const DataDocument &document)
    {
        const DataNode &root = *document.root;
        if (root.isNull() || (root.isSequence() && root.items.empty())) {
            failEmpty(tr("There is no case in this file."), document.linesBefore + 1);
        } else if (!root.isSequence()) {
            take(caseIn(document, root));
        } else {
            for (auto item = root.items.begin(); item != root.items.end() && !m_context.failed(); ++item)
                take(caseIn(document, **item));
        }
    }

    Case caseIn(const DataDocument &document, const DataNode &node)
    {
        const ReadContext::InFile scope(m_context, document);
        return readCase(m_context, node);
    }

    /// Places are those of the file that names the data set.
    void take(const Case &aCase)
    {
        if (!m_context.failed())
            m_take(aCase);
    }

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
        for (const bool isAboutChecks : {false, true}) { // they change those of all columns
            for (qsizetype i = 0; i < header.size(); ++i) {
                if (changesDataSetChecks(header[i]) == isAboutChecks)
                    takeField(aCase, header[i], row.fields.value(i), row.line);
            }
        }
        return aCase;
    }

    void takeField(Case &aCase, const QString &column, const QString &field, int line)
    {
        if (!column.startsWith("__"_L1)) {
            if (!column.isEmpty())
                aCase.variables.append({column, field});
            return;
        }
        if (const Result<void> put = putDataSetField(aCase, column, field); !put) {
            Error error = put.error();
            error.place = m_path;
            error.line = line;
            m_context.fail(error);
        }
    }

    ReadContext &m_context;
    const TakeCase &m_take;
    QString m_path;
};

/// Why a file with tests is not read.
QString refusalOf(const QString &reference, bool isProgram)
{
    if (dataForm(reference) == DataForm::Workbook)
        return workbookHint(reference.startsWith("file://"_L1) ? reference.sliced(7) : reference);
    if (isProgram)
        return QCoreApplication::translate("ExperimentFile",
                                           "Tests from %1 are not made: other programs are not run. A script in JavaScript is, "
                                           "without files and network.")
            .arg(reference);
    return QCoreApplication::translate("ExperimentFile",
                                       "Tests from %1 cannot be read by this version; CSV, JSON, JSONL and YAML can.")
        .arg(reference);
}

} // namespace

Result<void> putDataSetField(Case &aCase, const QString &column, const QString &field)
{
    static const QRegularExpression expected(u"^__expected[0-9]*$"_s);
    if (field.isEmpty())
        return {};
    if (expected.match(column).hasMatch()) {
        if (const QString check = field.trimmed(); !check.isEmpty())
            aCase.checks.append(checkFromText(check));
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
    } else if (column.startsWith("__config:"_L1)) {
        return putCheckSetting(aCase, column, field);
    } else if (column.startsWith("__metadata:"_L1)) {
        addDataSetMetadata(aCase, column.sliced(11), field);
    } else if (column == "__prefix"_L1 || column == "__suffix"_L1) {
        addOption(aCase, column.sliced(2), field);
    } else if (column == "__providerOutput"_L1) {
        aCase.other.insert(column.sliced(2), field);
    } else {
        aCase.other.insert(column, field);
    }
    return {};
}

void readDatasetFile(ReadContext &context, const DataNode &at, const QString &reference, const DataPtr &config,
                     const TakeCase &take)
{
    const TakeCase takeWithScripts = [&](const Case &aCase) {
        for (const CheckSpec &check : aCase.checks)
            readCheckScripts(context, at, check);
        take(aCase);
    };
    const std::optional<ScriptReference> generator = testGenerator(reference);
    if (generator && generator->isRun) {
        DataSetReader reader(context, placeOfGeneratedTests(context.resolved(generator->file)), takeWithScripts);
        if (const auto tests = generatedTests(context, at, *generator, config))
            reader.fromItems(*tests);
        return;
    }
    DataSetReader reader(context, context.resolved(reference), takeWithScripts);
    switch (dataForm(reference)) {
    case DataForm::Tree:
        if (const auto bytes = context.file(at, reference))
            reader.fromItems(*bytes);
        return;
    case DataForm::Table:
        if (const auto text = context.fileText(at, reference))
            reader.fromTable(*text);
        return;
    case DataForm::Lines:
        if (const auto text = context.fileText(at, reference))
            reader.fromLines(*text);
        return;
    case DataForm::Workbook:
    case DataForm::Unknown: break;
    }
    context.warn(at, refusalOf(reference, generator.has_value()));
    context.noteMissingCases(refusalOf(reference, generator.has_value()));
}

} // namespace Tempera
