// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/jobinput.h"

#include "app/cli/textinput.h"
#include "models/experiment/data/csvreader.h"
#include "models/experiment/data/dataform.h"
#include "models/experiment/data/datareader.h"
#include "models/experiment/experimentfile.h"
#include "models/experiment/plan.h"
#include "models/experiment/promptrenderer.h"
#include "models/text/prompttemplate.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

std::unexpected<Error> wrongInput(const QString &detail, const QString &path)
{
    return failure(ErrorKind::Usage, detail, path);
}

/// The prompt's own text with its documents: "{{ document }}" in it, else they follow it.
class JobPrompt
{
public:
    explicit JobPrompt(const QString &text)
    {
        static const QRegularExpression place(u"\\{\\{\\s*document\\s*\\}\\}"_s);
        const QRegularExpressionMatch match = place.match(text);
        m_before = (match.hasMatch() ? text.first(match.capturedStart())
                    : text.isEmpty() ? QString()
                                     : text + u"\n\n"_s)
                       .toUtf8();
        m_after = (match.hasMatch() ? text.sliced(match.capturedEnd()) : QString()).toUtf8();
    }

    [[nodiscard]] const QByteArray &before() const { return m_before; }
    [[nodiscard]] QByteArray with(const QByteArray &document) const { return m_before + document + m_after; }

private:
    QByteArray m_before;
    QByteArray m_after;
};

/// The texts of one field of a data set, in its order.
class FieldReader
{
public:
    FieldReader(const QString &path, const std::optional<QString> &field) : m_path(path), m_field(field) { }

    Result<std::vector<QByteArray>> table(const QByteArray &bytes)
    {
        const Result<QString> text = readText(bytes, m_path);
        if (!text)
            return std::unexpected(text.error());
        std::optional<Error> wrong;
        const auto take = [&](const QStringList &names, const CsvRow &row) {
            const qsizetype column = m_field ? names.indexOf(*m_field) : names.size() == 1 ? 0 : -1;
            if (column < 0) {
                wrong = missingField(names);
                return false;
            }
            m_texts.push_back(row.fields.at(column).toUtf8());
            return true;
        };
        const Result<CsvHeader> read = readCsvRowByRow(*text, m_path, take);
        if (!read || wrong)
            return std::unexpected(wrong ? *wrong : read.error());
        return std::move(m_texts);
    }

    Result<std::vector<QByteArray>> list(const QByteArray &bytes)
    {
        std::optional<Error> wrong;
        const auto take = [&](const DataDocument &, const DataPtr &item) {
            wrong = takeItem(*item);
            return !wrong;
        };
        const Result<void> read = readDataItems(bytes, m_path, take);
        if (wrong || !read)
            return std::unexpected(wrong ? *wrong : read.error());
        return std::move(m_texts);
    }

    Result<std::vector<QByteArray>> lines(const QByteArray &bytes)
    {
        int number = 0;
        for (const QByteArray &line : bytes.split('\n')) {
            ++number;
            if (line.trimmed().isEmpty())
                continue;
            const Result<DataDocument> document = readData(line, m_path);
            std::optional<Error> wrong = document ? takeItem(*document->root) : std::optional(document.error());
            if (wrong) {
                wrong->line = number;
                return std::unexpected(*wrong);
            }
        }
        return std::move(m_texts);
    }

private:
    [[nodiscard]] Error missingField(const QStringList &names) const
    {
        const QString known = names.join(u", "_s);
        return wrongInput(
                   m_field
                       ? QCoreApplication::translate("Cli", "there is no field %1; its fields are %2").arg(*m_field, known)
                       : QCoreApplication::translate("Cli", "--field has to say which field the documents are in: %1").arg(known),
                   m_path)
            .error();
    }

    std::optional<Error> takeItem(const DataNode &item)
    {
        if (item.isScalar() && !m_field) {
            m_texts.push_back(item.text.toUtf8());
            return std::nullopt;
        }
        // Cases of an experiment have their variables in "vars".
        const DataPtr variables = item.find(u"vars"_s);
        const DataPtr value = m_field ? (item.find(*m_field) ? item.find(*m_field)
                                         : variables         ? variables->find(*m_field)
                                                             : nullptr)
                                      : nullptr;
        if (!value || !value->isScalar()) {
            QStringList names;
            for (const DataEntry &entry : item.entries)
                names += entry.key;
            return missingField(names);
        }
        m_texts.push_back(value->text.toUtf8());
        return std::nullopt;
    }

    QString m_path;
    std::optional<QString> m_field;
    std::vector<QByteArray> m_texts;
};

Result<std::vector<QByteArray>> readFolder(const CliContext &context, const QString &path)
{
    std::vector<QByteArray> documents;
    const QDir folder(path);
    for (const QString &name : folder.entryList(QDir::Files | QDir::Readable, QDir::Name)) {
        Result<QByteArray> text = context.files->read(folder.filePath(name));
        if (!text)
            return std::unexpected(text.error());
        if (const Result<QString> sound = readText(*text, folder.filePath(name)); !sound)
            return std::unexpected(sound.error());
        documents.push_back(*std::move(text));
    }
    return documents;
}

/// The prompts of some cells, each rendered.
Result<std::vector<Messages>> renderedPrompts(const Experiment &experiment)
{
    const Result<std::unique_ptr<TemplateEngine>> templates = TemplateEngine::create();
    if (!templates)
        return std::unexpected(templates.error());
    const Result<Plan> plan = Plan::of(experiment, **templates, {});
    if (!plan)
        return std::unexpected(plan.error());
    PromptRenderer renderer(experiment, **templates);
    std::vector<Messages> prompts;
    for (std::size_t i = 0; i < plan->size(); ++i) {
        Cell cell = plan->cell(plan->key(i));
        renderer.render(cell);
        if (!isFinal(cell.state))
            prompts.push_back(cell.request.messages);
        else if (cell.error && cell.request.messages.isEmpty())
            return std::unexpected(*cell.error);
    }
    return prompts;
}

Result<JobInput> readExperimentInput(const CostArguments &arguments, const LoadedExperiment &loaded)
{
    for (const RefusedFile &refused : loaded.refused) {
        if (refused.isNeeded)
            return std::unexpected(refused.error);
    }
    JobInput input;
    const qsizetype variants = arguments.models.isEmpty() ? loaded.experiment.variants.size() : 1;
    for (qsizetype i = 0; i < variants; ++i) {
        Experiment one = loaded.experiment;
        one.variants = {one.variants.value(i)};
        if (!arguments.models.isEmpty())
            one.variants[0].endpoint = endpointFromId(u"echo"_s); // whatever its models are, its prompts are these
        Result<std::vector<Messages>> prompts = renderedPrompts(one);
        if (!prompts)
            return std::unexpected(prompts.error());
        const SamplingSettings &sampling = loaded.experiment.variants.value(i).sampling;
        std::optional<std::int64_t> cap;
        if (sampling.maxTokens.value_or(-1) >= 0)
            cap = *sampling.maxTokens;
        input.parts.push_back({arguments.models.isEmpty() ? one.variants[0].endpoint.id : QString(),
                               arguments.models.isEmpty() ? cap : std::nullopt, *std::move(prompts)});
    }
    return input;
}

Result<std::vector<QByteArray>> readDataSet(const CostArguments &arguments, const QByteArray &bytes, DataForm form)
{
    FieldReader reader(*arguments.inputFile, arguments.field);
    switch (form) {
    case DataForm::Table: return reader.table(bytes);
    case DataForm::Lines: return reader.lines(bytes);
    case DataForm::Tree: return reader.list(bytes);
    case DataForm::Workbook:
    case DataForm::Unknown: break;
    }
    return std::vector<QByteArray>{bytes};
}

} // namespace

Result<JobInput> readJobInput(const CliContext &context, const CostArguments &arguments)
{
    const QString path = arguments.inputFile.value_or(u"-"_s);
    Result<std::vector<QByteArray>> documents = std::vector<QByteArray>();
    if (path != "-"_L1 && QFileInfo(path).isDir()) {
        documents = readFolder(context, path);
    } else {
        const Result<QByteArray> bytes = readInput(context, arguments.inputFile);
        if (!bytes)
            return std::unexpected(bytes.error());
        const DataForm form = path == "-"_L1 ? DataForm::Unknown : dataForm(path);
        if (form == DataForm::Workbook)
            return wrongInput(workbookHint(path), path);
        const bool isPlain = path.endsWith(".txt"_L1, Qt::CaseInsensitive) && !arguments.field;
        if (form == DataForm::Tree && !arguments.field) {
            const Result<LoadedExperiment> loaded = readExperiment(*bytes, path, *context.files);
            if (!loaded)
                return std::unexpected(loaded.error());
            return readExperimentInput(arguments, *loaded);
        }
        documents = readDataSet(arguments, *bytes, isPlain ? DataForm::Unknown : form);
    }
    if (!documents)
        return std::unexpected(documents.error());
    if (documents->empty())
        return wrongInput(QCoreApplication::translate("Cli", "there is no document in it"), path);
    const Result<QByteArray> promptText =
        arguments.promptFile ? context.files->read(*arguments.promptFile) : Result<QByteArray>(QByteArray());
    if (!promptText)
        return std::unexpected(promptText.error());
    const JobPrompt prompt(QString::fromUtf8(*promptText));
    JobInput input;
    input.beginning = prompt.before();
    for (const QByteArray &document : *documents)
        input.documents.push_back(prompt.with(document));
    return input;
}

} // namespace Tempera
