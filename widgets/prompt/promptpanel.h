// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/promptcounter.h"
#include "models/experiment/promptreview.h"
#include "models/experiment/reading/tablereader.h"

#include <QWidget>

class QTabWidget;

namespace Tempera {

class ChecksPage;
class ExperimentDocument;
template<typename Page>
class LatePage;
class LivePromptReview;
class MessagesPage;
class PromptTabs;
class RenderedPane;
class Selection;
class Session;
class VariablesPage;

/// The upper half of the middle: what is asked, of which cases, and what the answers must fulfil.
class PromptPanel final : public QWidget
{
    Q_OBJECT
public:
    /// `counter` may be null: then nothing is counted.
    PromptPanel(ExperimentDocument &document, Selection &selection, const Session &session, LivePromptReview &review,
                PromptCounter *counter, QWidget *parent = nullptr);

    enum Tab { MessagesTab, VariablesTab, ChecksTab };
    void showTab(Tab tab);
    /// Which prompt is edited.
    [[nodiscard]] PromptTabs *prompts() const { return m_prompts; }
    [[nodiscard]] MessagesPage *messages() const { return m_messages; }
    [[nodiscard]] VariablesPage *variables() const;
    [[nodiscard]] RenderedPane *rendered() const { return m_rendered; }
    /// Whether the rendered prompt is beside the messages. A panel that becomes too narrow for both hides it.
    void setRenderedShown(bool shown);
    void focusEditor();
    /// So high that all messages are seen, whatever page is open: what stands below does not jump.
    [[nodiscard]] QSize sizeHint() const override;
    /// Shows where a fault is, with the cursor on it.
    void goTo(const PromptFault &fault);
    /// Asks how a file becomes cases.
    void importCases(const QString &path, const TableReader &reader);

Q_SIGNALS:
    /// A file is to be chosen and imported.
    void importRequested();
    void importDropped(const QString &path);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *createMessages();
    [[nodiscard]] VariablesPage *createVariables(QWidget *place);

    ExperimentDocument &m_document;
    Selection &m_selection;
    const Session &m_session;
    QTabWidget *m_tabs = nullptr;
    PromptTabs *m_prompts = nullptr;
    MessagesPage *m_messages = nullptr;
    LatePage<VariablesPage> *m_variables = nullptr;
    LatePage<ChecksPage> *m_checks = nullptr;
    RenderedPane *m_rendered = nullptr;
    bool m_renderedWanted = true;
};

} // namespace Tempera
