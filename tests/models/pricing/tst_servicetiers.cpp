// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/catalog.h"
#include "models/pricing/ratecard.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Endpoint remote(const QString &url, const QString &model)
{
    Endpoint endpoint;
    endpoint.kind = EndpointKind::Remote;
    endpoint.id = u"openai:chat:"_s + model;
    endpoint.baseUrl = QUrl(url);
    endpoint.model = model;
    return endpoint;
}

} // namespace

/// What tier was asked for, and what the tier that answered costs.
class ServiceTiersTest : public QObject
{
    Q_OBJECT

    Catalog m_catalog = Catalog::builtIn();

private Q_SLOTS:
    void askedTiers_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("tier");
        QTest::newRow("flex") << u"service_tier"_s << "\"flex\""_ba << u"flex"_s;
        QTest::newRow("the server's choice") << u"service_tier"_s << "\"auto\""_ba << QString();
        QTest::newRow("Gemini's name") << u"serviceTier"_s << "\"PRIORITY\""_ba << u"priority"_s;
        QTest::newRow("Gemini's standard") << u"serviceTier"_s << "\"unspecified\""_ba << QString();
        QTest::newRow("Anthropic's fast mode") << u"speed"_s << "\"fast\""_ba << u"fast"_s;
        QTest::newRow("its usual speed") << u"speed"_s << "\"standard\""_ba << QString();
        QTest::newRow("another's speed") << u"speed"_s << "1.5"_ba << QString();
        QTest::newRow("no text") << u"service_tier"_s << "{"_ba << QString();
    }
    void askedTiers()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, value);
        Endpoint endpoint = remote(u"https://api.anthropic.com/v1"_s, u"claude-opus-4-5"_s);
        endpoint.body.insert(name, value);
        QTEST(askedServiceTier(endpoint), "tier");
    }

    /// Who answered decides, and a mode whose price nobody published is not reckoned at another's.
    void theAnswersTier()
    {
        const Price gpt = m_catalog.providerFor(remote(u"https://api.openai.com/v1"_s, u"gpt-5.4"_s)).capabilities.price;
        Usage usage;
        usage.inputTokens = 200'000;
        usage.outputTokens = 0;
        QCOMPARE(costOfAnswer(gpt, usage, {.serviceTier = u"priority"_s}).low(), Money::fromDollars(1));
        usage.serviceTier = QString();
        QCOMPARE(costOfAnswer(gpt, usage, {.serviceTier = u"priority"_s}).low(), Money::fromDollars(0.5));
        usage.serviceTier = u"flex"_s;
        QCOMPARE(costOfAnswer(gpt, usage).low(), Money::fromDollars(0.25));
        const Price claude =
            m_catalog.providerFor(remote(u"https://api.anthropic.com/v1"_s, u"claude-opus-4-5"_s)).capabilities.price;
        usage.serviceTier = u"fast"_s;
        QCOMPARE(costOfAnswer(claude, usage).kind(), Cost::Kind::Unknown);
    }
};

QTEST_GUILESS_MAIN(ServiceTiersTest)
#include "tst_servicetiers.moc"
