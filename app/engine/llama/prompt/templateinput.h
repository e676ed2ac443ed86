// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace Tempera {

/// Bytes [from, to) of a text.
struct ByteSpan {
    std::size_t from = 0;
    std::size_t to = 0;

    bool operator==(const ByteSpan &) const = default;
};

/// Remembers, while it lives, what llama.cpp's chat templates render on this thread and which bytes of it come from
/// messages: llama.cpp's own marks (common/jinja, `is_input`), which it drops when it hands the text over. One at a time
/// on a thread.
class TemplateInput
{
public:
    TemplateInput();
    ~TemplateInput();
    TemplateInput(const TemplateInput &) = delete;
    TemplateInput &operator=(const TemplateInput &) = delete;

    /// The bytes of a prompt that come from messages, in order. `prompt` was rendered while this lived; its beginning or
    /// end may have been cut, or something put after it. `contents` are the messages' texts in order: where nothing that
    /// was rendered fits the prompt, they are looked for in it.
    [[nodiscard]] std::vector<ByteSpan> inputsOf(std::string_view prompt, std::string_view begin,
                                                 const std::vector<std::string> &contents) const;

    /// What was rendered; for the linker's detour.
    void note(std::string text, std::vector<ByteSpan> inputs);

private:
    std::map<std::string, std::vector<ByteSpan>, std::less<>> m_rendered; ///< What held input, once each.
};

} // namespace Tempera
