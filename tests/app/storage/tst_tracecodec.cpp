// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/tracecodec.h"
#include "tests/app/storage/randomcell.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <bit>
#include <limits>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

bool same(const Trace &a, const Trace &b)
{
    return std::ranges::equal(a, b, [](const auto &x, const auto &y) { return *x == *y; });
}

/// What a language model gives: a few hundred falling logits a token.
Trace likeAModel(int tokens)
{
    QRandomGenerator random(5);
    Trace trace;
    for (int i = 0; i < tokens; ++i) {
        auto token = std::make_shared<TokenTrace>();
        token->time = std::chrono::microseconds(i * 4000);
        for (int c = 0; c < 200; ++c)
            token->candidates.push_back({random.bounded(50'000), static_cast<float>(random.generateDouble() * 16)});
        std::ranges::sort(token->candidates, std::greater(), &Candidate::logit);
        trace.push_back(token);
    }
    return trace;
}

} // namespace

class TraceCodecTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyIsEmpty()
    {
        QVERIFY(encodeTrace({}).isEmpty());
        QVERIFY(decodeTrace({}).value().empty());
    }

    void anythingComesBack()
    {
        RandomCells random(1);
        for (int round = 0; round < 200; ++round) {
            Trace trace;
            for (int i = 0; i < round % 7 + 1; ++i)
                trace.push_back(std::make_shared<TokenTrace>(random.token()));
            const Result<Trace> back = decodeTrace(encodeTrace(trace));
            QVERIFY(back);
            QVERIFY(same(*back, trace));
        }
    }

    void specialFloatsKeepTheirBits()
    {
        auto token = std::make_shared<TokenTrace>();
        for (const float value : {std::numeric_limits<float>::infinity(), std::numeric_limits<float>::max(), 0.0f, -0.0f,
                                  std::numeric_limits<float>::denorm_min(), -std::numeric_limits<float>::infinity(),
                                  std::numeric_limits<float>::quiet_NaN()})
            token->candidates.push_back({-1, value});
        const Result<Trace> back = decodeTrace(encodeTrace({token}));
        QVERIFY(back);
        QCOMPARE(back->front()->candidates.size(), token->candidates.size());
        for (std::size_t i = 0; i < token->candidates.size(); ++i) {
            QCOMPARE(std::bit_cast<quint32>(back->front()->candidates[i].logit),
                     std::bit_cast<quint32>(token->candidates[i].logit));
        }
    }

    void isCompact()
    {
        const Trace trace = likeAModel(100);
        const auto plain = static_cast<qsizetype>(trace.size() * trace.front()->candidates.size() * sizeof(Candidate));
        const QByteArray bytes = encodeTrace(trace);
        QVERIFY2(bytes.size() < plain * 3 / 4, qPrintable(u"%1 of %2"_s.arg(bytes.size()).arg(plain)));
    }

    void everyCutIsNoticed()
    {
        RandomCells random(2);
        const QByteArray raw = qUncompress(encodeTrace({std::make_shared<TokenTrace>(random.token())}));
        for (qsizetype length = 0; length < raw.size(); ++length) {
            const Result<Trace> back = decodeTrace(qCompress(raw.first(length)));
            QVERIFY2(!back, qPrintable(QString::number(length)));
            QCOMPARE(back.error().kind, ErrorKind::Storage);
        }
        QVERIFY(!decodeTrace(qCompress(raw + 'x')));
    }

    void damageNeverCrashes()
    {
        const QByteArray raw = qUncompress(encodeTrace(likeAModel(3)));
        QRandomGenerator random(3);
        int refused = 0;
        for (int round = 0; round < 2000; ++round) {
            QByteArray damaged = raw;
            for (int i = 0; i < 3; ++i)
                damaged[random.bounded(static_cast<int>(damaged.size()))] = static_cast<char>(random.generate());
            refused += !decodeTrace(qCompress(damaged, 0)).has_value();
        }
        QVERIFY(refused > 0);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"qUncompress"_s));
        QVERIFY(!decodeTrace(QByteArray("\0\0\0\x10garbage", 11)));
        QVERIFY(!decodeTrace(QByteArray("\xff\xff\xff\xffgarbage", 11))); // claims 4 GiB
        QVERIFY(!decodeTrace("abc"));
    }

    void anotherVersionIsRefused()
    {
        QByteArray raw = qUncompress(encodeTrace(likeAModel(1)));
        raw[0] = 1; // the form before this one has a tail only, as this trace does
        QVERIFY(decodeTrace(qCompress(raw)).has_value());
        raw[0] = 3;
        const Result<Trace> back = decodeTrace(qCompress(raw));
        QVERIFY(!back);
        QVERIFY(back.error().detail.contains(u"newer"_s));
    }
};

QTEST_GUILESS_MAIN(TraceCodecTest)
#include "tst_tracecodec.moc"
