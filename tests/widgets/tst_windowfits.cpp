// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/common/controls.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/outputpane.h"
#include "widgets/compare/variantcolumn.h"
#include "widgets/inspector/inspectorpanel.h"
#include "widgets/library/librarypanel.h"
#include "widgets/prompt/promptpanel.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QScreen>
#include <QSplitter>
#include <QTabWidget>
#include <QTemporaryDir>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// The screen of these tests: 1920 × 1080 at scale 2, as the window sees it.
constexpr QSize smallScreen(960, 540);

QString describe(const QWidget *widget)
{
    const QRect place(widget->mapTo(widget->window(), QPoint()), widget->size());
    const auto *parent = widget->parentWidget();
    return u"%1 “%2” in %3: %4,%5 %6×%7"_s
        .arg(QString::fromLatin1(widget->metaObject()->className()),
             widget->objectName().isEmpty() ? widget->accessibleName() : widget->objectName(),
             parent ? QString::fromLatin1(parent->metaObject()->className()) : QString())
        .arg(place.x())
        .arg(place.y())
        .arg(place.width())
        .arg(place.height());
}

void settle()
{
    for (int i = 0; i < 6; ++i) // texts that wrap need more than one round
        QCoreApplication::processEvents();
}

Experiment wide()
{
    Experiment experiment = WindowFixture::experiment();
    experiment.repeat = 2;
    experiment.prompts += experiment.prompts.first();
    experiment.variants += experiment.variants.first();
    return experiment;
}

} // namespace

class TestWindowFits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { applyColourScheme(ColourScheme::System); }
    void dialogsFitTheScreen();
    void sizesAndPagesAreRemembered();
    void aMaximisedPaneIsNotTheUsualArrangement();
};

void TestWindowFits::dialogsFitTheScreen()
{
    WindowFixture f;
    f.size.reset();
    f.prepare = [](WindowContext &context) { context.settings = [] { return SettingsContext(); }; };
    QVERIFY(f.start());
    for (const QString &name : {u"settings"_s, u"variant_add_hosted"_s, u"shortcuts"_s}) {
        f.window->findChild<QAction *>(name)->trigger();
        settle();
        const QList<QDialog *> all = f.window->findChildren<QDialog *>();
        const auto found = std::ranges::find_if(all, &QWidget::isVisible);
        QVERIFY(found != all.end());
        QVERIFY2((*found)->screen()->availableGeometry().contains((*found)->frameGeometry()), qPrintable(describe(*found)));
        (*found)->reject();
        QTRY_VERIFY(!std::ranges::any_of(f.window->findChildren<QDialog *>(), &QWidget::isVisible));
    }
}

void TestWindowFits::sizesAndPagesAreRemembered()
{
    WindowFixture f;
    f.size.reset();
    QVERIFY(f.start(wide()));
    f.window->resize(930, 510);
    f.window->findChild<QAction *>(u"colours_dark"_s)->trigger();
    f.press(Qt::Key_6, Qt::AltModifier); // the tokens
    f.press(Qt::Key_3, Qt::AltModifier); // the variables
    f.window->library()->setCurrentIndex(2);
    settle();
    // The line between prompt and answers is drawn with the mouse.
    auto *splitter = f.window->findChild<QSplitter *>(u"centre"_s);
    QWidget *handle = splitter->handle(1);
    const QPoint grip = handle->rect().center();
    const int before = f.window->prompt()->height();
    QTest::mousePress(handle, Qt::LeftButton, {}, grip);
    QTest::mouseMove(handle, grip + QPoint(0, 37));
    QTest::mouseRelease(handle, Qt::LeftButton, {}, grip + QPoint(0, 37));
    settle();
    const int after = f.window->prompt()->height();
    QVERIFY2(after != before, qPrintable(QString::number(after)));
    const QSize size = f.window->size();
    QVERIFY(f.window->close());
    f.window.reset();
    applyColourScheme(f.saved.colours);
    QVERIFY(f.start(wide()));
    settle();
    QCOMPARE(f.window->size(), size);
    QCOMPARE(f.window->prompt()->height(), after);
    QVERIFY(isDark(QApplication::palette()));
    QVERIFY(f.window->findChild<QAction *>(u"colours_dark"_s)->isChecked());
    QCOMPARE(f.window->findChild<QTabWidget *>(u"compareFaces"_s)->currentIndex(), 2);
    QCOMPARE(f.window->findChild<QTabWidget *>(u"promptTabs"_s)->currentIndex(), int(PromptPanel::VariablesTab));
    QCOMPARE(f.window->library()->currentIndex(), 2);
}

void TestWindowFits::aMaximisedPaneIsNotTheUsualArrangement()
{
    WindowFixture f;
    f.size.reset();
    QVERIFY(f.start(wide()));
    settle();
    const int height = f.window->prompt()->height();
    f.press(Qt::Key_1, Qt::ControlModifier);
    f.press(Qt::Key_F11);
    QTRY_VERIFY(!f.window->prompt()->isVisible());
    QVERIFY(f.window->close());
    f.window.reset();
    QVERIFY(f.start(wide()));
    settle();
    for (const QWidget *pane : {static_cast<const QWidget *>(f.window->library()), static_cast<const QWidget *>(f.window->prompt()),
                                static_cast<const QWidget *>(f.window->compare()), static_cast<const QWidget *>(f.window->inspector())})
        QVERIFY2(pane->isVisible(), qPrintable(describe(pane)));
    // A line of text more or less in the bars around it is no other arrangement.
    QVERIFY2(std::abs(f.window->prompt()->height() - height) < 24, qPrintable(describe(f.window->prompt())));
}

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"screens.json"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return 1;
    file.write(R"({"screens":[{"name":"small","x":0,"y":0,"logicalDpi":96,"logicalBaseDpi":96,"dpr":1,"width":960,"height":540}]})");
    file.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + path.toUtf8());
    Tempera::prepareIcons();
    QApplication application(argc, argv);
    TestWindowFits test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_windowfits.moc"
