// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/numbertext.h"
#include "models/items/unsettext.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

const QLocale german(QLocale::German, QLocale::Germany);
const QLocale chinese(QLocale::Chinese, QLocale::China);
const QLocale english(QLocale::English, QLocale::UnitedStates);
const QLocale french(QLocale::French, QLocale::France);
const QLocale swiss(QLocale::German, QLocale::Switzerland);

} // namespace

class NumberTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reals_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("number");
        const auto row = [](const QString &text, double number) { QTest::newRow(qPrintable(text)) << text << number; };
        row(u"0.2"_s, 0.2);
        row(u"0,2"_s, 0.2);
        row(u".35"_s, 0.35);
        row(u",35"_s, 0.35);
        row(u"1.250"_s, 1.25);
        row(u"1,250"_s, 1.25);
        row(u"7"_s, 7);
        row(u"7."_s, 7);
        row(u"-1"_s, -1);
        row(u"−1.5"_s, -1.5);
        row(u"+0.5"_s, 0.5);
        row(u"1e-3"_s, 0.001);
        row(u"2,5E-1"_s, 0.25);
        row(u" 0.5 "_s, 0.5);
        row(u"０．３５"_s, 0.35);
        row(u"０。３５"_s, 0.35);
        row(u"٠٫٥"_s, 0.5);
        row(u"0.1234567890123456"_s, 0.1234567890123456);
    }
    /// Whatever the language, since settings are copied from everywhere.
    void reals()
    {
        QFETCH(const QString, text);
        QFETCH(const double, number);
        for (const QLocale &locale : {QLocale::c(), german, chinese, english, french, swiss})
            QCOMPARE(realFromText(text, locale), number);
    }

    void noReals()
    {
        for (const QString &text :
             {u""_s, u"-"_s, u"."_s, u"1e"_s, u"hot"_s, u"0x10"_s, u"1e999"_s, u"1 + 1"_s, u"nan"_s, u"inf"_s})
            QVERIFY2(!realFromText(text, german), qPrintable(text));
        QCOMPARE(realFromText(u"1.250,5"_s, german), 1250.5);
        QCOMPARE(realFromText(u"1,250.5"_s, english), 1250.5);
        QVERIFY(!realFromText(u"1.250,5"_s, english));
        QVERIFY(!realFromText(u"1.2.3"_s, german));
    }

    void wholes()
    {
        QCOMPARE(wholeFromText(u"1000"_s, german), 1000);
        QCOMPARE(wholeFromText(u"1.000"_s, german), 1000);
        QCOMPARE(wholeFromText(u"1,000"_s, chinese), 1000);
        QCOMPARE(wholeFromText(u"1 000"_s, french), 1000);
        QCOMPARE(wholeFromText(u"1’000"_s, swiss), 1000);
        QCOMPARE(wholeFromText(u"1.000.000"_s, german), 1'000'000);
        QCOMPARE(wholeFromText(u"１２"_s, chinese), 12);
        QCOMPARE(wholeFromText(u"1e3"_s, english), 1000);
        QCOMPARE(wholeFromText(u"-1"_s, german), -1);
        for (const QString &text : {u""_s, u"1.5"_s, u"1,5"_s, u"1,000"_s, u"1.00"_s, u"1.0000"_s, u"1e-3"_s})
            QVERIFY2(!wholeFromText(text, german), qPrintable(text));
        QVERIFY(!wholeFromText(u"1.000"_s, english)); // is it one?
    }

    void seeds()
    {
        QCOMPARE(seedFromText(u"18446744073709551615"_s, german), std::numeric_limits<std::uint64_t>::max());
        QCOMPARE(seedFromText(u"9007199254740993"_s, german), 9007199254740993U);
        QVERIFY(!seedFromText(u"18446744073709551616"_s, german));
        QVERIFY(!seedFromText(u"-1"_s, german));
        QVERIFY(!seedFromText(u""_s, german));
    }

    void everyPrefixOfANumberMayBecomeOne()
    {
        for (const QString &text : {u"0.35"_s, u"-1"_s, u"1e-3"_s, u"１．５"_s, u"1.000.000"_s}) {
            for (qsizetype i = 0; i <= text.size(); ++i)
                QVERIFY2(mayBecomeNumber(text.first(i)), qPrintable(text.first(i)));
        }
        for (const QString &text : {u"x"_s, u"1x"_s, u"--"_s, u"1-"_s, u"1ee"_s})
            QVERIFY2(!mayBecomeNumber(text), qPrintable(text));
    }

    void thereAndBack()
    {
        for (const double number : {0.0, 0.1, 0.2, 0.30000000000000004, 1.0 / 3, 7.0, -1.0, 0.001, 1e-7, 1e-9, 123456789.0,
                                    2147483647.0, 1e15, 1e300, 5e-324}) {
            for (const QLocale &locale : {QLocale::c(), german, chinese, english, french, swiss})
                QCOMPARE(realFromText(numberToText(number, locale), locale), number);
        }
        QCOMPARE(numberToText(0.35, german), u"0,35"_s);
        QCOMPARE(numberToText(0.35, chinese), u"0.35"_s);
        QCOMPARE(numberToText(2147483647, german), u"2147483647"_s);
        QCOMPARE(numberToText(0.00001, QLocale::c()), u"0.00001"_s);
    }

    void whatHoldsWithout()
    {
        for (const Parameter parameter : allParameters()) {
            QVERIFY(unsetText(parameter, EndpointKind::Local, german).startsWith(u"default: "_s));
            QCOMPARE(unsetText(parameter, EndpointKind::Remote, german), u"default"_s);
            QVERIFY(unsetSentence(parameter, EndpointKind::Local, german).endsWith(u'.'));
        }
        QCOMPARE(unsetText(Parameter::DryBase, EndpointKind::Local, german), u"default: 1,75"_s);
        QCOMPARE(unsetText(Parameter::MaxTokens, EndpointKind::Local, german), u"default: 512"_s);
        QCOMPARE(unsetText(Parameter::TopK, EndpointKind::Local, german), u"default: all"_s);
    }
};

QTEST_APPLESS_MAIN(NumberTextTest)
#include "tst_numbertext.moc"
