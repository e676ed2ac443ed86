// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/session.h"

#include <QObject>

class QAction;

namespace Tempera {

class ComparePanel;
class EffectPanel;
class ExperimentDocument;
class LabelsPanel;
template<typename Page>
class LatePage;
class Selection;

/// The faces of Compare that ask a model how likely a given text is: Labels and Edit.
class ScoringFaces final : public QObject
{
    Q_OBJECT
public:
    ScoringFaces(const SessionContext &context, ExperimentDocument &document, Selection &selection, ComparePanel &compare,
                 QObject *parent = nullptr);

    [[nodiscard]] LabelsPanel *labels() const;
    [[nodiscard]] EffectPanel *effect() const;
    /// Compute Label Probabilities and Effect of This Edit; each shows its face.
    [[nodiscard]] QList<QAction *> actions() const { return {m_computeLabels, m_computeEffect}; }
    [[nodiscard]] bool isRunning() const;
    void stop();

Q_SIGNALS:
    void runningChanged();
    void failed(const Tempera::Error &error);

private:
    [[nodiscard]] LabelsPanel *createLabels(QWidget *place);
    [[nodiscard]] EffectPanel *createEffect(QWidget *place);

    SessionContext m_context;
    ExperimentDocument &m_document;
    Selection &m_selection;
    ComparePanel &m_compare;
    QAction *m_computeLabels = nullptr;
    QAction *m_computeEffect = nullptr;
    LatePage<LabelsPanel> *m_labels = nullptr;
    LatePage<EffectPanel> *m_effect = nullptr;
};

} // namespace Tempera
