// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scoring/scoringfaces.h"

#include "models/experiment/experimentdocument.h"
#include "widgets/common/latepage.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/scoring/effectpanel.h"
#include "widgets/scoring/labelspanel.h"

#include <QAction>

namespace Tempera {

ScoringFaces::ScoringFaces(const SessionContext &context, ExperimentDocument &document, Selection &selection,
                           ComparePanel &compare, QObject *parent)
    : QObject(parent),
      m_context(context),
      m_document(document),
      m_selection(selection),
      m_compare(compare),
      m_computeLabels(LabelsPanel::makeComputeAction(this)),
      m_computeEffect(EffectPanel::makeComputeAction(this)),
      m_labels(new LatePage<LabelsPanel>([this](QWidget *place) { return createLabels(place); })),
      m_effect(new LatePage<EffectPanel>([this](QWidget *place) { return createEffect(place); }))
{
    compare.addFace(m_labels, tr("Labels"));
    compare.addFace(m_effect, tr("Edit"));
    // First it is computed, then the face shows what came of it.
    connect(m_computeLabels, &QAction::triggered, this, [this] {
        labels()->compute();
        m_compare.showFace(m_labels);
    });
    connect(m_computeEffect, &QAction::triggered, this, [this] {
        effect()->compute();
        m_compare.showFace(m_effect);
    });
}

LabelsPanel *ScoringFaces::createLabels(QWidget *place)
{
    auto *panel = new LabelsPanel(m_context, m_document, m_selection, m_computeLabels, place);
    connect(&m_document, &ExperimentDocument::replaced, panel, &LabelsPanel::forget);
    connect(panel, &LabelsPanel::failed, this, &ScoringFaces::failed);
    connect(panel, &LabelsPanel::runningChanged, this, &ScoringFaces::runningChanged);
    return panel;
}

EffectPanel *ScoringFaces::createEffect(QWidget *place)
{
    auto *panel = new EffectPanel(
        m_context, m_document, m_selection, [this] { return m_compare.currentCellBody(); }, m_computeEffect, place);
    connect(&m_compare, &ComparePanel::currentCellChanged, panel, &EffectPanel::refresh);
    connect(&m_document, &ExperimentDocument::replaced, panel, &EffectPanel::forget);
    connect(panel, &EffectPanel::runningChanged, this, &ScoringFaces::runningChanged);
    return panel;
}

LabelsPanel *ScoringFaces::labels() const
{
    return m_labels->page();
}

EffectPanel *ScoringFaces::effect() const
{
    return m_effect->page();
}

bool ScoringFaces::isRunning() const
{
    const LabelsPanel *labelsMade = m_labels->pageIfMade();
    const EffectPanel *effectMade = m_effect->pageIfMade();
    return (labelsMade && labelsMade->isRunning()) || (effectMade && effectMade->isRunning());
}

void ScoringFaces::stop()
{
    if (LabelsPanel *made = m_labels->pageIfMade())
        made->stop();
    if (EffectPanel *made = m_effect->pageIfMade())
        made->stop();
}

} // namespace Tempera
