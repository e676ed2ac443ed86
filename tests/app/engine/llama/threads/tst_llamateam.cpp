// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/threads/workteam.h"

#include <QTest>

#include <ggml-cpu.h>
#include <ggml.h>

#include <memory>
#include <vector>

using namespace Tempera;

/// llama.cpp's graphs on a team: that they really run there, and what they compute.
class TestLlamaTeam : public QObject
{
    Q_OBJECT

    /// A product and a sum of it, with their barriers, on so many threads.
    static std::vector<float> computed(int threads)
    {
        constexpr int Rows = 67;
        constexpr int Length = 96;
        const std::unique_ptr<ggml_context, void (*)(ggml_context *)> context(
            ggml_init({.mem_size = std::size_t{16} << 20, .mem_buffer = nullptr, .no_alloc = false}), ggml_free);
        ggml_tensor *a = ggml_new_tensor_2d(context.get(), GGML_TYPE_F32, Length, Rows);
        ggml_tensor *b = ggml_new_tensor_2d(context.get(), GGML_TYPE_F32, Length, 5);
        for (int i = 0; i < Length * Rows; ++i)
            static_cast<float *>(a->data)[i] = static_cast<float>(i * 37 % 101) / 50 - 1;
        for (int i = 0; i < Length * 5; ++i)
            static_cast<float *>(b->data)[i] = static_cast<float>(i * 53 % 89) / 40 - 1;
        ggml_tensor *product = ggml_mul_mat(context.get(), a, b);
        ggml_tensor *sum = ggml_add(context.get(), ggml_soft_max(context.get(), product), product);
        ggml_cgraph *graph = ggml_new_graph(context.get());
        ggml_build_forward_expand(graph, sum);
        ggml_graph_compute_with_ctx(context.get(), graph, threads);
        const auto *values = static_cast<const float *>(sum->data);
        return {values, values + ggml_nelements(sum)};
    }

private Q_SLOTS:
    void equalBitsOnEveryNumberOfThreads()
    {
        const std::vector<float> expected = computed(1);
        for (const int threads : {1, 2, 3, 5}) {
            WorkTeam team(threads);
            const WorkTeam::Use use(team);
            for (int round = 0; round < 50; ++round)
                QVERIFY(computed(threads) == expected);
        }
    }

    void graphsRunOnTheTeam()
    {
        WorkTeam team(2);
        const WorkTeam::Use use(team);
        struct Seen {
            WorkTeam *team = nullptr;
        } seen;
        const std::unique_ptr<ggml_context, void (*)(ggml_context *)> context(
            ggml_init({.mem_size = std::size_t{1} << 20, .mem_buffer = nullptr, .no_alloc = false}), ggml_free);
        ggml_tensor *one = ggml_new_tensor_1d(context.get(), GGML_TYPE_F32, 4);
        ggml_set_f32(one, 1);
        ggml_tensor *asked = ggml_map_custom1(
            context.get(), one,
            [](ggml_tensor *, const ggml_tensor *, int thread, int, void *data) {
                if (thread == 0)
                    static_cast<Seen *>(data)->team = WorkTeam::current();
            },
            2, &seen);
        ggml_cgraph *graph = ggml_new_graph(context.get());
        ggml_build_forward_expand(graph, asked);
        ggml_graph_compute_with_ctx(context.get(), graph, 2);
        QCOMPARE(seen.team, &team);
    }

    void withoutATeamItIsOpenMp()
    {
        QVERIFY(!WorkTeam::inUse());
        QVERIFY(computed(3) == computed(1));
    }
};

QTEST_GUILESS_MAIN(TestLlamaTeam)
#include "tst_llamateam.moc"
