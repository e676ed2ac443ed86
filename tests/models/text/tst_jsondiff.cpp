// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/jsondiff.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

QJsonValue json(const QByteArray &text)
{
    const QJsonDocument document = QJsonDocument::fromJson("[" + text + "]");
    return document.array().at(0);
}

QString compact(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

/// "+ path: new", "- path: old", "~ path: old → new", a line each.
QStringList shown(const QByteArray &before, const QByteArray &after)
{
    QStringList lines;
    for (const JsonChange &change : jsonDiff(json(before), json(after))) {
        switch (change.kind) {
        case JsonChange::Kind::Added: lines += u"+ %1: %2"_s.arg(change.path, compact(change.after)); break;
        case JsonChange::Kind::Removed: lines += u"- %1: %2"_s.arg(change.path, compact(change.before)); break;
        case JsonChange::Kind::Changed:
            lines += u"~ %1: %2 → %3"_s.arg(change.path, compact(change.before), compact(change.after));
            break;
        }
    }
    return lines;
}

} // namespace

class TestJsonDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatChangedByPath_data();
    void saysWhatChangedByPath();
    void deepValuesEnd();
};

void TestJsonDiff::saysWhatChangedByPath_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("equal") << R"({"a": [1, {"b": null}]})"_ba
                           << R"({"a": [1, {"b": null}]})"_ba << QStringList();
    QTest::newRow("order of members") << R"({"a": 1, "b": 2})"_ba
                                      << R"({"b": 2, "a": 1})"_ba << QStringList();
    QTest::newRow("writing of numbers") << "[1, 100]"_ba
                                        << "[1.0, 1e2]"_ba << QStringList();
    QTest::newRow("member changed") << R"({"a": {"b": 1}})"_ba
                                    << R"({"a": {"b": 2}})"_ba << QStringList{u"~ $['a']['b']: 1 → 2"_s};
    QTest::newRow("type changed") << R"({"a": 1})"_ba
                                  << R"({"a": "1"})"_ba << QStringList{u"~ $['a']: 1 → \"1\""_s};
    QTest::newRow("added and removed") << R"({"a": 1, "b": 2})"_ba
                                       << R"({"b": 2, "c": [3]})"_ba << QStringList{u"- $['a']: 1"_s, u"+ $['c']: [3]"_s};
    QTest::newRow("null is a value") << R"({"a": null})"_ba
                                     << R"({})"_ba << QStringList{u"- $['a']: null"_s};
    QTest::newRow("element inserted") << "[1, 2, 3]"_ba
                                      << "[1, 9, 2, 3]"_ba << QStringList{u"+ $[1]: 9"_s};
    QTest::newRow("element removed in front") << "[1, 2, 3]"_ba
                                              << "[2, 3]"_ba << QStringList{u"- $[0]: 1"_s};
    QTest::newRow("element changed inside") << R"([{"id": 1}, {"id": 2, "x": 1}, {"id": 3}])"_ba
                                            << R"([{"id": 1}, {"id": 2, "x": 5}, {"id": 3}])"_ba
                                            << QStringList{u"~ $[1]['x']: 1 → 5"_s};
    QTest::newRow("elements of other types") << R"([1, "a"])"_ba
                                             << R"([{"b": 1}, "a"])"_ba << QStringList{u"- $[0]: 1"_s, u"+ $[0]: {\"b\":1}"_s};
    QTest::newRow("names that need quoting")
        << R"({"it's": 1, "a\\b": 1, "x\ny": 1, "ö": 1})"_ba
        << R"({})"_ba << QStringList{u"- $['a\\\\b']: 1"_s, u"- $['it\\'s']: 1"_s, u"- $['x\\u000ay']: 1"_s, u"- $['ö']: 1"_s};
    QTest::newRow("the whole value") << "[1]"_ba
                                     << R"({"a": 1})"_ba << QStringList{u"~ $: [1] → {\"a\":1}"_s};
}

void TestJsonDiff::saysWhatChangedByPath()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QStringList, expected);
    QCOMPARE(shown(before, after), expected);
}

void TestJsonDiff::deepValuesEnd()
{
    const auto nested = [](const QByteArray &inside) {
        return QByteArray("[").repeated(400) + inside + QByteArray("]").repeated(400);
    };
    const QList<JsonChange> changes = jsonDiff(json(nested("1")), json(nested("2")));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.constFirst().path.count(u'['), 200);
    QCOMPARE(changes.constFirst().kind, JsonChange::Kind::Changed);
}

QTEST_GUILESS_MAIN(TestJsonDiff)
#include "tst_jsondiff.moc"
