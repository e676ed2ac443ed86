// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Our product of Q8_0 matrices against llama.cpp's own: the same bits.

#include "app/engine/llama/kernels/q8product.h"

#include <QTest>

#include <ggml-cpu-impl.h>
#include <ggml-cpu.h>
#include <llamafile/sgemm.h>

#include <algorithm>
#include <cstring>
#include <random>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Tempera::Kernels;

// The linker's name for the original.
extern "C" bool __real_llamafile_sgemm(const ggml_compute_params *, int64_t, int64_t, int64_t, const void *, int64_t, // NOLINT
                                       const void *, int64_t, void *, int64_t, int, int, int);

namespace {

constexpr float Untouched = -12345;
constexpr std::int64_t Spare = 3; ///< Results and blocks between one row and the next, which are nobody's.

struct Shape {
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::int64_t blocks = 0;

    [[nodiscard]] std::int64_t stride() const { return blocks + Spare; }
    [[nodiscard]] std::int64_t resultStride() const { return rows + Spare; }
    [[nodiscard]] std::vector<float> empty() const
    {
        return std::vector<float>(static_cast<std::size_t>(resultStride() * columns), Untouched);
    }
};

std::vector<Q8Block> randomBlocks(std::mt19937 &random, std::int64_t count, int least)
{
    std::uniform_int_distribution<int> quant(least, 127);
    std::uniform_real_distribution<float> scale(-0.5F, 0.5F);
    std::vector<Q8Block> blocks(static_cast<std::size_t>(count));
    for (Q8Block &block : blocks) {
        block.scale = ggml_fp32_to_fp16(scale(random));
        std::ranges::generate(block.quants, [&] { return static_cast<std::int8_t>(quant(random)); });
    }
    // What rounding and overflow would show first.
    std::ranges::fill(blocks.front().quants, static_cast<std::int8_t>(least));
    std::ranges::fill(blocks.back().quants, static_cast<std::int8_t>(127));
    blocks[blocks.size() / 2].scale = 1; // the least number above 0
    return blocks;
}

struct Operands {
    explicit Operands(Shape of) : shape(of)
    {
        std::mt19937 random(static_cast<unsigned>(of.rows * 10'007 + of.columns * 101 + of.blocks)); // NOLINT: the same each time
        weights = randomBlocks(random, of.rows * of.stride(), -128);
        activations = randomBlocks(random, of.columns * of.stride(), -127); // llama.cpp makes no -128
    }

    /// Through what llama.cpp calls, or through what that was: `threads` shares, one after the other.
    template<typename Function>
    std::vector<float> product(Function function, int threads) const
    {
        std::vector<float> result = shape.empty();
        for (int i = 0; i < threads; ++i) {
            ggml_compute_params params{};
            params.ith = i;
            params.nth = threads;
            if (!function(&params, shape.rows, shape.columns, shape.blocks, weights.data(), shape.stride(), activations.data(),
                          shape.stride(), result.data(), shape.resultStride(), GGML_TYPE_Q8_0, GGML_TYPE_Q8_0, GGML_TYPE_F32))
                return {};
        }
        return result;
    }

    /// Rows up to `border`, then the others.
    std::vector<float> product(Q8Method method, std::int64_t border) const
    {
        std::vector<float> result = shape.empty();
        const Q8Product whole{{weights.data(), shape.stride()},
                              {activations.data(), shape.stride()},
                              shape.columns,
                              shape.blocks,
                              result.data(),
                              shape.resultStride()};
        multiply(method, whole, 0, border);
        multiply(method, whole, border, shape.rows);
        return result;
    }

    /// By llama.cpp as released.
    std::vector<float> expected() const { return shape.columns == 1 ? rowByRow() : product(__real_llamafile_sgemm, 1); }

    /// What llama.cpp does with a single column.
    std::vector<float> rowByRow() const
    {
        std::vector<float> result = shape.empty();
        const auto scalarProduct = ggml_get_type_traits_cpu(GGML_TYPE_Q8_0)->vec_dot;
        for (std::int64_t row = 0; row < shape.rows; ++row)
            scalarProduct(static_cast<int>(shape.blocks * Q8Block::Size), &result[static_cast<std::size_t>(row)], 0,
                          &weights[static_cast<std::size_t>(row * shape.stride())], 0, activations.data(), 0, 1);
        return result;
    }

    Shape shape;
    std::vector<Q8Block> weights;
    std::vector<Q8Block> activations;
};

bool sameBits(const std::vector<float> &one, const std::vector<float> &other)
{
    return !one.empty() && one.size() == other.size() && std::memcmp(one.data(), other.data(), one.size() * sizeof(float)) == 0;
}

} // namespace

class TestQ8Product : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ggml_cpu_init(); }

    void hasTheBitsOfLlamaCpp_data()
    {
        QTest::addColumn<Q8Method>("method");
        QTest::addColumn<Shape>("shape");
        for (const auto &[name, method] : {std::pair("AVX2", Q8Method::Avx2), std::pair("AVX-512", Q8Method::Avx512)}) {
            for (const int rows : {1, 2, 3, 4, 5, 7, 8, 9, 11, 17, 64, 577}) {
                for (const int columns : {1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 33}) {
                    for (const int blocks : {1, 2, 3, 18, 48})
                        QTest::addRow("%s: %d rows, %d columns, %d blocks", name, rows, columns, blocks)
                            << method << Shape{rows, columns, blocks};
                }
            }
        }
    }

    void hasTheBitsOfLlamaCpp()
    {
        QFETCH(Q8Method, method);
        QFETCH(Shape, shape);
        if (!can(method))
            QSKIP("This processor lacks the instructions.");
        const Operands operands(shape);
        const std::vector<float> expected = operands.expected();
        QVERIFY(std::ranges::any_of(expected, [](float value) { return value != Untouched && value != 0; }));
        for (const std::int64_t border : {std::int64_t(0), shape.rows / 2, shape.rows})
            QVERIFY2(sameBits(operands.product(method, border), expected), qPrintable(u"border at %1"_s.arg(border)));
    }

    void llamaCppCallsIt_data()
    {
        QTest::addColumn<int>("columns");
        for (const int columns : {1, 2, 8, 9, 40})
            QTest::addRow("%d columns", columns) << columns;
    }

    void llamaCppCallsIt()
    {
        QFETCH(int, columns);
        const Operands operands({577, columns, 18});
        const bool ours = quickestFor(columns).has_value();
        for (const int threads : {1, 2, 3, 7}) {
            const std::vector<float> result = operands.product(llamafile_sgemm, threads);
            if (ours || columns > 1)
                QVERIFY2(sameBits(result, operands.expected()), qPrintable(u"%1 threads"_s.arg(threads)));
            else
                QVERIFY(result.empty()); // llama.cpp's own declines a single column and goes row by row
        }
    }

    void fewColumnsAreOursWhereTheProcessorCan()
    {
        QCOMPARE(quickestFor(8).has_value(), can(Q8Method::Avx2) || can(Q8Method::Avx512));
        for (const std::int64_t columns : {1, 9, 512})
            QCOMPARE(quickestFor(columns).has_value(), can(Q8Method::Avx512));
    }

    /// So a token is the same whether it was computed alone or beside others.
    void aColumnDoesNotDependOnItsNeighbours()
    {
        const Operands many({130, 13, 18});
        const std::vector<float> together = many.product(llamafile_sgemm, 2);
        for (std::int64_t column = 0; column < many.shape.columns; ++column) {
            Operands one({130, 1, 18});
            one.weights = many.weights;
            one.activations.assign(many.activations.begin() + column * many.shape.stride(),
                                   many.activations.begin() + (column + 1) * many.shape.stride());
            const std::vector<float> alone = can(Q8Method::Avx512) ? one.product(llamafile_sgemm, 3) : one.rowByRow();
            QVERIFY(std::memcmp(alone.data(), &together[static_cast<std::size_t>(column * many.shape.resultStride())],
                                130 * sizeof(float))
                    == 0);
        }
    }

    void otherFormatsGoToTheOriginal()
    {
        const Operands operands({32, 16, 2});
        std::vector<float> numbers(static_cast<std::size_t>(operands.shape.rows * operands.shape.stride() * Q8Block::Size));
        std::mt19937 random(1); // NOLINT: the same each time
        std::normal_distribution<float> normal;
        std::ranges::generate(numbers, [&] { return normal(random); });
        const std::int64_t length = operands.shape.stride() * Q8Block::Size;
        std::vector<char> weights(ggml_row_size(GGML_TYPE_Q4_0, length) * static_cast<std::size_t>(operands.shape.rows));
        ggml_quantize_chunk(GGML_TYPE_Q4_0, numbers.data(), weights.data(), 0, operands.shape.rows, length, nullptr);
        ggml_compute_params params{};
        params.nth = 1;
        const auto product = [&](auto function, std::int64_t columns, std::vector<float> &result) {
            return function(&params, operands.shape.rows, columns, operands.shape.blocks, weights.data(), operands.shape.stride(),
                            operands.activations.data(), operands.shape.stride(), result.data(), operands.shape.resultStride(),
                            GGML_TYPE_Q4_0, GGML_TYPE_Q8_0, GGML_TYPE_F32);
        };
        std::vector<float> ours = operands.shape.empty();
        std::vector<float> originals = operands.shape.empty();
        QVERIFY(product(__real_llamafile_sgemm, operands.shape.columns, originals));
        QVERIFY(originals.front() != Untouched);
        QVERIFY(product(llamafile_sgemm, operands.shape.columns, ours));
        QVERIFY(sameBits(ours, originals));

        std::vector<float> one = operands.shape.empty();
        QVERIFY(!product(llamafile_sgemm, 1, one)); // nor does the original
        QVERIFY(sameBits(one, operands.shape.empty()));
    }
};

QTEST_GUILESS_MAIN(TestQ8Product)
#include "tst_q8product.moc"
