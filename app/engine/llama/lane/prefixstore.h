// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <llama.h>

#include <cstdint>
#include <list>
#include <vector>

namespace Tempera {

/// How many tokens two texts have in common at their beginnings.
[[nodiscard]] std::size_t commonPrefix(const std::vector<llama_token> &a, const std::vector<llama_token> &b);

/// States of prompts that were read before, outside the context: there they would slow down what runs. What was used
/// longest ago goes first when there is no more room.
class PrefixStore
{
public:
    struct Entry {
        std::vector<llama_token> tokens;
        std::vector<std::uint8_t> state; ///< As llama_state_seq_get_data() wrote it.
    };

    explicit PrefixStore(std::size_t mostBytes) : m_mostBytes(mostBytes) { }

    /// Whether keeping a state of these tokens would help: nothing that begins nearly so far is there yet.
    [[nodiscard]] bool wants(const std::vector<llama_token> &tokens, std::size_t bytes) const;
    void put(Entry entry);
    /// The entry that begins most like the prompt, as the one that was used last; none if nothing does.
    [[nodiscard]] const Entry *find(const std::vector<llama_token> &prompt);
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }

private:
    std::size_t m_mostBytes = 0;
    std::size_t m_bytes = 0;
    std::list<Entry> m_entries; ///< What was used last comes first.
};

} // namespace Tempera
