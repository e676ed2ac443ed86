// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/configkeys.h"

#include <QTest>

using namespace Tempera;

/// What a misspelt key of a provider's config probably means.
class TestConfigKeys final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aMisspeltKeyIsNamed_data();
    void aMisspeltKeyIsNamed();
};

void TestConfigKeys::aMisspeltKeyIsNamed_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meant");
    QTest::newRow("two letters swapped") << "temprature" << "temperature";
    QTest::newRow("its beginning") << "temp" << "temperature";
    QTest::newRow("of two as near, the one that begins alike") << "stopp" << "stop";
    QTest::newRow("another hand's spelling") << "topP" << "top_p";
    QTest::newRow("far from all") << "colour" << QString();
    QTest::newRow("too short to tell") << "q" << QString();
}

void TestConfigKeys::aMisspeltKeyIsNamed()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, meant);
    QCOMPARE(likelyConfigKey(EndpointKind::Local, typed), meant);
}

QTEST_GUILESS_MAIN(TestConfigKeys)
#include "tst_configkeys.moc"
