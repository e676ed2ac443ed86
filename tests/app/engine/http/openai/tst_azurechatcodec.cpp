// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/openai/azurechatcodec.h"

#include "tests/app/engine/http/codecfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace Tempera {

using namespace CodecTesting;

namespace {

GenerationRequest azureRequest(const QString &base = u"https://house.openai.azure.com"_s)
{
    GenerationRequest request = requestTo(u"azureopenai:chat:my-gpt"_s);
    request.endpoint.baseUrl = QUrl(base);
    return request;
}

} // namespace

class AzureChatCodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainRequest() { QVERIFY(writesRequest(AzureChatCodec(), azureRequest(), u"codecs/azure/"_s, u"plain"_s)); }
    void everySettingIsSent()
    {
        GenerationRequest request = azureRequest();
        request.sampling = everythingFor(request.endpoint);
        QVERIFY(writesRequest(AzureChatCodec(), request, u"codecs/azure/"_s, u"sampling"_s));
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("url");
        const QString usual = u"https://h/openai/deployments/my-gpt/chat/completions?api-version="_s;
        QTest::newRow("host") << u"https://h"_s << QString() << usual + u"2024-10-21"_s;
        QTest::newRow("slash") << u"https://h/"_s << u"2025-01-01-preview"_s << usual + u"2025-01-01-preview"_s;
        QTest::newRow("with its path") << u"https://h/openai"_s << QString() << usual + u"2024-10-21"_s;
        QTest::newRow("version in the address") << u"https://h/openai?api-version=7"_s << QString() << usual + u"7"_s;
        QTest::newRow("two versions") << u"https://h?api-version=7"_s << u"8"_s << usual + u"8"_s;
        QTest::newRow("newer API") << u"https://h/openai/v1/"_s << QString() << u"https://h/openai/v1/chat/completions"_s;
    }
    void addresses()
    {
        QFETCH(QString, base);
        GenerationRequest request = azureRequest(base);
        QFETCH(QString, version);
        request.endpoint.apiVersion = version;
        QTEST(AzureChatCodec().encode(request, {})->url.toString(), "url");
    }

    void withoutAnAddressNothingIsSent()
    {
        const auto wire = AzureChatCodec().encode(requestTo(u"azureopenai:chat:my-gpt"_s), {});
        QVERIFY(!wire);
        QCOMPARE(wire.error().kind, ErrorKind::Usage);
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::AzureChatCodecTest)
#include "tst_azurechatcodec.moc"
