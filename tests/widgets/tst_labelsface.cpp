// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"

#include "models/items/labelqualitymodel.h"
#include "models/items/labelstablemodel.h"
#include "widgets/common/growingedit.h"
#include "widgets/common/messagebar.h"
#include "widgets/scoring/labelspanel.h"
#include "widgets/scoring/scoringbar.h"
#include "widgets/scoring/scoringfaces.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QLineEdit>
#include <QSlider>
#include <QTabWidget>
#include <QTableView>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tempera;

namespace {

Case review(const QString &text, const QString &label)
{
    Case row;
    row.description = text;
    row.variables = {{u"text"_s, text}};
    CheckSpec check;
    check.type = u"icontains"_s;
    check.value = label;
    row.checks = {check};
    return row;
}

/// Two variants of one model and three reviews.
Experiment reviews()
{
    Experiment experiment = WindowFixture::experiment();
    experiment.prompts = {Prompt{{}, {Message{Role::User, u"Is it good or bad? {{ text }}"_s}}, {}}};
    experiment.cases = {review(u"Lovely"_s, u"good"_s), review(u"Awful"_s, u"bad"_s), review(u"So so"_s, u"bad"_s)};
    return experiment;
}

/// The answer of an engine to one question: P of each label, by the label's first text.
GenerationBatch scores(const GenerationRequest &request, double good, double bad)
{
    std::vector<ScoredText> texts(request.score.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const QString &text = request.score.at(i).text;
        texts[i].logProbability = std::log(text == u"good"_s ? good : text == u"bad"_s ? bad : 0.0);
    }
    return {Event::Scored{texts}, Event::Finished{}};
}

} // namespace

class TestLabelsFace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anExplicitActionComputes();
    void theThresholdDecidesAtOnce();
    void escapeStops();
    void editsMakeItStale();
    void labelsAreTyped();
    void hostedModelsSayThatTheyCannot();
    void rowsAreCopiedAndSelectCases();
    void itIsReadableInBothColourSchemes();

private:
    static void compute(WindowFixture &f) { QTest::keyClick(f.window.get(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier); }
    static void answerAll(WindowFixture &f)
    {
        const QList<std::pair<double, double>> answers{{0.8, 0.1}, {0.1, 0.3}, {0.4, 0.2}};
        for (int i = 0; i < 3; ++i)
            f.engine.deliver(i, scores(f.engine.at(i).request, answers.at(i).first, answers.at(i).second));
    }
    static QString cellText(const WindowFixture &f, int row, int column)
    {
        return f.window->scoring()->labels()->table()->model()->index(row, column).data().toString();
    }
};

void TestLabelsFace::anExplicitActionComputes()
{
    WindowFixture f;
    QVERIFY(f.start(reviews()));
    LabelsPanel *panel = f.window->scoring()->labels();
    const QAbstractItemModelTester rowsTester(panel->table()->model());
    const QAbstractItemModelTester qualityTester(panel->qualityTable()->model());
    QCOMPARE(f.engine.count(), 0);
    compute(f);
    QVERIFY(panel->isVisible());
    QCOMPARE(panel->labelsEdit()->text(), u"good, bad"_s);
    QCOMPARE(f.engine.count(), 3); // two variants of one model share
    QVERIFY(f.engine.at(0).request.score.front().everySpelling);
    QVERIFY(!f.document.isModified());

    auto *bar = panel->findChild<ScoringBar *>();
    f.clock.advance(2s);
    f.engine.deliver(0, scores(f.engine.at(0).request, 0.8, 0.1));
    QVERIFY2(bar->text().contains(u"1 of 3"_s) && bar->text().contains(u"left"_s), qPrintable(bar->text()));
    QCOMPARE(cellText(f, 0, LabelsTableModel::FirstLabelColumn), u"88.9 %"_s);
    QCOMPARE(cellText(f, 0, LabelsTableModel::FirstLabelColumn + 2), u"10.0 %"_s);
    QCOMPARE(cellText(f, 1, LabelsTableModel::FirstLabelColumn), QString());
    f.engine.deliver(1, scores(f.engine.at(1).request, 0.1, 0.3));
    f.engine.deliver(2, scores(f.engine.at(2).request, 0.4, 0.2));
    QTRY_VERIFY(!panel->isRunning());
    QCOMPARE(cellText(f, 1, LabelsTableModel::FirstLabelColumn + 1), u"75.0 %"_s);
    QCOMPARE(cellText(f, 0, LabelsTableModel::FirstLabelColumn + 3), u"✓ good"_s);
    QCOMPARE(cellText(f, 2, LabelsTableModel::FirstLabelColumn + 3), u"✗ good"_s);
    QVERIFY2(panel->summary().contains(u"3 of 3 decided"_s), qPrintable(panel->summary()));
    QVERIFY2(panel->summary().contains(u"accuracy 66.7 %"_s), qPrintable(panel->summary()));
    QVERIFY(panel->summary().contains(u"Brier"_s));
    QCOMPARE(bar->text(), QString());
}

void TestLabelsFace::theThresholdDecidesAtOnce()
{
    WindowFixture f;
    QVERIFY(f.start(reviews()));
    compute(f);
    answerAll(f);
    LabelsPanel *panel = f.window->scoring()->labels();
    QTRY_VERIFY(!panel->isRunning());
    panel->threshold()->setFocus();
    for (int i = 0; i < 14; ++i)
        f.press(Qt::Key_PageUp); // 70 %
    QCOMPARE(panel->threshold()->value(), 70);
    QVERIFY2(panel->summary().contains(u"2 of 3 decided, 1 undecided"_s), qPrintable(panel->summary()));
    QVERIFY(panel->summary().contains(u"accuracy 100.0 %"_s));
    QCOMPARE(cellText(f, 2, LabelsTableModel::FirstLabelColumn + 3), u"? undecided"_s);
    const QAbstractItemModel *quality = panel->qualityTable()->model();
    QCOMPARE(quality->rowCount(), 2);
    QCOMPARE(quality->index(1, LabelQualityModel::RecallColumn).data().toString(), u"50.0 %"_s);
    QCOMPARE(quality->index(1, LabelQualityModel::PrecisionColumn).data().toString(), u"100.0 %"_s);
    QCOMPARE(quality->index(1, LabelQualityModel::FirstGivenColumn).data().toInt(), 1); // a bad one looked good
    f.press(Qt::Key_Home);
    QVERIFY(panel->summary().contains(u"3 of 3 decided"_s));
    QCOMPARE(f.engine.count(), 3); // nothing was asked again
}

void TestLabelsFace::escapeStops()
{
    WindowFixture f;
    QVERIFY(f.start(reviews()));
    compute(f);
    LabelsPanel *panel = f.window->scoring()->labels();
    QVERIFY(panel->isRunning());
    QVERIFY(!panel->computeAction()->isEnabled());
    f.engine.deliver(0, scores(f.engine.at(0).request, 0.8, 0.1));
    f.press(Qt::Key_Escape, Qt::ShiftModifier);
    QTRY_VERIFY(!panel->isRunning());
    QTRY_COMPARE(f.engine.running(), 0);
    QVERIFY(panel->computeAction()->isEnabled());
    QCOMPARE(cellText(f, 0, LabelsTableModel::FirstLabelColumn), u"88.9 %"_s); // what is done stays
    QCOMPARE(cellText(f, 1, LabelsTableModel::FirstLabelColumn + 3), u"Stopped"_s);
}

void TestLabelsFace::editsMakeItStale()
{
    WindowFixture f;
    QVERIFY(f.start(reviews()));
    compute(f);
    answerAll(f);
    LabelsPanel *panel = f.window->scoring()->labels();
    QTRY_VERIFY(!panel->isRunning());
    QCOMPARE(panel->note(), QString());
    f.messageEdit(0)->setFocus();
    f.press(Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(f.messageEdit(0), u" Really?"_s);
    QTRY_VERIFY2(panel->note().contains(u"edited since"_s), qPrintable(panel->note()));
    QVERIFY(cellText(f, 0, LabelsTableModel::FirstLabelColumn + 3).contains(u"edited since"_s));
    QVERIFY(panel->table()->model()->index(0, 4).data(LabelsTableModel::StaleRole).toBool());
    QCOMPARE(f.engine.count(), 3); // nothing is asked by itself
    compute(f);
    QCOMPARE(f.engine.count(), 6);
    QVERIFY(f.engine.at(3).request.messages.at(0).text.endsWith(u"Really?"_s));
}

void TestLabelsFace::labelsAreTyped()
{
    WindowFixture f;
    QVERIFY(f.start(reviews()));
    QVERIFY(f.clickTab(u"compareFaces"_s, u"Labels"_s));
    LabelsPanel *panel = f.window->scoring()->labels();
    panel->focusLabels();
    QTRY_VERIFY(panel->labelsEdit()->hasFocus());
    QTest::keyClicks(panel->labelsEdit(), u"good, bad, \"so, so\""_s);
    f.press(Qt::Key_Return);
    QCOMPARE(f.engine.count(), 3);
    QCOMPARE(panel->study().labels(), (QStringList{u"good"_s, u"bad"_s, u"so, so"_s}));
    for (int i = 0; i < 3; ++i)
        f.engine.deliver(i, scores(f.engine.at(i).request, 0.5, 0.5));
    QTRY_VERIFY(!panel->isRunning());
    panel->focusLabels();
    QTest::keyClicks(panel->labelsEdit(), u"one"_s);
    QVERIFY2(panel->note().contains(u"labels have been changed"_s), qPrintable(panel->note()));
    f.press(Qt::Key_Return);
    QVERIFY2(f.window->messageBar()->text().contains(u"two labels"_s), qPrintable(f.window->messageBar()->text()));
    QCOMPARE(f.engine.count(), 3);
}

void TestLabelsFace::hostedModelsSayThatTheyCannot()
{
    WindowFixture f;
    Experiment experiment = reviews();
    experiment.variants[1].endpoint = endpointFromId(u"openai:chat:gpt-4o-mini"_s);
    QVERIFY(f.start(experiment));
    QVERIFY(f.clickTab(u"compareFaces"_s, u"Labels"_s));
    LabelsPanel *panel = f.window->scoring()->labels();
    QVERIFY2(panel->note().contains(u"Ctrl+Shift+L"_s), qPrintable(panel->note())); // the empty state says what to do
    compute(f);
    QCOMPARE(f.engine.count(), 3); // the local one only
    answerAll(f);
    QTRY_VERIFY(!panel->isRunning());
    QCOMPARE(panel->table()->model()->rowCount(), 6);
    QVERIFY2(cellText(f, 1, LabelsTableModel::FirstLabelColumn + 3).contains(u"Only local models"_s),
             qPrintable(cellText(f, 1, LabelsTableModel::FirstLabelColumn + 3)));
    QVERIFY(!panel->table()->isColumnHidden(LabelsTableModel::ModelColumn));
    QCOMPARE(panel->qualityTable()->model()->rowCount(), 2);
}

void TestLabelsFace::rowsAreCopiedAndSelectCases()
{
    WindowFixture f;
    QVERIFY(f.start(reviews()));
    compute(f);
    answerAll(f);
    LabelsPanel *panel = f.window->scoring()->labels();
    QTRY_VERIFY(!panel->isRunning());
    panel->table()->setFocus();
    panel->table()->selectRow(0);
    f.press(Qt::Key_Down);
    QTRY_COMPARE(f.window->scoring()->labels()->table()->currentIndex().row(), 1);
    f.press(Qt::Key_C, Qt::ControlModifier);
    const QString text = QGuiApplication::clipboard()->text();
    QCOMPARE(text.split(u'\n').size(), 2);
    QVERIFY2(text.startsWith(u"Case\tExpected\tgood\tbad"_s), qPrintable(text));
    QVERIFY(text.contains(u"Awful\tbad\t25.0 %\t75.0 %\t60.0 %\t✓ bad"_s));
}

void TestLabelsFace::itIsReadableInBothColourSchemes()
{
    WindowFixture f;
    QVERIFY(f.start(reviews()));
    compute(f);
    answerAll(f);
    LabelsPanel *panel = f.window->scoring()->labels();
    QTRY_VERIFY(!panel->isRunning());
    for (const ColourScheme scheme : {ColourScheme::Light, ColourScheme::Dark}) {
        applyColourScheme(scheme);
        QCoreApplication::processEvents();
        QTableView *table = panel->table();
        const QRect sure = table->visualRect(table->model()->index(1, LabelsTableModel::FirstLabelColumn + 1));
        const QImage picture = table->viewport()->grab().toImage();
        // Three quarters of the cell are bar, the rest is ground: the bar is told from it.
        const QColor bar = picture.pixelColor(sure.left() + sure.width() / 8, sure.top() + 5);
        const QColor ground = picture.pixelColor(sure.right() - 3, sure.top() + 1);
        const int apart =
            std::abs(bar.red() - ground.red()) + std::abs(bar.green() - ground.green()) + std::abs(bar.blue() - ground.blue());
        QVERIFY2(apart > 60, qPrintable(bar.name() + u' ' + ground.name()));
    }
    applyColourScheme(ColourScheme::System);
}

TEMPERA_WINDOW_TEST(TestLabelsFace)

#include "tst_labelsface.moc"
