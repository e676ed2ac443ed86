// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/picture.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/common/controls.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/numberbox.h"

#include <QLabel>
#include <QProgressBar>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace std::chrono_literals;

namespace {

/// Two cases, and two hosted variants that cost a dollar for a million tokens in and ten for a million out.
Experiment priced()
{
    Experiment experiment = WindowFixture::experiment();
    for (int i = 0; i < experiment.variants.size(); ++i) {
        experiment.variants[i].endpoint = endpointFromId(u"openai:chat:priced"_s);
        experiment.variants[i].sampling.maxTokens = 1000;
    }
    return experiment;
}

struct PricedWindow : WindowFixture {
    PricedWindow()
    {
        const Result<Catalog> read = Catalog::fromJson(
            R"({"as_of": "2026-01-01", "source": "test", "providers": {"openai": {"title": "OpenAI",
                "hosts": ["api.openai.com"], "models": {"priced": {"title": "Priced",
                "context": 100000, "max_output": 1000, "price": {"input": 1, "output": 10}}}}}})",
            u"prices.json"_s);
        if (read)
            catalog = *read;
    }

    [[nodiscard]] QString line() const { return window->findChild<QLabel *>(u"costBar"_s)->text(); }
    [[nodiscard]] NumberBox *budget() const { return window->findChild<NumberBox *>(u"budget"_s); }
    [[nodiscard]] QProgressBar *meter() const { return window->findChild<QProgressBar *>(u"budgetMeter"_s); }

    void typeBudget(const QString &amount) const
    {
        budget()->setFocus(Qt::TabFocusReason);
        budget()->selectAll();
        QTest::keyClicks(budget(), amount);
    }

    /// Every request takes so long and says so many tokens.
    void answerAll(std::chrono::milliseconds time, std::int64_t output)
    {
        for (int i = 0; i < engine.count(); ++i) {
            Event::Finished end;
            end.usage.inputTokens = 10;
            end.usage.outputTokens = output;
            end.timings.total = time;
            engine.deliver(i, {Event::Started{}, Event::TextDelta{u"Paris"_s}, end});
        }
    }
};

} // namespace

class TestRunLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void earlierAnswersTellTimeAndLikelyCost();
    void aRunTellsTheTimeThatIsLeft();
    void whatCostsMoreIsNotStarted();
    void theMeterSaysWhatWasSpent();
    void theBudgetIsRemembered();
    void aSmallWindowHasRoom();
};

void TestRunLine::earlierAnswersTellTimeAndLikelyCost()
{
    PricedWindow f;
    QVERIFY(f.start(priced()));
    QTRY_VERIFY2(f.line().startsWith(u"2 × 2 = 4 cells | "_s), qPrintable(f.line()));
    QVERIFY2(!f.line().contains(u"likely"_s) && !f.line().contains(u"about"_s), qPrintable(f.line()));
    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.engine.count(), 4);
    f.answerAll(90s, 100); // 4 × 90 s, all four at once; 4 × 100 tokens at $10 a million
    QTRY_VERIFY2(f.line().contains(u"about 1 min 30 s"_s), qPrintable(f.line()));
    QVERIFY2(f.line().contains(u"| likely $0.0041 ("_s), qPrintable(f.line()));
    // Another variant has no answers yet: nothing is known of the whole.
    Experiment next = f.document.experiment();
    next.variants.last().sampling.temperature = 0.1;
    f.document.edit(next, u"another temperature"_s);
    QTRY_VERIFY2(!f.line().contains(u"likely"_s), qPrintable(f.line()));
    QVERIFY2(!f.line().contains(u"about"_s), qPrintable(f.line()));
    QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY2(f.line().contains(u"about 1 min 30 s"_s), qPrintable(f.line()));
}

void TestRunLine::aRunTellsTheTimeThatIsLeft()
{
    PricedWindow f;
    QVERIFY(f.start(priced()));
    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.engine.count(), 4);
    f.clock.advance(20s);
    f.engine.answer(0, u"Paris"_s);
    f.engine.answer(1, u"Paris"_s);
    QTRY_VERIFY2(f.line().contains(u"20 s left"_s), qPrintable(f.line()));
    f.engine.answer(2, u"Paris"_s);
    f.engine.answer(3, u"Paris"_s);
    QTRY_VERIFY2(!f.line().contains(u"left"_s), qPrintable(f.line()));
}

void TestRunLine::whatCostsMoreIsNotStarted()
{
    PricedWindow f;
    QVERIFY(f.start(priced()));
    QTRY_VERIFY(f.line().contains(u'$'));
    QVERIFY(!f.meter()->isVisible());
    f.typeBudget(u"0.00000001"_s);
    QVERIFY(f.meter()->isVisible());
    QVERIFY2(f.meter()->text().startsWith(u"⚠"_s), qPrintable(f.meter()->text()));
    QVERIFY2(f.meter()->accessibleDescription().contains(u"nothing will be started"_s),
             qPrintable(f.meter()->accessibleDescription()));
    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(f.window->messageBar()->isVisible());
    QCOMPARE(f.engine.count(), 0);
    f.budget()->selectAll();
    QTest::keyClick(f.budget(), Qt::Key_Delete);
    QVERIFY(!f.meter()->isVisible());
    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.engine.count(), 4);
}

void TestRunLine::theMeterSaysWhatWasSpent()
{
    PricedWindow f;
    QVERIFY(f.start(priced()));
    QTRY_VERIFY(f.line().contains(u'$'));
    f.typeBudget(u"1"_s);
    QCOMPARE(f.meter()->text(), u"5 %"_s); // at most 4 × 1000 tokens at $10 a million, and some cents of a cent
    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.engine.count(), 4);
    Usage usage;
    usage.inputTokens = 0;
    usage.outputTokens = 50'000;
    f.engine.answer(0, u"Paris"_s, usage);
    QTRY_COMPARE(f.meter()->text(), u"50 %"_s);
    QCOMPARE(f.meter()->accessibleDescription(), u"$0.50 of $1.00 spent"_s);
}

void TestRunLine::theBudgetIsRemembered()
{
    PricedWindow f;
    f.saved.budget = Money::fromDollars(2.5);
    QVERIFY(f.start(priced()));
    QCOMPARE(f.budget()->value(), 2.5);
    f.typeBudget(u"7"_s);
    f.window->close();
    QCOMPARE(f.saved.budget, Money::fromDollars(7));
}

/// The beginning of the line, with cells and cost, is what stays.
void TestRunLine::aSmallWindowHasRoom()
{
    PricedWindow f;
    f.size = QSize(1024, 700);
    f.saved.budget = Money::fromDollars(5);
    QVERIFY(f.start(priced()));
    QTRY_VERIFY(f.line().contains(u'$'));
    QCOMPARE(f.window->size(), QSize(1024, 700));
    const auto *label = f.window->findChild<OneLineLabel *>(u"costBar"_s);
    const QString needed = f.line().section(u" | "_s, 0, 1);
    QVERIFY2(label->width() > label->fontMetrics().horizontalAdvance(needed), qPrintable(needed));
    QVERIFY(f.budget()->isVisible() && f.meter()->isVisible());
    const QRect inWindow(f.meter()->mapTo(f.window.get(), QPoint()), f.meter()->size());
    QVERIFY(f.window->rect().contains(inWindow));
    keepPicture(f.window.get(), u"runline"_s);
}

TEMPERA_WINDOW_TEST(TestRunLine)
#include "tst_runline.moc"
