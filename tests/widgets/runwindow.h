// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/widgets/windowfixture.h"
#include "widgets/compare/variantcolumn.h"
#include "widgets/inspector/inspectorpanel.h"
#include "widgets/library/librarypanel.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

/// What the tests of runs in the window share.
namespace Tempera::RunsTesting {

inline const QString capitals = QStringLiteral("/experiments/capitals.yaml");
inline const QString rivers = QStringLiteral("/experiments/rivers.yaml");

inline Usage usage(std::int64_t input, std::int64_t output)
{
    Usage used;
    used.inputTokens = input;
    used.outputTokens = output;
    return used;
}

/// Another experiment of the same shape: what stands at a place is another thing.
inline Experiment riverExperiment()
{
    Experiment experiment = WindowFixture::experiment();
    experiment.description = QStringLiteral("Rivers");
    experiment.prompts[0].messages[1].text = QStringLiteral("Which river is longest in {{ country }}?");
    experiment.cases[0].description = QStringLiteral("Egypt");
    experiment.cases[0].variables[0].value = QStringLiteral("Egypt");
    experiment.cases[1].description = QStringLiteral("Brazil");
    experiment.cases[1].variables[0].value = QStringLiteral("Brazil");
    return experiment;
}

/// Both files are there, and the first one is open.
inline bool startWithFiles(WindowFixture &f)
{
    f.files.contents.insert(capitals, writeExperiment(WindowFixture::experiment(), nullptr));
    f.files.contents.insert(rivers, writeExperiment(riverExperiment(), nullptr));
    f.unsavedAnswer = UnsavedAnswer::Discard;
    if (!f.start())
        return false;
    f.window->openFile(capitals);
    return f.document.path() == capitals;
}

inline void openByKeys(WindowFixture &f, const QString &path)
{
    f.chosenFile = path;
    QTest::keyClick(f.window.get(), Qt::Key_O, Qt::ControlModifier);
}

inline void runByKeys(WindowFixture &f)
{
    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
}

/// Answers every generation from `first` on with its case's name.
inline void answerFrom(WindowFixture &f, int first, const QString &word = QStringLiteral("answer"))
{
    for (int i = first; i < f.engine.count(); ++i) {
        const CellKey key = f.engine.at(i).request.key;
        f.engine.answer(i, QStringLiteral("%1 %2.%3").arg(word).arg(key.caseIndex).arg(key.variantIndex), usage(9, 3));
    }
}

inline QString status(const WindowFixture &f)
{
    QString text;
    const QList<QLabel *> labels = f.window->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->parentWidget() && label->parentWidget()->inherits("QStatusBar"))
            text += label->text() + u'\n';
    }
    return text;
}

inline bool saysChanged(const WindowFixture &f, int column)
{
    const QList<QLabel *> labels = f.column(column)->findChildren<QLabel *>();
    return std::ranges::any_of(labels, [](const QLabel *label) {
        return label->isVisible() && label->text().startsWith(QStringLiteral("Changed since"));
    });
}

/// The inspector that is seen: the window's, or that of a run.
inline InspectorPanel *shownInspector(const WindowFixture &f)
{
    const QList<InspectorPanel *> all = f.window->findChildren<InspectorPanel *>();
    const auto found = std::ranges::find_if(all, &QWidget::isVisible);
    return found == all.end() ? nullptr : *found;
}

/// Opens the run at a row of the list of runs, by keys.
inline void openRun(WindowFixture &f, int row, int count)
{
    f.window->library()->setCurrentIndex(1);
    auto *runs = f.window->findChild<QTableView *>(QStringLiteral("runs"));
    QTRY_COMPARE(runs->model()->rowCount(), count);
    runs->setCurrentIndex(runs->model()->index(row, 0));
    runs->setFocus();
    f.press(Qt::Key_Return);
}

/// An entry of the menu of the Run button.
inline void choose(WindowFixture &f, const QString &text)
{
    auto *button = f.window->findChild<QToolButton *>(QStringLiteral("runButton"));
    QVERIFY(button && button->menu());
    const QList<QAction *> actions = button->menu()->actions();
    for (QAction *action : actions) {
        if (action->text().remove(u'&') == text) {
            QVERIFY(action->isEnabled());
            action->trigger();
            return;
        }
    }
    QFAIL(qPrintable(QStringLiteral("there is no “%1”").arg(text)));
}

/// Answers the first `count` generations and stops the others by keys.
inline void stopAfter(WindowFixture &f, int count)
{
    for (int i = 0; i < count; ++i) {
        const CellKey key = f.engine.at(i).request.key;
        f.engine.answer(i, QStringLiteral("answer %1.%2").arg(key.caseIndex).arg(key.variantIndex), usage(9, 3));
    }
    QTRY_COMPARE(f.window->session().totals().done, count);
    QTest::keyClick(f.window.get(), Qt::Key_Escape, Qt::ShiftModifier);
    for (int i = count; i < f.engine.count(); ++i)
        f.engine.finishCancelled(i);
    QTRY_VERIFY(f.window->findChild<QAction *>(QStringLiteral("run"))->isEnabled()); // all is in the ledger
}

inline void finishAll(WindowFixture &f, int first, const QString &word = QStringLiteral("answer"))
{
    answerFrom(f, first, word);
    QTRY_VERIFY(f.window->findChild<QAction *>(QStringLiteral("run"))->isEnabled()); // all is in the ledger
}

} // namespace Tempera::RunsTesting
