// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"
#include "widgets/lens/tokenpage.h"

#include <QTabWidget>

#include <functional>

namespace Tempera {

class Catalog;
class ExperimentDocument;
template<typename Page>
class LatePage;
class LensState;
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
    /// `currentCell` gives the cell whose checks are shown, or null.
    InspectorPanel(ExperimentDocument &document, Selection &selection, const Catalog *catalog, const LiveEstimate &estimate,
                   const Session &session, LensState &lens, std::function<const Cell *()> currentCell, QWidget *parent = nullptr);

    [[nodiscard]] SamplingPanel *sampling() const { return m_sampling; }
    [[nodiscard]] TokenPage *token() const;
    [[nodiscard]] const TokenPage::Actions &tokenActions() const { return m_tokenActions; }
    /// What is shown belongs to a run, and nothing of it can be changed.
    void setReadOnly(bool readOnly);
    /// The current cell is another one, or has changed.
    void refreshCell();
    /// Shows the page of the current token, with the focus on its alternatives.
    void showToken();

private:
    [[nodiscard]] VerdictsPage *createVerdicts(QWidget *place);
    [[nodiscard]] QWidget *createTokenPlace(Selection &selection, LensState &lens);

    std::function<const Cell *()> m_currentCell;
    SamplingPanel *m_sampling = nullptr;
    LatePage<VerdictsPage> *m_verdicts = nullptr;
    TokenPage::Actions m_tokenActions;
    LatePage<TokenPage> *m_token = nullptr;
    bool m_readOnly = false;
};

} // namespace Tempera
