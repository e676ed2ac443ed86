// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/localmodelsmodel.h"
#include "models/library/librarymodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

LibraryModel good(const QString &name)
{
    GgufFacts facts;
    facts.architecture = u"llama"_s;
    facts.quantization = u"Q8_0"_s;
    facts.parameters = 134'515'008;
    facts.contextTokens = 8'192;
    facts.hasTemplate = true;
    return {.name = name, .path = u"/models/%1.gguf"_s.arg(name), .bytes = 145'000'000, .facts = facts};
}

LibraryModel broken()
{
    LibraryModel model{.name = u"bad"_s, .path = u"/models/bad.gguf"_s, .bytes = 10};
    model.problem = failure(ErrorKind::ModelBroken, u"this is not a GGUF file"_s, model.path).error();
    return model;
}

QString value(const LibraryModel &model, const QString &title)
{
    for (const FactLine &line : factLines(model)) {
        if (line.title == title)
            return line.value;
    }
    return {};
}

} // namespace

class TestLibraryModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parametersAreCountedAsModelsAreNamed()
    {
        QCOMPARE(parameterCount(999), u"999"_s);
        QCOMPARE(parameterCount(1'500), u"1.5K"_s);
        QCOMPARE(parameterCount(134'515'008), u"135M"_s);
        QCOMPARE(parameterCount(999'600'000), u"1.0B"_s);
        QCOMPARE(parameterCount(1'720'574'976), u"1.7B"_s);
        QCOMPARE(parameterCount(70'553'706'496), u"71B"_s);
    }

    void facts()
    {
        LibraryModel model = good(u"mini"_s);
        QCOMPARE(factSummary(model), u"llama · 135M · Q8_0 · 8,192 tokens"_s);
        QCOMPARE(value(model, u"Licence"_s), u"not stated"_s);
        QCOMPARE(value(model, u"Chat template"_s), u"yes"_s);
        QCOMPARE(value(model, u"SHA-256"_s), QString());
        model.sha256 = "abc";
        QCOMPARE(value(model, u"SHA-256"_s), u"abc"_s);
        QCOMPARE(factSummary(broken()), u"Cannot be used: this is not a GGUF file"_s);
        QCOMPARE(value(broken(), u"Cannot be used"_s), u"this is not a GGUF file"_s);
        QCOMPARE(value(broken(), u"Architecture"_s), QString());
    }

    void rows()
    {
        LocalModelsModel rows;
        const QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(rows.rowCount(), 0);
        rows.setModels({good(u"a"_s), broken()});
        QCOMPARE(rows.rowCount(), 2);
        QCOMPARE(rows.index(0).data().toString(), u"a"_s);
        QCOMPARE(rows.index(0).data(LocalModelsModel::IdRole).toString(), u"local:a"_s);
        QVERIFY(!rows.index(0).data(LocalModelsModel::BrokenRole).toBool());
        QVERIFY(rows.index(1).data(LocalModelsModel::BrokenRole).toBool());
        QVERIFY(rows.index(1).data(Qt::AccessibleTextRole).toString().contains(u"not a GGUF file"_s));
        QVERIFY(!rows.data({}, Qt::DisplayRole).isValid());
    }

    void theSameFilesStayWhereTheyAre()
    {
        LocalModelsModel rows;
        const QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
        rows.setModels({good(u"a"_s), good(u"b"_s)});
        QSignalSpy reset(&rows, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&rows, &QAbstractItemModel::dataChanged);
        LibraryModel other = good(u"b"_s);
        other.bytes = 1;
        rows.setModels({good(u"a"_s), other});
        QCOMPARE(reset.count(), 0);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 1);
        rows.setHash(u"/models/a.gguf"_s, "feed");
        QCOMPARE(changed.count(), 2);
        QVERIFY(rows.index(0).data(Qt::ToolTipRole).toString().contains(u"feed"_s));
        rows.setHash(u"/gone.gguf"_s, "feed");
        rows.setHash(u"/models/a.gguf"_s, "feed");
        QCOMPARE(changed.count(), 2);
        rows.setModels({good(u"a"_s)});
        QCOMPARE(reset.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestLibraryModel)
#include "tst_librarymodel.moc"
