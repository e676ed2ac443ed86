// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/hosts.h"

#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

enum class Where { ThisMachine, OwnNetwork, Elsewhere };

struct HostRow {
    const char *host;
    Where where;
};

constexpr HostRow hostRows[]{
    {"localhost", Where::ThisMachine},
    {"LOCALHOST", Where::ThisMachine},
    {"localhost.", Where::ThisMachine},
    {"127.0.0.1", Where::ThisMachine},
    {"127.1.2.3", Where::ThisMachine},
    {"::1", Where::ThisMachine},
    {"[::1]", Where::ThisMachine},
    {"0:0:0:0:0:0:0:1", Where::ThisMachine},
    {"::ffff:127.0.0.1", Where::ThisMachine},

    {"10.0.0.1", Where::OwnNetwork},
    {"10.255.255.255", Where::OwnNetwork},
    {"172.16.0.1", Where::OwnNetwork},
    {"172.31.255.1", Where::OwnNetwork},
    {"192.168.1.7", Where::OwnNetwork},
    {"169.254.7.7", Where::OwnNetwork},
    {"0.0.0.0", Where::OwnNetwork},
    {"::", Where::OwnNetwork},
    {"fd12::1", Where::OwnNetwork},
    {"fc00::1", Where::OwnNetwork},
    {"FDFF:1::1", Where::OwnNetwork},
    {"fe80::1", Where::OwnNetwork},
    {"febf::1", Where::OwnNetwork},
    {"fe80::1%eth0", Where::OwnNetwork},
    {"::ffff:192.168.1.7", Where::OwnNetwork},
    {"gpu-box", Where::OwnNetwork},
    {"gpu.local", Where::OwnNetwork},
    {"GPU.Local.", Where::OwnNetwork},
    {"gpu.lan", Where::OwnNetwork},
    {"app.localhost", Where::OwnNetwork},
    {"llm.corp.internal", Where::OwnNetwork},
    {"nas.home.arpa", Where::OwnNetwork},

    {"172.15.0.1", Where::Elsewhere},
    {"172.32.0.1", Where::Elsewhere},
    {"192.169.1.1", Where::Elsewhere},
    {"169.253.1.1", Where::Elsewhere},
    {"11.0.0.1", Where::Elsewhere},
    {"128.0.0.1", Where::Elsewhere},
    {"0.0.0.1", Where::Elsewhere},
    {"8.8.8.8", Where::Elsewhere},
    {"::ffff:8.8.8.8", Where::Elsewhere},
    {"2001:db8::1", Where::Elsewhere},
    {"fec0::1", Where::Elsewhere}, // site-local, given up by RFC 3879
    {"fb00::1", Where::Elsewhere},
    {"::2", Where::Elsewhere},
    {"10.example.com", Where::Elsewhere},
    {"10.0.0.example", Where::Elsewhere},
    {"127.evil.example", Where::Elsewhere},
    {"127.0.0.1.evil.example", Where::Elsewhere},
    {"127.0.0.256", Where::Elsewhere},
    {"192.168.1.7.evil.example", Where::Elsewhere},
    {"localhost.evil.example", Where::Elsewhere},
    {"evil.localhost.example", Where::Elsewhere},
    {"mylocal.example", Where::Elsewhere},
    {"evillocal.com", Where::Elsewhere},
    {"home.arpa.example", Where::Elsewhere},
    {"fd12.example.com", Where::Elsewhere},
    {"api.openai.com", Where::Elsewhere},
    {"", Where::Elsewhere},
};

} // namespace

class HostsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whereAHostIs_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("isThis");
        QTest::addColumn<bool>("isOwn");
        for (const HostRow &row : hostRows) {
            QTest::newRow(*row.host ? row.host : "none")
                << QString::fromLatin1(row.host) << (row.where == Where::ThisMachine) << (row.where != Where::Elsewhere);
        }
    }
    void whereAHostIs()
    {
        QFETCH(QString, host);
        QTEST(isThisMachine(host), "isThis");
        QTEST(isOwnNetwork(host), "isOwn");
    }

    /// However a person writes the address, the answer is that for the host.
    void asInAnAddress()
    {
        for (const auto &[address, isOwn] :
             {std::pair(u"http://[FE80::1]:8000/v1"_s, true), std::pair(u"http://127.1:8080"_s, true),
              std::pair(u"http://0x7f000001/v1"_s, true), std::pair(u"http://GPU-Box:8000"_s, true),
              std::pair(u"https://10.0.0.1.nip.io/v1"_s, false)})
            QCOMPARE(isOwnNetwork(QUrl(address).host()), isOwn);
    }
};

QTEST_APPLESS_MAIN(HostsTest)
#include "tst_hosts.moc"
