// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/results/resultfile.h"

#include "models/experiment/data/dataform.h"
#include "models/experiment/reading/promptreader.h"
#include "models/experiment/results/resultcases.h"
#include "models/experiment/results/resultcolumns.h"

#include <QByteArrayView>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int oldestVersion = 2;
constexpr int newestVersion = 3;
constexpr QByteArrayView utf8Mark = "\xEF\xBB\xBF";

/// Where a byte stands, both from 1 on.
std::pair<int, int> placeInText(const QByteArray &text, qsizetype offset)
{
    const QByteArrayView before = QByteArrayView(text).first(std::clamp<qsizetype>(offset, 0, text.size()));
    const qsizetype line = before.count('\n');
    const qsizetype column = before.size() - (before.lastIndexOf('\n') + 1);
    return {static_cast<int>(line) + 1, static_cast<int>(column) + 1};
}

class ResultFileReader
{
    Q_DECLARE_TR_FUNCTIONS(ResultFile)
public:
    explicit ResultFileReader(const QString &path) : m_path(path) { }

    Result<ResultFile> read(const QByteArray &bytes)
    {
        if (bytes.size() > maxResultBytes)
            return fault(tr("the file is larger than the %1 MB that are read of results")
                             .arg(QLocale().toString(maxResultBytes / (1024 * 1024))));
        const QByteArray text = bytes.startsWith(utf8Mark) ? bytes.sliced(utf8Mark.size()) : bytes;
        if (const Result<void> took = dataForm(m_path) == DataForm::Lines ? takeLines(text) : takeTree(text); !took)
            return std::unexpected(took.error());
        if (m_file.cells.empty())
            return fault(tr("there is no result in this file"));
        return finished();
    }

private:
    [[nodiscard]] std::unexpected<Error> fault(const QString &detail, int line = 0, int column = 0) const
    {
        Error error;
        error.kind = ErrorKind::Syntax;
        error.detail = detail;
        error.place = m_path;
        error.line = line;
        error.column = column;
        return std::unexpected(error);
    }

    Result<QJsonDocument> parse(const QByteArray &text, int line) const
    {
        QJsonParseError error;
        QJsonDocument document = QJsonDocument::fromJson(text, &error);
        if (error.error == QJsonParseError::NoError)
            return document;
        const auto [at, column] = placeInText(text, error.offset);
        return fault(tr("this is no whole JSON: %1").arg(error.errorString()), line + at - 1, column);
    }

    Result<void> takeTree(const QByteArray &text)
    {
        const Result<QJsonDocument> document = parse(text, 1);
        if (!document)
            return std::unexpected(document.error());
        const QJsonObject root = document->object();
        const QJsonValue given = root.value("results"_L1);
        const QJsonObject results = given.isArray() ? root : given.toObject();
        const QJsonValue rows = results.value("results"_L1);
        if (!rows.isArray())
            return fault(tr("this is no file of results: it has no list \"results.results\""));
        const QJsonValue version = results.value("version"_L1);
        if (!version.isUndefined() && (version.toInt() < oldestVersion || version.toInt() > newestVersion))
            return fault(tr("these results are of version %1; versions %2 to %3 are read")
                             .arg(version.toVariant().toString())
                             .arg(oldestVersion)
                             .arg(newestVersion));
        const QJsonObject config = root.value("config"_L1).toObject();
        begin(config, results.value("prompts"_L1).toArray());
        m_file.answered = QDateTime::fromString(results.value("timestamp"_L1).toString(), Qt::ISODateWithMs);
        const QJsonArray list = rows.toArray();
        for (qsizetype i = 0; i < list.size(); ++i) {
            if (const Result<void> took = takeRow(list.at(i), static_cast<int>(i) + 1, 0); !took)
                return took;
        }
        return {};
    }

    Result<void> takeLines(const QByteArray &text)
    {
        begin({}, {});
        int line = 0;
        int row = 0;
        for (qsizetype from = 0; from < text.size();) {
            const qsizetype end = text.indexOf('\n', from);
            const qsizetype length = (end < 0 ? text.size() : end) - from;
            const QByteArray one = text.sliced(from, length).trimmed();
            from += length + 1;
            ++line;
            if (one.isEmpty())
                continue;
            const Result<QJsonDocument> document = parse(one, line);
            if (!document)
                return std::unexpected(document.error());
            if (const Result<void> took = takeRow(document->object(), ++row, line); !took)
                return took;
        }
        return {};
    }

    void begin(const QJsonObject &config, const QJsonArray &heads)
    {
        const QJsonValue threshold = config.value("defaultTest"_L1).toObject().value("threshold"_L1);
        if (threshold.isDouble())
            m_file.experiment.defaultCase.threshold = threshold.toDouble();
        m_file.experiment.description = config.value("description"_L1).toString();
        for (const QLatin1StringView where : {"evaluateOptions"_L1, "commandLineOptions"_L1}) {
            if (const int repeat = config.value(where).toObject().value("repeat"_L1).toInt(); repeat > 0)
                m_file.experiment.repeat = std::min(repeat, mostRepeats);
        }
        m_cases = ResultCases(m_file.experiment.repeat);
        m_columns.emplace(config, heads);
    }

    Result<void> takeRow(const QJsonValue &given, int number, int line)
    {
        if (number > maxResultRows)
            return fault(tr("there are more than the %1 results that are read").arg(QLocale().toString(maxResultRows)), line);
        Result<ResultRow> row = readResultRow(given.toObject());
        if (!row)
            return fault(tr("result %1 cannot be understood: %2").arg(QLocale().toString(number), row.error().detail), line);
        const std::pair<int, int> column = m_columns->placeOf(*row);
        const auto [caseIndex, repeat] = m_cases.placeOf(*row, column);
        row->cell.request.key = {caseIndex, column.first, column.second, repeat};
        row->cell.request.endpoint = m_columns->variants().at(column.second).endpoint;
        if (!row->promptText.isEmpty())
            row->cell.request.messages = messagesFromText(row->promptText, PartsAs::Values);
        m_file.cells.push_back(std::move(row->cell));
        return {};
    }

    ResultFile finished()
    {
        std::vector<Cell> &cells = m_file.cells;
        const auto keyOf = [](const Cell &cell) { return cell.request.key; };
        std::ranges::stable_sort(cells, {}, keyOf);
        const auto again = std::ranges::unique(cells, {}, keyOf);
        m_file.repeatedRows = static_cast<int>(again.size());
        cells.erase(again.begin(), again.end());
        m_file.experiment.prompts = m_columns->prompts();
        m_file.experiment.variants = m_columns->variants();
        m_file.experiment.cases = m_cases.cases();
        m_file.promptIds = m_columns->promptIds();
        m_file.casesOfNoChecks = m_cases.withoutChecks();
        m_file.knowsSettings = m_columns->knowsSettings();
        return std::move(m_file);
    }

    QString m_path;
    ResultFile m_file;
    std::optional<ResultColumns> m_columns; ///< From begin() on.
    ResultCases m_cases{1};
};

} // namespace

Result<ResultFile> readResultFile(const QByteArray &bytes, const QString &path)
{
    return ResultFileReader(path).read(bytes);
}

QString resultPromptId(const Prompt &prompt)
{
    const QByteArray text = messagesText(prompt.messages).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

void completePrompts(ResultFile &file, const QList<Prompt> &known)
{
    for (qsizetype i = 0; i < file.experiment.prompts.size(); ++i) {
        Prompt &prompt = file.experiment.prompts[i];
        if (!prompt.messages.isEmpty())
            continue;
        for (const Prompt &each : known) {
            if (resultPromptId(each) == file.promptIds.value(i))
                prompt.messages = each.messages;
        }
    }
}

} // namespace Tempera
