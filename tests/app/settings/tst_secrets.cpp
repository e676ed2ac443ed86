// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/secrets.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEnvironmentComesFirst()
    {
        QProcessEnvironment environment;
        environment.insert(u"A_KEY"_s, u"s3cret"_s);
        EnvironmentOrKeychain secrets(environment);
        QObject guard;
        std::optional<QByteArray> seen;
        secrets.read(u"A_KEY"_s, &guard, [&seen](const Result<Secret> &key) { seen = key->reveal(); });
        QVERIFY2(!seen, "callbacks come from the event loop");
        QTRY_VERIFY(seen);
        QCOMPARE(*seen, "s3cret");
    }

    void aMissingKeyIsEmptyAndNoError()
    {
        EnvironmentOrKeychain secrets{QProcessEnvironment()};
        QObject guard;
        std::optional<bool> empty;
        secrets.read(u"A_KEY"_s, &guard, [&empty](const Result<Secret> &key) { empty = key && key->isEmpty(); });
        QTRY_VERIFY(empty);
        QVERIFY(*empty);
    }

    void withoutAKeychainNothingIsWritten()
    {
        EnvironmentOrKeychain secrets{QProcessEnvironment()};
        QObject guard;
        std::optional<ErrorKind> kind;
        secrets.write(u"A_KEY"_s, Secret("s3cret"), &guard, [&kind](const Result<void> &done) {
            kind = done ? ErrorKind::Internal : done.error().kind;
        });
        QTRY_VERIFY(kind);
        QCOMPARE(*kind, ErrorKind::Storage);
    }

    void aGoneGuardHearsNothing()
    {
        EnvironmentOrKeychain secrets{QProcessEnvironment()};
        auto guard = std::make_unique<QObject>();
        bool called = false;
        secrets.read(u"A_KEY"_s, guard.get(), [&called](const Result<Secret> &) { called = true; });
        guard.reset();
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
