// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"

#include "models/items/effecttablemodel.h"
#include "widgets/common/growingedit.h"
#include "widgets/scoring/effectpanel.h"
#include "widgets/scoring/scoringfaces.h"
#include "widgets/scoring/tokenpane.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QTableView>
#include <QTextBlock>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

GenerationBatch scored(const QList<std::pair<QByteArray, double>> &tokens)
{
    ScoredText text;
    for (const auto &[piece, probability] : tokens) {
        ScoredToken token;
        token.piece = piece;
        token.logProbability = std::log(probability);
        text.logProbability += token.logProbability;
        text.tokens.push_back(token);
    }
    return {Event::Scored{{text}}, Event::Finished{}};
}

} // namespace

class TestEditFace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOldAnswerUnderTheNewPrompt();
    void keysWalkOverTheTokens();
    void itSaysWhyItCannot();
    void aFurtherEditMakesItStale();
    void escapeStops();
    void coloursAreToldApart();
    void piecesOfCharacters();

private:
    /// Runs the first cell and edits the prompt; the engine's next generation is the first of the scoring.
    static void runAndEdit(WindowFixture &f)
    {
        Experiment one = WindowFixture::experiment();
        one.variants.removeLast();
        one.cases.removeAt(one.cases.size() - 1);
        QVERIFY(f.start(one));
        f.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(f.engine.count(), 1);
        f.engine.answer(0, u"Paris, of course"_s);
        QTRY_VERIFY(!f.window->session().isRunning());
        f.messageEdit(1)->setFocus();
        f.press(Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(f.messageEdit(1), u" Be brief."_s);
    }
    static void computeEffect(WindowFixture &f)
    {
        QTest::keyClick(f.window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    }
    static void deliver(WindowFixture &f)
    {
        f.engine.deliver(1, scored({{"Paris", 0.8}, {", of", 0.05}, {" course", 0.9}}));
        f.engine.deliver(2, scored({{"Paris", 0.4}, {", of", 0.2}, {" course", 0.9}}));
    }
};

void TestEditFace::theOldAnswerUnderTheNewPrompt()
{
    WindowFixture f;
    runAndEdit(f);
    EffectPanel *panel = f.window->scoring()->effect();
    const QAbstractItemModelTester tester(panel->table()->model());
    QCOMPARE(f.engine.count(), 1); // an edit alone asks for nothing
    computeEffect(f);
    QVERIFY(panel->isVisible());
    QCOMPARE(f.engine.count(), 3);
    QVERIFY(f.engine.at(1).request.messages.at(1).text.endsWith(u"Be brief."_s));
    QVERIFY(f.engine.at(2).request.messages.at(1).text.endsWith(u"France?"_s));
    QCOMPARE(f.engine.at(1).request.score.at(0).text, u"Paris, of course"_s);
    deliver(f);
    QTRY_VERIFY2(!panel->summary().isEmpty(), qPrintable(panel->note()));
    QVERIFY2(panel->summary().contains(u"÷2.00"_s), qPrintable(panel->summary()));
    QVERIFY(panel->summary().contains(u"perplexity"_s));
    QCOMPARE(panel->pane()->toPlainText(), u"Paris, of course"_s);
    const QAbstractItemModel *table = panel->table()->model();
    QCOMPARE(table->rowCount(), 3);
    QCOMPARE(table->index(0, EffectTableModel::TokenColumn).data().toString(), u"«Paris»"_s);
    QCOMPARE(table->index(0, EffectTableModel::BeforeColumn).data().toString(), u"40.0 %"_s);
    QCOMPARE(table->index(0, EffectTableModel::FactorColumn).data().toString(), u"×2.00"_s);
    QCOMPARE(table->index(1, EffectTableModel::FactorColumn).data().toString(), u"÷4.00"_s);
    QCOMPARE(table->index(2, EffectTableModel::FactorColumn).data().toString(), u"="_s);
    QCOMPARE(f.window->session().size(), 1); // the run is as it was
}

void TestEditFace::keysWalkOverTheTokens()
{
    WindowFixture f;
    runAndEdit(f);
    computeEffect(f);
    deliver(f);
    EffectPanel *panel = f.window->scoring()->effect();
    QTRY_VERIFY(!panel->summary().isEmpty());
    panel->pane()->setFocus();
    f.press(Qt::Key_Right);
    QCOMPARE(panel->tokenText(), u"«Paris»: 40.0 % → 80.0 % (×2.00)"_s);
    f.press(Qt::Key_Right);
    QCOMPARE(panel->pane()->currentToken(), 1);
    QCOMPARE(panel->table()->currentIndex().row(), 1);
    QCOMPARE(panel->tokenText(), u"«, of»: 20.0 % → 5.0 % (÷4.00)"_s);
    f.press(Qt::Key_End);
    QCOMPARE(panel->pane()->currentToken(), 2);
    f.press(Qt::Key_Right);
    QCOMPARE(panel->pane()->currentToken(), 2);
    panel->table()->setFocus();
    f.press(Qt::Key_Up);
    QCOMPARE(panel->pane()->currentToken(), 1);
    // A click does the same.
    QTextCursor cursor(panel->pane()->document());
    cursor.setPosition(2);
    QTest::mouseClick(panel->pane()->viewport(), Qt::LeftButton, {}, panel->pane()->cursorRect(cursor).center());
    QCOMPARE(panel->pane()->currentToken(), 0);
}

void TestEditFace::itSaysWhyItCannot()
{
    WindowFixture f;
    QVERIFY(f.start());
    QVERIFY(f.clickTab(u"compareFaces"_s, u"Edit"_s));
    EffectPanel *panel = f.window->scoring()->effect();
    QVERIFY2(panel->note().contains(u"Run first"_s), qPrintable(panel->note()));
    computeEffect(f);
    QVERIFY2(panel->note().contains(u"no answer yet"_s), qPrintable(panel->note()));
    f.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.engine.count(), 4);
    for (int i = 0; i < 4; ++i)
        f.engine.answer(i, u"Paris"_s);
    QTRY_VERIFY(!f.window->session().isRunning());
    computeEffect(f);
    QVERIFY2(panel->note().contains(u"same"_s), qPrintable(panel->note()));
    QCOMPARE(f.engine.count(), 4);
}

void TestEditFace::aFurtherEditMakesItStale()
{
    WindowFixture f;
    runAndEdit(f);
    computeEffect(f);
    deliver(f);
    EffectPanel *panel = f.window->scoring()->effect();
    QTRY_VERIFY(!panel->summary().isEmpty());
    QCOMPARE(panel->note(), QString());
    f.messageEdit(1)->setFocus();
    QTest::keyClicks(f.messageEdit(1), u" Now!"_s);
    QTRY_VERIFY2(panel->note().contains(u"compute again"_s), qPrintable(panel->note()));
    QCOMPARE(f.engine.count(), 3);
}

void TestEditFace::escapeStops()
{
    WindowFixture f;
    runAndEdit(f);
    computeEffect(f);
    EffectPanel *panel = f.window->scoring()->effect();
    QVERIFY(panel->isRunning());
    f.press(Qt::Key_Escape, Qt::ShiftModifier);
    QTRY_VERIFY(!panel->isRunning());
    QTRY_COMPARE(f.engine.running(), 0);
    QCOMPARE(panel->summary(), QString());
    QVERIFY(panel->computeAction()->isEnabled());
}

void TestEditFace::coloursAreToldApart()
{
    const auto luminance = [](const QColor &colour) {
        const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    for (const ColourScheme scheme : {ColourScheme::Light, ColourScheme::Dark}) {
        applyColourScheme(scheme);
        const QPalette palette = QApplication::palette();
        QVERIFY(!changeColour(0, palette).isValid());
        QVERIFY(!changeColour(std::nan(""), palette).isValid());
        for (const double change : {0.1, 0.5, 1.0, 3.0, 20.0, -0.1, -0.5, -1.0, -3.0, -20.0}) {
            const QColor ground = changeColour(change, palette);
            // Blue against orange: the blue channel tells them apart without red and green.
            QCOMPARE(ground.blue() > ground.red(), change > 0);
            const double a = luminance(ground);
            const double b = luminance(palette.color(QPalette::Text));
            const double contrast = (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
            QVERIFY2(contrast >= 4.5, qPrintable(u"%1 at %2: %3"_s.arg(ground.name()).arg(change).arg(contrast)));
        }
    }
    applyColourScheme(ColourScheme::System);
}

void TestEditFace::piecesOfCharacters()
{
    TokenPane pane;
    pane.setTokens({"a", "\xe4\xbd", "\xa0", "", "b\r\n", "c"});
    QCOMPARE(pane.toPlainText(), u"a你b\nc"_s);
    QCOMPARE(pane.charactersOf(1).second, 0); // half a character shows nothing yet
    QCOMPARE(pane.charactersOf(2), (std::pair{1, 1}));
    QCOMPARE(pane.tokenAt(0), 0);
    QCOMPARE(pane.tokenAt(1), 2);
    QCOMPARE(pane.tokenAt(99), -1);
    pane.setCurrentToken(99);
    QCOMPARE(pane.currentToken(), 5);
    pane.setTokens({});
    QCOMPARE(pane.currentToken(), -1);
    QCOMPARE(pieceText("\xe4"), u"\\xE4"_s);
    QCOMPARE(pieceText("a\n"), u"a↵"_s);
    QCOMPARE(pieceText({}), u"(end)"_s);
}

TEMPERA_WINDOW_TEST(TestEditFace)

#include "tst_editface.moc"
