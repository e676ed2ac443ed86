// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/changeshares.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestChangeShares : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreCounted_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("now");
        QTest::addColumn<double>("kept");
        QTest::addColumn<double>("changed");
        QTest::addColumn<double>("removed");
        QTest::addColumn<double>("added");
        const auto add = [](const char *name, const QString &before, const QString &now, double kept, double changed,
                            double removed,
                            double added) { QTest::newRow(name) << before << now << kept << changed << removed << added; };
        const QString ten = u"one two three four five six seven eight nine ten"_s;
        add("the same", ten, ten, 1, 0, 0, 0);
        add("one word is another", ten, u"one two three four FIVE six seven eight nine ten"_s, 0.9, 0.1, 0, 0);
        add("two are gone", ten, u"one two three six seven eight nine ten"_s, 0.8, 0, 0.2, 0);
        add("two came in", ten, ten + u" eleven twelve"_s, 1, 0, 0, 2.0 / 12);
        add("nothing in common", u"one two"_s, u"three four five six"_s, 0, 1, 0, 0.5);
        add("nothing is left", ten, QString(), 0, 0, 1, 0);
        add("signs do not count", u"Well, yes!"_s, u"Well; yes."_s, 1, 0, 0, 0);
        add("one character a word", u"我喜欢猫"_s, u"我喜欢狗"_s, 0.75, 0.25, 0, 0);
        const QString first = u"Wash the rice well under cold water."_s;
        const QString rest = u"Bring the water to a boil. Cover the pot and wait for twenty minutes before you open it."_s;
        add("what moved is kept", first + u'\n' + rest, rest + u'\n' + first, 1, 0, 0, 0);
    }

    void wordsAreCounted()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, now);
        QFETCH(const double, kept);
        QFETCH(const double, changed);
        QFETCH(const double, removed);
        QFETCH(const double, added);
        const std::optional<ChangeShares> shares = changeShares(before, now);
        QVERIFY(shares);
        const auto isNear = [](double a, double b) { return std::abs(a - b) < 1e-12; };
        QVERIFY2(isNear(shares->kept, kept) && isNear(shares->changed, changed) && isNear(shares->removed, removed)
                     && isNear(shares->added, added),
                 qPrintable(u"%1 %2 %3 %4"_s.arg(shares->kept).arg(shares->changed).arg(shares->removed).arg(shares->added)));
    }

    void withoutWordsNothingIsKnown()
    {
        QVERIFY(!changeShares(QString(), u"a word"_s));
        QVERIFY(!changeShares(u"?!"_s, u"a word"_s));
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!changeShares(u"one two"_s, u"one"_s, stop.get_token()));
    }
};

QTEST_GUILESS_MAIN(TestChangeShares)
#include "tst_changeshares.moc"
