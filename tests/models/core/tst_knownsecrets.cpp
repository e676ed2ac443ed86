// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/knownsecrets.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class KnownSecretsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellings_data();
    void spellings();
    void ofAnEndpoint();
    void wordsAreLeftAlone();
    void errorsAreCutBehind();
    void openEnds();
};

namespace {

const QByteArray key = "sk-CANARY/12+34";

KnownSecrets ofKey()
{
    KnownSecrets secrets;
    secrets.add(key);
    return secrets;
}

} // namespace

void KnownSecretsTest::spellings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("leak"); // what must not be left of it
    QTest::newRow("plain") << "you sent Bearer " + key + ", " + key << QByteArray("CANARY");
    QTest::newRow("percent-encoded") << key.toPercentEncoding() << QByteArray("CANARY");
    QTest::newRow("in lower case of that") << key.toPercentEncoding().replace("%2F", "%2f").replace("%2B", "%2b")
                                           << QByteArray("CANARY");
    QTest::newRow("JSON") << QByteArray("{\"key\":\"sk-CANARY\\/12+34\"}") << QByteArray("CANARY");
    QTest::newRow("base64") << key.toBase64() << key.toBase64().sliced(2, 10);
    for (const QByteArray &user : {"u:"_ba, "us:"_ba, "use:"_ba, ":"_ba})
        QTest::newRow("base64 behind " + user) << "Basic " + (user + key).toBase64() << (user + key).toBase64().sliced(8, 8);
}

void KnownSecretsTest::spellings()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, leak);
    QVERIFY(text.contains(leak));
    const QString cleaned = ofKey().cleaned(QString::fromLatin1(text));
    QVERIFY2(!cleaned.contains(QLatin1StringView(leak)) && cleaned.contains("[redacted]"_L1), qPrintable(cleaned));
}

void KnownSecretsTest::ofAnEndpoint()
{
    Endpoint endpoint;
    endpoint.baseUrl = QUrl(u"https://h.example/v1?api-key=CANARYQUERY&api-version=2026-11-28"_s);
    endpoint.headers = {{u"X-Auth"_s, u"Bearer CANARYHEADER"_s},
                        {u"Cookie"_s, u"a=1; session=CANARYCOOKIE"_s},
                        {u"Content-Type"_s, u"application/json"_s},
                        {u"Authorization"_s, u"Basic "_s + QString::fromLatin1("user:CANARYBASIC"_ba.toBase64())}};
    const QString cleaned =
        KnownSecrets(endpoint).cleaned(u"CANARYQUERY CANARYHEADER CANARYCOOKIE CANARYBASIC application/json 2026-11-28"_s);
    QCOMPARE(cleaned, u"[redacted] [redacted] [redacted] [redacted] application/json 2026-11-28"_s);
}

/// People give servers of their own any word as a key; it is in answers, too.
void KnownSecretsTest::wordsAreLeftAlone()
{
    KnownSecrets secrets;
    for (const QByteArray &word : {"k"_ba, "ollama"_ba, "lm-studio"_ba, "not-needed"_ba, ""_ba, "[redacted]"_ba})
        secrets.add(word);
    QVERIFY(secrets.isEmpty());
    QCOMPARE(secrets.cleaned(u"ask lm-studio"_s), u"ask lm-studio"_s);
}

void KnownSecretsTest::errorsAreCutBehind()
{
    for (int before = mostErrorText - 20; before <= mostErrorText; ++before) {
        Error error;
        error.detail = QString(before, u'x') + QString::fromLatin1(key) + QString(100, u'y');
        error.parameter = QString::fromLatin1(key);
        error.place = u"http://x/"_s + QString::fromLatin1(key);
        const Error told = ofKey().cleaned(error);
        QVERIFY2(!told.detail.contains("sk-"_L1), qPrintable(told.detail));
        QCOMPARE_LE(told.detail.size(), mostErrorText);
        QVERIFY(!told.parameter.contains("sk-"_L1) && !told.place.contains("CANARY"_L1));
    }
    Error cut; // by the server
    cut.detail = u"wrong key sk-CANARY…"_s;
    QCOMPARE(ofKey().cleaned(cut).detail, u"wrong key [redacted]…"_s);
    QCOMPARE(KnownSecrets().cleaned(cut), cut);
}

void KnownSecretsTest::openEnds()
{
    QCOMPARE(ofKey().openEnd(u"the key is sk-CAN"), 6);
    QCOMPARE(ofKey().openEnd(u"the key is sk-CAN "), 0);
    QCOMPARE(KnownSecrets().openEnd(u"sk-"), 0);
}

QTEST_GUILESS_MAIN(KnownSecretsTest)
#include "tst_knownsecrets.moc"
