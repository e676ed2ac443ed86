// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/counted.h"

#include <QCoreApplication>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

QString problems(std::int64_t count)
{
    return counted(QCoreApplication::translate("Test", "%n problem(s)", nullptr, countForm(count)), count);
}

} // namespace

class TestCounted : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void englishHasOneAndMany()
    {
        QCOMPARE(problems(0), u"0 problems"_s);
        QCOMPARE(problems(1), u"1 problem"_s);
        QCOMPARE(problems(2), u"2 problems"_s);
        QCOMPARE(problems(21), u"21 problems"_s);
    }

    void aTranslationIsLeftAlone() { QCOMPARE(counted(u"3 Fälle"_s, 3), u"3 Fälle"_s); }

    void formsOfCountsThatAnIntDoesNotHold()
    {
        QCOMPARE(countForm(1), 1);
        QCOMPARE(countForm(-1), 0);
        QCOMPARE(countForm(std::numeric_limits<std::int64_t>::max()), std::numeric_limits<int>::max());
        QCOMPARE(counted(u"%1 token(s)"_s, std::int64_t{1} << 32), u"%1 tokens"_s);
    }
};

QTEST_APPLESS_MAIN(TestCounted)
#include "tst_counted.moc"
