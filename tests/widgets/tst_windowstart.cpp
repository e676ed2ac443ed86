// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What the first picture of the window waits for, and what waits for the picture.

#include "tests/widgets/windowfixture.h"
#include "widgets/compare/caseswitcher.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/variantcolumn.h"

#include <QComboBox>
#include <QTabWidget>

#include <optional>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

const QTabWidget *facesOf(const MainWindow &window)
{
    return window.findChild<QTabWidget *>(u"compareFaces"_s);
}

/// Counts how often columns are painted, as long as it lives.
class ColumnPaints final : public QObject
{
public:
    ColumnPaints() { QApplication::instance()->installEventFilter(this); }
    int count = 0;

    bool eventFilter(QObject *object, QEvent *event) override
    {
        count += event->type() == QEvent::Paint && qobject_cast<VariantColumn *>(object) ? 1 : 0;
        return false;
    }
};

} // namespace

class TestWindowStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theIconFollowsTheFirstPicture();
    void theLedgerIsAskedAfterTheFirstPicture();
    void whatIsShownFirstIsWhatStays();
    void columnsThatNobodySeesAreNotMade();
    void columnsThatAreSeenAreInTheFirstPicture();
    void aCommandMakesTheColumnsThatItNeeds_data();
    void aCommandMakesTheColumnsThatItNeeds();
    void columnsThatComeLateShowWhatHappenedBefore();
    void theCurrentColumnIsInViewWhenTheyComeLate();
};

void TestWindowStart::theIconFollowsTheFirstPicture()
{
    WindowFixture f;
    std::optional<bool> hadIcon;
    f.beforeShow = [&hadIcon](MainWindow &window) {
        connect(&window, &MainWindow::firstPainted, &window, [&] { hadIcon = !window.windowIcon().isNull(); });
    };
    QVERIFY(f.start());
    QTRY_VERIFY(hadIcon);
    QVERIFY(!*hadIcon);
    QTRY_VERIFY(!f.window->windowIcon().isNull());
}

void TestWindowStart::theLedgerIsAskedAfterTheFirstPicture()
{
    WindowFixture f;
    int asked = 0;
    std::optional<int> askedBefore;
    f.prepare = [&asked](WindowContext &context) {
        context.ledger.whenOpen = [&asked](QObject *, const std::function<void(Result<void>)> &) { ++asked; };
    };
    f.beforeShow = [&](MainWindow &window) {
        connect(&window, &MainWindow::firstPainted, &window, [&] { askedBefore = asked; });
    };
    QVERIFY(f.start());
    QTRY_VERIFY(askedBefore);
    QCOMPARE(*askedBefore, 0);
    QTRY_COMPARE(asked, 1);
}

/// Another document was opened since the window was made: the face that suits it is chosen before anything is painted.
void TestWindowStart::whatIsShownFirstIsWhatStays()
{
    WindowFixture f;
    f.saved = {};
    Experiment single = WindowFixture::experiment();
    single.cases.resize(1);
    std::optional<QString> first;
    f.beforeShow = [&](MainWindow &window) {
        f.document.reset({.experiment = WindowFixture::experiment(), .warnings = {}, .source = {}}, {});
        connect(&window, &MainWindow::firstPainted, &window,
                [&] { first = facesOf(window)->tabText(facesOf(window)->currentIndex()); });
    };
    QVERIFY(f.start(single));
    QTRY_VERIFY(first);
    QCOMPARE(*first, u"Grid"_s);
    QVERIFY(f.window->findChildren<VariantColumn *>().isEmpty());
}

void TestWindowStart::columnsThatNobodySeesAreNotMade()
{
    WindowFixture f;
    f.saved = {};
    QVERIFY(f.start());
    QCoreApplication::processEvents(); // what comes after the first picture
    QVERIFY(f.window->findChildren<VariantColumn *>().isEmpty());
    QVERIFY(f.clickTab(u"compareFaces"_s, u"Columns"_s));
    QCOMPARE(f.window->findChildren<VariantColumn *>().size(), 2);
    QVERIFY(f.column(0)->isVisible());
    QVERIFY(f.window->compare()->cases()->isVisible());
}

void TestWindowStart::columnsThatAreSeenAreInTheFirstPicture()
{
    WindowFixture f;
    f.saved = {};
    Experiment single = WindowFixture::experiment();
    single.cases.resize(1);
    const ColumnPaints paints;
    std::optional<int> painted;
    f.beforeShow = [&](MainWindow &window) {
        connect(&window, &MainWindow::firstPainted, &window, [&] { painted = paints.count; });
    };
    QVERIFY(f.start(single));
    QTRY_VERIFY(painted);
    QCOMPARE_GE(*painted, 2); // both of them
}

void TestWindowStart::aCommandMakesTheColumnsThatItNeeds_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("compare words") << Qt::Key_D;
    QTest::newRow("second column") << Qt::Key_2;
}

void TestWindowStart::aCommandMakesTheColumnsThatItNeeds()
{
    QFETCH(Qt::Key, key);
    WindowFixture f;
    f.saved = {};
    QVERIFY(f.start());
    QVERIFY(f.window->findChildren<VariantColumn *>().isEmpty());
    f.press(key, Qt::ControlModifier);
    QCOMPARE(f.window->findChildren<VariantColumn *>().size(), 2);
}

void TestWindowStart::columnsThatComeLateShowWhatHappenedBefore()
{
    WindowFixture f;
    f.saved = {};
    QVERIFY(f.start());
    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.engine.count(), 4);
    for (int i = 0; i < 4; ++i)
        f.engine.answer(i, u"answer %1"_s.arg(f.engine.at(i).request.key.variantIndex));
    QTRY_VERIFY(!f.window->session().isRunning());
    QCOMPARE(f.window->findChildren<VariantColumn *>().size(), 2); // under the grid
    QVERIFY(f.clickTab(u"compareFaces"_s, u"Columns"_s));
    QCOMPARE(f.window->findChildren<VariantColumn *>().size(), 4);
    QTRY_COMPARE(f.answer(0), u"answer 0"_s);
    QTRY_COMPARE(f.answer(1), u"answer 1"_s);
}

void TestWindowStart::theCurrentColumnIsInViewWhenTheyComeLate()
{
    WindowFixture f;
    f.saved = {};
    Experiment many = WindowFixture::experiment();
    for (int i = 0; i < 8; ++i)
        many.variants += many.variants.first();
    QVERIFY(f.start(many));
    auto *variant = f.window->findChild<QComboBox *>(u"samplingVariant"_s);
    QTest::keyClick(variant, Qt::Key_End);
    QCOMPARE(variant->currentIndex(), 9);
    QVERIFY(f.clickTab(u"compareFaces"_s, u"Columns"_s));
    const VariantColumn *last = f.column(9);
    QTRY_VERIFY(!last->visibleRegion().isEmpty());
}

TEMPERA_WINDOW_TEST(TestWindowStart)
#include "tst_windowstart.moc"
