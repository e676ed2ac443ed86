// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/resume.h"

#include "models/core/jsontext.h"
#include "models/core/secrets.h"
#include "models/core/secrettext.h"
#include "models/session/cellplanner.h"
#include "models/session/session.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

struct ResumeText {
    Q_DECLARE_TR_FUNCTIONS(Resume)
};

std::unexpected<Error> otherPlan(const QString &difference)
{
    return failure(
        ErrorKind::Usage,
        ResumeText::tr("The run cannot be resumed because its experiment has changed: %1. Nothing was asked.").arg(difference));
}

bool isSameAddress(const QString &then, const QString &now)
{
    return then == now || withoutAddressSecrets(then) == withoutAddressSecrets(now);
}

/// A member of a request's body without secrets, written in one way.
QByteArray comparableMember(const QString &name, const QByteArray &member)
{
    const QJsonValue value = isSecretName(name) ? QJsonValue() : QJsonDocument::fromJson('[' + member + ']').array().first();
    return jsonText(withoutSecretMembers(value));
}

bool isSameMember(const QString &name, const QByteArray &then, const QByteArray &now)
{
    return then == now || comparableMember(name, then) == comparableMember(name, now);
}

QStringList bodyDifferences(const Endpoint &then, const Endpoint &now)
{
    QStringList names;
    if (then.body == now.body)
        return names;
    for (const auto &[name, value] : then.body.asKeyValueRange()) {
        const auto other = now.body.constFind(name);
        if (other == now.body.cend() || !isSameMember(name, value, *other))
            names += name;
    }
    for (auto it = now.body.keyBegin(); it != now.body.keyEnd(); ++it) {
        if (!then.body.contains(*it))
            names += *it;
    }
    return names;
}

QStringList samplingDifferences(const SamplingSettings &then, const SamplingSettings &now)
{
    QStringList names;
    if (then == now)
        return names;
    const QJsonObject before = samplingToJson(then);
    const QJsonObject after = samplingToJson(now);
    for (const QString &name : before.keys() + after.keys()) {
        if (before.value(name) != after.value(name) && !names.contains(name))
            names += name;
    }
    return names.isEmpty() ? QStringList{ResumeText::tr("the settings")} : names;
}

/// What requestDifferences() says beside the messages.
QStringList settingDifferences(const GenerationRequest &then, const GenerationRequest &now)
{
    QStringList names;
    const auto add = [&names](bool isSame, const QString &name) {
        if (!isSame)
            names += name;
    };
    const Endpoint &before = then.endpoint;
    const Endpoint &after = now.endpoint;
    add(then.form == now.form, ResumeText::tr("chat or continuation"));
    add(before.kind == after.kind && isSameAddress(before.model, after.model), ResumeText::tr("the model"));
    add(before.baseUrl == after.baseUrl
            || isSameAddress(before.baseUrl.toString(QUrl::FullyEncoded), after.baseUrl.toString(QUrl::FullyEncoded)),
        ResumeText::tr("the address"));
    add(before.limitName == after.limitName, ResumeText::tr("the name of the token limit"));
    add(then.strict == now.strict, ResumeText::tr("strict mode"));
    return names + bodyDifferences(before, after) + samplingDifferences(then.sampling, now.sampling);
}

/// "Case 3 (Lamps), prompt 1, warm".
QString placeText(const Experiment &experiment, const CellKey &key)
{
    QStringList parts{ResumeText::tr("case %1").arg(key.caseIndex + 1)};
    if (const QString title = experiment.cases.value(key.caseIndex).description; !title.isEmpty())
        parts.last() += u" (%1)"_s.arg(title);
    if (experiment.prompts.size() > 1)
        parts += ResumeText::tr("prompt %1").arg(key.promptIndex + 1);
    if (key.variantIndex < experiment.variants.size())
        parts += experiment.variants.at(key.variantIndex).title();
    return parts.join(u", "_s);
}

/// What made the messages of a cell others than they were.
QString changedMessagesText(const RunToResume &run, const Experiment &now, const CellKey &key)
{
    if (!run.then)
        return ResumeText::tr("the text that is asked");
    const bool samePrompt = run.then->prompts.value(key.promptIndex) == now.prompts.value(key.promptIndex);
    return samePrompt ? ResumeText::tr("the values of the case") : ResumeText::tr("the prompt");
}

QString numbersText(const RunToResume &run, const Experiment &now, std::size_t planned)
{
    QStringList parts{ResumeText::tr("cells: %1 then, %2 now").arg(run.stored.run.plannedCells).arg(planned)};
    if (!run.then)
        return parts.constFirst();
    const auto add = [&parts](const QString &text, qsizetype then, qsizetype there) {
        if (then != there)
            parts += text.arg(then).arg(there);
    };
    add(ResumeText::tr("cases: %1 then, %2 now"), run.then->cases.size(), now.cases.size());
    add(ResumeText::tr("prompts: %1 then, %2 now"), run.then->prompts.size(), now.prompts.size());
    add(ResumeText::tr("variants: %1 then, %2 now"), run.then->variants.size(), now.variants.size());
    add(ResumeText::tr("repeats: %1 then, %2 now"), run.then->repeat, now.repeat);
    return parts.join(u", "_s);
}

/// Answers that were judged by other checks cannot stand in one result with those that follow.
bool isCheckedTheSame(const Experiment &then, const Experiment &now, int caseIndex)
{
    const Case before = then.cases.value(caseIndex); // one without cases runs once, with the default's
    const Case after = now.cases.value(caseIndex);
    const auto mark = [](const Experiment &experiment, const Case &own) {
        return own.threshold ? own.threshold : experiment.defaultCase.threshold;
    };
    return effectiveChecks(then, before) == effectiveChecks(now, after) && mark(then, before) == mark(now, after);
}

/// Takes stored results over, one planned cell after the other.
class Resumption
{
public:
    Resumption(const RunToResume &run, const Experiment &now)
        : m_run(run), m_now(now), m_places(run.stored.cells.keys()), m_met(run.stored.cells.size(), false)
    {
        for (const CellSummary &cell : run.stored.cells)
            m_spent += cell.cost().value_or(Money()) + cell.gradingCost;
    }

    Result<ResumedCells> into(CellPlanner &planner, const QList<SharedProvider> &providers)
    {
        const Plan &plan = planner.plan();
        ResumedCells resumed{{}, {}, m_spent};
        for (std::size_t i = 0; i < plan.size() && !planner.isStopped(); ++i) {
            const CellKey key = plan.key(i);
            const std::optional<std::size_t> stored = stayingCell(key);
            if (!stored) {
                resumed.cells.addPlanned(key);
                continue;
            }
            Cell cell = plan.cell(key);
            leaveOutRefused(cell.request, providers.at(key.variantIndex)->capabilities);
            planner.render(cell);
            if (const QString difference = differenceOf(*stored, cell.request); !difference.isEmpty())
                return otherPlan(difference);
            resumed.cells.push_back(m_run.stored.cells[*stored]);
            resumed.finished.push_back(static_cast<int>(i));
            m_met[*stored] = true;
        }
        for (std::size_t i = 0; i < m_met.size() && !planner.isStopped(); ++i) {
            if (!m_met[i] && staysAsItIs(i)) {
                const QString place = placeText(m_run.then.value_or(Experiment()), m_run.stored.cells.key(i));
                return otherPlan(ResumeText::tr("%1 is no longer in it").arg(place));
            }
        }
        return resumed;
    }

private:
    [[nodiscard]] bool staysAsItIs(std::size_t stored) const
    {
        const CellState state = m_run.stored.cells.state(stored);
        return state == CellState::Done || (state == CellState::Failed && !m_run.retryErrors);
    }

    /// Index of the stored cell with this key, where it is not asked again.
    [[nodiscard]] std::optional<std::size_t> stayingCell(const CellKey &key) const
    {
        const int found = m_places.find(key);
        const bool isThere = found >= 0 && staysAsItIs(static_cast<std::size_t>(found));
        return isThere ? std::optional(static_cast<std::size_t>(found)) : std::nullopt;
    }

    [[nodiscard]] QString differenceOf(std::size_t stored, const GenerationRequest &now)
    {
        // What earlier answers put into a prompt is not known here.
        const bool isOrdered = needsOrder(m_now);
        if (isOrdered && m_run.then && m_run.then->prompts != m_now.prompts)
            return ResumeText::tr("the prompts are others");
        QStringList names = isOrdered ? settingDifferences(m_run.asked.withoutMessages(stored), now)
                                      : requestDifferences(m_run.asked, stored, now);
        if (!names.isEmpty() && !isOrdered && !m_run.asked.hasMessages(stored, now.messages))
            names.first() = changedMessagesText(m_run, m_now, now.key);
        if (!names.isEmpty())
            return ResumeText::tr("%1 would be asked differently (%2)").arg(placeText(m_now, now.key), names.join(u", "_s));
        if (m_run.then && m_checkedCase != now.key.caseIndex) {
            if (!isCheckedTheSame(*m_run.then, m_run.now ? *m_run.now : m_now, now.key.caseIndex))
                return ResumeText::tr("%1 has other checks").arg(placeText(m_now, now.key));
            m_checkedCase = now.key.caseIndex;
        }
        return {};
    }

    const RunToResume &m_run;
    const Experiment &m_now;
    CellPlaces m_places;     ///< Of the stored ones.
    std::vector<bool> m_met; ///< Stored cells that are in the plan.
    Money m_spent;
    int m_checkedCase = -1; ///< Whose checks were compared last.
};

/// Bodies that are in memory at once while it is read what they were asked.
constexpr std::size_t bodiesReadAtOnce = 1000;

/// A run that is being read.
struct RunReading {
    RunStore &store;
    QObject *guard;
    std::function<void(Result<RunToResume>)> callback;
    RunToResume run;
    std::size_t read = 0; ///< Of its cells.
    CellTable kept = {};  ///< Those of them that the store has.

    void take(const std::vector<Cell> &bodies, std::size_t end)
    {
        const CellTable &cells = run.stored.cells;
        auto body = bodies.begin();
        for (; read < end; ++read) {
            if (body == bodies.end() || body->request.key != cells.key(read))
                continue;
            run.asked.add(plannedRequest(*body));
            kept.push_back(cells[read]);
            ++body;
        }
    }
};

void readOn(const std::shared_ptr<RunReading> &reading)
{
    CellTable &cells = reading->run.stored.cells;
    if (reading->read == cells.size()) {
        cells = std::move(reading->kept);
        reading->callback(std::move(reading->run));
        return;
    }
    const std::size_t end = std::min(cells.size(), reading->read + bodiesReadAtOnce);
    QList<CellKey> keys;
    for (std::size_t i = reading->read; i < end; ++i)
        keys += cells.key(i);
    reading->store.loadCells(reading->run.stored.run.id, keys, reading->guard, [reading, end](Result<std::vector<Cell>> bodies) {
        if (!bodies) {
            reading->callback(std::unexpected(bodies.error()));
            return;
        }
        reading->take(*bodies, end);
        readOn(reading);
    });
}

} // namespace

void loadRunToResume(RunStore &store, const QUuid &run, QObject *guard, std::function<void(Result<RunToResume>)> callback)
{
    store.loadRun(run, guard, [&store, guard, callback = std::move(callback)](Result<StoredRun> stored) {
        if (stored)
            readOn(std::make_shared<RunReading>(store, guard, callback, RunToResume{*std::move(stored), {}, false}));
        else
            callback(std::unexpected(stored.error()));
    });
}

Result<ResumedCells> resumedCells(const RunToResume &run, const Experiment &now, CellPlanner &planner,
                                  const QList<SharedProvider> &providers)
{
    const RunRecord &record = run.stored.run;
    if (isPartOfAnExperiment(record)) {
        return failure(ErrorKind::Usage,
                       ResumeText::tr("This run asked only some of the cells; what is missing can be run from the window."));
    }
    const std::size_t count = planner.plan().size();
    if (count != static_cast<std::size_t>(record.plannedCells))
        return otherPlan(numbersText(run, now, count));
    Result<ResumedCells> resumed = Resumption(run, now).into(planner, providers);
    if (resumed && resumed->finished.size() == count && record.state == RunState::Finished)
        return failure(ErrorKind::Usage, ResumeText::tr("The run is finished: no cell is left to ask."));
    return resumed;
}

QStringList requestDifferences(const AskedRequests &asked, std::size_t index, const GenerationRequest &now)
{
    QStringList names = settingDifferences(asked.withoutMessages(index), now);
    if (!asked.hasMessages(index, now.messages))
        names.prepend(ResumeText::tr("the messages"));
    return names;
}

} // namespace Tempera
