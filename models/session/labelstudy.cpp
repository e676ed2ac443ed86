// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/labelstudy.h"

#include "models/experiment/labelset.h"
#include "models/session/cellplanner.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Equal for variants that differ in their sampling only.
QString modelKey(const Variant &variant)
{
    const Endpoint &endpoint = variant.endpoint;
    return QStringList{endpoint.id, endpoint.model, endpoint.baseUrl.toString(), QString::number(static_cast<int>(variant.form))}
        .join(u'\n');
}

/// The model of each variant.
QList<int> groupVariants(const Experiment &experiment, QList<LabelStudy::Model> &models)
{
    QHash<QString, int> known;
    QList<int> modelOf;
    for (int i = 0; i < experiment.variants.size(); ++i) {
        const Variant &variant = experiment.variants[i];
        const auto it = known.constFind(modelKey(variant));
        if (it == known.constEnd()) {
            known.insert(modelKey(variant), static_cast<int>(models.size()));
            modelOf.append(static_cast<int>(models.size()));
            models.append({variant.title(), {i}, variant.endpoint.kind == EndpointKind::Local, modelKey(variant)});
        } else {
            modelOf.append(*it);
            models[*it].variants.append(i);
            models[*it].title = variant.endpoint.shownId();
        }
    }
    return modelOf;
}

/// Of an experiment without cases the only one is empty.
Case caseAt(const Experiment &experiment, int index)
{
    return experiment.cases.value(index);
}

/// Of one piece of preparing: others wait for the background too.
constexpr std::chrono::milliseconds pieceOfStudy = 50ms;

} // namespace

/// The rows of a study as they are made. Nobody else touches it meanwhile, but to stop it.
struct LabelStudy::Preparing {
    Preparing(const Experiment &of, const QStringList &wanted, LabelSpelling how)
        : experiment(of), labels(wanted), spelling(how), planner(of, optionsOfPlan())
    {
    }

    static PlanOptions optionsOfPlan()
    {
        PlanOptions options;
        options.repeat = 1;
        return options;
    }

    [[nodiscard]] bool isDone() const { return !outcome || (isPlanned && next >= planner.plan().size()); }
    [[nodiscard]] double share() const
    {
        return isPlanned && planner.plan().size() > 0 ? static_cast<double>(next) / static_cast<double>(planner.plan().size())
                                                      : 0;
    }

    /// The next piece.
    void run()
    {
        const auto end = std::chrono::steady_clock::now() + pieceOfStudy;
        if (!isPlanned && !planner.isStopped())
            plan();
        while (!planner.isStopped() && !isDone() && std::chrono::steady_clock::now() < end)
            add(planner.plan().key(next++));
    }

    void plan()
    {
        outcome = planner.makePlan();
        if (!outcome)
            return;
        modelOf = groupVariants(experiment, models);
        texts = labelTexts(labels, spelling);
        isPlanned = true;
    }

    void add(const CellKey &key)
    {
        if (key.caseIndex != caseIndex) {
            caseIndex = key.caseIndex;
            asked.clear();
            expected = expectedLabel(experiment, caseAt(experiment, caseIndex), labels, planner.templates());
        }
        const int model = modelOf.at(key.variantIndex);
        if (!asked.insert({key.promptIndex, model}).second)
            return;
        Cell cell = planner.plan().cell(key);
        planner.render(cell);
        cell.request.sampling = {};
        cell.request.score = texts;
        rows.append({key.caseIndex, key.promptIndex, model, expected});
        cells.push_back(std::move(cell));
    }

    Experiment experiment;
    QStringList labels;
    LabelSpelling spelling;
    CellPlanner planner;
    Result<void> outcome = {};
    bool isPlanned = false;
    QList<Model> models = {};
    QList<int> modelOf = {};
    std::vector<ScoreText> texts = {};
    std::size_t next = 0; ///< Cells of the plan before it are looked at.
    int caseIndex = -1;   ///< What follows belongs to it.
    int expected = -1;
    std::set<std::pair<int, int>> asked = {}; ///< Prompt and model.
    QList<Row> rows = {};
    std::vector<Cell> cells = {};
};

LabelStudy::LabelStudy(const SessionContext &context, QObject *parent)
    : QObject(parent), m_background(context.background), m_scoring(context)
{
    connect(&m_scoring, &Scoring::cellChanged, this, &LabelStudy::take);
    connect(&m_scoring, &Scoring::progressChanged, this, &LabelStudy::progressChanged);
    connect(&m_scoring, &Scoring::finished, this, &LabelStudy::finished);
}

LabelStudy::~LabelStudy()
{
    stopPreparing();
}

ScoringProgress LabelStudy::progress() const
{
    return m_preparing ? ScoringProgress{.isPreparing = true, .work = m_prepared} : m_scoring.progress();
}

Result<void> LabelStudy::start(const Experiment &experiment, const QStringList &labels, LabelSpelling spelling)
{
    if (labels.size() < 2) {
        return failure(ErrorKind::Usage,
                       QCoreApplication::translate("LabelStudy", "At least two labels are needed, separated by commas."));
    }
    stopPreparing();
    const auto preparing = std::make_shared<Preparing>(experiment, labels, spelling);
    if (m_background) {
        m_scoring.stop();
        m_preparing = preparing;
        m_prepared = 0;
        prepareBeside();
        Q_EMIT progressChanged();
        return {};
    }
    while (!preparing->isDone())
        preparing->run();
    if (!preparing->outcome)
        return preparing->outcome;
    begin(*preparing);
    return {};
}

void LabelStudy::prepareBeside()
{
    m_background->run([preparing = m_preparing] { preparing->run(); }, this,
                      [this, preparing = m_preparing] {
                          if (preparing != m_preparing)
                              return; // stopped, or other rows are wanted
                          m_prepared = preparing->share();
                          if (!preparing->isDone()) {
                              prepareBeside();
                              Q_EMIT progressChanged();
                              return;
                          }
                          m_preparing.reset();
                          if (preparing->outcome) {
                              begin(*preparing);
                              return;
                          }
                          Q_EMIT refused(preparing->outcome.error());
                          Q_EMIT finished();
                      });
}

void LabelStudy::stopPreparing()
{
    if (m_preparing)
        m_preparing->planner.stop();
    m_preparing.reset();
}

void LabelStudy::begin(Preparing &prepared)
{
    m_experiment = prepared.experiment;
    m_labels = prepared.labels;
    m_spelling = prepared.spelling;
    m_models = prepared.models;
    m_rows = prepared.rows;
    m_results = QList<std::optional<LabelProbabilities>>(m_rows.size());
    m_scoring.start(std::move(prepared.cells));
    Q_EMIT planned();
}

void LabelStudy::stop()
{
    if (m_preparing) {
        stopPreparing();
        Q_EMIT finished();
    }
    m_scoring.stop();
}

void LabelStudy::clear()
{
    stop();
    m_experiment = {};
    m_labels.clear();
    m_models.clear();
    m_rows.clear();
    m_results.clear();
    Q_EMIT planned();
}

void LabelStudy::take(int row)
{
    if (row >= m_rows.size())
        return; // the last words of what was forgotten
    const Cell &changed = cell(row);
    if (changed.state == CellState::Done)
        m_results[row] = labelProbabilities(m_labels, m_spelling, changed.scores);
    Q_EMIT rowChanged(row);
}

std::vector<Classified> LabelStudy::classified(int model) const
{
    std::vector<Classified> cases;
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].model == model && m_results[i])
            cases.push_back({m_results[i]->shares, m_rows[i].expected});
    }
    return cases;
}

int LabelStudy::forced(int model) const
{
    int count = 0;
    for (int i = 0; i < m_rows.size(); ++i)
        count += m_rows[i].model == model && m_results[i] && m_results[i]->isForced() ? 1 : 0;
    return count;
}

bool LabelStudy::isStale(int row, const Experiment &now) const
{
    const Row &asked = m_rows.at(row);
    if (asked.promptIndex >= now.prompts.size() || asked.caseIndex >= std::max<qsizetype>(1, now.cases.size()))
        return true;
    if (now.prompts[asked.promptIndex].messages != m_experiment.prompts[asked.promptIndex].messages)
        return true;
    const Case caseNow = caseAt(now, asked.caseIndex);
    const Case caseThen = caseAt(m_experiment, asked.caseIndex);
    const bool isSameCase =
        caseNow.variables == caseThen.variables && now.defaultCase.variables == m_experiment.defaultCase.variables;
    if (!isSameCase && effectiveVariables(now, caseNow) != effectiveVariables(m_experiment, caseThen))
        return true;
    const QString &key = m_models.at(asked.model).key;
    return std::ranges::none_of(now.variants, [&key](const Variant &variant) { return modelKey(variant) == key; });
}

} // namespace Tempera
