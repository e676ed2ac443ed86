// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/request.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace Tempera {

/// What the cells of a stored run were asked, one after the other, in about 40 bytes a cell: the rest of a request is the same in
/// all cells of a variant, and of the messages it is enough to know whether they are the same.
class AskedRequests
{
public:
    void add(const GenerationRequest &request);
    [[nodiscard]] std::size_t size() const { return m_asked.size(); }
    /// Whether these are the messages of the request with this number, in [0, size()).
    [[nodiscard]] bool hasMessages(std::size_t index, const Messages &messages) const;
    /// Endpoint, form, strictness and settings of a request, and nothing else.
    [[nodiscard]] const GenerationRequest &withoutMessages(std::size_t index) const { return m_requests[m_asked[index].request]; }

private:
    using Digest = std::array<std::byte, 32>;
    struct Asked {
        Digest messages = {};
        std::uint32_t request = 0; ///< Index of the rest.
    };
    [[nodiscard]] static Digest digestOf(const Messages &messages);

    std::vector<Asked> m_asked;
    std::vector<GenerationRequest> m_requests;
    std::map<std::pair<int, int>, std::uint32_t> m_latest; ///< The last one of a variant and repeat.
};

} // namespace Tempera
