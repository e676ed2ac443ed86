// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/memoryrunstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/fakepromptcounter.h"
#include "tests/widgets/memoryfiles.h"
#include "widgets/mainwindow/mainwindow.h"

#include <QApplication>
#include <QTest>

#include <memory>
#include <optional>

class QTextEdit;

namespace Tempera {

class GrowingEdit;
class VariantColumn;

/// The real window over an engine that is driven by hand, a ledger in memory and files in memory.
class WindowFixture
{
public:
    WindowFixture();

    /// Two variants of a local model, two cases with checks, one user message.
    [[nodiscard]] static Experiment experiment();
    [[nodiscard]] static WindowState withColumns();
    /// Makes the window with an experiment, shows it and waits until it is active.
    [[nodiscard]] bool start(const Experiment &experiment = WindowFixture::experiment());

    [[nodiscard]] GrowingEdit *messageEdit(int index = 0) const;
    [[nodiscard]] VariantColumn *column(int index) const;
    [[nodiscard]] QString answer(int column) const;
    /// The index of the engine's generation of a cell; −1: it was not started.
    [[nodiscard]] int generation(const CellKey &key) const;
    /// A key press where the focus is.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const;
    /// A click on a tab, by its title; false: there is none. `tabs` is the name of the tab widget.
    bool clickTab(const QString &tabs, const QString &title) const;
    /// Opens a section that folds, by keys; false: there is none that is seen.
    bool unfold(const QString &section) const;

    FakeEngine engine;
    FakeClock clock;
    MemoryRunStore store{clock};
    Catalog catalog = Catalog::builtIn();
    FakePromptCounter counter;
    MemoryFiles files;
    ExperimentDocument document;
    WindowState saved = withColumns();            ///< Of somebody who looks at columns.
    std::optional<QSize> size = QSize(1280, 820); ///< Of the first window; nothing = its own choice, for the screen there is.
    int questions = 0;                            ///< How often unsaved changes were asked about.
    UnsavedAnswer unsavedAnswer = UnsavedAnswer::Cancel;
    QStringList toldFaults;                       ///< Faults of prompts that were asked about before runs.
    bool runAnyway = true;                        ///< What that is answered with.
    QString chosenFile;                           ///< What file questions are answered with; empty = cancelled.
    std::function<void(WindowContext &)> prepare; ///< Changes what the window is given.
    std::function<void(MainWindow &)> beforeShow; ///< Called with the window that has not been shown yet.
    std::unique_ptr<MainWindow> window;
};

} // namespace Tempera

/// main() of a test of the window: icons have to be prepared before there is an application.
#define TEMPERA_WINDOW_TEST(TestClass)                                                                                           \
    int main(int argc, char **argv)                                                                                              \
    {                                                                                                                            \
        Tempera::prepareIcons();                                                                                                 \
        QApplication application(argc, argv);                                                                                    \
        TestClass test;                                                                                                          \
        return QTest::qExec(&test, argc, argv);                                                                                  \
    }
