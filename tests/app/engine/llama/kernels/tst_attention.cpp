// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Our attention against llama.cpp's own: the same bits.

#include "app/engine/llama/kernels/attention.h"

#include <QTest>

#include <ggml-cpu-impl.h>
#include <ggml-cpu.h>
#include <omp.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <memory>
#include <random>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Tempera::Kernels;

// The linker's name for the original, and what llama.cpp calls.
extern "C" void __real_ggml_compute_forward_flash_attn_ext(const ggml_compute_params *, ggml_tensor *); // NOLINT
extern "C" void ggml_compute_forward_flash_attn_ext(const ggml_compute_params *, ggml_tensor *);

namespace {

using Function = void (*)(const ggml_compute_params *, ggml_tensor *);

constexpr float Untouched = -12345;
constexpr float Masked = -std::numeric_limits<float>::infinity();

/// Which cells a row sees.
enum class Mask { Everything, Nothing, OwnSequence, Random };

struct Shape {
    int rows = 4;
    int cells = 300;
    int heads = 9;
    int kvHeads = 3;
    int keyLength = 64;
    int valueLength = 64;
    Mask mask = Mask::OwnSequence;
};

float maskOf(const Shape &shape, int row, int cell, std::mt19937 &random)
{
    switch (shape.mask) {
    case Mask::Everything: return 0;
    case Mask::Nothing: return row % 2 == 0 ? Masked : 0;
    case Mask::OwnSequence: return cell % shape.rows == row || cell < shape.cells / 4 ? 0 : Masked;
    case Mask::Random: return random() % 3 == 0 ? 0 : Masked;
    }
    return 0;
}

/// A node of llama.cpp's graph, as its models make it: keys and values lie cell by cell, all heads of a cell together.
class Node
{
public:
    explicit Node(const Shape &shape, float maxBias = 0, float softCap = 0) : m_shape(shape)
    {
        constexpr std::size_t Bytes = std::size_t{64} << 20;
        m_context.reset(ggml_init({Bytes, nullptr, false}));
        ggml_context *context = m_context.get();
        m_queries = ggml_new_tensor_3d(context, GGML_TYPE_F32, shape.keyLength, shape.heads, shape.rows);
        m_keys = ggml_new_tensor_3d(context, GGML_TYPE_F16, shape.keyLength, shape.kvHeads, shape.cells);
        m_values = ggml_new_tensor_3d(context, GGML_TYPE_F16, shape.valueLength, shape.kvHeads, shape.cells);
        m_mask = ggml_new_tensor_2d(context, GGML_TYPE_F16, shape.cells, shape.rows);
        const auto byHead = [&](ggml_tensor *tensor) { return ggml_permute(context, tensor, 0, 2, 1, 3); };
        const float scale = 1 / std::sqrt(static_cast<float>(shape.keyLength));
        m_node =
            ggml_flash_attn_ext(context, byHead(m_queries), byHead(m_keys), byHead(m_values), m_mask, scale, maxBias, softCap);
        fill();
    }

    const Shape &shape() const { return m_shape; }
    ggml_tensor *node() const { return m_node; }

    /// `threads` at once.
    std::vector<float> resultOf(Function function, int threads = 1) const
    {
        std::fill_n(static_cast<float *>(m_node->data), ggml_nelements(m_node), Untouched);
        std::vector<float> work(std::size_t{1} << 20);
        ggml_threadpool_params poolParams = ggml_threadpool_params_default(threads);
        poolParams.paused = true;
        const std::unique_ptr<ggml_threadpool, decltype(&ggml_threadpool_free)> pool(ggml_threadpool_new(&poolParams),
                                                                                     ggml_threadpool_free);
        bool allThere = false;
        // llama.cpp's barriers are OpenMP's.
#pragma omp parallel num_threads(threads)
        {
#pragma omp single
            allThere = omp_get_num_threads() == threads;
            ggml_compute_params params{};
            params.ith = omp_get_thread_num();
            params.nth = threads;
            params.wsize = work.size() * sizeof(float);
            params.wdata = work.data();
            params.threadpool = pool.get();
            function(&params, m_node);
        }
        return allThere ? result() : std::vector<float>();
    }

    std::vector<float> resultOf(AttentionMethod method) const
    {
        std::fill_n(static_cast<float *>(m_node->data), ggml_nelements(m_node), Untouched);
        const auto vectors = [](const ggml_tensor *tensor) {
            return HeadVectors{static_cast<const std::byte *>(tensor->data), static_cast<std::int64_t>(tensor->nb[2]),
                               static_cast<std::int64_t>(tensor->nb[1])};
        };
        const Attention attention{.queries = vectors(m_queries),
                                  .keys = vectors(m_keys),
                                  .values = vectors(m_values),
                                  .mask = static_cast<const std::byte *>(m_mask->data),
                                  .maskStride = static_cast<std::int64_t>(m_mask->nb[1]),
                                  .cells = m_shape.cells,
                                  .keyLength = m_shape.keyLength,
                                  .valueLength = m_shape.valueLength,
                                  .heads = m_shape.heads,
                                  .kvHeads = m_shape.kvHeads,
                                  .scale = 1 / std::sqrt(static_cast<float>(m_shape.keyLength)),
                                  .result = static_cast<float *>(m_node->data),
                                  .resultStride = m_shape.valueLength};
        for (int row = 0; row < m_shape.rows; ++row) {
            for (int head = 0; head < m_shape.kvHeads; ++head)
                attend(method, attention, row, head);
        }
        return result();
    }

    /// llama.cpp's order of adding up, for registers of so many numbers, told in plain steps.
    std::vector<float> toldInSteps(int lanes) const
    {
        std::vector<float> all;
        for (int row = 0; row < m_shape.rows; ++row) {
            for (int head = 0; head < m_shape.heads; ++head)
                std::ranges::copy(toldInSteps(lanes, row, head), std::back_inserter(all));
        }
        return all;
    }

private:
    void fill()
    {
        std::mt19937 random(static_cast<unsigned>(m_shape.rows * 1'009 + m_shape.cells)); // NOLINT: the same each time
        std::normal_distribution<float> normal(0, 2);
        std::generate_n(static_cast<float *>(m_queries->data), ggml_nelements(m_queries), [&] { return normal(random); });
        for (ggml_tensor *tensor : {m_keys, m_values})
            std::generate_n(static_cast<ggml_fp16_t *>(tensor->data), ggml_nelements(tensor),
                            [&] { return ggml_fp32_to_fp16(normal(random)); });
        auto *mask = static_cast<ggml_fp16_t *>(m_mask->data);
        for (int row = 0; row < m_shape.rows; ++row) {
            for (int cell = 0; cell < m_shape.cells; ++cell)
                *mask++ = ggml_fp32_to_fp16(maskOf(m_shape, row, cell, random));
        }
    }

    std::vector<float> result() const
    {
        const auto *numbers = static_cast<const float *>(m_node->data);
        return {numbers, numbers + ggml_nelements(m_node)};
    }

    static float at(const ggml_tensor *tensor, int i, int head, int cell)
    {
        const auto *bytes = static_cast<const char *>(tensor->data) + static_cast<std::size_t>(cell) * tensor->nb[2]
                            + static_cast<std::size_t>(head) * tensor->nb[1];
        return tensor->type == GGML_TYPE_F32 ? reinterpret_cast<const float *>(bytes)[i]
                                             : ggml_fp16_to_fp32(reinterpret_cast<const ggml_fp16_t *>(bytes)[i]);
    }

    static float half(float number) { return ggml_fp16_to_fp32(ggml_fp32_to_fp16(number)); }

    float scoreOf(int lanes, int row, int head, int cell) const
    {
        std::vector<float> sums(static_cast<std::size_t>(4 * lanes));
        for (int i = 0; i < m_shape.keyLength; ++i) {
            float &sum = sums[static_cast<std::size_t>(i % (4 * lanes))];
            sum = std::fma(at(m_keys, i, head * m_shape.kvHeads / m_shape.heads, cell), half(at(m_queries, i, head, row)), sum);
        }
        for (std::size_t half = sums.size() / 2; half >= 4; half /= 2) {
            for (std::size_t i = 0; i < half; ++i)
                sums[i] += sums[i + half];
        }
        const float sum = lanes == 16 ? (sums[0] + sums[2]) + (sums[1] + sums[3]) : (sums[0] + sums[1]) + (sums[2] + sums[3]);
        return sum / std::sqrt(static_cast<float>(m_shape.keyLength)); // a power of two
    }

    std::vector<float> toldInSteps(int lanes, int row, int head) const
    {
        std::vector<float> values(static_cast<std::size_t>(m_shape.valueLength));
        float weights = 0;
        float greatest = Masked;
        const auto *mask = static_cast<const ggml_fp16_t *>(m_mask->data) + static_cast<std::ptrdiff_t>(row) * m_shape.cells;
        for (int cell = 0; cell < m_shape.cells; ++cell) {
            if (ggml_fp16_to_fp32(mask[cell]) == Masked)
                continue;
            const float score = scoreOf(lanes, row, head, cell);
            const float shrink = score > greatest ? std::exp(greatest - score) : 1;
            greatest = std::max(greatest, score);
            const float weight = std::exp(score - greatest);
            weights = std::fma(weights, shrink, weight);
            for (int i = 0; i < m_shape.valueLength; ++i) {
                float &value = values[static_cast<std::size_t>(i)];
                value =
                    half(std::fma(at(m_values, i, head * m_shape.kvHeads / m_shape.heads, cell), weight, half(value * shrink)));
            }
        }
        for (float &value : values)
            value *= weights == 0 ? 0 : 1 / weights;
        return values;
    }

    struct Free {
        void operator()(ggml_context *context) const { ggml_free(context); }
    };

    Shape m_shape;
    std::unique_ptr<ggml_context, Free> m_context;
    ggml_tensor *m_queries = nullptr;
    ggml_tensor *m_keys = nullptr;
    ggml_tensor *m_values = nullptr;
    ggml_tensor *m_mask = nullptr;
    ggml_tensor *m_node = nullptr;
};

bool sameBits(const std::vector<float> &one, const std::vector<float> &other)
{
    return !one.empty() && one.size() == other.size() && std::memcmp(one.data(), other.data(), one.size() * sizeof(float)) == 0;
}

bool saysSomething(const std::vector<float> &result)
{
    return std::ranges::none_of(result, [](float value) { return value == Untouched; })
           && std::ranges::any_of(result, [](float value) { return value != 0; });
}

} // namespace

class TestAttention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ggml_cpu_init(); }

    void hasTheBitsOfLlamaCpp_data()
    {
        QTest::addColumn<Shape>("shape");
        for (const auto &[heads, kvHeads] : {std::pair(9, 3), std::pair(4, 4), std::pair(8, 2), std::pair(7, 1)}) {
            for (const auto &[keyLength, valueLength] : {std::pair(64, 64), std::pair(128, 128), std::pair(192, 128)}) {
                for (const Mask mask : {Mask::Everything, Mask::Nothing, Mask::OwnSequence, Mask::Random}) {
                    for (const int cells : {1, 15, 16, 33, 300, 1'000})
                        QTest::addRow("%d:%d heads of %d, %d; mask %d; %d cells", heads, kvHeads, keyLength, valueLength,
                                      static_cast<int>(mask), cells)
                            << Shape{5, cells, heads, kvHeads, keyLength, valueLength, mask};
                }
            }
        }
        for (const int rows : {1, 2, 3, 17, 63})
            QTest::addRow("%d rows", rows) << Shape{.rows = rows};
    }

    void hasTheBitsOfLlamaCpp()
    {
        QFETCH(Shape, shape);
        const auto method = attentionOfLlamaCpp();
        if (!method)
            QSKIP("llama.cpp was compiled for instructions that nothing here is written for.");
        const Node node(shape);
        const std::vector<float> expected = node.resultOf(__real_ggml_compute_forward_flash_attn_ext);
        QVERIFY(saysSomething(expected) || shape.cells == 1);
        QVERIFY(sameBits(node.resultOf(*method), expected));
        for (const int threads : {1, 2, 3})
            QVERIFY2(sameBits(node.resultOf(ggml_compute_forward_flash_attn_ext, threads), expected),
                     qPrintable(u"%1 threads"_s.arg(threads)));
    }

    void threadsShareTheCellsOfASingleRow_data()
    {
        QTest::addColumn<Shape>("shape");
        for (const Mask mask : {Mask::Everything, Mask::Nothing, Mask::Random}) {
            for (const int cells : {511, 512, 515, 2'000}) {
                for (const int length : {64, 128})
                    QTest::addRow("mask %d, %d cells, length %d", static_cast<int>(mask), cells, length)
                        << Shape{1, cells, 9, 3, length, length, mask};
            }
        }
    }

    void threadsShareTheCellsOfASingleRow()
    {
        QFETCH(Shape, shape);
        const Node node(shape);
        for (const int threads : {1, 2, 3, 7}) {
            const std::vector<float> expected = node.resultOf(__real_ggml_compute_forward_flash_attn_ext, threads);
            QVERIFY(shape.mask == Mask::Nothing || saysSomething(expected));
            QVERIFY2(sameBits(node.resultOf(ggml_compute_forward_flash_attn_ext, threads), expected),
                     qPrintable(u"%1 threads"_s.arg(threads)));
        }
    }

    void addsUpInTheOrderThatIsTold_data()
    {
        QTest::addColumn<AttentionMethod>("method");
        QTest::addColumn<int>("lanes");
        QTest::addColumn<Shape>("shape");
        for (const auto &[name, method, lanes] :
             {std::tuple("AVX2", AttentionMethod::Avx2, 8), std::tuple("AVX-512", AttentionMethod::Avx512, 16)}) {
            for (const int cells : {1, 17, 300}) {
                for (const Mask mask : {Mask::Everything, Mask::OwnSequence, Mask::Random}) {
                    QTest::addRow("%s: %d cells, mask %d", name, cells, static_cast<int>(mask))
                        << method << lanes << Shape{.rows = 3, .cells = cells, .mask = mask};
                    QTest::addRow("%s: %d cells, mask %d, longer", name, cells, static_cast<int>(mask))
                        << method << lanes << Shape{3, cells, 4, 2, 256, 128, mask};
                }
            }
        }
    }

    /// llama.cpp itself was compiled for one of the methods only.
    void addsUpInTheOrderThatIsTold()
    {
        QFETCH(AttentionMethod, method);
        QFETCH(int, lanes);
        QFETCH(Shape, shape);
        if (!can(method))
            QSKIP("This processor lacks the instructions.");
        const Node node(shape);
        QVERIFY(sameBits(node.resultOf(method), node.toldInSteps(lanes)));
        if (attentionOfLlamaCpp() == method)
            QVERIFY(sameBits(node.resultOf(__real_ggml_compute_forward_flash_attn_ext), node.toldInSteps(lanes)));
    }

    void theRestGoesToTheOriginal_data()
    {
        QTest::addColumn<Shape>("shape");
        QTest::addColumn<float>("maxBias");
        QTest::addColumn<float>("softCap");
        QTest::newRow("tiles of rows") << Shape{.rows = 64} << 0.0F << 0.0F;
        QTest::newRow("a penalty for distance") << Shape{.heads = 8, .kvHeads = 8} << 8.0F << 0.0F;
        QTest::newRow("a limit for scores") << Shape() << 0.0F << 30.0F;
        QTest::newRow("an odd length") << Shape{.keyLength = 80, .valueLength = 80} << 0.0F << 0.0F;
    }

    void theRestGoesToTheOriginal()
    {
        QFETCH(Shape, shape);
        QFETCH(float, maxBias);
        QFETCH(float, softCap);
        const Node node(shape, maxBias, softCap);
        for (const int threads : {1, 2}) {
            const std::vector<float> expected = node.resultOf(__real_ggml_compute_forward_flash_attn_ext, threads);
            QVERIFY(saysSomething(expected));
            QVERIFY(sameBits(node.resultOf(ggml_compute_forward_flash_attn_ext, threads), expected));
        }
    }

    /// So a token is the same whoever else is in the memory.
    void cellsOfOthersChangeNothing()
    {
        const auto method = attentionOfLlamaCpp();
        if (!method)
            QSKIP("llama.cpp was compiled for instructions that nothing here is written for.");
        const Node node({.rows = 4, .cells = 64, .mask = Mask::OwnSequence});
        const std::vector<float> before = node.resultOf(*method);
        auto *keys = static_cast<ggml_fp16_t *>(node.node()->src[1]->data);
        const std::size_t ofCell = 3 * 64;
        std::fill_n(keys + 17 * ofCell, ofCell, ggml_fp32_to_fp16(std::numeric_limits<float>::quiet_NaN())); // seen by row 1
        const std::vector<float> after = node.resultOf(*method);
        const auto ofRow = [](const std::vector<float> &all, int row) {
            return std::vector<float>(all.begin() + row * 9 * 64, all.begin() + (row + 1) * 9 * 64);
        };
        for (const int row : {0, 2, 3})
            QVERIFY(sameBits(ofRow(before, row), ofRow(after, row)));
        QVERIFY(!sameBits(ofRow(before, 1), ofRow(after, 1)));
    }
};

QTEST_GUILESS_MAIN(TestAttention)
#include "tst_attention.moc"
