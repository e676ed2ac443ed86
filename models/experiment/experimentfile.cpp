// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/experimentfile.h"

#include "models/core/knownsecrets.h"
#include "models/experiment/casevariables.h"
#include "models/experiment/data/datapatch.h"
#include "models/experiment/data/datawriter.h"
#include "models/experiment/experimentsource.h"
#include "models/experiment/reading/casereader.h"
#include "models/experiment/reading/keylesstree.h"
#include "models/experiment/reading/promptreader.h"
#include "models/experiment/reading/scenarioreader.h"
#include "models/experiment/reading/scriptreader.h"
#include "models/experiment/reading/variantreader.h"
#include "models/experiment/writing/experimentwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr std::int64_t mostDeadlineMs = 1'000'000'000;
constexpr std::int64_t mostDelayMs = 86'400'000;

/// Reads the whole experiment; the parts have readers of their own.
class ExperimentReader
{
    Q_DECLARE_TR_FUNCTIONS(ExperimentFile)
public:
    ExperimentReader(const PromptStore &files, ExperimentSource &source, const QStringList &folders,
                     const QMap<QString, QString> &environment)
        : m_source(source), m_context(files, source.document, folders)
    {
        m_experiment.environment = environment;
    }

    Result<Experiment> read()
    {
        const DataNode &root = *m_source.document.root;
        if (!looksLikeExperiment(root)) {
            m_context.fail(root, tr("This is not an experiment: it has no prompts, providers or tests."));
            return std::unexpected(*m_context.error());
        }
        warnAboutRest(root);
        if (const DataPtr node = root.find(u"description"); node && !node->isNull())
            m_experiment.description = m_context.text(*node, u"description"_s);
        if (const DataPtr node = root.find(u"prompts"))
            m_experiment.prompts = readPrompts(m_context, *node, m_source.prompts);
        readProviders(root);
        if (const DataPtr node = root.find(u"defaultTest"); node && !node->isNull())
            m_experiment.defaultCase = readDefaultCase(*node);
        if (!m_context.failed())
            readAllCases(root);
        readOptions(root);
        readTags(root.find(u"tags"));
        readCommandLine(root);
        if (const DataPtr node = root.find(u"derivedMetrics"); node && !node->isNull())
            readDerivedMetrics(*node);
        if (const DataPtr node = root.find(u"nunjucksFilters"))
            m_experiment.filters = readFilters(m_context, *node);
        m_experiment.scripts = m_context.scripts();
        m_experiment.configFiles = m_context.configFiles();
        m_experiment.planKeys = m_context.planKeys();
        m_experiment.casesHaveSettings = m_context.casesHaveSettings();
        if (m_context.failed())
            return std::unexpected(*m_context.error());
        return m_experiment;
    }

    [[nodiscard]] QList<Error> warnings() const { return m_context.warnings(); }
    [[nodiscard]] QList<RefusedFile> refused() const { return m_context.refused(); }

    void leaveScripts() { m_context.leaveScripts(); }
    [[nodiscard]] bool hasLeftScript() const { return m_context.hasLeftScript(); }

    void warnAboutKeys(const std::vector<DataPtr> &keys)
    {
        for (const DataPtr &key : keys)
            m_context.warn(*key, literalKeyWarning());
    }

private:
    static bool looksLikeExperiment(const DataNode &root)
    {
        return root.isMap() && (root.find(u"prompts") || root.find(u"providers") || root.find(u"targets") || root.find(u"tests"));
    }

    void warnAboutRest(const DataNode &root)
    {
        static const QStringList known{u"description"_s,
                                       u"prompts"_s,
                                       u"providers"_s,
                                       u"targets"_s,
                                       u"tests"_s,
                                       u"defaultTest"_s,
                                       u"evaluateOptions"_s,
                                       u"tags"_s,
                                       u"metadata"_s,
                                       u"sharing"_s,
                                       u"outputPath"_s,
                                       u"$schema"_s,
                                       u"writeLatestResults"_s,
                                       u"assertionTemplates"_s,
                                       u"commandLineOptions"_s,
                                       u"derivedMetrics"_s,
                                       u"scenarios"_s,
                                       u"nunjucksFilters"_s};
        for (const DataEntry &entry : root.entries) {
            if (entry.key == "env"_L1 && entry.value->isMap())
                readVariables(*entry.value);
            else if (!known.contains(entry.key))
                m_context.warn(*entry.value, tr("\"%1\" is kept but ignored.").arg(entry.key));
        }
    }

    /// Of the variables that a file sets those count that say where a provider is.
    void readVariables(const DataNode &variables)
    {
        for (const DataEntry &entry : variables.entries) {
            const bool isSet = entry.value->isScalar() && !entry.value->isNull();
            if (isAddressVariable(entry.key) && isSet)
                m_experiment.addresses.insert(entry.key, entry.value->text);
            else if (isSet)
                m_experiment.environment.insert(entry.key, entry.value->text);
        }
    }

    void readProviders(const DataNode &root)
    {
        m_context.setEnvironment(m_experiment.environment);
        const DataPtr providers = root.find(u"providers");
        const DataPtr targets = root.find(u"targets");
        if (providers && targets) {
            m_context.fail(*targets, tr("\"providers\" and \"targets\" are two names for the same thing; use one of them."));
            return;
        }
        m_source.providersKey = targets ? u"targets"_s : u"providers"_s;
        if (const DataPtr node = providers ? providers : targets)
            m_experiment.variants = readVariants(m_context, *node, m_source.variants);
    }

    Case readDefaultCase(const DataNode &node)
    {
        if (!node.isString())
            return readCase(m_context, node);
        const auto document = m_context.fileTree(node, node.text);
        if (!document)
            return {};
        const ReadContext::InFile scope(m_context, *document);
        return readCase(m_context, *document->root);
    }

    void readAllCases(const DataNode &root)
    {
        const DataPtr scenarios = root.find(u"scenarios");
        const bool hasScenarios = scenarios && !scenarios->isNull();
        const DataPtr tests = root.find(u"tests");
        if (tests || !hasScenarios)
            m_experiment.cases = readCases(m_context, tests, m_experiment.defaultCase, m_source.cases);
        if (hasScenarios) {
            const Conversing conversing = usesConversation(m_experiment) ? Conversing::Yes : Conversing::No;
            const CaseSource more = readScenarios(m_context, *scenarios, m_experiment.defaultCase, conversing);
            m_source.scenarioCases = more.size();
            m_experiment.cases += more;
        }
        m_experiment.casesMissing = m_experiment.cases.isEmpty() ? m_context.casesMissing() : QString();
    }

    /// What promptfoo's command line would say: it counts more than evaluateOptions, and our own command line most.
    void readCommandLine(const DataNode &root)
    {
        const DataPtr options = root.find(u"commandLineOptions");
        if (!options || !options->isMap())
            return;
        for (const DataEntry &entry : options->entries) {
            if (entry.key == "repeat"_L1 || entry.key == "maxConcurrency"_L1 || entry.key == "filterRange"_L1
                || entry.key == "delay"_L1)
                readOption(entry);
            else if (entry.key == "tags"_L1)
                readTags(entry.value);
            else
                m_context.warn(*entry.value, tr("\"%1\" is kept but ignored.").arg(u"commandLineOptions."_s + entry.key));
        }
    }

    void readOption(const DataEntry &entry)
    {
        const DataNode &value = *entry.value;
        if (value.isNull())
            return;
        if (entry.key == "repeat"_L1)
            m_experiment.repeat = static_cast<int>(m_context.integer(value, entry.key, 1, mostRepeats));
        else if (entry.key == "maxConcurrency"_L1)
            m_experiment.maxConcurrency = static_cast<int>(m_context.integer(value, entry.key, 1, 10'000));
        else if (entry.key == "timeoutMs"_L1)
            m_experiment.deadline = std::chrono::milliseconds(m_context.integer(value, entry.key, 0, mostDeadlineMs));
        else if (entry.key == "delay"_L1)
            m_experiment.delay = std::chrono::milliseconds(m_context.integer(value, entry.key, 0, mostDelayMs));
        else if (entry.key == "filterRange"_L1)
            readRange(value);
    }

    void readRange(const DataNode &value)
    {
        m_experiment.caseRange = caseRangeFromText(value.text);
        if (!m_experiment.caseRange)
            m_context.fail(value, tr("\"filterRange\" must be a range such as 0:10, 10: or :10, without its end."));
    }

    void readTags(const DataPtr &tags)
    {
        if (!tags || !tags->isMap())
            return;
        for (const DataEntry &tag : tags->entries) {
            if (tag.value->isScalar() && !tag.value->isNull())
                m_experiment.tags.insert(tag.key, tag.value->text);
        }
    }

    void readOptions(const DataNode &root)
    {
        const DataPtr options = root.find(u"evaluateOptions");
        if (!options || options->isNull())
            return;
        if (!options->isMap()) {
            m_context.fail(*options, tr("\"evaluateOptions\" must be a map."));
            return;
        }
        for (const DataEntry &entry : options->entries)
            readOption(entry);
    }

    void readDerivedMetrics(const DataNode &list)
    {
        if (!list.isSequence()) {
            m_context.fail(list, tr("\"derivedMetrics\" must be a list of maps with \"name\" and \"value\"."));
            return;
        }
        for (const DataPtr &item : list.items) {
            const DataPtr name = item->find(u"name");
            const DataPtr value = item->find(u"value");
            if (!name || !value) {
                m_context.fail(*item, tr("\"derivedMetrics\" must be a list of maps with \"name\" and \"value\"."));
                return;
            }
            DerivedMetric metric{m_context.text(*name, u"name"_s), m_context.text(*value, u"value"_s)};
            if (isFileReference(metric.expression))
                m_context.warn(*value,
                               tr("The derived metric \"%1\" is not computed: it is in a separate file.").arg(metric.name));
            else
                m_experiment.derivedMetrics += metric;
        }
    }

    ExperimentSource &m_source;
    ReadContext m_context;
    Experiment m_experiment;
};

/// Takes keys that were cut out also from the names of things, which are shown, stored and exported as they are.
void cleanNames(Experiment &experiment, const QStringList &keys)
{
    KnownSecrets secrets;
    for (const QString &key : keys)
        secrets.add(key.toUtf8());
    experiment.description = secrets.cleaned(experiment.description);
    for (Prompt &prompt : experiment.prompts)
        prompt.label = secrets.cleaned(prompt.label);
    for (Variant &variant : experiment.variants) {
        variant.label = secrets.cleaned(variant.label);
        variant.calledId = secrets.cleaned(variant.calledId);
    }
    for (QString &tag : experiment.tags)
        tag = secrets.cleaned(tag);
    const auto hasKey = [&secrets](const Case &each) { return secrets.cleaned(each.description) != each.description; };
    if (std::ranges::any_of(experiment.cases.begin(), experiment.cases.end(), hasKey))
        experiment.cases.changeEach([&secrets](Case &each) { each.description = secrets.cleaned(each.description); });
}

} // namespace

Result<LoadedExperiment> readExperiment(const QByteArray &text, const QString &path, const PromptStore &files,
                                        const QStringList &folders, const QMap<QString, QString> &environment,
                                        TestScripts scripts)
{
    auto source = std::make_shared<ExperimentSource>();
    Result<DataDocument> document = readData(text, path);
    if (!document)
        return std::unexpected(document.error());
    source->document = std::move(*document);

    KeylessTree tree = withoutKeys(source->document.root);
    source->document.root = tree.root;
    ExperimentReader reader(files, *source, folders, environment);
    if (scripts == TestScripts::Leave)
        reader.leaveScripts();
    reader.warnAboutKeys(tree.removed);
    Result<Experiment> experiment = reader.read();
    if (!experiment)
        return std::unexpected(experiment.error());
    if (!tree.removed.empty()) {
        source->keysRemoved = true;
        for (const DataPtr &key : tree.removed)
            source->removedKeys += key->text;
        source->document.text.clear();
        cleanNames(*experiment, source->removedKeys);
    }
    source->experiment = *experiment;
    return LoadedExperiment{std::move(*experiment), reader.warnings(), std::move(source), reader.refused(),
                            reader.hasLeftScript()};
}

QByteArray writeExperiment(const Experiment &experiment, const ExperimentSource *source)
{
    const bool untouched = source && !source->keysRemoved && experiment == source->experiment;
    if (untouched)
        return source->document.text;
    const DataPtr tree = experimentTree(experiment, source);
    if (source && !source->keysRemoved) {
        if (const auto patched = patchedYaml(source->document, tree))
            return *patched;
    }
    const bool json = source && source->document.format == DataFormat::Json;
    return json ? writeJsonTree(*tree) : writeYamlTree(*tree);
}

} // namespace Tempera
