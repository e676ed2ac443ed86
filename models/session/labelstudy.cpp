// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/labelstudy.h"

#include "models/experiment/labelset.h"
#include "models/experiment/promptrenderer.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <set>
#include <tuple>

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
            models.append({variant.title(), {i}, variant.endpoint.kind == EndpointKind::Local});
        } else {
            modelOf.append(*it);
            models[*it].variants.append(i);
            models[*it].title = variant.endpoint.id;
        }
    }
    return modelOf;
}

QList<int> expectedLabels(const Experiment &experiment, const QStringList &labels, TemplateEngine &templates)
{
    QList<int> expected;
    for (const Case &each : experiment.cases)
        expected.append(expectedLabel(experiment, each, labels, templates));
    if (experiment.cases.isEmpty())
        expected.append(expectedLabel(experiment, Case(), labels, templates));
    return expected;
}

} // namespace

LabelStudy::LabelStudy(const SessionContext &context, QObject *parent) : QObject(parent), m_scoring(context)
{
    connect(&m_scoring, &Scoring::cellChanged, this, &LabelStudy::take);
    connect(&m_scoring, &Scoring::progressChanged, this, &LabelStudy::progressChanged);
    connect(&m_scoring, &Scoring::finished, this, &LabelStudy::finished);
}

LabelStudy::~LabelStudy() = default;

Result<void> LabelStudy::start(const Experiment &experiment, const QStringList &labels, LabelSpelling spelling)
{
    if (labels.size() < 2) {
        return failure(ErrorKind::Usage,
                       QCoreApplication::translate("LabelStudy", "At least two labels are needed, separated by commas."));
    }
    if (!m_templates) {
        auto engine = TemplateEngine::create();
        if (!engine)
            return std::unexpected(engine.error());
        m_templates = std::move(*engine);
    }
    PlanOptions options;
    options.repeat = 1;
    const Result<Plan> plan = Plan::of(experiment, *m_templates, options);
    if (!plan)
        return std::unexpected(plan.error());

    QList<Model> models;
    const QList<int> modelOf = groupVariants(experiment, models);
    const QList<int> expected = expectedLabels(experiment, labels, *m_templates);
    const std::vector<ScoreText> texts = labelTexts(labels, spelling);
    QList<Row> rows;
    std::vector<Cell> cells;
    std::set<std::tuple<int, int, int>> asked;
    PromptRenderer renderer(experiment, *m_templates);
    for (std::size_t i = 0; i < plan->size(); ++i) {
        const CellKey key = plan->key(i);
        const int model = modelOf.at(key.variantIndex);
        if (!asked.insert({key.caseIndex, key.promptIndex, model}).second)
            continue;
        Cell each = plan->cell(key);
        renderer.render(each);
        each.request.sampling = {};
        each.request.score = texts;
        rows.append({key.caseIndex, key.promptIndex, model, expected.value(key.caseIndex, -1)});
        cells.push_back(std::move(each));
    }
    m_experiment = experiment;
    m_labels = labels;
    m_spelling = spelling;
    m_models = models;
    m_rows = rows;
    m_results = QList<std::optional<LabelProbabilities>>(rows.size());
    m_scoring.start(std::move(cells));
    Q_EMIT planned();
    return {};
}

void LabelStudy::stop()
{
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
    if (effectiveVariables(now, now.cases.value(asked.caseIndex))
        != effectiveVariables(m_experiment, m_experiment.cases.value(asked.caseIndex)))
        return true;
    const QString key = modelKey(m_experiment.variants[m_models[asked.model].variants.constFirst()]);
    return std::ranges::none_of(now.variants, [&key](const Variant &variant) { return modelKey(variant) == key; });
}

} // namespace Tempera
