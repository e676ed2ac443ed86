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
class Selection;

/// The faces of Compare that ask a model how likely a given text is: Labels and Edit.
class ScoringFaces final : public QObject
{
    Q_OBJECT
public:
    ScoringFaces(const SessionContext &context, ExperimentDocument &document, Selection &selection, const Session &session,
                 ComparePanel &compare, QObject *parent = nullptr);

    [[nodiscard]] LabelsPanel *labels() const { return m_labels; }
    [[nodiscard]] EffectPanel *effect() const { return m_effect; }
    /// Compute Label Probabilities and Effect of This Edit; each shows its face.
    [[nodiscard]] QList<QAction *> actions() const;
    [[nodiscard]] bool isRunning() const;
    void stop();

Q_SIGNALS:
    void runningChanged();
    void failed(const Tempera::Error &error);

private:
    LabelsPanel *m_labels = nullptr;
    EffectPanel *m_effect = nullptr;
};

} // namespace Tempera
