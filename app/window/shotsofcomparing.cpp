// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/shots.h"

#include "widgets/common/growingedit.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/library/librarypanel.h"
#include "widgets/mainwindow/mainwindow.h"
#include "widgets/prompt/messageeditor.h"
#include "widgets/prompt/messagespage.h"
#include "widgets/prompt/promptpanel.h"

#include <QAction>
#include <QLabel>
#include <QNetworkProxy>

using namespace Qt::StringLiterals;

namespace Tempera {

/// A race of the variants, as far as it came; the grid says what was not needed.
void Shots::lookAtRace()
{
    leaveRun();
    trigger(Qt::ALT | Qt::Key_9);
    trigger(Qt::CTRL | Qt::ALT | Qt::Key_J);
    trigger(Qt::CTRL | Qt::ALT | Qt::Key_R);
}

/// The cell's answers in earlier runs beside that of this one, with the differences marked.
void Shots::lookAtRunsSideBySide()
{
    trigger(Qt::CTRL | Qt::ALT | Qt::Key_J); // folds the verdict again
    trigger(Qt::CTRL | Qt::Key_1);
    for (qsizetype i = 1; i < m_window.session().experiment().cases.size(); ++i)
        trigger(Qt::CTRL | Qt::Key_PageDown); // the story is the longest
    m_window.compare()->focusColumn(1);
    if (auto *runs = m_window.findChild<QAction *>(u"columns_runs"_s))
        runs->trigger();
    trigger(Qt::CTRL | Qt::Key_D);
}

/// All of its cases are in the sentence.
bool Shots::isRaceTold() const
{
    const auto *headline = m_window.compare()->findChild<QLabel *>(u"verdictHeadline"_s);
    return headline && headline->text().contains(u"7 of 7"_s);
}

/// What is being sent to the server.
void Shots::lookAtRequest()
{
    m_window.compare()->focusColumn(static_cast<int>(m_window.compare()->columns().size()) - 1);
    trigger(Qt::CTRL | Qt::ALT | Qt::Key_Q);
}

/// A second prompt beside the first one.
void Shots::lookAtPrompts()
{
    if (auto *variants = m_window.findChild<QAction *>(u"columns_variants"_s))
        variants->trigger();
    m_window.prompt()->showTab(PromptPanel::MessagesTab);
    trigger(Qt::CTRL | Qt::ALT | Qt::Key_N);
    m_window.prompt()->messages()->editors().constLast()->edit()->setPlainText(
        u"Answer as a pirate would. {{ task }} {{ text }}"_s);
}

/// A server that is not there, and who answered instead.
void Shots::lookAtFallback()
{
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    undoAll();
    const QString path = m_files.filePath(u"fallback.yaml"_s);
    if (!writeFile(path, "description: A model at home, and one beside it\n"
                         "prompts:\n"
                         "  - '{{ question }}'\n"
                         "providers:\n"
                         "  - id: llama:mini\n"
                         "    label: at home\n"
                         "    config:\n"
                         "      apiBaseUrl: http://127.0.0.1:9/v1\n"
                         "      maxRetries: 0\n"
                         "      fallback: [local:tempera-mini]\n"
                         "  - id: local:tempera-mini\n"
                         "    label: built in\n"
                         "tests:\n"
                         "  - vars: {question: What is the capital of Italy?}\n"
                         "  - vars: {question: What is the capital of France?}\n"))
        return;
    m_window.openFile(path);
    trigger(Qt::CTRL | Qt::Key_1);
    QTimer::singleShot(m_settle.interval(), this, [this] { trigger(Qt::CTRL | Qt::Key_Return); });
}

} // namespace Tempera
