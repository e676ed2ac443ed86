// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/countmany.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// Divides among nobody, but from the end, and remembers how often it was asked.
class Backwards final : public Parallel
{
public:
    [[nodiscard]] int width() const override { return 3; }
    void forEach(std::size_t count, const std::function<void(std::size_t)> &work) override
    {
        ++asked;
        for (std::size_t i = count; i > 0; --i)
            work(i - 1);
    }

    int asked = 0;
};

} // namespace

class TestCountMany : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsKeepTheirOrder()
    {
        const auto encoding = BpeEncoding::load(u"o200k_base"_s);
        QVERIFY(encoding);
        const std::vector<QByteArray> texts{"Hello, world!", "", "int main() { return 0; }", "你好，世界"_ba, "a a a a a a"};
        std::vector<std::int64_t> expected;
        for (const QByteArray &text : texts)
            expected.push_back((*encoding)->count(text));
        Backwards parallel;
        QCOMPARE(countTexts(**encoding, texts, &parallel), expected);
        QCOMPARE(countTexts(**encoding, texts, nullptr), expected);
        QCOMPARE(parallel.asked, 1);
        const std::vector<Messages> prompts{{{Role::System, u"Be short."_s}, {Role::User, u"Hello"_s}}, {{Role::User, u"Bye"_s}}};
        const std::vector<std::int64_t> counts = countPrompts(**encoding, prompts, &parallel);
        QCOMPARE(counts.size(), std::size_t{2});
        QCOMPARE(counts[0], countMessages(**encoding, prompts[0]).tokens);
        QCOMPARE(counts[1], countMessages(**encoding, prompts[1]).tokens);
    }

    void aPieceIsBoundedButNeverEmpty()
    {
        Backwards parallel;
        QCOMPARE(bytesAtOnce(&parallel), 3 * bytesAtOnce(nullptr));
        const auto most = static_cast<qsizetype>(bytesAtOnce(nullptr));
        const std::vector<QByteArray> texts{QByteArray(most * 2, 'a'), "b", QByteArray(most / 2, 'c'), QByteArray(most, 'd'),
                                            "e"};
        QCOMPARE(textsAtOnce(texts, nullptr), std::size_t{1}); // longer than a piece, and one of its own
        const std::span<const QByteArray> rest = std::span<const QByteArray>(texts).subspan(1);
        QCOMPARE(textsAtOnce(rest, nullptr), std::size_t{3});
        QCOMPARE(textsAtOnce({}, nullptr), std::size_t{0});
        const std::vector<Messages> prompts{{}, {{Role::User, u"x"_s}}};
        QCOMPARE(promptsAtOnce(prompts, nullptr), std::size_t{2});
    }
};

QTEST_GUILESS_MAIN(TestCountMany)
#include "tst_countmany.moc"
