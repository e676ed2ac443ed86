// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/redact.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class RedactTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void valuesInDepth();
    void whatTheUserSays();
};

void RedactTest::valuesInDepth()
{
    const QJsonObject in{{u"temperature"_s, 0.5},
                         {u"apiKey"_s, u"sk-1"_s},
                         {u"token"_s, 12345},
                         {u"password"_s, u"{{ env.PASSWORD }}"_s},
                         {u"list"_s, QJsonArray{QJsonObject{{u"Authorization"_s, QJsonArray{u"Bearer sk-2"_s, true}}}}}};
    const QJsonObject out{{u"temperature"_s, 0.5},
                          {u"apiKey"_s, u"[redacted]"_s},
                          {u"token"_s, u"[redacted]"_s},
                          {u"password"_s, u"{{ env.PASSWORD }}"_s},
                          {u"list"_s, QJsonArray{QJsonObject{{u"Authorization"_s, QJsonArray{u"[redacted]"_s, true}}}}}};
    QCOMPARE(redacted(in).toObject(), out);
}

/// A description or a label that repeats or tells a secret; others stay.
void RedactTest::whatTheUserSays()
{
    RunReport report;
    Experiment &experiment = report.experiment;
    experiment.description = u"sends CANARYHEADER42, key: value"_s;
    Variant variant;
    variant.label = u"Bearer CANARYLABEL42"_s;
    variant.endpoint.headers = {{u"X-Api-Key"_s, u"CANARYHEADER42"_s}, {u"X-Flavour"_s, u"strawberry42"_s}};
    variant.config = {{u"client_secret"_s, u"CANARYCONFIG42"_s}};
    experiment.variants = {variant};
    experiment.prompts = {Prompt{}};
    experiment.prompts.first().label = u"with CANARYCONFIG42"_s;
    Case first;
    first.description = u"strawberry42"_s;
    Case second;
    second.description = u"CANARYCONFIG42 again"_s;
    experiment.cases = {first, second};
    const Experiment shown = withoutSecrets(report).experiment;
    QCOMPARE(shown.description, u"sends [redacted], key: value"_s);
    QCOMPARE(shown.variants.first().label, u"Bearer [redacted]"_s);
    QCOMPARE(shown.prompts.first().label, u"with [redacted]"_s);
    QCOMPARE(shown.cases.at(0).description, u"strawberry42"_s);
    QCOMPARE(shown.cases.at(1).description, u"[redacted] again"_s);
}

QTEST_GUILESS_MAIN(RedactTest)
#include "tst_redact.moc"
