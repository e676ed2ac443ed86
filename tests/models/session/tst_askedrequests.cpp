// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/askedrequests.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

GenerationRequest asked(const CellKey &key, const Messages &messages)
{
    GenerationRequest request;
    request.key = key;
    request.messages = messages;
    request.endpoint.model = u"m%1"_s.arg(key.variantIndex);
    request.sampling.seed = static_cast<std::uint64_t>(key.repeat);
    return request;
}

} // namespace

class AskedRequestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesAreKnownAgain()
    {
        const QList<Messages> all{{},
                                  {{Role::User, u"hello"_s}},
                                  {{Role::System, u"hello"_s}},
                                  {messageOfParts(Role::User, {TextPart{u"hello"_s}})},
                                  {{Role::User, u"hell"_s}, {Role::User, u"o"_s}},
                                  {{Role::User, u"hel"_s}, {Role::User, u"lo"_s}},
                                  {{Role::User, QString(100'000, u'é')}},
                                  {{Role::User, u""_s}}};
        AskedRequests requests;
        for (const Messages &messages : all)
            requests.add(asked({}, messages));
        QCOMPARE(requests.size(), static_cast<std::size_t>(all.size()));
        for (qsizetype i = 0; i < all.size(); ++i) {
            for (qsizetype k = 0; k < all.size(); ++k)
                QCOMPARE(requests.hasMessages(static_cast<std::size_t>(i), all.at(k)), i == k);
        }
    }

    /// Variants and repeats take turns, and a setting may change in the middle of a run.
    void theRestBelongsToItsRequest()
    {
        AskedRequests requests;
        std::vector<GenerationRequest> all;
        for (int number = 0; number < 60; ++number) {
            all.push_back(asked({number / 6, 0, number % 3, number / 3 % 2}, {{Role::User, QString::number(number)}}));
            all.back().strict = number > 30;
            requests.add(all.back());
        }
        for (std::size_t i = 0; i < all.size(); ++i) {
            const GenerationRequest &rest = requests.withoutMessages(i);
            QCOMPARE(rest.endpoint.model, all[i].endpoint.model);
            QCOMPARE(rest.sampling.seed, all[i].sampling.seed);
            QCOMPARE(rest.strict, all[i].strict);
            QVERIFY(rest.messages.isEmpty());
            QVERIFY(requests.hasMessages(i, all[i].messages));
        }
    }
};

QTEST_GUILESS_MAIN(AskedRequestsTest)
#include "tst_askedrequests.moc"
