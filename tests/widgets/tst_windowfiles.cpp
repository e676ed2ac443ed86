// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/handbackground.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/common/messagebar.h"
#include "widgets/compare/comparepanel.h"

#include <QDropEvent>
#include <QMimeData>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

const QByteArray capitals = R"(description: Capitals of the world
prompts:
  - 'What is the capital of {{ country }}?'
providers:
  - id: local:tempera-mini
    label: cold
    config: {temperature: 0}
tests:
  - vars: {country: France}
extra: kept
)";

/// Its tests are made by a script.
const QByteArray made = "prompts: ['Say {{ n }}']\nproviders: [local:tempera-mini]\ntests: file://t.js\n";

void drop(QWidget *window, const QUrl &url)
{
    QMimeData data;
    data.setUrls({url});
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(window, &event);
}

} // namespace

class TestWindowFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensChangesAndSaves();
    void aBrokenFileChangesNothing();
    void aMissingFileIsNamed();
    void unsavedChangesAreAskedAbout();
    void savingForTheFirstTimeAsksWhere();
    void whatTheProgramCarriesIsNotWritten();
    void aFailedSaveKeepsTheChanges();
    void newMakesSomethingThatRuns();
    void filesAreDropped();
    void testsAreMadeInTheBackground();
    void testsThatAreMadeTooLateAreDropped();
    void theLayoutIsRemembered();
};

void TestWindowFiles::opensChangesAndSaves()
{
    WindowFixture f;
    f.files.contents.insert(u"/x/capitals.yaml"_s, capitals);
    QVERIFY(f.start());
    f.window->openFile(u"/x/capitals.yaml"_s);
    QCOMPARE(f.document.experiment().description, u"Capitals of the world"_s);
    QVERIFY(f.window->windowTitle().startsWith(u"capitals.yaml"_s));
    QVERIFY(!f.window->isWindowModified());
    QCOMPARE(f.saved.recentFiles, QStringList{u"/x/capitals.yaml"_s});

    Experiment next = f.document.experiment();
    next.variants[0].sampling.temperature = 0.5;
    f.document.edit(next, u"turn"_s);
    QVERIFY(f.window->isWindowModified());
    QTest::keyClick(f.window.get(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(!f.window->isWindowModified());
    const QByteArray written = f.files.contents.value(u"/x/capitals.yaml"_s);
    QVERIFY2(written.contains("0.5"), written.constData());
    QVERIFY2(written.contains("extra: kept"), written.constData());
}

void TestWindowFiles::aBrokenFileChangesNothing()
{
    WindowFixture f;
    f.files.contents.insert(u"/x/broken.yaml"_s, "description: a\nprompts:\n  - [unclosed\nproviders: x\n");
    QVERIFY(f.start());
    f.window->openFile(u"/x/broken.yaml"_s);
    QVERIFY(f.window->messageBar()->isVisible());
    const QString text = f.window->messageBar()->text();
    QVERIFY2(text.contains(u"broken.yaml"_s), qPrintable(text));
    QVERIFY2(text.contains(QRegularExpression(u"[1-5]"_s)), qPrintable(text));
    QCOMPARE(f.document.experiment(), WindowFixture::experiment());
    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.engine.count(), 4);
}

void TestWindowFiles::aMissingFileIsNamed()
{
    WindowFixture f;
    QVERIFY(f.start());
    f.window->openFile(u"/x/gone.yaml"_s);
    QVERIFY(f.window->messageBar()->isVisible());
    QVERIFY2(f.window->messageBar()->text().contains(u"gone.yaml"_s), qPrintable(f.window->messageBar()->text()));
    QVERIFY(f.saved.recentFiles.isEmpty());
}

void TestWindowFiles::unsavedChangesAreAskedAbout()
{
    WindowFixture f;
    f.files.contents.insert(u"/x/capitals.yaml"_s, capitals);
    QVERIFY(f.start());
    f.window->openFile(u"/x/capitals.yaml"_s);
    Experiment next = f.document.experiment();
    next.description = u"changed"_s;
    f.document.edit(next, u"describe"_s);

    f.window->close();
    QCOMPARE(f.questions, 1);
    QVERIFY2(f.window->isVisible(), "Cancel keeps the window");
    f.unsavedAnswer = UnsavedAnswer::Save;
    f.window->close();
    QTRY_VERIFY(!f.window->isVisible());
    QVERIFY(f.files.contents.value(u"/x/capitals.yaml"_s).contains("changed"));
    QCOMPARE(f.questions, 2);
}

void TestWindowFiles::savingForTheFirstTimeAsksWhere()
{
    WindowFixture f;
    QVERIFY(f.start());
    QTest::keyClick(f.window.get(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY2(f.files.contents.isEmpty(), "a cancelled question writes nothing");
    f.chosenFile = u"/x/new.yaml"_s;
    QTest::keyClick(f.window.get(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(f.files.contents.value(u"/x/new.yaml"_s).contains("France"));
    QCOMPARE(f.document.path(), u"/x/new.yaml"_s);
}

void TestWindowFiles::whatTheProgramCarriesIsNotWritten()
{
    WindowFixture f;
    f.files.contents.insert(u":/sample.yaml"_s, capitals);
    QVERIFY(f.start());
    f.window->openFile(u":/sample.yaml"_s);
    QVERIFY2(f.saved.recentFiles.isEmpty(), "a sample is no file of the user's");
    f.chosenFile = u"/x/mine.yaml"_s;
    QTest::keyClick(f.window.get(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(f.files.contents.value(u":/sample.yaml"_s), capitals);
    QCOMPARE(f.document.path(), u"/x/mine.yaml"_s);
    QCOMPARE(f.saved.recentFiles, QStringList{u"/x/mine.yaml"_s});
}

void TestWindowFiles::aFailedSaveKeepsTheChanges()
{
    WindowFixture f;
    f.files.contents.insert(u"/x/capitals.yaml"_s, capitals);
    QVERIFY(f.start());
    f.window->openFile(u"/x/capitals.yaml"_s);
    Experiment next = f.document.experiment();
    next.description = u"changed"_s;
    f.document.edit(next, u"describe"_s);
    f.files.refusesWrites = true;
    QTest::keyClick(f.window.get(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(f.window->isWindowModified());
    QVERIFY(f.window->messageBar()->text().contains(u"the disk is full"_s));
    f.unsavedAnswer = UnsavedAnswer::Save;
    f.window->close();
    QVERIFY2(f.window->isVisible(), "what could not be saved is not thrown away");
}

void TestWindowFiles::newMakesSomethingThatRuns()
{
    WindowFixture f;
    QVERIFY(f.start());
    QTest::keyClick(f.window.get(), Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(f.window->compare()->columns().size(), 1);
    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.engine.count(), 1);
}

void TestWindowFiles::filesAreDropped()
{
    WindowFixture f;
    f.files.contents.insert(u"/x/capitals.yaml"_s, capitals);
    QVERIFY(f.start());
    drop(f.window.get(), QUrl::fromLocalFile(u"/x/capitals.yaml"_s));
    QCOMPARE(f.document.path(), u"/x/capitals.yaml"_s);
    drop(f.window.get(), QUrl::fromLocalFile(u"/x/other.gguf"_s));
    QCOMPARE(f.document.experiment().variants.size(), 2);
    QCOMPARE(f.document.experiment().variants.at(1).endpoint.id, u"local:/x/other.gguf"_s);
}

void TestWindowFiles::testsAreMadeInTheBackground()
{
    HandBackground background;
    WindowFixture f;
    f.prepare = [&background](WindowContext &context) { context.background = &background; };
    f.files.contents.insert(u"/x/made.yaml"_s, made);
    f.files.contents.insert(u"/x/t.js"_s, "module.exports = () => [{ vars: { n: 'a' } }, { vars: { n: 'b' } }];");
    QVERIFY(f.start());
    background.workOff();
    f.window->openFile(u"/x/made.yaml"_s);
    QCOMPARE(f.document.experiment(), WindowFixture::experiment()); // until the script has run
    QVERIFY(background.waiting() > 0);
    background.workOff();
    QCOMPARE(f.document.path(), u"/x/made.yaml"_s);
    QCOMPARE(f.document.experiment().cases.size(), 2);

    f.files.contents.insert(u"/x/t.js"_s, "module.exports = () => {\n  return nothing.there;\n};");
    f.window->openFile(u"/x/made.yaml"_s);
    background.workOff();
    QVERIFY(f.window->messageBar()->isVisible());
    QVERIFY2(f.window->messageBar()->text().contains(u"t.js"_s), qPrintable(f.window->messageBar()->text()));
    QCOMPARE(f.document.experiment().cases.size(), 2);
}

void TestWindowFiles::testsThatAreMadeTooLateAreDropped()
{
    HandBackground background;
    WindowFixture f;
    f.prepare = [&background](WindowContext &context) { context.background = &background; };
    f.files.contents.insert(u"/x/made.yaml"_s, made);
    f.files.contents.insert(u"/x/t.js"_s, "module.exports = [{ vars: { n: 'a' } }];");
    f.files.contents.insert(u"/x/capitals.yaml"_s, capitals);
    QVERIFY(f.start());
    background.workOff();
    f.window->openFile(u"/x/made.yaml"_s);
    f.window->openFile(u"/x/capitals.yaml"_s);
    background.workOff();
    QCOMPARE(f.document.path(), u"/x/capitals.yaml"_s);
}

void TestWindowFiles::theLayoutIsRemembered()
{
    WindowFixture f;
    QVERIFY(f.start());
    f.window->resize(f.window->width(), 600);
    QCoreApplication::processEvents();
    f.window->close();
    QVERIFY(!f.saved.geometry.isEmpty());
    QVERIFY(!f.saved.docks.isEmpty());
    QVERIFY(f.start());
    QCOMPARE(f.window->height(), 600);
}

TEMPERA_WINDOW_TEST(TestWindowFiles)
#include "tst_windowfiles.moc"
