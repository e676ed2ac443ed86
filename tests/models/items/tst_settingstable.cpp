// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/settingstablemodel.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Variant variantOf(const QString &id, std::optional<double> temperature)
{
    Variant variant;
    variant.endpoint = endpointFromId(id);
    variant.sampling.temperature = temperature;
    variant.sampling.topK = 40;
    return variant;
}

QStringList namesOf(const QList<SettingRow> &rows, bool onlyDifferences)
{
    QStringList names;
    for (const SettingRow &row : rows) {
        if (row.differs() || !onlyDifferences)
            names += row.name;
    }
    return names;
}

} // namespace

class TestSettingsTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsSayWhatIsSetSomewhere();
    void secretsAreNotShown();
    void largeSeedsAreWhole();
    void theTableLeavesOutWhatIsTheSame();
};

void TestSettingsTable::rowsSayWhatIsSetSomewhere()
{
    QList<Variant> variants{variantOf(u"local:mini"_s, 0.2), variantOf(u"local:mini"_s, std::nullopt)};
    variants[1].strict = true;
    variants[1].config.insert(u"provider"_s, QJsonObject{{u"order"_s, QJsonArray{u"a"_s}}});
    const QList<SettingRow> rows = settingRows(variants);
    QCOMPARE(namesOf(rows, false), (QStringList{u"Model"_s, u"temperature"_s, u"top_k"_s, u"Strict"_s, u"provider"_s}));
    QCOMPARE(namesOf(rows, true), (QStringList{u"temperature"_s, u"Strict"_s, u"provider"_s}));
    QCOMPARE(rows.at(1).values, (QStringList{u"0.2"_s, QString()}));
    QCOMPARE(rows.at(4).values.at(1), u"{\"order\":[\"a\"]}"_s);
    QVERIFY(settingRows({}).isEmpty());
    QVERIFY(namesOf(settingRows({variants.at(0)}), true).isEmpty());
}

void TestSettingsTable::secretsAreNotShown()
{
    Variant variant = variantOf(u"openai:chat:gpt-x"_s, 1);
    variant.config.insert(u"apiKey"_s, u"sk-0123456789abcdef0123"_s);
    variant.endpoint.baseUrl = QUrl(u"https://me:hidden@example.org/v1"_s);
    for (const SettingRow &row : settingRows({variant}))
        QVERIFY2(!row.values.join(u' ').contains(u"0123456789"_s) && !row.values.join(u' ').contains(u"hidden"_s),
                 qPrintable(row.name));
}

void TestSettingsTable::largeSeedsAreWhole()
{
    Variant variant = variantOf(u"local:mini"_s, 1);
    variant.sampling.seed = 18446744073709551615ULL;
    const QList<SettingRow> rows = settingRows({variant});
    const auto seed = std::ranges::find(rows, u"seed"_s, &SettingRow::name);
    QVERIFY(seed != rows.end());
    QCOMPARE(seed->values, QStringList{u"18446744073709551615"_s});
}

void TestSettingsTable::theTableLeavesOutWhatIsTheSame()
{
    SettingsTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setColumns({{u"then"_s, variantOf(u"local:mini"_s, 0.2)}, {u"now"_s, variantOf(u"local:mini"_s, std::nullopt)}});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.sameSettings(), 2);
    QCOMPARE(model.headerData(0, Qt::Vertical, Qt::DisplayRole).toString(), u"temperature"_s);
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"now"_s);
    QCOMPARE(model.index(0, 0).data().toString(), u"0.2"_s);
    QCOMPARE(model.index(0, 1).data().toString(), u"≠ not set"_s);
    QVERIFY(model.index(0, 1).data(SettingsTableModel::DiffersRole).toBool());
    QCOMPARE(model.index(0, 1).data(Qt::AccessibleTextRole).toString(), u"temperature of now: not set, differs"_s);
    model.setOnlyDifferences(false);
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(!model.index(0, 1).data(SettingsTableModel::DiffersRole).toBool());
}

QTEST_GUILESS_MAIN(TestSettingsTable)
#include "tst_settingstable.moc"
