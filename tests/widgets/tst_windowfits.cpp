// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/fitting.h"
#include "tests/widgets/sourcetranslator.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/common/foldsection.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/outputpane.h"
#include "widgets/compare/runview.h"
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

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// The screen of these tests: 1920 × 1080 at scale 2, as the window sees it.
constexpr QSize smallScreen(960, 540);

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
    Variant hosted;
    hosted.endpoint = endpointFromId(u"openai:chat:gpt-4.1-mini"_s);
    experiment.variants += hosted;
    while (experiment.variants.size() < 6)
        experiment.variants += experiment.variants.first();
    return experiment;
}

void answerAll(WindowFixture &f)
{
    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(f.engine.count() >= 4);
    for (int i = 0; i < f.engine.count(); ++i) {
        if (f.engine.at(i).request.endpoint.kind == EndpointKind::Local)
            f.engine.answer(i, u"The capital of France is Paris."_s);
        else // a box with buttons
            f.engine.fail(i, failure(ErrorKind::Auth, u"a key is missing"_s).error());
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(!f.window->session().isRunning());
}

/// Opens each page of each pane that is seen, with all sections open, and tells what does not fit there.
QStringList wrongOnAnyPage(const MainWindow &window, const QSize &size)
{
    QStringList wrong;
    const QList<FoldSection *> sections = window.findChildren<FoldSection *>();
    for (FoldSection *each : sections) {
        each->setOpen(true);
        settle();
        wrong += outside(&window) + cut(&window);
    }
    const QList<QTabWidget *> tabs = window.findChildren<QTabWidget *>();
    for (QTabWidget *each : tabs) {
        for (int i = 0; each->isVisible() && i < each->count(); ++i) {
            each->setCurrentIndex(i);
            settle();
            if (window.width() > size.width() || window.height() > size.height())
                wrong += u"the window grows to %3 × %4 at %1 %2"_s.arg(each->objectName())
                             .arg(i)
                             .arg(window.width())
                             .arg(window.height());
            wrong += outside(&window) + cut(&window);
        }
        each->setCurrentIndex(0);
    }
    wrong.removeDuplicates();
    return wrong;
}

} // namespace

class TestWindowFits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void theFirstStartFitsTheScreen();
    void aLargerWindowIsPutOnTheScreen();
    void everyPartIsSeen_data();
    void everyPartIsSeen();
    void dialogsFitTheScreen();
    void sizesAndPagesAreRemembered();
    void aMaximisedPaneIsNotTheUsualArrangement();
};

void TestWindowFits::cleanup()
{
    applyColourScheme(ColourScheme::System);
    QLocale::setDefault(QLocale::c());
}

void TestWindowFits::theFirstStartFitsTheScreen()
{
    WindowFixture f;
    f.size.reset();
    QVERIFY(f.start(wide()));
    settle();
    QCOMPARE(f.window->screen()->size(), smallScreen);
    QVERIFY2(f.window->screen()->availableGeometry().contains(f.window->frameGeometry()), qPrintable(describe(f.window.get())));
    QVERIFY(f.window->width() > 800);
}

void TestWindowFits::aLargerWindowIsPutOnTheScreen()
{
    WindowFixture f;
    f.size.reset();
    QVERIFY(f.start(wide()));
    f.window->resize(1800, 1000);
    settle();
    f.window->close();
    f.window.reset();
    QVERIFY(f.start(wide()));
    settle();
    QVERIFY2(f.window->screen()->availableGeometry().contains(f.window->frameGeometry()), qPrintable(describe(f.window.get())));
}

/// Both screens that the window is made for, in each language.
void TestWindowFits::everyPartIsSeen_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    for (const char *language : {"C", "de", "zh_CN"}) {
        for (const QSize &size : {smallScreen, QSize(1024, 700)})
            QTest::addRow("%s %dx%d", language, size.width(), size.height()) << QString::fromLatin1(language) << size;
    }
}

void TestWindowFits::everyPartIsSeen()
{
    QFETCH(QString, language);
    QFETCH(QSize, size);
    QLocale::setDefault(QLocale(language));
    SourceTranslator translator(language);
    QCOMPARE(translator.isEmpty(), language == "C"_L1);
    if (!translator.isEmpty())
        QCoreApplication::installTranslator(&translator);
    WindowFixture f;
    QVERIFY(f.start(wide()));
    f.window->resize(size);
    answerAll(f);
    settle();
    QVERIFY2(f.window->width() <= size.width() && f.window->height() <= size.height(), qPrintable(describe(f.window.get())));
    QStringList wrong = wrongOnAnyPage(*f.window, size);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    QVERIFY(f.column(0)->pane()->height() >= 40);
    Q_EMIT f.window->library()->runRequested(f.window->session().runId());
    QTRY_VERIFY(f.window->runView() && f.window->runView()->isVisible());
    wrong = wrongOnAnyPage(*f.window, size);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

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
    QCOMPARE(f.window->findChild<QTabWidget *>(u"compareFaces"_s)->currentIndex(), 4);
    QCOMPARE(f.window->findChild<QTabWidget *>(u"promptTabs"_s)->currentIndex(), int(PromptPanel::VariablesTab));
    QCOMPARE(f.window->library()->currentIndex(), 2);
}

void TestWindowFits::aMaximisedPaneIsNotTheUsualArrangement()
{
    WindowFixture f;
    f.size.reset();
    QVERIFY(f.start(wide()));
    f.window->resize(930, 510); // of one that fills the screen, Qt takes off the room for a title bar when it comes again
    settle();
    const int height = f.window->prompt()->height();
    f.press(Qt::Key_1, Qt::ControlModifier);
    f.press(Qt::Key_F11);
    QTRY_VERIFY(!f.window->prompt()->isVisible());
    QVERIFY(f.window->close());
    f.window.reset();
    QVERIFY(f.start(wide()));
    settle();
    for (const QWidget *pane :
         {static_cast<const QWidget *>(f.window->library()), static_cast<const QWidget *>(f.window->prompt()),
          static_cast<const QWidget *>(f.window->compare()), static_cast<const QWidget *>(f.window->inspector())})
        QVERIFY2(pane->isVisible(), qPrintable(describe(pane)));
    QCOMPARE(f.window->prompt()->height(), height);
}

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"screens.json"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return 1;
    file.write(
        R"({"screens":[{"name":"small","x":0,"y":0,"logicalDpi":96,"logicalBaseDpi":96,"dpr":1,"width":960,"height":540}]})");
    file.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + path.toUtf8());
    Tempera::prepareIcons();
    QApplication application(argc, argv);
    TestWindowFits test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_windowfits.moc"
