// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/crossthreadcache.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

class ShelfCache final : public CacheStore
{
public:
    void find(const QByteArray &key, QObject *, std::function<void(std::optional<CachedAnswer>)> callback) override
    {
        callback(kept.contains(key) ? std::optional(kept.value(key)) : std::nullopt);
    }
    void put(const QByteArray &key, const CachedAnswer &answer) override { kept.insert(key, answer); }

    QMap<QByteArray, CachedAnswer> kept;
};

} // namespace

class CrossThreadCacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The price is known where the store is, not where answers come from.
    void answersArePricedAsTheyAreKept()
    {
        ShelfCache shelf;
        CrossThreadCache cache(shelf, [](const CachedAnswer &answer) {
            return answer.model == "m"_L1 ? std::optional(Money::fromNano(7)) : std::nullopt;
        });
        cache.put("known", CachedAnswer{u"x"_s, u"m"_s, {}, {}, FinishReason::Stop});
        cache.put("unknown", CachedAnswer{u"x"_s, u"n"_s, {}, {}, FinishReason::Stop});
        QTRY_COMPARE(shelf.kept.size(), 2);
        QCOMPARE(shelf.kept.value("known").cost, Money::fromNano(7));
        QCOMPARE(shelf.kept.value("unknown").cost, std::nullopt);
        std::optional<QString> text;
        cache.find("known", this,
                   [&text](const std::optional<CachedAnswer> &answer) { text = answer ? answer->text : QString(); });
        QTRY_COMPARE(text, u"x"_s);
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::CrossThreadCacheTest)
#include "tst_crossthreadcache.moc"
