// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checkkinds.h"
#include "models/experiment/checktypes.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

CheckSpec spec(const QString &type, const QJsonValue &value = {}, std::optional<double> threshold = {})
{
    CheckSpec check;
    check.type = type;
    check.value = value;
    check.threshold = threshold;
    return check;
}

} // namespace

class TestCheckKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKnownTypeHasWords();
    void sentences_data();
    void sentences();
    void problems_data();
    void problems();
    void valuesComeBack_data();
    void valuesComeBack();
    void aTextThatLooksLikeJsonStaysText();
    void ranges();
};

void TestCheckKinds::everyKnownTypeHasWords()
{
    QStringList types;
    for (const CheckKind &kind : checkKinds()) {
        types += kind.type;
        QVERIFY2(!kind.title.isEmpty() && !kind.explanation.isEmpty(), qPrintable(kind.type));
        QVERIFY(kind.holds != kind.holdsNot);
        QCOMPARE(kind.threshold == CheckThreshold::None, kind.thresholdTitle.isEmpty());
        for (const QString &type : {kind.type, QString(u"not-"_s + kind.type)}) {
            // A check that was just added says nothing technical.
            for (const QJsonValue &nothing : {QJsonValue(), QJsonValue(QJsonValue::Undefined), QJsonValue(QString())}) {
                const QString sentence = checkSentence(spec(type, nothing));
                QVERIFY2(!sentence.contains(u"null"_s) && !sentence.contains(u"%1"_s) && !sentence.isEmpty(),
                         qPrintable(sentence));
            }
        }
    }
    QStringList known = knownCheckTypes();
    known.sort();
    types.sort();
    QCOMPARE(types, known);
}

void TestCheckKinds::sentences_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("text") << u"contains"_s << QJsonValue(u"Paris"_s) << u"The answer contains “Paris”"_s;
    QTest::newRow("turned round") << u"not-contains"_s << QJsonValue(u"a\nb"_s) << u"The answer does not contain “a b”"_s;
    QTest::newRow("nothing yet") << u"contains"_s << QJsonValue() << u"The answer contains …"_s;
    QTest::newRow("list") << u"contains-any"_s << QJsonValue(QJsonArray{u"a"_s, 2}) << u"The answer contains one of “a”, “2”"_s;
    QTest::newRow("commas") << u"contains-all"_s << QJsonValue(u"a, \"b, c\""_s) << u"The answer contains all of “a”, “b, c”"_s;
    QTest::newRow("JSON") << u"is-json"_s << QJsonValue() << u"The answer is JSON"_s;
    QTest::newRow("a schema") << u"is-json"_s << QJsonValue(QJsonObject{{u"type"_s, u"object"_s}})
                              << u"The answer is JSON that follows the schema"_s;
    QTest::newRow("range") << u"word-count"_s << QJsonValue(QJsonObject{{u"min"_s, 2}, {u"max"_s, 5}})
                           << u"The answer has 2–5 words"_s;
    QTest::newRow("at most") << u"word-count"_s << QJsonValue(QJsonObject{{u"max"_s, 5}}) << u"The answer has at most 5 words"_s;
    QTest::newRow("exactly") << u"word-count"_s << QJsonValue(u"7"_s) << u"The answer has 7 words"_s;
    QTest::newRow("not ours") << u"python"_s << QJsonValue(u"x"_s) << u"“python”: not supported by this version"_s;
    QTest::newRow("percent") << u"contains"_s << QJsonValue(u"%1 %2"_s) << u"The answer contains “%1 %2”"_s;
}

void TestCheckKinds::sentences()
{
    QFETCH(QString, type);
    QFETCH(QJsonValue, value);
    QFETCH(QString, sentence);
    QCOMPARE(checkSentence(spec(type, value)), sentence);
}

void TestCheckKinds::problems_data()
{
    QTest::addColumn<CheckSpec>("check");
    QTest::addColumn<bool>("isComplete");
    QTest::newRow("a text") << spec(u"contains"_s, u"x"_s) << true;
    QTest::newRow("no text") << spec(u"contains"_s) << false;
    QTest::newRow("an empty text") << spec(u"contains"_s, u""_s) << false;
    QTest::newRow("an empty answer is expected") << spec(u"equals"_s, u""_s) << true;
    QTest::newRow("any JSON") << spec(u"is-json"_s) << true;
    QTest::newRow("no milliseconds") << spec(u"latency"_s) << false;
    QTest::newRow("milliseconds") << spec(u"latency"_s, {}, 5.0) << true;
    QTest::newRow("no list") << spec(u"contains-any"_s, QJsonArray()) << false;
    QTest::newRow("no range") << spec(u"word-count"_s, QJsonObject()) << false;
    QTest::newRow("a range the wrong way") << spec(u"word-count"_s, QJsonObject{{u"min"_s, 5}, {u"max"_s, 2}}) << false;
    QTest::newRow("a number from a variable") << spec(u"word-count"_s, u"{{ n }}"_s) << true;
    QTest::newRow("not ours") << spec(u"python"_s, u"x"_s) << false;
}

void TestCheckKinds::problems()
{
    QFETCH(CheckSpec, check);
    QFETCH(bool, isComplete);
    QCOMPARE(checkProblem(check).isEmpty(), isComplete);
}

void TestCheckKinds::valuesComeBack_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *name, CheckValue kind, const QJsonValue &value) {
        QTest::newRow(name) << static_cast<int>(kind) << value;
    };
    row("text", CheckValue::Text, u" a \n b "_s);
    row("a map", CheckValue::TextOrJson, QJsonObject{{u"a"_s, QJsonArray{1, u"x"_s}}});
    row("a list", CheckValue::List, QJsonArray{u"a, b"_s, u" c"_s});
    row("a pattern", CheckValue::Pattern, u"^[0-9]{2,}$"_s);
    row("a number", CheckValue::Number, 12);
    row("a number from a variable", CheckValue::Number, u"{{ n }}"_s);
    row("a schema", CheckValue::Schema, QJsonObject{{u"type"_s, u"object"_s}});
    row("a schema in YAML", CheckValue::Schema, u"type: object\nrequired: [a]"_s);
    row("nothing", CheckValue::Text, QJsonValue());
}

void TestCheckKinds::valuesComeBack()
{
    QFETCH(int, kind);
    QFETCH(QJsonValue, value);
    const auto as = static_cast<CheckValue>(kind);
    QCOMPARE(checkValueFromText(as, checkValueToText(as, value)), value);
}

void TestCheckKinds::aTextThatLooksLikeJsonStaysText()
{
    QCOMPARE(checkValueFromText(CheckValue::Text, u"[1]"_s), QJsonValue(u"[1]"_s));
    QCOMPARE(checkValueFromText(CheckValue::Pattern, u"[a]"_s), QJsonValue(u"[a]"_s));
    QVERIFY(checkValueFromText(CheckValue::TextOrJson, u"[1]"_s).isArray());
    QCOMPARE(checkValueFromText(CheckValue::TextOrJson, u"[1"_s), QJsonValue(u"[1"_s));
}

void TestCheckKinds::ranges()
{
    QCOMPARE(checkRangeValue({3, 3}), QJsonValue(3));
    QCOMPARE(checkRangeValue({std::nullopt, 4}), QJsonValue(QJsonObject{{u"max"_s, 4}}));
    QVERIFY(checkRangeValue({}).isNull());
    QCOMPARE(checkRange(QJsonObject{{u"min"_s, 2}}).least, 2.0);
    QVERIFY(!checkRange(u"{{ n }}"_s).least);
}

QTEST_GUILESS_MAIN(TestCheckKinds)
#include "tst_checkkinds.moc"
