// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"
#include "widgets/lens/tokenpage.h"

#include <QWidget>

#include <functional>

namespace Tempera {

class Catalog;
class ExperimentDocument;
class FoldSection;
template<typename Page>
class LatePage;
class LensState;
class LiveEstimate;
class SamplingPanel;
class Selection;
class Session;
class VerdictsPage;

/// The right side, in sections that fold: settings of the selected variant, alternatives of the current token, cost, and
/// checks of the selected answer. Those that are open share the height, so that settings and alternatives are seen together.
class InspectorPanel final : public QWidget
{
    Q_OBJECT
public:
    /// `currentCell` gives the cell whose checks are shown, or null.
    InspectorPanel(ExperimentDocument &document, Selection &selection, const Catalog *catalog, const LiveEstimate &estimate,
                   const Session &session, LensState &lens, std::function<const Cell *()> currentCell, QWidget *parent = nullptr);

    enum Section { SamplingSection, AlternativesSection, CostSection, ChecksSection };
    [[nodiscard]] FoldSection *section(Section section) const { return m_sections.at(section); }
    /// Opens the same sections as another inspector has.
    void openSameSections(const InspectorPanel &other);
    /// Opens the settings and puts the focus where one starts there.
    void focusSampling();
    /// Where one starts in what is open.
    void focusStart();

    [[nodiscard]] SamplingPanel *sampling() const { return m_sampling; }
    [[nodiscard]] TokenPage *token() const;
    [[nodiscard]] const TokenPage::Actions &tokenActions() const { return m_tokenActions; }
    /// What is shown belongs to a run, and nothing of it can be changed.
    void setReadOnly(bool readOnly);
    /// The current cell is another one, or has changed.
    void refreshCell();
    /// Opens the section of the current token, with the focus on its alternatives.
    void showToken();

private:
    [[nodiscard]] VerdictsPage *createVerdicts(QWidget *place);
    [[nodiscard]] LatePage<TokenPage> *createTokenPlace(Selection &selection, LensState &lens);
    void addSection(const QString &name, const QString &title, QWidget *body);
    void nameVariant(const ExperimentDocument &document, const Selection &selection);
    void nameToken(const LensState &lens);

    std::function<const Cell *()> m_currentCell;
    QList<FoldSection *> m_sections; ///< In the order of Section.
    SamplingPanel *m_sampling = nullptr;
    LatePage<VerdictsPage> *m_verdicts = nullptr;
    TokenPage::Actions m_tokenActions;
    LatePage<TokenPage> *m_token = nullptr;
    bool m_readOnly = false;
};

} // namespace Tempera
