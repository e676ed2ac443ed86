// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/scenarioreader.h"

#include "models/experiment/reading/casereader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// What a case has beside variables and checks, over what its scenario says.
QJsonObject mergedOther(QJsonObject other, const QJsonObject &own)
{
    for (auto it = own.begin(); it != own.end(); ++it) {
        QJsonObject both = other.value(it.key()).toObject();
        const QJsonObject values = it.value().toObject();
        for (auto value = values.begin(); value != values.end(); ++value)
            both.insert(value.key(), value.value());
        other.insert(it.key(), both.isEmpty() ? it.value() : QJsonValue(both));
    }
    return other;
}

/// Each row of a scenario's `config` with each of its `tests`.
class ScenarioReader
{
    Q_DECLARE_TR_FUNCTIONS(ExperimentFile)
public:
    ScenarioReader(ReadContext &context, const Case &defaults, Conversing conversing, CaseSource &cases)
        : m_context(context), m_defaults(defaults), m_conversing(conversing), m_cases(cases)
    {
    }

    void readAny(const DataNode &node)
    {
        if (node.isSequence()) {
            for (const DataPtr &item : node.items)
                readAny(*item);
        } else if (node.isString()) {
            for (const QString &path : m_context.matching(node, node.text))
                readFile(node, path);
        } else if (node.isMap()) {
            readScenario(node);
        } else {
            m_context.fail(node, tr("A scenario is a map with \"config\" and \"tests\"."));
        }
    }

private:
    void readFile(const DataNode &at, const QString &path)
    {
        const auto document = m_context.fileTree(at, path);
        if (!document)
            return;
        const ReadContext::InFile scope(m_context, *document);
        if (document->root->isMap())
            readScenario(*document->root);
        else
            m_context.fail(*document->root, tr("A scenario is a map with \"config\" and \"tests\"."));
    }

    void readScenario(const DataNode &map)
    {
        const CaseSource rows = parts(map.find(u"config"));
        const CaseSource tests = parts(map.find(u"tests"));
        for (const Case &row : rows) {
            for (const Case &test : tests) {
                if (m_context.failed())
                    return;
                Case both = merged(row, test);
                if (m_conversing == Conversing::Yes)
                    beOneConversation(both);
                addCase(m_context, map, both, m_defaults, m_cases);
            }
            ++m_rows;
        }
    }

    /// The tests of a row are a conversation of their own, unless it is said of which they are.
    void beOneConversation(Case &aCase) const
    {
        QJsonObject metadata = aCase.other.value("metadata"_L1).toObject();
        const QJsonObject usual = m_defaults.other.value("metadata"_L1).toObject();
        if (!metadata.value("conversationId"_L1).isUndefined() || !usual.value("conversationId"_L1).isUndefined())
            return;
        metadata.insert("conversationId"_L1, u"__scenario_%1__"_s.arg(m_rows));
        aCase.other.insert("metadata"_L1, metadata);
    }

    /// One empty case where there is none.
    CaseSource parts(const DataPtr &node)
    {
        CaseSource cases = readUnexpandedCases(m_context, node); // their variables make cases together
        if (cases.isEmpty())
            cases.append(Case());
        return cases;
    }

    static Case merged(const Case &row, const Case &test)
    {
        Case both = test;
        both.variables = row.variables;
        for (const Variable &own : test.variables) {
            const auto known = std::ranges::find(both.variables, own.name, &Variable::name);
            known == both.variables.end() ? both.variables.append(own) : void(known->value = own.value);
        }
        both.checks = row.checks + test.checks;
        both.other = mergedOther(row.other, test.other);
        if (both.description.isEmpty())
            both.description = row.description;
        if (!both.threshold)
            both.threshold = row.threshold;
        return both;
    }

    ReadContext &m_context;
    const Case &m_defaults;
    Conversing m_conversing;
    CaseSource &m_cases;
    int m_rows = 0; ///< Of all scenarios, that were read.
};

} // namespace

CaseSource readScenarios(ReadContext &context, const DataNode &node, const Case &defaults, Conversing conversing)
{
    CaseSource cases;
    ScenarioReader(context, defaults, conversing, cases).readAny(node);
    return cases;
}

} // namespace Tempera
