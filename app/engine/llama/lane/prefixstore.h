// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <llama.h>

#include <cstdint>
#include <list>
#include <vector>

namespace Tempera {

/// Length of the common prefix, in tokens.
[[nodiscard]] std::size_t commonPrefix(const std::vector<llama_token> &a, const std::vector<llama_token> &b);

/// States of prompts that were evaluated before, outside the context, where they would slow down what runs. The least
/// recently used one is evicted when there is no more room.
class PrefixStore
{
public:
    struct Entry {
        std::vector<llama_token> tokens;
        std::vector<std::uint8_t> state; ///< As llama_state_seq_get_data() wrote it.
    };

    explicit PrefixStore(std::size_t mostBytes) : m_mostBytes(mostBytes) { }

    /// Whether storing a state of these tokens would help: no stored prefix of them is nearly as long.
    [[nodiscard]] bool wants(const std::vector<llama_token> &tokens, std::size_t bytes) const;
    void put(Entry entry);
    /// The entry with the longest common prefix, which becomes the most recently used one; null where there is none.
    [[nodiscard]] const Entry *find(const std::vector<llama_token> &prompt);
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }

private:
    std::size_t m_mostBytes = 0;
    std::size_t m_bytes = 0;
    std::list<Entry> m_entries; ///< Most recently used first.
};

} // namespace Tempera
