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

QTEST_GUILESS_MAIN(RedactTest)
#include "tst_redact.moc"
