// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/gguffile.h"
#include "app/engine/llama/lane/decoder.h"
#include "app/engine/llama/llamabackend.h"
#include "models/core/gguf/ggufreader.h"
#include "models/sampling/counterrandom.h"
#include "tests/app/engine/llama/recordingsink.h"
#include "tests/app/engine/llama/tinymodel.h"
#include "tests/support/sanitized.h"
#include "tests/support/testpaths.h"

#include <ggml.h>

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Result<GgufFacts> check(const QByteArray &bytes)
{
    return checkGguf({reinterpret_cast<const std::byte *>(bytes.constData()), static_cast<std::size_t>(bytes.size())});
}

/// Numbers that break readers.
constexpr std::uint64_t NastyNumbers[] = {0,
                                          1,
                                          0x7F,
                                          0xFF,
                                          0x7FFF,
                                          0xFFFF,
                                          0x7FFFFFFF,
                                          0x80000000,
                                          0xFFFFFFFF,
                                          0x7FFFFFFFFFFFFFFF,
                                          0x8000000000000000,
                                          0xFFFFFFFFFFFFFFFF,
                                          31,
                                          33,
                                          1 << 20};

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

LlamaSettings smallSettings()
{
    LlamaSettings settings;
    settings.threads = 1;
    settings.contextTokens = 64;
    settings.nSequences = 1;
    settings.promptChunk = 8;
    return settings;
}

std::int64_t mostResidentBytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return std::int64_t{usage.ru_maxrss} * 1024;
}

/// The same damage for the same number.
QByteArray damaged(QByteArray bytes, qsizetype head, std::uint32_t number)
{
    const auto pick = [number](std::uint32_t what, std::uint64_t below) {
        return static_cast<std::uint64_t>(uniformAt({.seed = number}, what) * static_cast<double>(below));
    };
    if (pick(1, 20) == 0)
        return bytes.first(static_cast<qsizetype>(pick(2, static_cast<std::uint64_t>(bytes.size()))));
    const int wounds = 1 + static_cast<int>(pick(0, 3));
    for (int wound = 0; wound < wounds; ++wound) {
        const auto n = static_cast<std::uint32_t>(10 * (wound + 1));
        const auto at = static_cast<qsizetype>(pick(n, static_cast<std::uint64_t>(head - 8)));
        const std::uint64_t kind = pick(n + 1, 3);
        if (kind == 0) {
            bytes[at] = static_cast<char>(pick(n + 2, 256));
        } else if (kind == 1) {
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << pick(n + 2, 8)));
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
    /// The number of the damage that is being loaded, for whoever has to look into a crash.
    QFile m_last{m_folder.filePath(u"last-damage"_s)};

    Error errorAfter(qsizetype at, const QByteArray &written)
    {
        QByteArray bytes = m_good;
        bytes.replace(at, written.size(), written);
        const Result<GgufFacts> result = check(bytes);
        return result ? Error{} : result.error();
    }
    void noteDamage(std::uint32_t number)
    {
        m_last.seek(0);
        m_last.write(QByteArray::number(number).rightJustified(8));
        m_last.flush();
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
        QVERIFY(m_last.open(QIODevice::WriteOnly));
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

    void sizesOfTypesAreThoseOfGgml()
    {
        for (std::uint32_t type = 0; type < GGML_TYPE_COUNT + 10; ++type) {
            const GgufBlock block = ggufBlock(type);
            const bool known = type < GGML_TYPE_COUNT && ggml_blck_size(static_cast<ggml_type>(type)) > 0;
            QCOMPARE(block.numbers, known ? static_cast<int>(ggml_blck_size(static_cast<ggml_type>(type))) : 0);
            QCOMPARE(block.bytes, known ? static_cast<int>(ggml_type_size(static_cast<ggml_type>(type))) : 0);
        }
    }

    void tellsTheFacts()
    {
        const GgufFacts facts = checkGgufFile(builtInModel()).value();
        QCOMPARE(facts.architecture, u"llama"_s);
        QVERIFY(facts.hasTemplate);
        QVERIFY(!facts.license.isEmpty());
        QVERIFY(!facts.quantization.isEmpty());
        QVERIFY(facts.parameters > 1'000'000);
        QVERIFY(facts.layers > 0 && facts.width > 0 && facts.heads > 0 && facts.vocabulary > 256);
        QCOMPARE(facts.fileBytes, QFileInfo(builtInModel()).size());
        const GgufFacts tiny = check(m_good).value();
        QCOMPARE(tiny.quantization, u"F32"_s);
        QVERIFY(!tiny.hasTemplate);
        QCOMPARE(tiny.parameters * 4, tiny.tensorBytes);
    }

    void saysWhatIsWrong()
    {
        QCOMPARE(errorAfter(0, "GGML").detail, u"this is not a GGUF file"_s);
        QCOMPARE(errorAfter(4, QByteArray("\x09\0\0\0", 4)).detail, u"this GGUF has version 9; versions 2 and 3 can be read"_s);
        QVERIFY(errorAfter(4, QByteArray("\0\0\0\x03", 4)).detail.contains(u"byte order"_s));
        QVERIFY(errorAfter(8, QByteArray(8, '\xFF')).detail.contains(u"claims to have"_s));
        QVERIFY(errorAfter(8, QByteArray(8, '\0')).detail.contains(u"no tensors"_s));
        QCOMPARE(errorAfter(valueOf("llama.block_count"), QByteArray(4, '\0')).detail, u"llama.block_count cannot be 0"_s);
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

    /// What the check lets through, llama.cpp has to survive: loading, the memory of a context, its vocabulary.
    void tenThousandDamagedHeads_data()
    {
        QTest::addColumn<std::uint32_t>("first");
        for (std::uint32_t first = 0; first < 10'000; first += 1'000)
            QTest::addRow("from %u", first) << first;
    }

    void tenThousandDamagedHeads()
    {
        QFETCH(const std::uint32_t, first);
        const QString path = m_folder.filePath(u"damaged.gguf"_s);
        int refused = 0;
        int loaded = 0;
        for (std::uint32_t i = first; i < first + 1'000; ++i) {
            const QByteArray bytes = damaged(m_good, m_head, i);
            if (!check(bytes)) {
                ++refused;
                continue;
            }
            QVERIFY(write(path, bytes));
            noteDamage(i);
            RpcWorkers workers;
            const auto model = LlamaModel::load(path, smallSettings(), workers, [](double) { return true; });
            if (!model) {
                QCOMPARE(model.error().place, path);
                continue;
            }
            ++loaded;
            for (llama_token token : (*model)->tokenize("a b"))
                (void)(*model)->piece(token);
            if (const auto decoder = Decoder::create(**model, smallSettings()); !decoder)
                QCOMPARE(decoder.error().place, path);
        }
        QVERIFY2(refused > 300 && refused < 1'000, qPrintable(QString::number(refused)));
        QVERIFY2(loaded > 30, qPrintable(QString::number(loaded)));
        // A sanitizer keeps what was freed.
        QVERIFY2(mostResidentBytes() < (isSanitized ? 1'000'000'000 : 400'000'000),
                 qPrintable(QString::number(mostResidentBytes())));
    }

    /// Some of them all the way: a request to the engine ends, with an answer or with an error.
    void damagedHeadsAnswerOrFail()
    {
        int ended = 0;
        for (std::uint32_t i = 20'000; i < 20'300; ++i) {
            const QByteArray bytes = damaged(m_good, m_head, i);
            if (!check(bytes))
                continue;
            // A name of its own: a loaded model's file stays mapped.
            const QString path = m_folder.filePath(u"damaged-%1.gguf"_s.arg(i));
            QVERIFY(write(path, bytes));
            noteDamage(i);
            const auto backend = makeLlamaBackend(smallSettings());
            GenerationRequest request;
            request.endpoint.modelPath = path;
            request.form = PromptForm::Continuation;
            request.messages = {{Role::User, u"ab"_s}};
            request.sampling.seed = 1;
            request.sampling.maxTokens = 2;
            const RecordingSink sink;
            const auto job = backend->start(request, {}, sink.sink());
            QVERIFY2(sink.waitForEnd(), qPrintable(path));
            QCOMPARE(sink.ends(), 1);
            ++ended;
            QFile::remove(path);
        }
        QVERIFY2(ended > 30, qPrintable(QString::number(ended)));
    }
};

QTEST_GUILESS_MAIN(TestGgufCheck)
#include "tst_ggufcheck.moc"
