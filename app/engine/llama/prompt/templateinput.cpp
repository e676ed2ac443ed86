// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The linker leads two of llama.cpp's calls here (--wrap): where values are given to a template, and where its text is
// taken from it. llama.cpp itself stays as it was released.

#include "app/engine/llama/prompt/templateinput.h"

#include <json.h>

#include <jinja/runtime.h>
#include <jinja/string.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace Tempera {
namespace {

thread_local TemplateInput *presentInput = nullptr;

std::vector<ByteSpan> inputSpans(const jinja::string &string)
{
    std::vector<ByteSpan> spans;
    std::size_t at = 0;
    for (const jinja::string_part &part : string.parts) {
        const std::size_t end = at + part.val.size();
        if (part.is_input && end > at) {
            if (!spans.empty() && spans.back().to == at)
                spans.back().to = end;
            else
                spans.push_back({at, end});
        }
        at = end;
    }
    return spans;
}

std::size_t commonBytes(std::string_view a, std::string_view b)
{
    return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

/// The spans of a text that begins `skipped` bytes later.
std::vector<ByteSpan> movedBack(const std::vector<ByteSpan> &spans, std::size_t skipped)
{
    std::vector<ByteSpan> moved;
    for (const ByteSpan &span : spans) {
        if (span.to > skipped)
            moved.push_back({std::max(span.from, skipped) - skipped, span.to - skipped});
    }
    return moved;
}

} // namespace

TemplateInput::TemplateInput()
{
    presentInput = this;
}

TemplateInput::~TemplateInput()
{
    presentInput = nullptr;
}

void TemplateInput::note(std::string text, std::vector<ByteSpan> inputs)
{
    if (!inputs.empty()) // llama.cpp renders chats of its own between, to learn what a template does
        m_rendered.insert_or_assign(std::move(text), std::move(inputs));
}

std::vector<ByteSpan> TemplateInput::inputsOf(std::string_view prompt, std::string_view begin,
                                              const std::vector<std::string> &contents) const
{
    std::optional<std::vector<ByteSpan>> best;
    std::size_t most = 0;
    for (const auto &[text, inputs] : m_rendered) {
        for (const std::size_t skipped : {std::size_t{0}, begin.size()}) {
            if (!text.starts_with(begin.substr(0, skipped)))
                continue;
            const std::size_t common = commonBytes(std::string_view(text).substr(skipped), prompt);
            std::vector<ByteSpan> spans = movedBack(inputs, skipped);
            // Every message is in what they have in common, which is the most of both.
            const bool whole = !spans.empty() && spans.back().to <= common;
            if (whole && (!best || common > most)) {
                best = std::move(spans);
                most = common;
            }
        }
    }
    if (best)
        return *best;
    std::vector<ByteSpan> found;
    std::size_t at = 0;
    for (const std::string &content : contents) {
        const std::size_t from = content.empty() ? std::string_view::npos : prompt.find(content, at);
        if (from == std::string_view::npos)
            continue;
        if (!found.empty() && found.back().to == from)
            found.back().to = from + content.size();
        else
            found.push_back({from, from + content.size()});
        at = found.back().to;
    }
    return found;
}

} // namespace Tempera

extern "C" {

// NOLINTBEGIN: the linker's names
std::string __real__ZNK5jinja6string3strB5cxx11Ev(const jinja::string *string);
void __real__ZN5jinja16global_from_jsonI11common_jsonEEvRNS_7contextERKT_b(jinja::context *context, const common_json *values,
                                                                           bool markInput);

std::string __wrap__ZNK5jinja6string3strB5cxx11Ev(const jinja::string *string)
{
    std::string text = __real__ZNK5jinja6string3strB5cxx11Ev(string);
    if (Tempera::presentInput)
        Tempera::presentInput->note(text, Tempera::inputSpans(*string));
    return text;
}

/// Of all that a template is given only the messages are input: not the texts that begin and end a sequence.
void __wrap__ZN5jinja16global_from_jsonI11common_jsonEEvRNS_7contextERKT_b(jinja::context *context, const common_json *values,
                                                                           bool markInput)
{
    if (!Tempera::presentInput || !values->is_object() || !values->contains("messages"))
        return __real__ZN5jinja16global_from_jsonI11common_jsonEEvRNS_7contextERKT_b(context, values, markInput);
    __real__ZN5jinja16global_from_jsonI11common_jsonEEvRNS_7contextERKT_b(context, values, false);
    common_json messages;
    messages["messages"] = values->at("messages");
    __real__ZN5jinja16global_from_jsonI11common_jsonEEvRNS_7contextERKT_b(context, &messages, true);
}
// NOLINTEND
}
