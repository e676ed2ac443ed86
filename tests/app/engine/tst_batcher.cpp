// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/batcher.h"
#include "app/engine/batchreceiver.h"
#include "tests/support/eventtext.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {
namespace {

/// A stream whose batches are kept as they come.
struct Stream {
    explicit Stream(std::chrono::milliseconds interval)
        : receiver(std::make_unique<BatchReceiver>(
              batcher, [this](const GenerationBatch &batch) { batches.push_back(batch); }, interval))
    {
    }

    QStringList all() const
    {
        QStringList lines;
        for (const GenerationBatch &batch : batches)
            lines += eventTexts(batch).join(u"; "_s);
        return lines;
    }

    std::shared_ptr<Batcher> batcher = std::make_shared<Batcher>();
    std::vector<GenerationBatch> batches;
    std::unique_ptr<BatchReceiver> receiver;
};

/// So long that no test ever sees it end.
constexpr auto never = 24h;

} // namespace

class BatcherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyOneFlushIsOnItsWay()
    {
        Stream stream(0ms);
        for (int i = 0; i < 1000; ++i)
            stream.batcher->add(Event::TextDelta{u"x"_s});
        QVERIFY(stream.batches.empty()); // never from inside add()
        QCoreApplication::processEvents();
        QCOMPARE(stream.batches.size(), 1U);
        QCOMPARE(stream.batches.front().size(), 1U);
        QCOMPARE(textOf(stream.batches.front()).size(), 1000);
    }

    void firstTextAndEndDoNotWait()
    {
        Stream stream(never);
        stream.batcher->add(Event::Started{u"m"_s});
        QCoreApplication::processEvents();
        stream.batcher->add(Event::TextDelta{u"first"_s});
        QCoreApplication::processEvents();
        QCOMPARE(stream.all(), (QStringList{u"started m"_s, u"text first"_s}));

        stream.batcher->add(Event::TextDelta{u" second"_s});
        stream.batcher->add(Event::TextDelta{u" third"_s});
        QCoreApplication::processEvents();
        QCOMPARE(stream.batches.size(), 2U); // they rest

        stream.batcher->add(Event::Finished{});
        QCoreApplication::processEvents();
        QCOMPARE(stream.batches.size(), 3U);
        QCOMPARE(stream.all().constLast(), u"text  second third; finished stop"_s);
    }

    void laterTextComesWhenTheTimeIsOver()
    {
        Stream stream(1ms);
        stream.batcher->add(Event::TextDelta{u"a"_s});
        QTRY_COMPARE(stream.batches.size(), 1U);
        stream.batcher->add(Event::TextDelta{u"b"_s});
        QTRY_COMPARE(stream.batches.size(), 2U);
        QCOMPARE(stream.all(), (QStringList{u"text a"_s, u"text b"_s}));
    }

    void neighboursGrowTogether_data()
    {
        QTest::addColumn<QStringList>("kinds");
        QTest::addColumn<QString>("expected");
        QTest::newRow("text") << QStringList{u"t1"_s, u"t2"_s} << u"text 12"_s;
        QTest::newRow("reasoning, then text") << QStringList{u"r1"_s, u"r2"_s, u"t3"_s} << u"reasoning 12; text 3"_s;
        QTest::newRow("text around reasoning") << QStringList{u"t1"_s, u"r2"_s, u"t3"_s} << u"text 1; reasoning 2; text 3"_s;
        QTest::newRow("text with traces") << QStringList{u"t1"_s, u"p1"_s, u"t2"_s, u"p2"_s} << u"text 12; trace 2"_s;
        QTest::newRow("usage replaces usage") << QStringList{u"u1"_s, u"u2"_s} << u"usage in=2"_s;
        QTest::newRow("a retry divides") << QStringList{u"t1"_s, u"y"_s, u"t2"_s} << u"text 1; retrying 1 network: x; text 2"_s;
    }
    void neighboursGrowTogether()
    {
        QFETCH(QStringList, kinds);
        QFETCH(QString, expected);
        Stream stream(never);
        for (const QString &kind : std::as_const(kinds)) {
            const QString rest = kind.sliced(1);
            Usage usage;
            usage.inputTokens = rest.toInt();
            Error error;
            error.kind = ErrorKind::Network;
            error.detail = u"x"_s;
            switch (kind.front().unicode()) {
            case 't': stream.batcher->add(Event::TextDelta{rest}); break;
            case 'r': stream.batcher->add(Event::ReasoningDelta{rest}); break;
            case 'p': stream.batcher->add(Event::TraceDelta{{std::make_shared<TokenTrace>()}}); break;
            case 'u': stream.batcher->add(Event::UsageUpdate{usage}); break;
            case 'y': stream.batcher->add(Event::Retrying{1, 0ms, error}); break;
            default: QFAIL("unknown kind");
            }
        }
        QCoreApplication::processEvents();
        QCOMPARE(stream.all(), QStringList{expected});
    }

    void nothingFollowsTheEnd()
    {
        Stream stream(0ms);
        stream.batcher->add(Event::Finished{});
        stream.batcher->add(Event::TextDelta{u"late"_s});
        stream.batcher->add(Event::Failed{});
        QCoreApplication::processEvents();
        stream.batcher->add(Event::TextDelta{u"later"_s});
        QCoreApplication::processEvents();
        QCOMPARE(stream.all(), QStringList{u"finished stop"_s});
    }

    void destroyedIsSilentWithAFlushQueued()
    {
        Stream stream(0ms);
        stream.batcher->add(Event::TextDelta{u"x"_s});
        stream.receiver.reset();
        QCoreApplication::processEvents();
        stream.batcher->add(Event::Finished{});
        QCoreApplication::processEvents();
        QVERIFY(stream.batches.empty());
    }

    void orderHoldsFromAnotherThread()
    {
        Stream stream(0ms);
        QString expected;
        for (int i = 0; i < 5000; ++i)
            expected += QString::number(i) + u' ';
        std::jthread producer([batcher = stream.batcher] {
            for (int i = 0; i < 5000; ++i)
                batcher->add(Event::TextDelta{QString::number(i) + u' '});
            batcher->add(Event::Finished{});
        });
        QTRY_VERIFY(!stream.batches.empty() && isEnd(stream.batches.back().back()));
        QString text;
        for (const GenerationBatch &batch : stream.batches)
            text += textOf(batch);
        QCOMPARE(text, expected);
    }

    void receiversMayGoWhileAThreadProduces()
    {
        for (int round = 0; round < 200; ++round) {
            auto stream = std::make_unique<Stream>(0ms);
            std::jthread producer([batcher = stream->batcher](const std::stop_token &stop) {
                while (!stop.stop_requested())
                    batcher->add(Event::TextDelta{u"x"_s});
            });
            QCoreApplication::processEvents();
            stream->receiver.reset();
            const std::size_t heard = stream->batches.size();
            QCoreApplication::processEvents();
            QCOMPARE(stream->batches.size(), heard);
        }
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::BatcherTest)
#include "tst_batcher.moc"
