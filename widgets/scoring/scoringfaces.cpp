// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scoring/scoringfaces.h"

#include "models/experiment/experimentdocument.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/scoring/effectpanel.h"
#include "widgets/scoring/labelspanel.h"

#include <QAction>

namespace Tempera {

ScoringFaces::ScoringFaces(const SessionContext &context, ExperimentDocument &document, Selection &selection,
                           const Session &session, ComparePanel &compare, QObject *parent)
    : QObject(parent),
      m_labels(new LabelsPanel(context, document, selection)),
      m_effect(new EffectPanel(context, document, selection, [&compare, &session] {
          const int cell = compare.currentCell();
          return cell < 0 ? nullptr : session.body(cell);
      }))
{
    compare.addFace(m_labels, tr("Labels"));
    compare.addFace(m_effect, tr("Edit"));
    connect(&compare, &ComparePanel::currentCellChanged, m_effect, &EffectPanel::refresh);
    // Connected after the panels' own slots: they compute first, then the face shows what came of it.
    connect(m_labels->computeAction(), &QAction::triggered, this, [this, &compare] { compare.showFace(m_labels); });
    connect(m_effect->computeAction(), &QAction::triggered, this, [this, &compare] { compare.showFace(m_effect); });
    connect(&document, &ExperimentDocument::replaced, m_labels, &LabelsPanel::forget);
    connect(&document, &ExperimentDocument::replaced, m_effect, &EffectPanel::forget);
    connect(m_labels, &LabelsPanel::failed, this, &ScoringFaces::failed);
    connect(m_labels, &LabelsPanel::runningChanged, this, &ScoringFaces::runningChanged);
    connect(m_effect, &EffectPanel::runningChanged, this, &ScoringFaces::runningChanged);
}

QList<QAction *> ScoringFaces::actions() const
{
    return {m_labels->computeAction(), m_effect->computeAction()};
}

bool ScoringFaces::isRunning() const
{
    return m_labels->isRunning() || m_effect->isRunning();
}

void ScoringFaces::stop()
{
    m_labels->stop();
    m_effect->stop();
}

} // namespace Tempera
