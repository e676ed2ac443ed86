// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/casereader.h"

#include "models/experiment/reading/configkeys.h"
#include "models/experiment/reading/datasetreader.h"
#include "models/experiment/reading/rubricreader.h"
#include "models/experiment/reading/scriptreader.h"
#include "models/experiment/reading/variableexpansion.h"
#include "models/experiment/reading/variantreader.h"
#include "models/experiment/scripts.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr double unboundedThreshold = std::numeric_limits<double>::infinity();

class CaseReader
{
    Q_DECLARE_TR_FUNCTIONS(ExperimentFile)
public:
    explicit CaseReader(ReadContext &context) : m_context(context) { }

    Case readMap(const DataNode &map)
    {
        Case aCase;
        if (!map.isMap()) {
            m_context.fail(map, tr("A test is a map with \"vars\" and \"assert\"."));
            return aCase;
        }
        for (const DataEntry &entry : map.entries)
            readEntry(aCase, entry);
        if (const DataPtr own = ownAssert(map)) {
            aCase.checks += readChecks(m_context, *own);
            removeOwnAssert(aCase.other);
        }
        return aCase;
    }

private:
    /// Checks that promptfoo does not know stand where it does not look: under metadata.tempera.
    static DataPtr ownAssert(const DataNode &map)
    {
        const DataPtr metadata = map.find(u"metadata");
        const DataPtr tempera = metadata ? metadata->find(u"tempera") : nullptr;
        return tempera ? tempera->find(u"assert") : nullptr;
    }

    static void removeOwnAssert(QJsonObject &other)
    {
        QJsonObject metadata = other.value("metadata"_L1).toObject();
        QJsonObject tempera = metadata.value("tempera"_L1).toObject();
        tempera.remove("assert"_L1);
        tempera.isEmpty() ? metadata.remove("tempera"_L1) : void(metadata.insert(u"tempera"_s, tempera));
        metadata.isEmpty() ? other.remove("metadata"_L1) : void(other.insert(u"metadata"_s, metadata));
    }

    void readEntry(Case &aCase, const DataEntry &entry)
    {
        const DataNode &value = *entry.value;
        if (value.isNull())
            return;
        if (entry.key == "description"_L1)
            aCase.description = m_context.text(value, entry.key);
        else if (entry.key == "vars"_L1)
            readVariables(aCase.variables, value);
        else if (entry.key == "assert"_L1)
            aCase.checks = readChecks(m_context, value);
        else if (entry.key == "threshold"_L1)
            aCase.threshold = m_context.number(value, entry.key, 0, unboundedThreshold);
        else
            keepOther(aCase, entry);
    }

    void keepOther(Case &aCase, const DataEntry &entry)
    {
        const bool isOptions = entry.key == "options"_L1 && entry.value->isMap();
        aCase.other.insert(entry.key,
                           isOptions ? QJsonValue(readTestOptions(m_context, *entry.value)) : dataToJson(*entry.value));
        if (entry.key == "metadata"_L1) {
            checkDataWord(*entry.value);
            return;
        }
        if (entry.key == "providerOutput"_L1)
            return;
        if (entry.key == "assertScoringFunction"_L1) {
            readScoring(*entry.value);
            return;
        }
        if (entry.key == "prompts"_L1 || entry.key == "providers"_L1) {
            m_context.notePlanKey(entry.key);
            return;
        }
        if (entry.key != "options"_L1) {
            m_context.warn(*entry.value, tr("\"%1\" of a test is kept but ignored.").arg(entry.key));
            return;
        }
        static const QStringList carriedOut{u"disableVarExpansion"_s,
                                            u"disableDefaultAsserts"_s,
                                            u"provider"_s,
                                            u"rubricPrompt"_s,
                                            u"factuality"_s,
                                            u"prefix"_s,
                                            u"suffix"_s,
                                            u"disableConversationVar"_s};
        static const QStringList planned{u"repeat"_s, u"storeOutputAs"_s};
        static const QStringList scripts{u"transform"_s, u"postprocess"_s, u"transformVars"_s};
        for (const DataEntry &option : entry.value->entries) {
            if (planned.contains(option.key))
                readPlanned(option);
            else if (option.key == "provider"_L1)
                readJudgeScript(m_context, *option.value);
            else if (scripts.contains(option.key) && option.value->isString())
                readScript(m_context, *option.value, option.value->text);
            else if (isSettingOfTest(option.key))
                readSetting(option);
            else if (!carriedOut.contains(option.key))
                m_context.warn(*option.value, tr("\"%1\" of a test is kept but ignored.").arg(u"options."_s + option.key));
        }
    }

    /// A parameter of the request: what is wrong with it is told once, and the files that it names are read.
    void readSetting(const DataEntry &option)
    {
        if (option.value->isNull())
            return;
        Variant any;
        any.endpoint.kind = EndpointKind::Remote;
        any.endpoint.wire = wireOfConfigKey(option.key);
        readConfigInto(m_context, any, *dataMap({option}));
        m_context.noteCaseSettings();
    }

    /// A file with a function, or the function itself.
    void readScoring(const DataNode &node)
    {
        const QString written = m_context.text(node, u"assertScoringFunction"_s);
        if (runnableScript(written))
            readScript(m_context, node, written);
        else if (isFileReference(written))
            m_context.warn(node, tr("\"assertScoringFunction\" is not carried out: programs are not run; only JavaScript is."));
    }

    void readPlanned(const DataEntry &option)
    {
        if (option.value->isNull())
            return;
        if (option.key == "repeat"_L1)
            (void)m_context.integer(*option.value, option.key, 1, mostRepeats);
        else
            (void)m_context.text(*option.value, option.key);
        m_context.notePlanKey(option.key);
    }

    /// See takesDataAsText().
    void checkDataWord(const DataNode &metadata)
    {
        const DataPtr tempera = metadata.isMap() ? metadata.find(u"tempera") : nullptr;
        const DataPtr data = tempera && tempera->isMap() ? tempera->find(u"data") : nullptr;
        if (data && data->text != "text"_L1 && data->text != "templates"_L1)
            m_context.warn(*data, tr("\"data\" is either text or templates."));
    }

    void readVariables(Variables &variables, const DataNode &node)
    {
        if (node.isString()) { // a path, with or without file://
            for (const QString &path : m_context.matching(node, node.text))
                readVariableFile(variables, node, path);
            return;
        }
        if (node.isSequence()) {
            for (const DataPtr &path : node.items)
                readVariables(variables, *path);
            return;
        }
        if (!node.isMap()) {
            m_context.fail(node, tr("\"vars\" must be a map of names and values."));
            return;
        }
        const Variables before = variables; // those of the files before, of which the last counts
        for (const DataEntry &entry : node.entries) {
            const QJsonValue value = variableValue(m_context, *entry.value);
            const qsizetype known = std::ranges::find(before, entry.key, &Variable::name) - before.begin();
            known < before.size() ? void(variables[known].value = value) : variables.append({entry.key, value});
        }
    }

    void readVariableFile(Variables &variables, const DataNode &at, const QString &path)
    {
        const auto document = m_context.fileTree(at, path);
        if (!document)
            return;
        const ReadContext::InFile scope(m_context, *document);
        if (document->root->isMap())
            readVariables(variables, *document->root);
        else
            m_context.fail(*document->root, tr("\"vars\" must be a map of names and values."));
    }

    ReadContext &m_context;
};

void failTooMany(ReadContext &context, const DataNode &at)
{
    context.fail(at, QCoreApplication::translate("ExperimentFile", "There are more than %L1 cases.").arg(maxCases));
}

class CaseListReader
{
    Q_DECLARE_TR_FUNCTIONS(ExperimentFile)
public:
    /// Without `defaults` a list in a variable stays one.
    CaseListReader(ReadContext &context, const Case *defaults, CaseSource &cases)
        : m_context(context), m_defaults(defaults), m_cases(cases)
    {
    }

    void readItem(const DataNode &item)
    {
        if (m_context.failed())
            return;
        if (item.isString()) {
            readDataset(item, item.text, nullptr);
        } else if (item.isMap() && item.find(u"path") && !item.find(u"vars")) {
            readDataset(item, m_context.text(*item.find(u"path"), u"path"_s), item.find(u"config"));
        } else {
            add(item, readCase(m_context, item));
        }
    }

    void add(const DataNode &at, const Case &aCase)
    {
        if (m_defaults)
            addCase(m_context, at, aCase, *m_defaults, m_cases);
        else if (m_cases.size() < maxCases)
            m_cases.append(aCase);
        else
            failTooMany(m_context, at);
    }

private:
    void readDataset(const DataNode &at, const QString &reference, const DataPtr &config)
    {
        for (const QString &path : m_context.matching(at, reference))
            readDatasetFile(m_context, at, path, config, [this, &at](const Case &aCase) { add(at, aCase); });
    }

    ReadContext &m_context;
    const Case *m_defaults;
    CaseSource &m_cases;
};

} // namespace

Case readCase(ReadContext &context, const DataNode &node)
{
    return CaseReader(context).readMap(node);
}

void addCase(ReadContext &context, const DataNode &at, const Case &aCase, const Case &defaults, CaseSource &cases)
{
    const QList<Case> expanded = expandCase(aCase, defaults, maxCases - cases.size());
    if (expanded.isEmpty())
        failTooMany(context, at);
    for (const Case &each : expanded)
        cases.append(each);
}

CaseSource readCases(ReadContext &context, const DataPtr &node, const Case &defaults, ListSource &source)
{
    CaseSource cases;
    CaseListReader reader(context, &defaults, cases);
    if (!node || node->isNull()) {
        if (hasExpandingVariable(defaults.variables))
            reader.add(DataNode(), Case());
        source.groups.push_back({nullptr, static_cast<int>(cases.size())});
        return cases;
    }
    if (!node->isSequence()) {
        reader.readItem(*node);
        source.groups.push_back({nullptr, static_cast<int>(cases.size())});
        return cases;
    }
    source.isList = true;
    for (const DataPtr &item : node->items) {
        const qsizetype before = cases.size();
        reader.readItem(*item);
        source.groups.push_back({item, static_cast<int>(cases.size() - before)});
    }
    return cases;
}

CaseSource readUnexpandedCases(ReadContext &context, const DataPtr &node)
{
    CaseSource cases;
    CaseListReader reader(context, nullptr, cases);
    if (node && node->isSequence()) {
        for (const DataPtr &item : node->items)
            reader.readItem(*item);
    } else if (node && !node->isNull()) {
        reader.readItem(*node);
    }
    return cases;
}

} // namespace Tempera
