// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"

#include <QTabWidget>

namespace Tempera {

class Catalog;
class ExperimentDocument;
class LiveEstimate;
class SamplingPanel;
class Selection;
class Session;
class VerdictsPage;

/// The right side: settings of the selected variant, cost, and checks of the selected answer.
class InspectorPanel final : public QTabWidget
{
    Q_OBJECT
public:
    InspectorPanel(ExperimentDocument &document, Selection &selection, const Catalog *catalog,
                   const LiveEstimate &estimate, const Session &session, QWidget *parent = nullptr);

    [[nodiscard]] SamplingPanel *sampling() const { return m_sampling; }
    void showCell(const Cell *cell);

private:
    SamplingPanel *m_sampling = nullptr;
    VerdictsPage *m_verdicts = nullptr;
};

} // namespace Tempera
