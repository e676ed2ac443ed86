// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/shots.h"

#include "app/draftfiles.h"
#include "models/items/tokensmodel.h"
#include "widgets/common/growingedit.h"
#include "widgets/common/numberbox.h"
#include "widgets/common/questionbar.h"
#include "widgets/compare/caseswitcher.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/filterbar.h"
#include "widgets/compare/gridface.h"
#include "widgets/compare/runview.h"
#include "widgets/compare/variantactions.h"
#include "widgets/compare/variantcolumn.h"
#include "widgets/inspector/inspectorpanel.h"
#include "widgets/lens/tokencolumn.h"
#include "widgets/lens/tokenpage.h"
#include "widgets/lens/tokensface.h"
#include "widgets/library/librarypanel.h"
#include "widgets/mainwindow/mainwindow.h"
#include "widgets/parameters/parametercontrol.h"
#include "widgets/prompt/messageeditor.h"
#include "widgets/prompt/messagespage.h"
#include "widgets/prompt/promptpanel.h"
#include "widgets/scoring/effectpanel.h"
#include "widgets/scoring/labelspanel.h"
#include "widgets/scoring/scoringfaces.h"
#include "widgets/scoring/tokenpane.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QNetworkProxy>
#include <QShortcut>
#include <QSlider>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTcpServer>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// The second variant's answer through the lens: its least expected token, and other settings tried on it.
void showTokens(MainWindow &window)
{
    window.compare()->showTokens();
    const QList<TokenColumn *> &columns = window.compare()->tokens()->columns();
    if (columns.isEmpty() || columns.constFirst()->tokens()->size() == 0)
        return;
    const TokensModel *tokens = columns.constFirst()->tokens();
    int row = 0;
    for (int i = 1; i < tokens->size(); ++i) {
        if (tokens->facts(i).probability.high < tokens->facts(row).probability.high)
            row = i;
    }
    columns.constFirst()->setCurrentToken(row);
    window.inspector()->showToken();
    if (auto *topK = window.inspector()->token()->control(Parameter::TopK)->findChild<QSlider *>())
        topK->setValue(3); // of 1, 2, 3, 4
    columns.constFirst()->focusTokens();
}

} // namespace

/// In an order in which each finds what it needs.
QList<Shots::Scene> Shots::allScenes()
{
    return {
        {u"window"_s, [] {}},
        {u"verdict"_s, [this] { trigger(Qt::CTRL | Qt::ALT | Qt::Key_J); }, [this] { return isInCompare(u"verdictSentence"_s); }},
        {u"blind"_s, [this] { lookAtBlind(); }, [this] { return m_window.findChild<QDialog *>(u"blindDialog"_s) != nullptr; }},
        {u"filter"_s, [this] { lookAtFilter(); }},
        {u"charts"_s, [this] { lookAtCharts(u"chart"_s, 0); }, [this] { return isInCompare(u"chart"_s); }},
        {u"cost"_s, [this] { lookAtCost(); }, [this] { return isInCompare(u"costTable"_s); }},
        {u"spend"_s, [this] { trigger(Qt::CTRL | Qt::ALT | Qt::Key_S); },
         [this] { return m_window.findChild<QDialog *>(u"spendDialog"_s) != nullptr; }},
        {u"confusion"_s, [this] { lookAtCharts(u"confusion"_s, 10); }, [this] { return isInCompare(u"confusion"_s); }},
        {u"columns"_s, [this] { lookAtColumns(); }},
        {u"import"_s, [this] { lookAtImport(); }},
        {u"checks"_s, [this] { lookAtChecks(); }},
        {u"judge"_s, [this] { lookAtJudge(); }},
        {u"palette"_s, [this] { lookAtPalette(); }},
        {u"tokens"_s, [this] { lookAtTokens(); }},
        {u"branch"_s, [this] { lookAtBranch(); }},
        {u"labels"_s, [this] { lookAtLabels(); }},
        {u"edit"_s, [this] { lookAtEdit(); }},
        {u"run"_s, [this] { Q_EMIT m_window.library()->runRequested(m_window.session().runId()); }},
        {u"stopped"_s, [this] { lookAtStopped(); }},
        {u"runs"_s, [this] { lookAtRuns(); }, [this] { return m_window.runView() && m_window.runView()->isVisible(); }},
        {u"race"_s, [this] { lookAtRace(); }, [this] { return isRaceTold(); }},
        {u"side-by-side"_s, [this] { lookAtRunsSideBySide(); }},
        {u"prompts"_s, [this] { lookAtPrompts(); }},
        {u"cache"_s, [this] { trigger(Qt::CTRL | Qt::ALT | Qt::Key_C); },
         [this] { return m_window.findChild<QDialog *>(u"cacheDialog"_s) != nullptr; }},
        {u"batches"_s, [this] { lookAtBatches(); }, [this] { return areBatchesListed(); }},
        {u"machine"_s,
         [this] {
             undoAll();
             lookAtSettings(0);
         }},
        {u"endpoints"_s, [this] { lookAtSettings(1); }},
        {u"prices"_s, [this] { lookAtSettings(4); }},
        {u"key"_s, [this] { lookAtKey(); }},
        {.name = u"question"_s, .prepare = [this] { lookAtQuestion(); }, .duringRun = true},
        {.name = u"request"_s,
         .prepare = [this] { lookAtRequest(); },
         .isThere = [this] { return m_window.findChild<QDialog *>(u"requestDialog"_s) != nullptr; },
         .duringRun = true},
        {u"problems"_s, [this] { lookAtProblems(); }},
        {u"recovery"_s, [this] { lookAtRecovery(); }, [this] { return m_window.questionBar()->isVisible(); }},
        {.name = u"send-key"_s,
         .prepare =
             [this] {
                 m_window.questionBar()->clear();
                 trigger(Qt::CTRL | Qt::Key_Return);
             },
         .isThere = [this] { return keyQuestion() != nullptr; },
         .duringRun = true},
        {u"trust"_s, [this] { allowKey(); },
         [] { return QApplication::activeModalWidget() && QApplication::activeModalWidget()->findChild<QTabWidget *>(); }},
        {u"fallback"_s, [this] { lookAtFallback(); },
         [this] { return m_window.session().size() > 0 && m_window.session().summary(0).hasAttempts; }},
    };
}

/// A table as a spreadsheet writes it, before it becomes cases.
void Shots::lookAtImport()
{
    const QString path = m_files.filePath(u"reviews.csv"_s);
    if (writeFile(path, "description;text;expected;shop\n"
                        "Late but good;It came late, but the lamp is lovely.;positive;North\n"
                        "Broken;The glass was broken when I opened the box.;negative;West\n"
                        "\"Two minds\";\"I like the colour; the price is too high.\";negative;North\n"
                        "Happy;My mother loves it.;positive;South\n"))
        Q_EMIT m_window.prompt()->importDropped(path);
}

/// Two answers to one case, without names.
void Shots::lookAtBlind()
{
    trigger(Qt::CTRL | Qt::ALT | Qt::Key_J); // folds the verdict again
    trigger(Qt::CTRL | Qt::SHIFT | Qt::Key_J);
    if (auto *begin = m_window.findChild<QAbstractButton *>(u"blindBegin"_s))
        begin->click();
}

/// The filter bar of the grid, which says why nothing matches.
void Shots::lookAtFilter()
{
    trigger(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    m_window.compare()->grid()->filter()->setText(u"failed and tokens > 5000"_s);
}

/// A kind of chart; `view` is the name of what shows it.
void Shots::lookAtCharts(const QString &view, int kind)
{
    trigger(Qt::ALT | Qt::Key_0);
    if (auto *kinds = m_window.compare()->findChild<QComboBox *>(u"chartKind"_s))
        kinds->setCurrentIndex(kind);
    if (auto *shown = m_window.compare()->findChild<QWidget *>(view))
        shown->setFocus();
}

/// What ten thousand documents would cost with a hosted model.
void Shots::lookAtCost()
{
    trigger(Qt::CTRL | Qt::SHIFT | Qt::Key_M);
    if (auto *documents = m_window.compare()->findChild<NumberBox *>(u"jobDocuments"_s)) {
        documents->setValue(10'000);
        Q_EMIT documents->edited();
    }
    if (auto *models = m_window.compare()->findChild<QComboBox *>(u"jobModel"_s))
        models->setCurrentIndex(std::max(0, models->findText(u"openai · gpt-4.1"_s)));
}

bool Shots::isInCompare(const QString &name) const
{
    const auto *shown = m_window.compare()->findChild<QWidget *>(name);
    return shown && shown->isVisible();
}

void Shots::lookAtColumns()
{
    m_window.compare()->grid()->filter()->setText({});
    trigger(Qt::CTRL | Qt::Key_1);
}

bool Shots::writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.flush();
    m_failed = m_failed || !written;
    return written;
}

void Shots::lookAtChecks()
{
    m_window.prompt()->showTab(PromptPanel::ChecksTab);
    if (auto *list = m_window.prompt()->findChild<QTableView *>(u"checks"_s))
        list->selectRow(list->model()->rowCount() - 1);
}

/// A new check by another model, in its form.
void Shots::lookAtJudge()
{
    m_window.prompt()->showTab(PromptPanel::ChecksTab);
    if (auto *add = m_window.prompt()->findChild<QAbstractButton *>(u"addCheck"_s))
        add->click();
    if (auto *kind = m_window.prompt()->findChild<QComboBox *>(u"checkKind"_s))
        kind->setCurrentIndex(kind->findData(u"llm-rubric"_s));
    if (auto *rubric = m_window.prompt()->findChild<GrowingEdit *>(u"checkText"_s))
        rubric->setPlainText(u"is friendly, and names the fox in its first sentence"_s);
}

void Shots::lookAtPalette()
{
    if (auto *discard = m_window.prompt()->findChild<QAbstractButton *>(u"discardCheck"_s))
        discard->click();
    m_window.prompt()->showTab(PromptPanel::MessagesTab);
    trigger(Qt::CTRL | Qt::ALT | Qt::Key_I);
    if (auto *line = m_window.findChild<QLineEdit *>(u"paletteLine"_s))
        line->setText(u"temp"_s);
}

void Shots::lookAtTokens()
{
    while (m_window.compare()->cases()->nextAction()->isEnabled()) // the story is the longest
        m_window.compare()->cases()->nextAction()->trigger();
    // As if clicked: without a window manager nothing gets the focus.
    const QList<VariantColumn *> &columns = m_window.compare()->columns();
    Q_EMIT columns.at(std::min<qsizetype>(1, columns.size() - 1))->selected();
    QTimer::singleShot(0, this, [this] { showTokens(m_window); });
}

/// The answer that another token leads to, beside the models of the library.
void Shots::lookAtBranch()
{
    m_window.library()->setCurrentIndex(m_window.library()->count() - 1);
    QTableView *table = m_window.inspector()->token()->table();
    const QModelIndex chosen = table->currentIndex();
    table->setCurrentIndex(chosen.siblingAtRow(chosen.row() == 0 ? 1 : 0));
    m_window.inspector()->tokenActions().branch->trigger();
}

void Shots::lookAtLabels()
{
    m_window.library()->setCurrentIndex(0);
    trigger(Qt::CTRL | Qt::SHIFT | Qt::Key_L);
    m_window.scoring()->labels()->threshold()->setValue(80);
}

/// Adds a sentence to the prompt, as a person would, and looks at what it does to the answer there is.
void Shots::lookAtEdit()
{
    GrowingEdit *edit = m_window.prompt()->messages()->editors().constLast()->edit();
    edit->appendPlainText(u"Answer cheerfully."_s);
    trigger(Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    m_window.scoring()->effect()->pane()->setFocus();
}

/// A run that is stopped when two of its cells are done.
void Shots::lookAtStopped()
{
    Session &session = m_window.session();
    auto *once = new QObject(this); // the next run is not stopped
    connect(&session, &Session::totalsChanged, once, [&session, once] {
        if (!session.isRunning() || session.totals().done < 2)
            return;
        once->deleteLater();
        session.stop();
    });
    leaveRun();
    trigger(Qt::CTRL | Qt::Key_1); // columns again
    while (m_window.compare()->cases()->previousAction()->isEnabled())
        trigger(Qt::CTRL | Qt::Key_PageUp);
    trigger(Qt::CTRL | Qt::ALT | Qt::Key_Return);
}

/// The list of runs, and the one that was stopped, which can go on.
void Shots::lookAtRuns()
{
    m_window.library()->setCurrentIndex(1);
    if (auto *runs = m_window.library()->findChild<QTableView *>(u"runs"_s))
        runs->selectRow(0);
    Q_EMIT m_window.library()->runRequested(m_window.session().runId());
}

/// Back to the open experiment, beside the files.
void Shots::leaveRun()
{
    m_window.library()->setCurrentIndex(0);
    if (auto *leave = m_window.findChild<QAbstractButton *>(u"leaveRun"_s))
        leave->click();
}

void Shots::lookAtSettings(int page)
{
    if (page == 1) // with something to list
        m_window.variants()->addEndpoint(u"openai:chat:gpt-4.1-mini"_s);
    trigger(Qt::CTRL | Qt::SHIFT | Qt::Key_Comma);
    if (QWidget *dialog = QApplication::activeModalWidget()) {
        if (auto *pages = dialog->findChild<QTabWidget *>())
            pages->setCurrentIndex(page);
    }
}

/// The column that was added for the endpoints has no key.
void Shots::lookAtKey()
{
    Q_EMIT m_window.compare()->keyRequested(static_cast<int>(m_window.compare()->columns().size()) - 1);
}

/// What is asked of a server goes to a proxy that never answers: nothing is sent.
void Shots::keepRequestsHere()
{
    if (m_server)
        return;
    m_server = std::make_unique<QTcpServer>();
    if (!m_server->listen(QHostAddress::LocalHost)) {
        m_failed = true;
        return;
    }
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, m_server->serverPort()));
    qputenv("OPENAI_API_KEY", "none");
}

/// Escape in the answers, while a server is asked that takes its time.
void Shots::lookAtQuestion()
{
    keepRequestsHere();
    QAction *run = m_window.findChild<QAction *>(u"run_variant"_s);
    run->trigger();
    QTimer::singleShot(m_settle.interval() / 2, this, [this] {
        const QList<QShortcut *> shortcuts = m_window.findChildren<QShortcut *>();
        for (QShortcut *shortcut : shortcuts) {
            if (shortcut->key() == QKeySequence(Qt::Key_Escape) && qobject_cast<QStackedWidget *>(shortcut->parent()))
                Q_EMIT shortcut->activated();
        }
    });
}

/// A prompt with a variable that there is not and a filter that is misspelt.
void Shots::lookAtProblems()
{
    trigger(Qt::SHIFT | Qt::Key_Escape);
    GrowingEdit *edit = m_window.prompt()->messages()->editors().constLast()->edit();
    edit->appendPlainText(u"Sign it as {{ author }}, in {{ style | uper }}."_s);
    m_window.prompt()->showTab(PromptPanel::MessagesTab);
    edit->setFocus();
}

void Shots::undoAll()
{
    if (auto *undo = m_window.findChild<QAction *>(u"edit_undo"_s)) {
        while (undo->isEnabled())
            undo->trigger();
    }
}

/// A file that another program had changed when it ended without saving. Its model is at an address that is not its key's.
void Shots::lookAtRecovery()
{
    keepRequestsHere();
    undoAll();
    const QByteArray text = "description: Questions of customers\n"
                            "prompts:\n"
                            "  - 'Answer in one sentence: {{ question }}'\n"
                            "providers:\n"
                            "  - id: openai:chat:gpt-4.1-mini\n"
                            "    label: gateway\n"
                            "    config:\n"
                            "      apiBaseUrl: https://models.example.net/v1\n"
                            "tests:\n"
                            "  - vars: {question: Where is my order?}\n"
                            "  - vars: {question: May I send it back?}\n";
    const QString path = m_files.filePath(u"support.yaml"_s);
    if (!writeFile(path, text))
        return;
    DraftFiles().keepNow(path, [text] { return QByteArray(text).replace("one sentence", "one friendly sentence"); });
    m_window.openFile(path);
}

/// The question whether a key may go to a host; null while there is none.
QMessageBox *Shots::keyQuestion() const
{
    auto *box = m_window.findChild<QMessageBox *>(u"keyQuestion"_s);
    return box && box->isVisible() ? box : nullptr;
}

/// Runs again, which asks again, and allows it for good: then it is in the list of the settings.
void Shots::allowKey()
{
    if (const QMessageBox *box = keyQuestion()) {
        if (auto *always = box->findChild<QAbstractButton *>(u"allowAlways"_s))
            always->click();
        m_window.session().stop();
        lookAtSettings(2);
        return;
    }
    if (!m_window.session().isRunning() && !m_window.session().isPlanning())
        trigger(Qt::CTRL | Qt::Key_Return);
    QTimer::singleShot(m_settle.interval(), this, &Shots::allowKey);
}

} // namespace Tempera
