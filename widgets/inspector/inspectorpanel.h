// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"

#include <QTabWidget>

namespace Tempera {

class Catalog;
class ExperimentDocument;
class LensState;
class LiveEstimate;
class SamplingPanel;
class Selection;
class Session;
class TokenPage;
class VerdictsPage;

/// The right side: settings of the selected variant, cost, and checks of the selected answer.
class InspectorPanel final : public QTabWidget
{
    Q_OBJECT
public:
    InspectorPanel(ExperimentDocument &document, Selection &selection, const Catalog *catalog, const LiveEstimate &estimate,
                   const Session &session, LensState &lens, QWidget *parent = nullptr);

    [[nodiscard]] SamplingPanel *sampling() const { return m_sampling; }
    [[nodiscard]] TokenPage *token() const { return m_token; }
    /// What is shown belongs to a run, and nothing of it can be changed.
    void setReadOnly(bool readOnly);
    void showCell(const Cell *cell);
    /// Shows the page of the current token, with the focus on its alternatives.
    void showToken();

private:
    SamplingPanel *m_sampling = nullptr;
    VerdictsPage *m_verdicts = nullptr;
    TokenPage *m_token = nullptr;
};

} // namespace Tempera
