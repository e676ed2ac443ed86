// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/outputpane.h"

#include "tests/widgets/windowfixture.h"

#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestOutputPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appendsOnlyWhatIsNew();
    void anotherAnswerStartsAnew();
    void textIsData_data();
    void textIsData();
    void piecesGiveTheSameAsTheWhole();
    void followsOnlyAtTheEnd();
    void theReadersSelectionStays();
    void manyPanesAppendLessOften();
};

void TestOutputPane::appendsOnlyWhatIsNew()
{
    OutputPane pane;
    QString text;
    for (int i = 0; i < 200; ++i) {
        text += u"word%1 "_s.arg(i);
        pane.showAnswer(1, text);
    }
    QVERIFY2(!pane.toPlainText().isEmpty(), "the first text is shown at once");
    QTRY_COMPARE(pane.toPlainText(), text);
    QCOMPARE(pane.rebuilds(), 1);
    QVERIFY(!pane.document()->isUndoAvailable());
}

void TestOutputPane::anotherAnswerStartsAnew()
{
    OutputPane pane;
    pane.showAnswer(1, u"one"_s);
    pane.showAnswer(2, u"one and more"_s);
    QCOMPARE(pane.toPlainText(), u"one and more"_s);
    QCOMPARE(pane.rebuilds(), 2);
    pane.showAnswer(2, u"on"_s);
    QCOMPARE(pane.toPlainText(), u"on"_s);
    pane.clearAnswer();
    QCOMPARE(pane.toPlainText(), QString());
}

void TestOutputPane::textIsData_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("markup") << u"<b>x</b> &amp; <img src='http://x'>"_s << u"<b>x</b> &amp; <img src='http://x'>"_s;
    QTest::newRow("escape") << u"a\x1b[31mb\x07"_s << u"a␛[31mb␇"_s;
    QTest::newRow("null") << QString(u"a"_s + QChar(0) + u'b') << u"a␀b"_s;
    QTest::newRow("line ends") << u"a\r\nb\rc\u2028d\u2029e"_s << u"a\nb\nc\nd\ne"_s;
    QTest::newRow("direction") << u"a\u202eb"_s << u"a\ufffdb"_s;
    QTest::newRow("frame marks") << QString(u"a"_s + QChar(0xfdd0) + QChar(0xfffc)) << u"a\ufffd\ufffd"_s;
    QTest::newRow("beyond the first plane") << u"😀é日本"_s << u"😀é日本"_s;
}

void TestOutputPane::textIsData()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    OutputPane pane;
    pane.showAnswer(1, text);
    QCOMPARE(pane.toPlainText(), shown);
}

void TestOutputPane::piecesGiveTheSameAsTheWhole()
{
    const QString text = u"one\r\ntwo\rthree\r\n\x1b four\n"_s;
    for (qsizetype cut = 0; cut <= text.size(); ++cut) {
        OutputPane pane;
        pane.showAnswer(1, text.first(cut));
        pane.showAnswer(1, text);
        pane.showAll();
        QCOMPARE(pane.toPlainText(), u"one\ntwo\nthree\n␛ four\n"_s);
    }
}

void TestOutputPane::followsOnlyAtTheEnd()
{
    OutputPane pane;
    pane.resize(200, 100);
    pane.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
    QString text;
    for (int i = 0; i < 60; ++i)
        text += u"line %1\n"_s.arg(i);
    pane.showAnswer(1, text);
    QScrollBar *bar = pane.verticalScrollBar();
    QVERIFY(bar->maximum() > 0);
    QCOMPARE(bar->value(), bar->maximum());
    bar->setValue(3);
    pane.showAnswer(1, text + text);
    pane.showAll();
    QCOMPARE(bar->value(), 3);
    bar->setValue(bar->maximum());
    pane.showAnswer(1, text + text + text);
    pane.showAll();
    QCOMPARE(bar->value(), bar->maximum());
}

void TestOutputPane::theReadersSelectionStays()
{
    OutputPane pane;
    pane.showAnswer(1, u"select me"_s);
    QTextCursor cursor = pane.textCursor();
    cursor.setPosition(0);
    cursor.setPosition(6, QTextCursor::KeepAnchor);
    pane.setTextCursor(cursor);
    pane.showAnswer(1, u"select me and more"_s);
    pane.showAll();
    QCOMPARE(pane.textCursor().selectedText(), u"select"_s);
}

void TestOutputPane::manyPanesAppendLessOften()
{
    using namespace std::chrono_literals;
    QCOMPARE(OutputPane::appendInterval(1), 66ms);
    QCOMPARE(OutputPane::appendInterval(5), 66ms);
    QCOMPARE(OutputPane::appendInterval(8), 96ms);
    WindowFixture f;
    QVERIFY(f.start());
    Experiment experiment = f.document.experiment();
    while (experiment.variants.size() < 10)
        experiment.variants.append(experiment.variants.constFirst());
    f.document.edit(experiment, u"more"_s);
    QTRY_COMPARE(f.window->findChildren<OutputPane *>().size(), 10);
    const QList<OutputPane *> panes = f.window->findChildren<OutputPane *>();
    for (const OutputPane *pane : panes)
        QCOMPARE(pane->interval(), 120ms);
}

QTEST_MAIN(TestOutputPane)
#include "tst_outputpane.moc"
