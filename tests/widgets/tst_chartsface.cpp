// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/picture.h"
#include "tests/widgets/windowfixture.h"

#include "models/items/charttablemodel.h"
#include "models/items/confusionmodel.h"
#include "models/items/fieldsmodel.h"
#include "widgets/charts/chartsface.h"
#include "widgets/charts/chartview.h"
#include "widgets/charts/confusionpage.h"
#include "widgets/charts/fieldspage.h"
#include "widgets/common/appearance.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/filterbar.h"
#include "widgets/compare/gridface.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// The window with an answered run, at its charts. "mini cool" is right twice; "mini warm" says Paris for Japan too.
struct ChartedWindow {
    WindowFixture f;
    ChartsFace *face = nullptr;
    GridFace *grid = nullptr;

    [[nodiscard]] bool start(const Experiment &experiment = WindowFixture::experiment())
    {
        f.saved = {};
        if (!f.start(experiment))
            return false;
        QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
        int next = 0;
        const bool isAnswered = QTest::qWaitFor([this, &next] {
            for (; next < f.engine.count(); ++next) {
                const CellKey key = f.engine.at(next).request.key;
                f.engine.answer(next, answerTo(key));
            }
            return next == 4 && !f.window->session().isRunning();
        });
        grid = f.window->compare()->grid();
        f.press(Qt::Key_0, Qt::AltModifier);
        face = f.window->compare()->findChild<ChartsFace *>();
        return isAnswered && face;
    }

    /// What the engine says.
    std::function<QString(const CellKey &)> answerTo = [](const CellKey &key) {
        return key.caseIndex == 0 || key.variantIndex == 1 ? u"It is Paris."_s : u"Tokyo"_s;
    };

    /// Chooses a kind of chart by its keys.
    void choose(int kind) const
    {
        auto *kinds = face->findChild<QComboBox *>(u"chartKind"_s);
        kinds->setFocus();
        QTest::keyClick(kinds, Qt::Key_Home);
        for (int i = 0; i < kind; ++i)
            QTest::keyClick(kinds, Qt::Key_Down);
    }

    [[nodiscard]] QStringList shownCases() const
    {
        QStringList titles;
        for (int row = 0; row < grid->table()->model()->rowCount(); ++row)
            titles += grid->table()->model()->headerData(row, Qt::Vertical).toString();
        return titles;
    }
};

} // namespace

class TestChartsFace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksAreWalkedAndShowTheirCells();
    void theTableSaysTheSame();
    void timesAndScoresAreFiltered();
    void casesAreGroupedByWhatIsTyped();
    void checksAreReadFromTheBodies();
    void pastRunsAreCompared();
    void confusionShowsItsCells();
    void fieldsShowTheirCells();
    void casesAreGroupedByMetadata();
    void nothingYetSaysSo();
    void itIsPaintedLightAndDark();
    void marksAtOnePlaceAreAllReached();
    void everythingHasAName();
};

void TestChartsFace::marksAreWalkedAndShowTheirCells()
{
    ChartedWindow w;
    QVERIFY(w.start());
    QVERIFY(w.face->view()->hasFocus());
    QTRY_COMPARE(w.face->view()->chart().series.size(), 2);
    QVERIFY(!w.face->view()->current().isValid());
    w.f.press(Qt::Key_Down);
    QVERIFY2(w.face->view()->accessibleDescription().contains(u"A · mini cool · Pass rate: 100 %"_s),
             qPrintable(w.face->view()->accessibleDescription()));
    w.f.press(Qt::Key_Down);
    QVERIFY2(w.face->view()->accessibleDescription().contains(u"B · mini warm · Pass rate: 50 %"_s),
             qPrintable(w.face->view()->accessibleDescription()));
    w.f.press(Qt::Key_Down); // there are no more
    QCOMPARE(w.face->view()->current(), (ChartPlace{1, 0}));
    QCOMPARE(w.face->table()->currentIndex().row(), 1);
    w.f.press(Qt::Key_Home);
    QCOMPARE(w.face->view()->current(), (ChartPlace{0, 0}));
    w.f.press(Qt::Key_End);
    w.f.press(Qt::Key_Return);
    QCOMPARE(w.grid->filter()->text(), u"variant = \"mini warm\""_s);
    QTRY_VERIFY(w.grid->table()->hasFocus());
    QTRY_COMPARE(w.shownCases(), (QStringList{u"France"_s, u"Japan"_s}));
}

void TestChartsFace::theTableSaysTheSame()
{
    ChartedWindow w;
    QVERIFY(w.start());
    const QAbstractItemModelTester tester(w.face->table()->model());
    QTRY_COMPARE(w.face->table()->model()->rowCount(), 2);
    w.face->table()->setFocus();
    w.face->table()->setCurrentIndex(w.face->table()->model()->index(0, 0));
    w.f.press(Qt::Key_Down);
    QCOMPARE(w.face->view()->current(), (ChartPlace{1, 0}));
    w.f.press(Qt::Key_C, Qt::ControlModifier);
    QVERIFY2(QGuiApplication::clipboard()->text().contains(u"B · mini warm\t50 %"_s),
             qPrintable(QGuiApplication::clipboard()->text()));
    w.f.press(Qt::Key_Return);
    QCOMPARE(w.grid->filter()->text(), u"variant = \"mini warm\""_s);
}

void TestChartsFace::timesAndScoresAreFiltered()
{
    ChartedWindow w;
    QVERIFY(w.start());
    w.choose(4); // scores
    QTRY_COMPARE(w.face->view()->chart().title, u"Scores"_s);
    w.f.press(Qt::Key_0, Qt::AltModifier);
    w.f.press(Qt::Key_Home);
    w.f.press(Qt::Key_Return);
    QCOMPARE(w.grid->filter()->text(), u"variant = \"mini warm\" score >= 0 score < 0.1"_s);
    QTRY_COMPARE(w.shownCases(), QStringList{u"Japan"_s});
}

void TestChartsFace::casesAreGroupedByWhatIsTyped()
{
    ChartedWindow w;
    QVERIFY(w.start());
    w.choose(6);
    auto *variable = w.face->findChild<QComboBox *>(u"chartVariable"_s);
    QVERIFY(variable->isVisible());
    QCOMPARE(variable->currentText(), u"country"_s);
    QTRY_COMPARE(w.face->view()->chart().y.ticks.size(), 2);
    auto *pattern = w.face->findChild<QLineEdit *>(u"chartPattern"_s);
    pattern->setFocus();
    QTest::keyClicks(pattern, u"^J"_s);
    QTest::keyClick(pattern, Qt::Key_Return);
    QTRY_COMPARE(w.face->view()->chart().y.ticks.first().text, u"with /^J/"_s);
    w.f.press(Qt::Key_0, Qt::AltModifier);
    w.f.press(Qt::Key_Home);
    w.f.press(Qt::Key_Return);
    QCOMPARE(w.grid->filter()->text(), u"variant = \"mini cool\" var:country ~ /^J/"_s);
    QTRY_COMPARE(w.shownCases(), QStringList{u"Japan"_s});
}

void TestChartsFace::checksAreReadFromTheBodies()
{
    ChartedWindow w;
    QVERIFY(w.start());
    w.choose(5);
    QTRY_COMPARE(w.face->view()->chart().title, u"Pass rate by check"_s);
    QCOMPARE(w.face->table()->model()->rowCount(), 6); // three checks × two variants
    QCOMPARE(w.face->view()->chart().y.ticks.last().text, u"icontains"_s);
    w.f.press(Qt::Key_0, Qt::AltModifier);
    w.f.press(Qt::Key_End);
    w.f.press(Qt::Key_Return);
    QCOMPARE(w.grid->filter()->text(), u"variant = \"mini warm\" (check:icontains = passed or check:icontains = failed)"_s);
    QTRY_COMPARE(w.shownCases(), QStringList{u"Japan"_s});
}

void TestChartsFace::pastRunsAreCompared()
{
    ChartedWindow w;
    QVERIFY(w.start());
    w.choose(9);
    QTRY_COMPARE(w.face->table()->model()->rowCount(), 1);
    QCOMPARE(w.face->table()->model()->index(0, 1).data().toString(), u"75 %"_s); // 3 of 4
    w.f.press(Qt::Key_0, Qt::AltModifier);
    w.f.press(Qt::Key_Home);
    w.f.press(Qt::Key_Return); // its cells are those of a run: there is no filter for them
    QVERIFY(w.face->isVisible());
    QCOMPARE(w.grid->filter()->text(), QString());
}

void TestChartsFace::confusionShowsItsCells()
{
    ChartedWindow w;
    QVERIFY(w.start());
    w.choose(10);
    QTableView *matrix = w.face->confusion()->table();
    QTRY_COMPARE(matrix->model()->rowCount(), 2);
    const QAbstractItemModelTester tester(matrix->model());
    auto *variants = w.face->findChild<QComboBox *>(u"confusionVariant"_s);
    variants->setFocus();
    QTest::keyClick(variants, Qt::Key_Down);
    QCOMPARE(variants->currentText(), u"B · mini warm"_s);
    const QAbstractItemModel &model = *matrix->model();
    QCOMPARE(model.headerData(0, Qt::Vertical).toString(), u"Paris"_s);
    QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), u"tokyo"_s);
    QCOMPARE(model.index(0, 0).data().toString(), u"1"_s);
    QCOMPARE(model.index(1, 0).data().toString(), u"1"_s); // Japan is said to have Paris
    QCOMPARE(model.index(1, 1).data().toString(), u"0"_s);
    QCOMPARE(model.index(1, 0).data(ConfusionModel::ShareRole).toDouble(), 1.0);
    auto *summary = w.face->findChild<QLabel *>(u"confusionSummary"_s);
    QVERIFY2(summary->text().contains(u"Accuracy (micro F1) 50 %"_s), qPrintable(summary->text()));
    w.f.press(Qt::Key_0, Qt::AltModifier);
    QVERIFY(matrix->hasFocus());
    w.f.press(Qt::Key_Home, Qt::ControlModifier);
    w.f.press(Qt::Key_Down);
    w.f.press(Qt::Key_Return);
    QVERIFY2(w.grid->filter()->text().startsWith(u"variant = \"mini warm\" done expected = tokyo answer ~ /"_s),
             qPrintable(w.grid->filter()->text()));
    QTRY_COMPARE(w.shownCases(), QStringList{u"Japan"_s});
    QTRY_VERIFY(w.grid->table()->hasFocus());
}

void TestChartsFace::fieldsShowTheirCells()
{
    Experiment experiment = WindowFixture::experiment();
    experiment.cases.changeEach([](Case &aCase) {
        const bool isFrance = aCase.description == "France"_L1;
        aCase.checks = {CheckSpec()};
        aCase.checks[0].type = u"equals"_s;
        aCase.checks[0].value =
            QJsonObject{{u"country"_s, aCase.description}, {u"capital"_s, isFrance ? u"Paris"_s : u"Tokyo"_s}};
    });
    ChartedWindow w;
    w.answerTo = [](const CellKey &key) {
        const QString country = key.caseIndex == 0 ? u"France"_s : u"Japan"_s;
        return key.variantIndex == 1 && key.caseIndex == 1 ? u"{\"country\": \"Japan\"}"_s
                                                           : u"{\"country\": \"%1\", \"capital\": \"Paris\"}"_s.arg(country);
    };
    QVERIFY(w.start(experiment));
    w.choose(11);
    QTableView *fields = w.face->fields()->table();
    QTRY_COMPARE(fields->model()->rowCount(), 3);
    const QAbstractItemModelTester tester(fields->model());
    const QAbstractItemModel &model = *fields->model();
    QCOMPARE(model.headerData(0, Qt::Vertical).toString(), u"capital"_s);
    QCOMPARE(model.index(0, FieldsModel::Right).data().toString(), u"1"_s);
    QCOMPARE(model.index(0, FieldsModel::Wrong).data().toString(), u"1"_s);
    QCOMPARE(model.index(0, FieldsModel::Ungrounded).data().toString(), u"2"_s); // no country tells its capital
    QCOMPARE(model.index(1, FieldsModel::Ungrounded).data().toString(), u"0"_s);
    auto *variants = w.face->findChild<QComboBox *>(u"fieldsVariant"_s);
    variants->setFocus();
    QTest::keyClick(variants, Qt::Key_Down);
    QCOMPARE(variants->currentText(), u"B · mini warm"_s);
    QCOMPARE(model.index(0, FieldsModel::Missing).data().toString(), u"1"_s);
    w.f.press(Qt::Key_0, Qt::AltModifier);
    QVERIFY(fields->hasFocus());
    w.f.press(Qt::Key_Home, Qt::ControlModifier);
    w.f.press(Qt::Key_Right);
    w.f.press(Qt::Key_Right); // missing
    w.f.press(Qt::Key_Return);
    QCOMPARE(w.grid->filter()->text(), u"variant = \"mini warm\" done field:capital = missing"_s);
    QTRY_COMPARE(w.shownCases(), QStringList{u"Japan"_s});
    QTRY_VERIFY(w.grid->table()->hasFocus());
}

void TestChartsFace::casesAreGroupedByMetadata()
{
    Experiment experiment = WindowFixture::experiment();
    experiment.cases[0].other.insert(u"metadata"_s, QJsonObject{{u"continent"_s, u"Europe"_s}});
    experiment.cases[1].other.insert(u"metadata"_s, QJsonObject{{u"continent"_s, u"Asia"_s}});
    ChartedWindow w;
    QVERIFY(w.start(experiment));
    w.choose(7);
    auto *key = w.face->findChild<QComboBox *>(u"chartVariable"_s);
    QVERIFY(key->isVisible());
    QCOMPARE(key->currentText(), u"continent"_s);
    QTRY_COMPARE(w.face->view()->chart().title, u"Pass rate by continent"_s);
    QTRY_COMPARE(w.face->view()->chart().y.ticks.size(), 2);
    w.f.press(Qt::Key_0, Qt::AltModifier);
    w.f.press(Qt::Key_End);
    w.f.press(Qt::Key_Return);
    QVERIFY2(w.grid->filter()->text().contains(u"meta:continent = "_s), qPrintable(w.grid->filter()->text()));
    QTRY_COMPARE(w.shownCases().size(), 1);
}

void TestChartsFace::nothingYetSaysSo()
{
    WindowFixture f;
    f.saved = {};
    QVERIFY(f.start());
    QVERIFY(!f.window->compare()->findChild<ChartsFace *>()); // nobody has looked
    f.press(Qt::Key_0, Qt::AltModifier);
    auto *face = f.window->compare()->findChild<ChartsFace *>();
    QVERIFY(face);
    QTRY_COMPARE(face->view()->accessibleDescription(), u"No cell has been checked yet."_s);
    f.press(Qt::Key_Down);
    f.press(Qt::Key_Return);
    QVERIFY(face->isVisible());
}

void TestChartsFace::itIsPaintedLightAndDark()
{
    ChartedWindow w;
    QVERIFY(w.start());
    QTRY_COMPARE(w.face->view()->chart().series.size(), 2);
    const QImage light = w.face->view()->grab().toImage();
    applyColourScheme(ColourScheme::Dark);
    QTRY_VERIFY(isDark(w.face->view()->palette()));
    const QImage dark = w.face->view()->grab().toImage();
    applyColourScheme(ColourScheme::System);
    QVERIFY(qGray(light.pixel(3, 3)) > 200);
    QVERIFY(qGray(dark.pixel(3, 3)) < 80);
    // The marks are where they are clicked.
    ChartPlace found;
    QPoint place;
    for (int y = 0; y < w.face->view()->height() && found != ChartPlace{1, 0}; y += 2) {
        for (int x = 0; x < w.face->view()->width() && found != ChartPlace{1, 0}; x += 2) {
            place = {x, y};
            found = w.face->view()->markAt(place);
        }
    }
    QCOMPARE(found, (ChartPlace{1, 0}));
    QTest::mouseClick(w.face->view(), Qt::LeftButton, {}, place);
    QCOMPARE(w.grid->filter()->text(), u"variant = \"mini warm\""_s);
}

void TestChartsFace::marksAtOnePlaceAreAllReached()
{
    ChartedWindow w;
    QVERIFY(w.start());
    ChartView *view = w.face->view();
    QTRY_COMPARE(view->chart().series.size(), 2); // what comes of the run is there, and not to come
    ChartData chart;
    chart.title = u"Cost against quality"_s;
    chart.heads = {u"Variant"_s};
    for (int i = 0; i < 3; ++i) {
        ChartSeries series;
        series.title = u"v%1"_s.arg(i);
        series.sign = variantMark(i);
        series.marks = {ChartMark{.x = 0.5, .y = 0.5, .fields = {series.title}, .filter = {}}};
        chart.series += series;
    }
    view->setChart(chart);
    view->setFocus();
    QSet<int> reached;
    for (int i = 0; i < 3; ++i) {
        w.f.press(Qt::Key_Right);
        const ChartPlace at = view->current();
        reached.insert(at.series);
        QCOMPARE(view->markAt(view->positionOf(at)), at); // the pointer reaches it too
        QVERIFY2(view->accessibleDescription().endsWith(u"3 here: A · v0; B · v1; C · v2"_s),
                 qPrintable(view->accessibleDescription()));
    }
    QCOMPARE(reached.size(), 3);
    keepPicture(w.f.window.get(), u"marks"_s);
}

void TestChartsFace::everythingHasAName()
{
    ChartedWindow w;
    QVERIFY(w.start());
    for (int kind = 0; kind < 12; ++kind) {
        w.choose(kind);
        const QList<QWidget *> all = w.face->findChildren<QWidget *>();
        for (const QWidget *widget : all) {
            if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus && !qobject_cast<const QAbstractButton *>(widget)
                && !widget->objectName().startsWith(u"qt_"_s))
                QVERIFY2(!widget->accessibleName().isEmpty(),
                         qPrintable(widget->objectName() + QLatin1StringView(widget->metaObject()->className())));
        }
    }
}

TEMPERA_WINDOW_TEST(TestChartsFace)
#include "tst_chartsface.moc"
