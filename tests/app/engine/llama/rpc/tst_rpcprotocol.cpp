// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/rpc/rpcprotocol.h"

#include <QTest>
#include <QtEndian>

using namespace Tempera;

namespace {

void put(QByteArray &bytes, qsizetype at, std::uint64_t number)
{
    qToLittleEndian(number, bytes.data() + at);
}

std::uint64_t number(const QByteArray &bytes, qsizetype at = 0)
{
    return qFromLittleEndian<std::uint64_t>(bytes.constData() + at);
}

} // namespace

class TestRpcProtocol : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data()
    {
        QTest::addColumn<int>("command");
        QTest::addColumn<int>("bytes");
        QTest::newRow("alloc buffer") << 0 << 16;
        QTest::newRow("alignment") << 1 << 8;
        QTest::newRow("base") << 3 << 8;
        QTest::newRow("free") << 4 << 0;
        QTest::newRow("set tensor") << 6 << 0;
        QTest::newRow("set tensor by hash") << 7 << 1;
        QTest::newRow("copy") << 9 << 1;
        QTest::newRow("compute") << 10 << 0;
        QTest::newRow("memory") << 11 << 16;
        QTest::newRow("alloc size") << 13 << 8;
        QTest::newRow("hello") << 14 << 28;
        QTest::newRow("devices") << 15 << 4;
        QTest::newRow("recompute") << 16 << 0;
        QTest::newRow("memset") << 17 << 0;
    }
    void answers()
    {
        QFETCH(int, command);
        QFETCH(int, bytes);
        QCOMPARE(Rpc::expectedAnswer(static_cast<std::uint8_t>(command), {}), std::uint64_t(bytes));
        // A stand-in never says more than the answer would.
        QVERIFY(Rpc::standIn(static_cast<std::uint8_t>(command), {}).size() <= bytes);
    }

    void theSizeOfATensorIsInItsRequest()
    {
        constexpr std::uint8_t GetTensor = 8;
        QByteArray request(Rpc::LookedAtBytes, 0);
        put(request, 304, 123'456'789'012);
        QCOMPARE(Rpc::expectedAnswer(GetTensor, request), std::uint64_t{123'456'789'012});
        QVERIFY(!Rpc::expectedAnswer(GetTensor, request.first(200)));
        QVERIFY(!Rpc::expectedAnswer(99, request));
    }

    void standInsLetACallerEnd()
    {
        QVERIFY(Rpc::standIn(0, {}).isEmpty()); // no memory
        QVERIFY(number(Rpc::standIn(1, {})) > 0);
        QCOMPARE(number(Rpc::standIn(2, {})), UINT64_MAX);
        QVERIFY(number(Rpc::standIn(3, {})) > 0);
        QCOMPARE(Rpc::standIn(7, {}), QByteArray(1, 1));
        QVERIFY(number(Rpc::standIn(11, {})) > 0);
        QVERIFY(number(Rpc::standIn(11, {}), 8) > 0);
    }

    void anAllocationHasRoomForItsTensor()
    {
        constexpr std::uint8_t GetAllocSize = 13;
        QByteArray request(4 + 296, 0);
        const std::array<std::uint32_t, 4> lengths{4096, 11008, 1, 1};
        const std::array<std::uint32_t, 4> strides{34, 4352, 47'906'816, 47'906'816};
        for (qsizetype i = 0; i < 4; ++i) {
            qToLittleEndian(lengths.at(std::size_t(i)), request.data() + 4 + 20 + 4 * i);
            qToLittleEndian(strides.at(std::size_t(i)), request.data() + 4 + 36 + 4 * i);
        }
        QVERIFY(number(Rpc::standIn(GetAllocSize, request)) >= std::uint64_t{4352} * 11008);
        QVERIFY(number(Rpc::standIn(GetAllocSize, request.first(10))) > 0); // cut off: still an answer
    }
};

QTEST_GUILESS_MAIN(TestRpcProtocol)
#include "tst_rpcprotocol.moc"
