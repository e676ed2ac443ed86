// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checkregistry.h"
#include "models/checks/checksuite.h"
#include "models/checks/rowchecks.h"
#include "models/experiment/checktypes.h"
#include "tests/support/testpaths.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Cell answered(const QString &text)
{
    Cell cell;
    cell.state = CellState::Done;
    cell.text = text;
    cell.finishReason = FinishReason::Stop;
    cell.timings.total = std::chrono::milliseconds(120);
    cell.cost = Money::fromNano(2'000'000);
    return cell;
}

CheckSpec spec(const QString &type, const QJsonValue &value = {}, double weight = 1)
{
    CheckSpec check;
    check.type = type;
    check.value = value;
    check.weight = weight;
    return check;
}

Grade grade(const QString &text, const QList<CheckSpec> &checks, std::optional<double> threshold = {})
{
    return gradeCell(answered(text), checks, {{u"word"_s, u"Lamp"_s}}, threshold);
}

QJsonValue fromJsonText(const QByteArray &text)
{
    return QJsonDocument::fromJson('[' + text + ']').array().first();
}

const QMap<QString, Outcome> outcomes{{u"pass"_s, Outcome::Pass},
                                      {u"fail"_s, Outcome::Fail},
                                      {u"error"_s, Outcome::Error},
                                      {u"not-evaluated"_s, Outcome::NotEvaluated}};

} // namespace

class ChecksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void golden_data()
    {
        QTest::addColumn<QStringList>("fields");
        QFile file(testDataPath(u"checks/golden.txt"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        int number = 0;
        for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
            ++number;
            if (line.isEmpty() || line.startsWith(u'#'))
                continue;
            const QStringList fields = line.split(u" | "_s);
            QVERIFY2(fields.size() == 5, qPrintable(line));
            QTest::addRow("%d %s", number, qPrintable(fields[0])) << fields;
        }
    }
    void golden()
    {
        QFETCH(const QStringList, fields);
        CheckSpec check = spec(fields[0].trimmed());
        if (fields[1] != "-"_L1) {
            check.value = fromJsonText(fields[1].toUtf8());
            QVERIFY(!check.value.isUndefined());
        }
        if (fields[2] != "-"_L1)
            check.threshold = fields[2].toDouble();
        const QString output = fromJsonText(fields[3].toUtf8()).toString();
        QVERIFY(outcomes.contains(fields[4]));
        const Grade result = grade(output, {check});
        QCOMPARE(result.verdicts.size(), 1);
        const Verdict &verdict = result.verdicts[0];
        QVERIFY2(verdict.outcome == outcomes[fields[4]], qPrintable(verdict.reason));
        // Who shows a verdict names the check beside it.
        QVERIFY(!verdict.reason.isEmpty());
        QVERIFY(!verdict.reason.startsWith(check.type + u": "_s));
        QCOMPARE(verdict.type, check.type);
        QCOMPARE(verdict.score, verdict.outcome == Outcome::Pass ? 1.0 : 0.0);
        QCOMPARE(result.outcome, verdict.outcome);
    }

    void knownTypesAreKnown()
    {
        const QStringList types = knownCheckTypes();
        QVERIFY(types.size() >= 19);
        QStringList registered;
        for (const RegisteredCheck &check : registeredChecks())
            registered += check.type;
        QCOMPARE(registered, types);
        for (const QString &type : types) {
            QVERIFY(!type.startsWith("not-"_L1));
            const Verdict verdict =
                gradeCell(answered(u"x"_s), {spec(type, u"x"_s)}, {{u"context"_s, u"c"_s}, {u"query"_s, u"q"_s}}, {}).verdicts[0];
            // Nobody is asked here, and there is no row.
            const bool isOpen = verdict.outcome == Outcome::NotEvaluated;
            QVERIFY2(isOpen == (asksJudge(type) || comparesRow(type)), qPrintable(type + u": "_s + verdict.reason));
        }
    }

    void noChecksPass() { QCOMPARE(grade(u"x"_s, {}), Grade()); }

    void weights()
    {
        const CheckSpec good = spec(u"contains"_s, u"x"_s, 3);
        const CheckSpec bad = spec(u"contains"_s, u"y"_s, 1);
        const Grade result = grade(u"x"_s, {good, bad});
        QCOMPARE(result.score, 0.75);
        QCOMPARE(result.outcome, Outcome::Fail);
    }

    void thresholdDecides()
    {
        const CheckSpec good = spec(u"contains"_s, u"x"_s, 3);
        const CheckSpec bad = spec(u"contains"_s, u"y"_s, 1);
        QCOMPARE(grade(u"x"_s, {good, bad}, 0.75).outcome, Outcome::Pass);
        QCOMPARE(grade(u"x"_s, {good, bad}, 0.76).outcome, Outcome::Fail);
        QCOMPARE(grade(u"x"_s, {good, spec(u"python"_s)}, 0.5).outcome, Outcome::NotEvaluated);
        // What was not evaluated might have saved it.
        QCOMPARE(grade(u"x"_s, {bad, spec(u"python"_s)}, 0.5).outcome, Outcome::NotEvaluated);
        QCOMPARE(grade(u"x"_s, {bad, spec(u"python"_s)}, 0.6).outcome, Outcome::Fail);
    }

    void withoutWeightItIsForInformation()
    {
        const Grade result = grade(u"x"_s, {spec(u"contains"_s, u"y"_s, 0), spec(u"contains"_s, u"x"_s)});
        QCOMPARE(result.outcome, Outcome::Pass);
        QCOMPARE(result.score, 1.0);
        QCOMPARE(result.verdicts[0].outcome, Outcome::Pass);
        QCOMPARE(result.verdicts[0].score, 0.0);
        // As in promptfoo: it passes, and nothing that counts gave it a score.
        QCOMPARE(grade(u"x"_s, {spec(u"contains"_s, u"y"_s, 0)}).outcome, Outcome::Pass);
        QCOMPARE(grade(u"x"_s, {spec(u"contains"_s, u"y"_s, 0)}).score, 0.0);
    }

    void unknownNeverPasses()
    {
        const Grade alone = grade(u"x"_s, {spec(u"python"_s)});
        QCOMPARE(alone.outcome, Outcome::NotEvaluated);
        QCOMPARE(alone.score, 0.0);
        const Grade beside = grade(u"x"_s, {spec(u"python"_s), spec(u"contains"_s, u"x"_s)});
        QCOMPARE(beside.outcome, Outcome::NotEvaluated);
        QCOMPARE(beside.score, 1.0);
        QCOMPARE(grade(u"x"_s, {spec(u"python"_s), spec(u"contains"_s, u"y"_s)}).outcome, Outcome::Fail);
        CheckSpec transformed = spec(u"contains"_s, u"x"_s);
        transformed.other.insert(u"transform"_s, u"output.trim()"_s);
        QCOMPARE(grade(u" x"_s, {transformed}).outcome, Outcome::Pass);
        transformed.other.insert(u"transform"_s, u"file://change.py"_s);
        QCOMPARE(grade(u"x"_s, {transformed}).outcome, Outcome::Error);
    }

    void errorsDoNotPass()
    {
        QCOMPARE(grade(u"x"_s, {spec(u"contains"_s, u"x"_s), spec(u"regex"_s, u"("_s)}).outcome, Outcome::Error);
        QCOMPARE(grade(u"x"_s, {spec(u"contains"_s, u"y"_s), spec(u"regex"_s, u"("_s)}).outcome, Outcome::Fail);
    }

    void unknownNumbersAreErrors()
    {
        Cell cell;
        CheckSpec latency = spec(u"latency"_s);
        latency.threshold = 100;
        CheckSpec cost = spec(u"not-cost"_s);
        cost.threshold = 1;
        const Grade result = gradeCell(cell, {latency, cost}, {}, {});
        QCOMPARE(result.verdicts[0].outcome, Outcome::Error);
        QCOMPARE(result.verdicts[1].outcome, Outcome::Error);
    }

    void metricsAreHandedOn()
    {
        CheckSpec check = spec(u"contains"_s, u"x"_s, 2);
        check.metric = u"quality"_s;
        const Verdict verdict = grade(u"x"_s, {check}).verdicts[0];
        QCOMPARE(verdict.metric, u"quality"_s);
        QCOMPARE(verdict.weight, 2.0);
    }

    void hostilePatternsEnd()
    {
        // The catastrophic classic would run for years; the script host ends it.
        QElapsedTimer timer;
        timer.start();
        const QString text = QString(40, u'a') + u'!';
        QCOMPARE(grade(text, {spec(u"regex"_s, u"^(a+)+$"_s)}).verdicts[0].outcome, Outcome::Error);
        const QJsonObject schema{{u"pattern"_s, u"^(a+)+$"_s}};
        QCOMPARE(grade(u'"' + text + u'"', {spec(u"is-json"_s, schema)}).verdicts[0].outcome, Outcome::Error);
        QVERIFY(timer.elapsed() < 60'000);
    }

    void hostileOutputsEnd()
    {
        const QString brackets = QString(200'000, u'[');
        QCOMPARE(grade(brackets, {spec(u"is-json"_s)}).outcome, Outcome::Fail);
        QCOMPARE(grade(brackets, {spec(u"contains-json"_s)}).outcome, Outcome::Fail);
        QCOMPARE(grade(u"[{\"a\":"_s.repeated(20'000), {spec(u"contains-json"_s)}).outcome, Outcome::Fail);
        CheckSpec far = spec(u"levenshtein"_s, QString(100'000, u'a'));
        far.threshold = 90'000;
        QCOMPARE(grade(QString(100'000, u'b'), {far}).outcome, Outcome::Error);
        far.threshold = 5;
        QCOMPARE(grade(QString(100'000, u'a') + u"b"_s, {far}).outcome, Outcome::Pass);
    }

    void whatIsNoJsonSaysWhatWasExpected_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("words");
        QTest::newRow("words") << u"Here is your JSON"_s << u"a JSON value was expected here"_s;
        QTest::newRow("in the middle") << u"{\"a\": what}"_s << u"a JSON value was expected here"_s;
        QTest::newRow("cut off") << u"{\"a\": [1, 2"_s << u"the JSON text ends before its value does"_s;
        QTest::newRow("nothing") << QString() << u"the JSON text ends before its value does"_s;
        QTest::newRow("one comma too many") << u"[1, 2,]"_s << u"comma"_s;
    }
    void whatIsNoJsonSaysWhatWasExpected()
    {
        QFETCH(QString, answer);
        QFETCH(QString, words);
        const Verdict verdict = grade(answer, {spec(u"is-json"_s)}).verdicts[0];
        QCOMPARE(verdict.outcome, Outcome::Fail);
        QVERIFY2(verdict.reason.contains(words), qPrintable(verdict.reason));
        QVERIFY2(!verdict.reason.contains(u'_'), qPrintable(verdict.reason));
    }

    void reasonsAreShort()
    {
        const QString longText(10'000, u'x');
        const Verdict verdict = grade(u"y"_s, {spec(u"contains"_s, longText)}).verdicts[0];
        QVERIFY(verdict.reason.size() < 200);
        QVERIFY(!verdict.reason.contains(u'\n'));
    }
};

QTEST_GUILESS_MAIN(ChecksTest)
#include "tst_checks.moc"
