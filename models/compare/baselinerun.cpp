// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/baselinerun.h"

#include "models/core/counted.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QMultiHash>
#include <QSet>

#include <algorithm>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Equal for cases of equal values, in whatever order.
QByteArray valuesKey(const Experiment &experiment, const Case &aCase)
{
    const QJsonObject values = variablesToJson(effectiveVariables(experiment, aCase));
    const QByteArray text = QJsonDocument(values).toJson(QJsonDocument::Compact);
    // A case without values is known by its name.
    return QCryptographicHash::hash(values.isEmpty() ? text + aCase.description.toUtf8() : text, QCryptographicHash::Sha1);
}

QList<CheckSpec> asWritten(QList<CheckSpec> checks)
{
    for (CheckSpec &check : checks)
        check.isData = false;
    return checks;
}

bool isAskedTheSame(const Experiment &ran, const Case &here, const Experiment &baseline, const Case &there, bool isFile)
{
    const QList<CheckSpec> checksHere = effectiveChecks(ran, here);
    const QList<CheckSpec> checksThere = effectiveChecks(baseline, there);
    return (isFile ? asWritten(checksHere) == asWritten(checksThere) : checksHere == checksThere)
           && (here.threshold ? here.threshold : ran.defaultCase.threshold)
                  == (there.threshold ? there.threshold : baseline.defaultCase.threshold);
}

bool areEqualParts(const Prompt &a, const Prompt &b)
{
    return a.messages == b.messages;
}

/// Whether both would be asked the same; a label is a name only, and where a local file lies is looked up at each run.
bool areEqualParts(const Variant &a, const Variant &b)
{
    Variant other = b;
    other.label = a.label;
    other.endpoint.modelPath = a.endpoint.modelPath;
    return a == other;
}

bool areNamedAlike(const Prompt &a, const Prompt &b)
{
    return !a.label.isEmpty() && a.label == b.label;
}

bool areNamedAlike(const Variant &a, const Variant &b)
{
    return a.title() == b.title();
}

/// For each of `here` its counterpart; those that are not equal to it are put into `others`.
template<typename Part>
QList<int> counterparts(const QList<Part> &here, const QList<Part> &there, QList<int> &others)
{
    QList<int> found(here.size(), -1);
    QList<bool> isTaken(there.size(), false);
    const auto match = [&](auto fits) {
        for (qsizetype i = 0; i < here.size(); ++i) {
            for (qsizetype j = 0; found.at(i) < 0 && j < there.size(); ++j) {
                if (!isTaken.at(j) && fits(here.at(i), there.at(j))) {
                    found[i] = static_cast<int>(j);
                    isTaken[j] = true;
                }
            }
        }
    };
    match([](const Part &a, const Part &b) { return areEqualParts(a, b) && areNamedAlike(a, b); });
    match([](const Part &a, const Part &b) { return areEqualParts(a, b); });
    match([](const Part &a, const Part &b) { return areNamedAlike(a, b); });
    if (here.size() == 1 && there.size() == 1)
        match([](const Part &, const Part &) { return true; });
    for (qsizetype i = 0; i < here.size(); ++i) {
        if (found.at(i) >= 0 && !areEqualParts(here.at(i), there.at(found.at(i))))
            others += static_cast<int>(i);
    }
    return found;
}

/// A contender of the baseline's run with its scores at the cases of the shown one.
using BaselineColumns = std::map<std::pair<int, int>, Contender>;

BaselineColumns baselineColumns(ScoreSheet &into, const BaselineRun &baseline, const BaselineMatch &match)
{
    ScoreSheetMaker maker(into.measure);
    for (CellSummary cell : baseline.cells) {
        cell.key.caseIndex = match.caseHere(cell.key.caseIndex);
        if (cell.key.caseIndex >= 0)
            maker.add(cell);
    }
    BaselineColumns columns;
    ScoreSheet sheet = maker.take(baseline.experiment, 0);
    into.repeats = std::max(into.repeats, sheet.repeats);
    for (Contender &each : sheet.contenders) {
        const std::pair<int, int> place{each.promptIndex, each.variantIndex};
        each.reference = -1;
        each.promptIndex = -1;
        columns.emplace(place, std::move(each));
    }
    return columns;
}

class ComparabilityWords
{
    Q_DECLARE_TR_FUNCTIONS(BaselineRun)
public:
    explicit ComparabilityWords(const Comparability &facts) : m_facts(facts) { }

    [[nodiscard]] QString text(const QString &baseline) const
    {
        const QStringList out = leftOut();
        if (!m_facts.isComparable())
            return tr("Cannot be compared with %1: no case is the same (%2).").arg(baseline, out.join(u", "_s));
        QString said = tr("Compared with %1: %2.")
                           .arg(baseline, ofCases(m_facts.shared, tr("%1 case(s) the same", nullptr, countForm(m_facts.shared))));
        if (!out.isEmpty())
            said += u' ' + tr("Left out: %1.").arg(out.join(u", "_s));
        QStringList other;
        if (m_facts.otherPrompts > 0)
            other += tr("the prompt");
        if (m_facts.otherSettings > 0)
            other += tr("model or settings");
        if (!other.isEmpty())
            said += u' ' + tr("Not the same in both: %1.").arg(other.join(u", "_s));
        if (m_facts.unknownChecks > 0)
            said += u' '
                    + ofCases(m_facts.unknownChecks,
                              tr("It does not say what was checked in %1 case(s).", nullptr, countForm(m_facts.unknownChecks)));
        return said;
    }

private:
    [[nodiscard]] static QString ofCases(int count, const QString &text)
    {
        return counted(text, count).arg(QLocale().toString(count));
    }
    [[nodiscard]] QStringList leftOut() const
    {
        QStringList parts;
        const auto add = [&parts](int count, const QString &text) {
            if (count > 0)
                parts += ofCases(count, text);
        };
        add(m_facts.onlyHere, tr("%1 case(s) only here", nullptr, countForm(m_facts.onlyHere)));
        add(m_facts.onlyThere, tr("%1 case(s) only there", nullptr, countForm(m_facts.onlyThere)));
        add(m_facts.otherChecks, tr("%1 case(s) with other checks", nullptr, countForm(m_facts.otherChecks)));
        if (!m_facts.columnsLeftOut.isEmpty())
            parts += tr("without a counterpart there: %1").arg(m_facts.columnsLeftOut.join(u", "_s));
        return parts;
    }

    const Comparability &m_facts;
};

} // namespace

BaselineMatch::BaselineMatch(const Experiment &ran, const Experiment &baseline) : BaselineMatch(ran, baseline, nullptr) { }

BaselineMatch::BaselineMatch(const Experiment &ran, const BaselineRun &baseline)
    : BaselineMatch(ran, baseline.experiment, baseline.isFile ? &baseline : nullptr)
{
}

BaselineMatch::BaselineMatch(const Experiment &ran, const Experiment &baseline, const BaselineRun *file)
    : m_prompts(counterparts(ran.prompts, baseline.prompts, m_otherPrompts)),
      m_variants(counterparts(ran.variants, baseline.variants, m_otherVariants))
{
    matchCases(ran, baseline, file);
}

void BaselineMatch::matchCases(const Experiment &ran, const Experiment &baseline, const BaselineRun *file)
{
    const QSet<int> unknown = file ? QSet<int>(file->casesOfNoChecks.cbegin(), file->casesOfNoChecks.cend()) : QSet<int>();
    QMultiHash<QByteArray, int> here;
    for (qsizetype i = ran.cases.size(); i-- > 0;) // the one that is put in last is found first
        here.insert(valuesKey(ran, ran.cases.at(i)), static_cast<int>(i));
    m_casesHere.resize(baseline.cases.size(), -1);
    for (qsizetype i = 0; i < baseline.cases.size(); ++i) {
        const Case there = baseline.cases.at(i);
        const auto found = here.find(valuesKey(baseline, there));
        if (found == here.end()) {
            ++m_comparability.onlyThere;
            continue;
        }
        const bool isUnknown = unknown.contains(static_cast<int>(i));
        const bool isSame = isUnknown || isAskedTheSame(ran, ran.cases.at(*found), baseline, there, file != nullptr);
        m_comparability.unknownChecks += isUnknown ? 1 : 0;
        m_casesHere[i] = isSame ? *found : -1;
        ++(isSame ? m_comparability.shared : m_comparability.otherChecks);
        here.erase(found);
    }
    m_comparability.onlyHere = static_cast<int>(here.size());
}

BaselineJoined putBaselineFirst(ScoreSheet &sheet, const BaselineRun &baseline, const BaselineMatch &match)
{
    BaselineJoined joined{match.comparability(), {}};
    Comparability &facts = joined.comparability;
    BaselineColumns columns = baselineColumns(sheet, baseline, match);
    std::vector<Contender> contenders;
    std::map<std::pair<int, int>, int> places;
    std::vector<int> references;
    QList<int> otherPrompts;
    QList<int> otherVariants;
    for (const Contender &each : sheet.contenders) {
        // With a single column there, all are compared with it.
        std::pair<int, int> there{match.promptThere(each.promptIndex), match.variantThere(each.variantIndex)};
        if (!columns.contains(there) && !places.contains(there) && columns.size() + places.size() == 1)
            there = columns.empty() ? places.begin()->first : columns.begin()->first;
        if (const auto column = columns.find(there); column != columns.end()) {
            places.emplace(there, static_cast<int>(contenders.size()));
            Contender own = std::move(column->second);
            own.name =
                QCoreApplication::translate("BaselineRun", "%1 (%2)", "a variant and its run").arg(own.name, baseline.name);
            own.mark = each.mark;
            contenders.push_back(std::move(own));
            columns.erase(column);
        }
        const auto place = places.find(there);
        references.push_back(place == places.end() ? -1 : place->second);
        if (place == places.end()) {
            facts.columnsLeftOut += each.name;
            continue;
        }
        joined.counterparts.emplace(std::pair(each.promptIndex, each.variantIndex), there);
        const bool isOtherPrompt = match.promptThere(each.promptIndex) != there.first || match.isOtherPrompt(each.promptIndex);
        const bool isOther = match.variantThere(each.variantIndex) != there.second || match.hasOtherSettings(each.variantIndex);
        if (isOtherPrompt && !otherPrompts.contains(each.promptIndex))
            otherPrompts += each.promptIndex;
        if (isOther && !otherVariants.contains(each.variantIndex))
            otherVariants += each.variantIndex;
    }
    facts.otherPrompts = static_cast<int>(otherPrompts.size());
    facts.otherSettings = static_cast<int>(otherVariants.size());
    for (std::size_t i = 0; i < references.size(); ++i) {
        sheet.contenders[i].reference = facts.isComparable() ? references[i] : -1;
        contenders.push_back(std::move(sheet.contenders[i]));
    }
    sheet.contenders = std::move(contenders);
    return joined;
}

BaselineFigures baselineFigures(const BaselineRun &baseline, const BaselineMatch &match, const BaselineCounterparts &counterparts)
{
    struct Sums {
        GridFigures figures;
        int caseIndex = -1;
    };
    std::map<std::pair<int, int>, Sums> sums;
    for (const CellSummary &cell : baseline.cells) { // by key: the repeats of a case follow each other
        if (match.caseHere(cell.key.caseIndex) < 0)
            continue;
        Sums &column = sums[{cell.key.promptIndex, cell.key.variantIndex}];
        if (std::exchange(column.caseIndex, cell.key.caseIndex) != cell.key.caseIndex)
            column.figures.endCase();
        column.figures.add(cell, nullptr);
    }
    BaselineFigures figures;
    for (const auto &[here, there] : counterparts) {
        GridFigures &each = figures[here] = sums[there].figures;
        each.endCase();
    }
    return figures;
}

QString comparabilityText(const QString &baseline, const Comparability &comparability)
{
    return ComparabilityWords(comparability).text(baseline);
}

} // namespace Tempera
