// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/growingedit.h"
#include "widgets/common/keyboardorder.h"
#include "widgets/common/messagebar.h"
#include "widgets/compare/answerviewmenu.h"
#include "widgets/compare/caseswitcher.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/gridface.h"
#include "widgets/compare/runview.h"
#include "widgets/compare/variantactions.h"
#include "widgets/compare/variantcolumn.h"
#include "widgets/context/dialogs.h"
#include "widgets/inspector/inspectorpanel.h"
#include "widgets/library/librarypanel.h"
#include "widgets/mainwindow/batchviews.h"
#include "widgets/mainwindow/costviews.h"
#include "widgets/mainwindow/detachedpane.h"
#include "widgets/mainwindow/filecontroller.h"
#include "widgets/mainwindow/keyentry.h"
#include "widgets/mainwindow/mainwindow.h"
#include "widgets/mainwindow/panelayout.h"
#include "widgets/mainwindow/requestviews.h"
#include "widgets/mainwindow/runcontroller.h"
#include "widgets/mainwindow/seenaction.h"
#include "widgets/prompt/promptpanel.h"
#include "widgets/prompt/prompttabs.h"
#include "widgets/prompt/renderedpane.h"
#include "widgets/scoring/scoringfaces.h"
#include "widgets/settings/settingsdialog.h"

#include <KActionCollection>
#include <KShortcutsDialog>

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QMenuBar>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

// What the window has a command for, in the same order for whichever panels are seen.
QList<QAction *> tokenActions(const ComparePanel &answers, const InspectorPanel &inspector)
{
    return QList<QAction *>{inspector.tokenActions().branch, inspector.tokenActions().continueHere}
           + answers.tokenActions().all();
}

QList<QAction *> answerActions(const ComparePanel &answers)
{
    return QList<QAction *>{answers.cases()->previousAction(), answers.cases()->nextAction(), answers.linkAction(),
                            answers.turnsAction()}
           + answers.axisActions() + answers.comparisonActions()
           + QList<QAction *>{answers.grid()->filterAction(), answers.blindAction()};
}

} // namespace

QAction *MainWindow::addCommand(QMenu *menu, const QString &name, const QString &icon, const QString &text,
                                const QKeySequence &key)
{
    auto *action = new QAction(QIcon::fromTheme(icon), text, this);
    m_commands->addAction(name, action);
    KActionCollection::setDefaultShortcut(action, key);
    menu->addAction(action);
    return action;
}

/// Commands that a part of the window has made.
void MainWindow::addOwn(QMenu *menu, const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        m_commands->addAction(action->objectName(), action);
        KActionCollection::setDefaultShortcuts(action, action->shortcuts());
        menu->addAction(action);
    }
}

void MainWindow::createMenus()
{
    createFileMenu();
    createEditMenu();
    QMenu *run = menuBar()->addMenu(tr("&Run"));
    run->setToolTipsVisible(true);
    addOwn(run,
           QList<QAction *>{m_runs->runAction()} + m_runs->scopeActions() + QList{m_runs->resumeAction(), m_runs->stopAction()});
    run->addSeparator();
    addOwn(run, m_batches->actions());
    run->addSeparator();
    addOwn(run, m_scoring->actions());
    run->addSeparator();
    connect(addCommand(run, u"show_request"_s, u"network-server"_s, tr("Show Re&quest"), Qt::CTRL | Qt::ALT | Qt::Key_Q),
            &QAction::triggered, this, [this] { m_requests->show(seenAnswers()); });
    connect(addCommand(run, u"spend"_s, {}, tr("S&pend…"), Qt::CTRL | Qt::ALT | Qt::Key_S), &QAction::triggered, m_costs,
            &CostViews::showSpend);
    connect(addCommand(run, u"cache"_s, {}, tr("Response &Cache…"), Qt::CTRL | Qt::ALT | Qt::Key_C), &QAction::triggered, m_costs,
            &CostViews::showCache);
    createVariantMenu();
    createTokensMenu();
    createViewMenu();
    createHelpMenu();
    m_commands->readSettings();
}

void MainWindow::createFileMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&File"));
    connect(addCommand(menu, u"file_new"_s, u"document-new"_s, tr("&New"), QKeySequence::New), &QAction::triggered, m_files,
            &FileController::newExperiment);
    connect(addCommand(menu, u"file_open"_s, u"document-open"_s, tr("&Open…"), QKeySequence::Open), &QAction::triggered, m_files,
            &FileController::askOpen);
    QMenu *recent = menu->addMenu(QIcon::fromTheme(u"document-open-recent"_s), tr("Open &Recent"));
    recent->setToolTipsVisible(true);
    m_files->fillRecent(recent);
    connect(m_files, &FileController::recentFilesChanged, recent, [this, recent] { m_files->fillRecent(recent); });
    QAction *importCases =
        addCommand(menu, u"file_import"_s, u"document-import"_s, tr("&Import Cases…"), Qt::CTRL | Qt::SHIFT | Qt::Key_I);
    importCases->setEnabled(bool(m_context.readTable));
    connect(importCases, &QAction::triggered, this, &MainWindow::askImport);
    menu->addSeparator();
    connect(addCommand(menu, u"file_save"_s, u"document-save"_s, tr("&Save"), QKeySequence::Save), &QAction::triggered, m_files,
            &FileController::save);
    connect(addCommand(menu, u"file_save_as"_s, u"document-save-as"_s, tr("Save &As…"), Qt::CTRL | Qt::SHIFT | Qt::Key_S),
            &QAction::triggered, m_files, &FileController::saveAs);
    menu->addSeparator();
    connect(addCommand(menu, u"file_quit"_s, u"application-exit"_s, tr("&Quit"), Qt::CTRL | Qt::Key_Q), &QAction::triggered, this,
            &QWidget::close);
}

void MainWindow::createEditMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Edit"));
    ExperimentDocument *document = m_context.document;
    QAction *undo = addCommand(menu, u"edit_undo"_s, u"edit-undo"_s, tr("&Undo"), Qt::CTRL | Qt::Key_Z);
    QAction *redo = addCommand(menu, u"edit_redo"_s, u"edit-redo"_s, tr("Re&do"), Qt::CTRL | Qt::SHIFT | Qt::Key_Z);
    connect(undo, &QAction::triggered, document, &ExperimentDocument::undo);
    connect(redo, &QAction::triggered, document, &ExperimentDocument::redo);
    const auto update = [document, undo, redo] {
        const auto name = [](const QString &verb, QString label) {
            return label.isEmpty() ? verb : u"%1: %2"_s.arg(verb, label.replace(u'&', u"&&"_s));
        };
        undo->setEnabled(document->canUndo());
        redo->setEnabled(document->canRedo());
        undo->setText(name(tr("&Undo"), document->undoLabel()));
        redo->setText(name(tr("Re&do"), document->redoLabel()));
    };
    connect(document, &ExperimentDocument::historyChanged, undo, update);
    update();
    menu->addSeparator();
    QMenu *prompts = menu->addMenu(tr("&Prompts"));
    addOwn(prompts, m_prompt->prompts()->commands());
    connect(m_prompt->prompts(), &PromptTabs::seenWanted, this, [this] { m_panes->bring(m_prompt); });
}

void MainWindow::createVariantMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("V&ariant"));
    menu->addMenu(m_variants->addMenu());
    for (QAction *action : m_variants->addActions())
        m_commands->addAction(action->objectName(), action);
    menu->addSeparator();
    addOwn(menu, m_variants->actions());
}

void MainWindow::createTokensMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Tokens"));
    addSeenActions(menu, tokenActions(*m_compare, *m_inspector));
}

/// Commands for what is seen: the answers of the open experiment, or a run that is looked at.
void MainWindow::addSeenActions(QMenu *menu, const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        auto *seen = new SeenAction(action, this);
        m_commands->addAction(action->objectName(), seen);
        KActionCollection::setDefaultShortcuts(seen, seen->shortcuts());
        menu->addAction(seen);
        m_seenActions += seen;
    }
}

void MainWindow::followSeen()
{
    const QList<QAction *> now = tokenActions(*seenAnswers(), *seenInspector()) + answerActions(*seenAnswers());
    for (qsizetype i = 0; i < now.size(); ++i)
        m_seenActions.at(i)->follow(now.at(i));
}

void MainWindow::createViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    addSeenActions(menu, answerActions(*m_compare));
    for (QAction *action : m_compare->answerViews()->views())
        m_commands->addAction(action->objectName(), action);
    menu->addMenu(m_compare->answerViews());
    menu->addSeparator();
    const QList<QDockWidget *> docks = findChildren<QDockWidget *>(Qt::FindDirectChildrenOnly);
    for (const QDockWidget *dock : docks)
        menu->addAction(dock->toggleViewAction());
    QAction *rendered = addCommand(menu, u"show_rendered"_s, {}, tr("&Rendered Prompt"), {});
    rendered->setCheckable(true);
    rendered->setChecked(true);
    connect(rendered, &QAction::toggled, m_prompt, &PromptPanel::setRenderedShown);
    QAction *maximise = addCommand(menu, u"pane_maximise"_s, u"view-fullscreen"_s, tr("&Maximise or Restore Pane"), Qt::Key_F11);
    connect(maximise, &QAction::triggered, this, &MainWindow::toggleMaximised);
    QAction *detach =
        addCommand(menu, u"answers_detach"_s, u"window-new"_s, tr("Compare in a &Window of Its Own"), Qt::SHIFT | Qt::Key_F11);
    detach->setCheckable(true);
    connect(detach, &QAction::triggered, this, &MainWindow::setAnswersDetached);
    connect(m_answersWindow, &DetachedPane::detachedChanged, detach, &QAction::setChecked);
    createFocusActions(menu->addMenu(tr("&Go To")));
    QMenu *colours = menu->addMenu(QIcon::fromTheme(u"preferences-desktop-color"_s), tr("&Colours"));
    auto *group = new QActionGroup(colours);
    const QList<QPair<ColourScheme, QString>> schemes{
        {ColourScheme::System, tr("&System")}, {ColourScheme::Light, tr("&Light")}, {ColourScheme::Dark, tr("&Dark")}};
    for (const auto &[scheme, text] : schemes) {
        QAction *action = colours->addAction(text);
        m_commands->addAction(u"colours_"_s + colourSchemeName(scheme), action);
        action->setCheckable(true);
        action->setChecked(scheme == m_context.state.colours);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, chosen = scheme] { setColours(chosen); });
    }
}

void MainWindow::createFocusActions(QMenu *menu)
{
    const auto add = [this, menu](const QString &name, const QString &text, const QKeySequence &key, auto action) {
        connect(addCommand(menu, name, {}, text, key), &QAction::triggered, this, action);
    };
    add(u"pane_next"_s, tr("Next Pane"), Qt::Key_F6, [this] { cyclePane(1); });
    add(u"pane_previous"_s, tr("Previous Pane"), Qt::SHIFT | Qt::Key_F6, [this] { cyclePane(-1); });
    menu->addSeparator();
    add(u"go_library"_s, tr("Library"), Qt::ALT | Qt::Key_1, [this] { focusPane(m_library); });
    add(u"go_prompt"_s, tr("Prompt"), Qt::ALT | Qt::Key_2, [this] { focusPane(m_prompt); });
    const auto showPromptTab = [this](PromptPanel::Tab tab) {
        m_panes->bring(m_prompt);
        m_prompt->showTab(tab);
        keepFocusIn(m_prompt);
    };
    add(u"go_variables"_s, tr("Variables"), Qt::ALT | Qt::Key_3, [=] { showPromptTab(PromptPanel::VariablesTab); });
    add(u"go_checks"_s, tr("Checks"), Qt::ALT | Qt::Key_4, [=] { showPromptTab(PromptPanel::ChecksTab); });
    add(u"go_rendered"_s, tr("Rendered Prompt"), Qt::ALT | Qt::Key_8, [this] { showRendered()->focusText(); });
    add(u"problem_next"_s, tr("Next Prompt Problem"), Qt::Key_F8, [this] { showRendered()->stepToFault(1); });
    add(u"problem_previous"_s, tr("Previous Prompt Problem"), Qt::SHIFT | Qt::Key_F8,
        [this] { showRendered()->stepToFault(-1); });
    add(u"go_sampling"_s, tr("Sampling"), Qt::ALT | Qt::Key_5, [this] {
        m_panes->bring(m_inspectors);
        seenInspector()->focusSampling();
        keepFocusIn(m_inspectors);
    });
    add(u"go_grid"_s, tr("Grid"), Qt::ALT | Qt::Key_9, [this] {
        m_panes->bring(m_answers);
        seenAnswers()->focusGrid();
    });
    add(u"go_charts"_s, tr("Charts"), Qt::ALT | Qt::Key_0, [this] {
        m_panes->bring(m_answers);
        seenAnswers()->focusCharts();
    });
    add(u"go_cost"_s, tr("Cost"), Qt::CTRL | Qt::SHIFT | Qt::Key_M, [this] {
        m_runs->leaveView(); // it is that of the open experiment
        m_panes->bring(m_answers);
        m_costs->focusCost();
    });
    add(u"go_tokens"_s, tr("Tokens"), Qt::ALT | Qt::Key_6, [this] {
        m_panes->bring(m_answers);
        seenAnswers()->showTokens();
        keepFocusIn(m_answers);
    });
    add(u"go_token"_s, tr("Token Alternatives"), Qt::ALT | Qt::Key_7, [this] {
        m_panes->bring(m_inspectors);
        seenInspector()->showToken();
        keepFocusIn(m_inspectors);
    });
    menu->addSeparator();
    for (int i = 0; i < 9; ++i) {
        add(u"go_column_%1"_s.arg(i + 1), tr("Column %1").arg(i + 1), QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)), [this, i] {
            m_panes->bring(m_answers);
            seenAnswers()->focusColumn(i);
        });
    }
}

RenderedPane *MainWindow::showRendered()
{
    m_commands->action(u"show_rendered"_s)->setChecked(true);
    m_prompt->setRenderedShown(true); // also where there is little room
    m_panes->bring(m_prompt);
    return m_prompt->rendered();
}

void MainWindow::cyclePane(int by)
{
    const QWidgetList panes{m_library, m_prompt, m_answers, m_inspectors};
    const qsizetype count = panes.size();
    const qsizetype current = qMax<qsizetype>(0, panes.indexOf(m_panes->current()));
    for (qsizetype step = 1; step <= count; ++step) {
        QWidget *next = panes.at((current + by * step + 4 * count) % count);
        if (!next->isVisible())
            continue;
        focusPane(next);
        return;
    }
}

/// Moves the keyboard focus to where one starts in a pane.
void MainWindow::focusPane(QWidget *pane)
{
    m_panes->bring(pane);
    if (pane == m_library)
        m_library->focusList();
    else if (pane == m_prompt)
        m_prompt->focusEditor();
    else if (pane == m_inspectors)
        seenInspector()->focusStart();
    else
        seenAnswers()->focusStart();
    keepFocusIn(pane);
}

/// Where a pane has nothing yet that would take the keyboard, such as no column, the first thing in it does.
void MainWindow::keepFocusIn(QWidget *pane)
{
    if (pane->isAncestorOf(QApplication::focusWidget()))
        return;
    if (QWidget *first = inReadingOrder(*pane).value(0))
        first->setFocus(Qt::ShortcutFocusReason);
}

/// The answers of the open experiment, or those of a run that is looked at.
ComparePanel *MainWindow::seenAnswers() const
{
    return m_answers->currentWidget() == m_compare ? m_compare : m_runs->view()->compare();
}

InspectorPanel *MainWindow::seenInspector() const
{
    return m_answers->currentWidget() == m_compare ? m_inspector : m_runInspector;
}

void MainWindow::toggleMaximised()
{
    QWidget *pane = m_panes->current();
    m_panes->toggleMaximised(pane);
    if (pane && !pane->isAncestorOf(QApplication::focusWidget()))
        focusPane(pane);
}

void MainWindow::setAnswersDetached(bool detached)
{
    if (m_panes->isMaximised())
        m_panes->toggleMaximised(nullptr);
    m_answersWindow->setDetached(detached);
    focusPane(m_answers);
}

void MainWindow::createHelpMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Help"));
    QAction *find = addCommand(menu, u"find_action"_s, u"search"_s, tr("&Find…"), {});
    KActionCollection::setDefaultShortcuts(find, {Qt::CTRL | Qt::ALT | Qt::Key_I, Qt::CTRL | Qt::SHIFT | Qt::Key_P});
    connect(find, &QAction::triggered, this, &MainWindow::showPalette);
    connect(addCommand(menu, u"shortcuts"_s, u"configure-shortcuts"_s, tr("&Keyboard Shortcuts…"),
                       Qt::CTRL | Qt::ALT | Qt::Key_Comma),
            &QAction::triggered, this, &MainWindow::showShortcuts);
    QAction *settings = addCommand(menu, u"settings"_s, u"configure"_s, tr("&Settings…"), Qt::CTRL | Qt::SHIFT | Qt::Key_Comma);
    settings->setMenuRole(QAction::PreferencesRole);
    settings->setEnabled(bool(m_context.settings));
    connect(settings, &QAction::triggered, this, &MainWindow::showSettings);
    menu->addSeparator();
    connect(addCommand(menu, u"about"_s, u"help-about"_s, tr("&About Tempera"), {}), &QAction::triggered, this,
            [this] { Dialogs::showAbout(this); });
}

void MainWindow::showShortcuts()
{
    auto *dialog = new KShortcutsDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setModal(false);
    dialog->addCollection(m_commands, tr("Tempera"));
    dialog->configure(true);
}

SettingsDialog *MainWindow::showSettings()
{
    if (!m_context.settings)
        return nullptr;
    if (auto *open = findChild<SettingsDialog *>(); open && open->isVisible()) {
        open->activateWindow();
        return open;
    }
    SettingsContext settings = m_context.settings();
    settings.endpoints = m_context.endpoints;
    settings.endpoints.askForCertificates = [this](QWidget *parent, std::function<void(const QString &)> chosen) {
        Dialogs::askForFile(m_context, parent, FilePurpose::OpenCertificates, {}, std::move(chosen));
    };
    settings.usedEndpoints = m_keys->usedEndpoints();
    settings.trust = m_context.trust;
    auto *dialog = new SettingsDialog(std::move(settings), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::failed, m_messages, &MessageBar::showError);
    if (m_context.library.list)
        m_context.library.list(dialog, [dialog](const QList<LibraryModel> &models) { dialog->setModels(models); });
    dialog->open();
    return dialog;
}

} // namespace Tempera
