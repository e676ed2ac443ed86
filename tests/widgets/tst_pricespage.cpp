// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/pricechangesmodel.h"
#include "tests/support/pricelist.h"
#include "widgets/settings/pricespage.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

const QByteArray builtInPrices =
    "{\"as_of\": \"2026-11-10\", \"source\": \"built in\", \"providers\": {\"openai\": {\"hosts\": [\"api.openai.com\"],"
    " \"models\": {\"big\": {\"price\": {\"input\": 2, \"output\": 8}}}}}}";

const QByteArray publishedPrices =
    "{\"big\": {\"litellm_provider\": \"openai\", \"input_cost_per_token\": 3e-06, \"output_cost_per_token\": 8.01e-06},"
    "\"new\": {\"litellm_provider\": \"openai\", \"input_cost_per_token\": 1e-06, \"output_cost_per_token\": 2e-06}}";

/// The page over a catalog, driven by the keyboard.
struct Priced {
    Catalog catalog = Catalog::fromJson(builtInPrices, u"built in"_s).value();
    PriceList list;
    std::unique_ptr<PricesPage> page;

    Priced()
    {
        list.json = publishedPrices;
        list.builtIn = catalog;
        list.catalog = &catalog;
        page = std::make_unique<PricesPage>(list.access(), catalog, QDate(2026, 11, 29));
        page->show();
    }

    template<typename Widget>
    Widget *child(const QString &name)
    {
        return page->findChild<Widget *>(name);
    }
    void press(const QString &name)
    {
        auto *button = child<QPushButton>(name);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }
    [[nodiscard]] int rows() const { return page->table()->model()->rowCount(); }
};

} // namespace

class TestPricesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsAskedUnlessWished()
    {
        Priced f;
        QVERIFY(f.list.asked.isEmpty());
        QVERIFY(!f.child<QPushButton>(u"pricesTake"_s)->isEnabled());
        QVERIFY(!f.child<QPushButton>(u"pricesBack"_s)->isEnabled());
    }

    void changesAreSeenTakenAndTakenBack()
    {
        Priced f;
        const QAbstractItemModelTester tester(f.page->table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        f.press(u"pricesLookUp"_s);
        QTRY_COMPARE(f.rows(), 4);
        QVERIFY(f.list.taken.isEmpty());
        const QAbstractItemModel *model = f.page->table()->model();
        QCOMPARE(model->index(0, PriceChangesModel::BeforeColumn).data().toString(), u"$2.00"_s);
        QCOMPARE(model->index(0, PriceChangesModel::NowColumn).data().toString(), u"$3.00"_s);
        QVERIFY(model->index(0, 0).data(PriceChangesModel::LargeRole).toBool());
        QVERIFY(!model->index(1, 0).data(PriceChangesModel::LargeRole).toBool());          // an eighth of a hundredth
        QCOMPARE(model->index(2, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked)); // nobody knows that model
        f.press(u"pricesTake"_s);
        QCOMPARE(f.list.taken.size(), 2);
        QCOMPARE(f.list.taken.first().on, QDate(2026, 11, 29));
        QCOMPARE(f.catalog.find(endpointFromId(u"openai:chat:big"_s))->price.inputPerMillion, Money::fromDollars(3));
        QCOMPARE(f.rows(), 2);
        f.press(u"pricesBack"_s);
        QVERIFY(f.list.taken.isEmpty());
        QCOMPARE(f.catalog.find(endpointFromId(u"openai:chat:big"_s))->price.inputPerMillion, Money::fromDollars(2));
        QVERIFY(!f.child<QPushButton>(u"pricesBack"_s)->isEnabled());
    }

    void oneIsChosenByTheKeyboard()
    {
        Priced f;
        f.press(u"pricesLookUp"_s);
        QTRY_COMPARE(f.rows(), 4);
        f.page->table()->setFocus();
        f.page->table()->setCurrentIndex(f.page->table()->model()->index(0, 0));
        QTest::keyClick(f.page->table(), Qt::Key_Space); // no longer
        f.press(u"pricesTake"_s);
        QCOMPARE(f.list.taken.size(), 1);
        QCOMPARE(f.list.taken.first().kind, PriceKind::Output);
        auto *all = f.child<QCheckBox>(u"pricesAll"_s);
        all->setFocus();
        QTest::keyClick(all, Qt::Key_Space);
        f.press(u"pricesTake"_s);
        QCOMPARE(f.list.taken.size(), 4);
        QCOMPARE(f.rows(), 0);
    }

    void anotherAddressIsKept()
    {
        Priced f;
        auto *address = f.child<QLineEdit>(u"pricesAddress"_s);
        address->setFocus();
        address->selectAll();
        QTest::keyClicks(address, u"https://example.org/prices.json"_s);
        f.press(u"pricesLookUp"_s);
        QTRY_COMPARE(f.rows(), 4);
        QCOMPARE(f.list.asked, QList<QUrl>{QUrl(u"https://example.org/prices.json"_s)});
        QCOMPARE(f.list.source, QUrl(u"https://example.org/prices.json"_s));
    }

    void theMachineHasAPriceOfItsOwn()
    {
        Priced f;
        QCOMPARE(f.page->tariff(), MachineTariff());
        const MachineTariff tariff{Money::fromDollars(0.5), 65, Money::fromDollars(0.3)};
        f.page->setTariff(tariff);
        QCOMPARE(f.page->tariff(), tariff);
    }

    void whatGoesWrongIsTold()
    {
        Priced f;
        f.list.json = failure(ErrorKind::Timeout, u"no answer within 60 s"_s);
        f.press(u"pricesLookUp"_s);
        QTRY_VERIFY(f.child<QLabel>(u"pricesState"_s)->text().contains(u"60 s"_s));
        QCOMPARE(f.rows(), 0);
        f.list.json = publishedPrices;
        f.list.fault = failure(ErrorKind::File, u"the disk is full"_s).error();
        f.press(u"pricesLookUp"_s);
        QTRY_COMPARE(f.rows(), 4);
        QSignalSpy failed(f.page.get(), &PricesPage::failed);
        f.press(u"pricesTake"_s);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(f.rows(), 4);
    }
};

QTEST_MAIN(TestPricesPage)
#include "tst_pricespage.moc"
