// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shots.h"

#include "models/items/tokensmodel.h"
#include "widgets/common/appearance.h"
#include "widgets/common/growingedit.h"
#include "widgets/compare/caseswitcher.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/filterbar.h"
#include "widgets/compare/gridface.h"
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
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QNetworkProxy>
#include <QScreen>
#include <QShortcut>
#include <QSlider>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTcpServer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

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

std::optional<QString> takeShotsFolder(QStringList &arguments)
{
    const qsizetype option = arguments.indexOf(u"--shots"_s);
    if (option < 0 || option + 1 >= arguments.size())
        return std::nullopt;
    const QString folder = arguments.at(option + 1);
    arguments.remove(option, 2);
    return folder;
}

Shots::Shots(MainWindow &window, const QString &folder) : m_window(window), m_folder(folder)
{
    m_window.resize(QSize(1500, 920).boundedTo(window.screen()->availableSize()));
    m_settle.setSingleShot(true);
    m_settle.setInterval(400ms);
    connect(&m_settle, &QTimer::timeout, this, &Shots::take);
    connect(&m_window, &MainWindow::firstPainted, this, &Shots::startRun, Qt::QueuedConnection);
    connect(
        &m_window.session(), &Session::finished, this,
        [this] {
            // The last case has the longest answers, which make the better picture.
            for (qsizetype i = 1; i < m_window.session().experiment().cases.size(); ++i)
                trigger(Qt::CTRL | Qt::Key_PageDown);
            beginScene();
        },
        Qt::SingleShotConnection);
    m_scenes = {{u"window"_s, [] {}},
                {u"filter"_s, [this] { lookAtFilter(); }},
                {u"columns"_s, [this] { lookAtColumns(); }},
                {u"import"_s, [this] { lookAtImport(); }},
                {u"checks"_s, [this] { lookAtChecks(); }},
                {u"palette"_s, [this] { lookAtPalette(); }},
                {u"tokens"_s, [this] { lookAtTokens(); }},
                {u"branch"_s, [this] { lookAtBranch(); }},
                {u"labels"_s, [this] { lookAtLabels(); }},
                {u"edit"_s, [this] { lookAtEdit(); }},
                {u"run"_s, [this] { Q_EMIT m_window.library()->runRequested(m_window.session().runId()); }},
                {u"stopped"_s, [this] { lookAtStopped(); }},
                {u"machine"_s, [this] { lookAtSettings(0); }},
                {u"endpoints"_s, [this] { lookAtSettings(1); }},
                {u"key"_s, [this] { lookAtKey(); }},
                {u"question"_s, [this] { lookAtQuestion(); }},
                {u"problems"_s, [this] { lookAtProblems(); }}};
}

Shots::~Shots() = default;

bool Shots::trigger(const QKeySequence &key)
{
    for (QAction *action : m_window.findChildren<QAction *>()) {
        if (action->shortcut() == key) {
            action->trigger();
            return true;
        }
    }
    return false;
}

void Shots::startRun()
{
    if (!trigger(Qt::CTRL | Qt::Key_Return))
        QApplication::exit(1);
}

void Shots::beginScene()
{
    m_dark = false;
    applyColourScheme(ColourScheme::Light);
    const QList<QDialog *> dialogs = m_window.findChildren<QDialog *>();
    for (QDialog *dialog : dialogs)
        dialog->reject();
    m_scenes.at(m_scene).prepare();
    m_settle.start();
}

void Shots::take()
{
    const bool isAsked = m_scenes.at(m_scene).name == "question"_L1; // whether to stop what is running
    const Session &session = m_window.session();
    if ((session.isRunning() && !isAsked) || session.isPlanning() || session.hasRunningBranches()
        || m_window.scoring()->isRunning()) {
        m_settle.start();
        return;
    }
    write(m_scenes.at(m_scene).name + (m_dark ? u"-dark.png"_s : u"-light.png"_s));
    if (!m_dark) {
        m_dark = true;
        applyColourScheme(ColourScheme::Dark);
        m_settle.start();
    } else if (++m_scene < m_scenes.size()) {
        beginScene();
    } else {
        QApplication::exit(m_failed ? 1 : 0);
    }
}

/// A table as a spreadsheet writes it, before it becomes cases.
void Shots::lookAtImport()
{
    const QString path = m_files.filePath(u"reviews.csv"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        m_failed = true;
        return;
    }
    file.write("description;text;expected;shop\n"
               "Late but good;It came late, but the lamp is lovely.;positive;North\n"
               "Broken;The glass was broken when I opened the box.;negative;West\n"
               "\"Two minds\";\"I like the colour; the price is too high.\";negative;North\n"
               "Happy;My mother loves it.;positive;South\n");
    file.close();
    Q_EMIT m_window.prompt()->importDropped(path);
}

/// The filter bar of the grid, which says why nothing matches.
void Shots::lookAtFilter()
{
    trigger(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    m_window.compare()->grid()->filter()->setText(u"failed and tokens > 5000"_s);
}

void Shots::lookAtColumns()
{
    m_window.compare()->grid()->filter()->setText({});
    trigger(Qt::CTRL | Qt::Key_1);
}

void Shots::lookAtChecks()
{
    m_window.prompt()->showTab(PromptPanel::ChecksTab);
    if (auto *list = m_window.prompt()->findChild<QTableView *>(u"checks"_s))
        list->selectRow(list->model()->rowCount() - 1);
}

void Shots::lookAtPalette()
{
    m_window.prompt()->showTab(PromptPanel::MessagesTab);
    trigger(Qt::CTRL | Qt::ALT | Qt::Key_I);
    if (auto *line = m_window.findChild<QLineEdit *>(u"paletteLine"_s))
        line->setText(u"temp"_s);
}

void Shots::lookAtTokens()
{
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
    m_window.inspector()->token()->branchAction()->trigger();
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
    connect(&session, &Session::totalsChanged, this, [&session] {
        if (session.isRunning() && session.totals().done >= 2)
            session.stop();
    });
    leaveRun();
    trigger(Qt::CTRL | Qt::Key_1); // columns again
    while (m_window.compare()->cases()->previousAction()->isEnabled())
        trigger(Qt::CTRL | Qt::Key_PageUp);
    trigger(Qt::CTRL | Qt::ALT | Qt::Key_Return);
}

void Shots::leaveRun()
{
    if (auto *leave = m_window.findChild<QAbstractButton *>(u"leaveRun"_s))
        leave->click();
}

void Shots::lookAtSettings(int page)
{
    if (page > 0) // with something to list
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

/// Escape in the answers, while a server is asked that takes its time. It is a proxy that never answers: nothing is sent.
void Shots::lookAtQuestion()
{
    m_server = std::make_unique<QTcpServer>();
    if (!m_server->listen(QHostAddress::LocalHost)) {
        m_failed = true;
        return;
    }
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, m_server->serverPort()));
    qputenv("OPENAI_API_KEY", "none");
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

void Shots::write(const QString &name)
{
    // A dialog has a picture of its own.
    const QList<QDialog *> dialogs = m_window.findChildren<QDialog *>();
    const auto open = std::ranges::find_if(dialogs, &QWidget::isVisible);
    QWidget &seen = open == dialogs.end() ? static_cast<QWidget &>(m_window) : **open;
    if (!seen.grab().save(QDir(m_folder).filePath(name)))
        m_failed = true;
}

} // namespace Tempera
