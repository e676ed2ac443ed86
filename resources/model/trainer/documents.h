// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The tokenised corpus: one file a kind of task, drawn by weight into batches.
#pragma once

#include "network.h"

#include <cmath>
#include <cstdint>
#include <fstream>
#include <numeric>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

namespace trainer {

// The documents of one task; the file has the number of documents, where each ends, the tokens and the marks of those
// that are to be learnt.
class Task
{
public:
    Task(const std::string &path, std::mt19937_64 &random)
        : m_random(random)
    {
        std::ifstream file(path, std::ios::binary);
        std::int32_t count = 0;
        if (!file.read(reinterpret_cast<char *>(&count), sizeof count))
            throw std::runtime_error("cannot read " + path);
        m_ends.resize(count);
        file.read(reinterpret_cast<char *>(m_ends.data()), std::streamsize(count * sizeof(std::int32_t)));
        m_ids.resize(m_ends.back());
        m_learn.resize(m_ends.back());
        file.read(reinterpret_cast<char *>(m_ids.data()), std::streamsize(m_ids.size() * sizeof(std::uint16_t)));
        file.read(reinterpret_cast<char *>(m_learn.data()), std::streamsize(m_learn.size()));
        if (!file)
            throw std::runtime_error("too short: " + path);
    }

    // Adds the next document, in an order that is shuffled anew after each round.
    void add(Batch &batch)
    {
        if (m_next == 0 || m_next == m_order.size()) {
            m_order.resize(m_ends.size());
            std::iota(m_order.begin(), m_order.end(), 0);
            std::shuffle(m_order.begin(), m_order.end(), m_random);
            m_next = 0;
        }
        const int number = m_order[m_next++];
        const int begin = number ? m_ends[number - 1] : 0, end = m_ends[number];
        int learnt = 0;
        for (int i = begin; i < end; ++i)
            learnt += m_learn[i];
        // Long answers must not drown short ones: their tokens count less.
        const float weight = std::pow(float(std::max(learnt, 2)), -0.7F);
        for (int i = begin; i + 1 < end; ++i) {
            batch.ids.push_back(m_ids[i]);
            batch.targets.push_back(m_ids[i + 1]);
            batch.weights.push_back(m_learn[i + 1] ? weight : 0.0F);
        }
        batch.starts.push_back(int(batch.ids.size()));
    }

private:
    std::mt19937_64 &m_random;
    std::vector<std::int32_t> m_ends;
    std::vector<std::uint16_t> m_ids;
    std::vector<std::uint8_t> m_learn;
    std::vector<int> m_order;
    std::size_t m_next = 0;
};

// Random tokens written twice: where only copying helps, copying is learnt soonest.
inline void addRepetition(Batch &batch, int bos, int first, int vocabulary, std::mt19937_64 &random)
{
    const int half = std::uniform_int_distribution(6, 20)(random);
    std::vector<int> body{bos};
    for (int i = 0; i < half; ++i)
        body.push_back(std::uniform_int_distribution(first, vocabulary - 1)(random));
    for (int i = 0; i < half; ++i)
        body.push_back(body[std::size_t(i) + 1]);
    for (std::size_t i = 0; i + 1 < body.size(); ++i) {
        batch.ids.push_back(body[i]);
        batch.targets.push_back(body[i + 1]);
        batch.weights.push_back(int(i) > half ? std::pow(float(half), -0.7F) : 0.0F);
    }
    batch.starts.push_back(int(batch.ids.size()));
}

} // namespace trainer
