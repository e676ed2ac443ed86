// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shots.h"

#include "models/items/tokensmodel.h"
#include "widgets/common/appearance.h"
#include "widgets/common/growingedit.h"
#include "widgets/compare/caseswitcher.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/variantcolumn.h"
#include "widgets/inspector/inspectorpanel.h"
#include "widgets/inspector/parametercontrol.h"
#include "widgets/lens/tokencolumn.h"
#include "widgets/lens/tokenpage.h"
#include "widgets/lens/tokensface.h"
#include "widgets/library/librarypanel.h"
#include "widgets/mainwindow/mainwindow.h"
#include "widgets/prompt/messageeditor.h"
#include "widgets/prompt/messagespage.h"
#include "widgets/prompt/promptpanel.h"
#include "widgets/scoring/effectpanel.h"
#include "widgets/scoring/labelspanel.h"
#include "widgets/scoring/scoringfaces.h"
#include "widgets/scoring/tokenpane.h"

#include <QApplication>
#include <QDir>
#include <QSlider>
#include <QTableView>

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
    m_window.resize(1500, 920);
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
                {u"tokens"_s, [this] { lookAtTokens(); }},
                {u"branch"_s, [this] { lookAtBranch(); }},
                {u"labels"_s, [this] { lookAtLabels(); }},
                {u"edit"_s, [this] { lookAtEdit(); }},
                {u"run"_s, [this] { Q_EMIT m_window.library()->runRequested(m_window.session().runId()); }},
                {u"stopped"_s, [this] { lookAtStopped(); }},
                {u"problems"_s, [this] { lookAtProblems(); }},
                {u"machine"_s, [this] { trigger(Qt::CTRL | Qt::SHIFT | Qt::Key_Comma); }}};
}

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
    m_scenes.at(m_scene).prepare();
    m_settle.start();
}

void Shots::take()
{
    if (m_window.session().isRunning() || m_window.session().hasRunningBranches() || m_window.scoring()->isRunning()) {
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
    trigger(Qt::CTRL | Qt::Key_1); // columns again
    while (m_window.compare()->cases()->previousAction()->isEnabled())
        trigger(Qt::CTRL | Qt::Key_PageUp);
    trigger(Qt::CTRL | Qt::ALT | Qt::Key_Return);
}

/// A prompt with a variable that there is not and a filter that is misspelt.
void Shots::lookAtProblems()
{
    GrowingEdit *edit = m_window.prompt()->messages()->editors().constLast()->edit();
    edit->appendPlainText(u"Sign it as {{ author }}, in {{ style | uper }}."_s);
    m_window.prompt()->showTab(PromptPanel::MessagesTab);
    edit->setFocus();
}

void Shots::write(const QString &name)
{
    // A dialog has a picture of its own.
    QWidget *dialog = QApplication::activeModalWidget();
    if (!(dialog ? *dialog : static_cast<QWidget &>(m_window)).grab().save(QDir(m_folder).filePath(name)))
        m_failed = true;
}

} // namespace Tempera
