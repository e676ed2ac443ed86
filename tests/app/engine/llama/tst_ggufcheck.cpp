// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/ggufcheck.h"
#include "app/engine/llama/llamamodel.h"
#include "models/sampling/counterrandom.h"
#include "tests/app/engine/llama/tinymodel.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Result<GgufFacts> check(const QByteArray &bytes)
{
    return checkGguf({reinterpret_cast<const std::byte *>(bytes.constData()), static_cast<std::size_t>(bytes.size())});
}

/// Numbers that break readers.
constexpr std::uint64_t NastyNumbers[] = {0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF,
                                          0x7FFFFFFFFFFFFFFF, 0x8000000000000000, 0xFFFFFFFFFFFFFFFF, 31, 33, 1 << 20};

/// The same damage for the same number.
QByteArray damaged(QByteArray bytes, qsizetype head, std::uint32_t number)
{
    const auto pick = [number](std::uint32_t what, std::uint64_t below) {
        return static_cast<std::uint64_t>(uniformAt({.seed = number}, what) * static_cast<double>(below));
    };
    const int wounds = 1 + static_cast<int>(pick(0, 3));
    for (int wound = 0; wound < wounds; ++wound) {
        const auto n = static_cast<std::uint32_t>(10 * (wound + 1));
        const auto at = static_cast<qsizetype>(pick(n, static_cast<std::uint64_t>(head - 8)));
        if (pick(n + 1, 2) == 0) {
            bytes[at] = static_cast<char>(pick(n + 2, 256));
        } else {
            const std::uint64_t value = NastyNumbers[pick(n + 2, std::size(NastyNumbers))];
            std::memcpy(bytes.data() + at, &value, pick(n + 3, 2) == 0 ? 4 : 8);
        }
    }
    return bytes;
}

} // namespace

class TestGgufCheck : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QByteArray m_good;
    qsizetype m_head = 0; ///< Bytes before the tensors.

    Error errorAfter(qsizetype at, const QByteArray &written)
    {
        QByteArray bytes = m_good;
        bytes.replace(at, written.size(), written);
        const Result<GgufFacts> result = check(bytes);
        return result ? Error{} : result.error();
    }
    /// Where the value of a key of a simple type begins.
    qsizetype valueOf(const QByteArray &key) { return m_good.indexOf(key) + key.size() + 4; }

private Q_SLOTS:
    void initTestCase()
    {
        TinyModel model;
        model.layers = 1;
        model.width = 32;
        model.heads = 1;
        model.feedForward = 32;
        model.vocabulary = 288;
        const QString path = m_folder.filePath(u"good.gguf"_s);
        QVERIFY(model.write(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_good = file.readAll();
        const Result<GgufFacts> facts = check(m_good);
        QVERIFY2(facts, qPrintable(facts ? QString() : facts.error().detail));
        QCOMPARE(facts->architecture, u"llama"_s);
        QCOMPARE(facts->name, u"tiny"_s);
        QCOMPARE(facts->contextTokens.value(), 512);
        QCOMPARE(facts->tensors, 12);
        m_head = m_good.size() - static_cast<qsizetype>(facts->tensorBytes);
    }

    void everyTruncationIsNoticed()
    {
        for (qsizetype size = 0; size < m_good.size(); size += size < m_head + 100 ? 1 : 997) {
            const Result<GgufFacts> result = check(m_good.first(size));
            QVERIFY2(!result, qPrintable(QString::number(size)));
            QCOMPARE(result.error().kind, ErrorKind::ModelBroken);
            QVERIFY(!result.error().detail.isEmpty());
        }
    }

    void saysWhatIsWrong()
    {
        QCOMPARE(errorAfter(0, "GGML").detail, u"this is not a GGUF file"_s);
        QCOMPARE(errorAfter(4, QByteArray("\x09\0\0\0", 4)).detail,
                 u"this GGUF has version 9; versions 2 and 3 can be read"_s);
        QVERIFY(errorAfter(4, QByteArray("\0\0\0\x03", 4)).detail.contains(u"byte order"_s));
        QVERIFY(errorAfter(8, QByteArray(8, '\xFF')).detail.contains(u"claims to have"_s));
        QVERIFY(errorAfter(8, QByteArray(8, '\0')).detail.contains(u"no tensors"_s));
        QCOMPARE(errorAfter(valueOf("llama.block_count"), QByteArray(4, '\0')).detail,
                 u"llama.block_count cannot be 0"_s);
        QVERIFY(errorAfter(valueOf("tokenizer.ggml.eos_token_id"), QByteArray("\0\x10\0\0", 4))
                    .detail.contains(u"only 288 tokens"_s));
        QVERIFY(errorAfter(m_good.indexOf("output_norm.weight") + 18, QByteArray("\x09\0\0\0", 4))
                    .detail.contains(u"has 9 dimensions"_s));
    }

    void filesGetTheirPath()
    {
        const QString nowhere = m_folder.filePath(u"nowhere.gguf"_s);
        QCOMPARE(checkGgufFile(nowhere).error().kind, ErrorKind::ModelMissing);
        QCOMPARE(checkGgufFile(nowhere).error().place, nowhere);
        const QString path = m_folder.filePath(u"empty.gguf"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QCOMPARE(checkGgufFile(path).error().kind, ErrorKind::ModelBroken);
        QCOMPARE(checkGgufFile(path).error().place, path);
    }

    void tenThousandDamagedHeads()
    {
        int refused = 0;
        for (std::uint32_t i = 0; i < 10'000; ++i)
            refused += check(damaged(m_good, m_head, i)) ? 0 : 1;
        QVERIFY2(refused > 1'000, qPrintable(QString::number(refused)));
        QVERIFY2(refused < 10'000, "some damage is harmless, a vocabulary's spelling for instance");
    }

    /// What the check lets through, llama.cpp has to survive.
    void damagedHeadsDoNotTakeLlamaDown()
    {
        const QString path = m_folder.filePath(u"damaged.gguf"_s);
        int loaded = 0;
        for (std::uint32_t i = 0; i < 1'000; ++i) {
            const QByteArray bytes = damaged(m_good, m_head, 50'000 + i);
            if (!check(bytes))
                continue;
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(bytes), bytes.size());
            file.close();
            const auto model = LlamaModel::load(path, {.onDecode = {}}, [](double) { return true; });
            if (model)
                ++loaded;
            else
                QCOMPARE(model.error().place, path);
        }
        QVERIFY2(loaded > 50, qPrintable(QString::number(loaded)));
    }
};

QTEST_GUILESS_MAIN(TestGgufCheck)
#include "tst_ggufcheck.moc"
