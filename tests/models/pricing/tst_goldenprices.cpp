// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/catalog.h"
#include "models/pricing/ratecard.h"
#include "tests/support/testpaths.h"

#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

QByteArray contentOf(const QString &name)
{
    QFile file(testDataPath(u"pricing/"_s + name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::optional<std::int64_t> countIn(const QJsonObject &usage, const QString &name)
{
    return usage.contains(name) ? std::optional<std::int64_t>(usage.value(name).toInteger()) : std::nullopt;
}

Usage usageOf(const QJsonObject &json)
{
    Usage usage;
    usage.inputTokens = countIn(json, u"input"_s);
    usage.outputTokens = countIn(json, u"output"_s);
    usage.cachedInputTokens = countIn(json, u"cached"_s);
    usage.cacheWrite5mTokens = countIn(json, u"write5m"_s);
    usage.cacheWrite1hTokens = countIn(json, u"write1h"_s);
    usage.reasoningTokens = countIn(json, u"reasoning"_s);
    usage.imageTokens = countIn(json, u"image"_s);
    usage.audioInputTokens = countIn(json, u"audio_in"_s);
    usage.audioOutputTokens = countIn(json, u"audio_out"_s);
    return usage;
}

CostReason reasonOf(const QString &word)
{
    static const QHash<QString, CostReason> words{{u"price"_s, CostReason::NoPrice},
                                                  {u"tier price"_s, CostReason::NoTierPrice},
                                                  {u"unit price"_s, CostReason::NoUnitPrice},
                                                  {u"usage"_s, CostReason::NoUsage},
                                                  {u"duration"_s, CostReason::OpenDuration}};
    return words.value(word);
}

} // namespace

/// Figures worked out by hand, with their working and their source: tests/data/pricing/golden.jsonl.
class GoldenPricesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QByteArray json = contentOf(u"cards.json"_s);
        m_providers = QJsonDocument::fromJson(json).object().value("providers"_L1).toObject();
        Result<Catalog> read = Catalog::fromJson(json, u"cards.json"_s);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
        m_catalog = *std::move(read);
    }

    void golden_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        const QList<QByteArray> lines = contentOf(u"golden.jsonl"_s).split('\n');
        int rows = 0;
        for (const QByteArray &line : lines) {
            if (line.isEmpty())
                continue;
            const QJsonObject vector = QJsonDocument::fromJson(line).object();
            QVERIFY2(!vector.value("working"_L1).toString().isEmpty() && !vector.value("source"_L1).toString().isEmpty(),
                     line.constData());
            QTest::newRow(qPrintable(vector.value("name"_L1).toString())) << vector;
            ++rows;
        }
        QVERIFY(rows >= 60);
    }

    void golden()
    {
        QFETCH(QJsonObject, vector);
        const QJsonObject asked = vector.value("asked"_L1).toObject();
        RequestTerms terms{.serviceTier = serviceTierFromName(asked.value("tier"_L1).toString()),
                           .when = QDateTime::fromString(asked.value("when"_L1).toString(), Qt::ISODate),
                           .region = asked.value("region"_L1).toString()};
        const QJsonObject used = vector.value("usage"_L1).toObject();
        if (used.contains("seconds"_L1))
            terms.machineTime = std::chrono::seconds(used.value("seconds"_L1).toInteger());
        Usage usage = usageOf(used);
        if (vector.contains("answered_tier"_L1))
            usage.serviceTier = serviceTierFromName(vector.value("answered_tier"_L1).toString());

        const Cost cost = costOfAnswer(priceOf(vector.value("model"_L1).toString()), usage, terms);
        if (vector.contains("unknown"_L1)) {
            QCOMPARE(cost.kind(), Cost::Kind::Unknown);
            QCOMPARE(cost.reasons(), CostReasons(reasonOf(vector.value("unknown"_L1).toString())));
        } else if (vector.contains("nano"_L1)) {
            QCOMPARE(cost.kind(), Cost::Kind::Exact);
            QCOMPARE(cost.low().nano(), vector.value("nano"_L1).toInteger(-1));
        } else {
            QCOMPARE(cost.kind(), Cost::Kind::Between);
            QCOMPARE(cost.low().nano(), vector.value("low_nano"_L1).toInteger(-1));
            QCOMPARE(cost.high().nano(), vector.value("high_nano"_L1).toInteger(-1));
            QVERIFY(!costReasonText(cost.reasons()).isEmpty());
        }
    }

private:
    /// Of "provider/model" in cards.json.
    Price priceOf(const QString &name) const
    {
        const QString provider = name.section(u'/', 0, 0);
        Endpoint endpoint;
        endpoint.model = name.section(u'/', 1);
        if (provider != "local"_L1) {
            const QJsonObject record = m_providers.value(provider).toObject();
            endpoint.kind = EndpointKind::Remote;
            endpoint.baseUrl = QUrl(u"https://%1/v1"_s.arg(record.value("hosts"_L1)[0].toString()));
        }
        return m_catalog.providerFor(endpoint).capabilities.price;
    }

    Catalog m_catalog;
    QJsonObject m_providers;
};

QTEST_GUILESS_MAIN(GoldenPricesTest)
#include "tst_goldenprices.moc"
