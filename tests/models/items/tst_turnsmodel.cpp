// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/turnsmodel.h"
#include "tests/models/session/sessionworld.h"

#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::SessionTesting;

namespace {

/// Two cases of one conversation, two variants.
Experiment experimentOfTurns()
{
    Experiment experiment = experimentOf({u"openai:chat:m"_s, u"openai:chat:n"_s}, {u"one"_s, u"two"_s});
    experiment.cases.changeEach([](Case &each) { each.other.insert(u"metadata"_s, QJsonObject{{u"conversationId"_s, u"c"_s}}); });
    return experiment;
}

} // namespace

class TestTurnsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conversationsAreRows()
    {
        World world;
        const Experiment experiment = experimentOfTurns();
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        world.session->follow(experiment);
        QTRY_COMPARE(world.engine.count(), 4);
        TurnsModel model(*world.session);
        const QAbstractItemModelTester tester(&model);
        const QList<TurnsModel::Column> columns{{u"m"_s, {1, 0, 0, 0}}, {u"n"_s, {1, 0, 1, 0}}};
        for (int i = 0; i < 4; ++i)
            world.engine.answer(i, u"answer %1"_s.arg(i), used(1, 1));
        waitForEnd(world, finished);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.show(experiment, columns);
        QCOMPARE(resets.count(), 1);
        QCOMPARE(model.rowCount(), 4); // two questions, two answers
        QCOMPARE(model.columnCount(), 2);
        QCOMPARE(model.headerData(0, Qt::Vertical, Qt::DisplayRole).toString(), u"1 · User"_s);
        QCOMPARE(model.headerData(3, Qt::Vertical, Qt::DisplayRole).toString(), u"4 · Assistant"_s);
        QCOMPARE(model.index(0, 0).data().toString(), u"Say one"_s);
        QCOMPARE(model.index(2, 1).data().toString(), u"Say two"_s);
        QVERIFY(model.index(0, 0).data(TurnsModel::SharedRole).toBool());
        QVERIFY(!model.index(1, 0).data(TurnsModel::SharedRole).toBool());
        QVERIFY(model.index(3, 1).data(TurnsModel::AnswerRole).toBool());
        QVERIFY(!model.placeOf(model.index(0, 0)));
        QCOMPARE(model.placeOf(model.index(1, 1)), (CellKey{0, 0, 1, 0}));
        QCOMPARE(model.placeOf(model.index(3, 0)), (CellKey{1, 0, 0, 0}));
        QVERIFY(model.showsCell(0, 0) && !model.showsCell(4, 9));
        model.show(experiment, columns); // nothing is new
        QCOMPARE(resets.count(), 1);
        model.show(experiment, {columns.first()});
        QCOMPARE(model.columnCount(), 1);
        model.show(experiment, {});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestTurnsModel)
#include "tst_turnsmodel.moc"
