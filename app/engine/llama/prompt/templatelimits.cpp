// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The linker leads dynamic_cast here (--wrap): llama.cpp's templates use it wherever they go down into a value, also where
// they allocate nothing and a value that holds itself would have no end.

#include "app/engine/llama/prompt/templatelimits.h"

#include "models/core/limitedwork.h"

#include <jinja/lexer.h>
#include <jinja/parser.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// The longest one in use has 30,000.
constexpr std::size_t MostTemplateBytes = std::size_t{1} << 20;
/// Between `{%` and `%}`, or `{{` and `}}`; each may be a level. The longest in use has some hundreds.
constexpr int MostTagTokens = 4000;
/// Blocks in blocks; `elif` counts as one.
constexpr int MostBlockDepth = 500;

std::unexpected<Error> badShape(const QString &detail)
{
    return failure(ErrorKind::Template, detail);
}

/// Blocks that are open; what an `if` has of `elif` ends with it.
class OpenBlocks
{
public:
    /// Whether there are too many.
    bool take(std::string_view word)
    {
        static constexpr std::array<std::string_view, 6> begins{"if", "for", "macro", "call", "filter", "set"};
        if (std::ranges::contains(begins, word)) {
            m_levels.push_back(1);
            ++m_depth;
        } else if (word == "elif" && !m_levels.empty()) {
            ++m_levels.back();
            ++m_depth;
        } else if (word.starts_with("end") && !m_levels.empty()) {
            m_depth -= m_levels.back();
            m_levels.pop_back();
        }
        return m_depth > MostBlockDepth;
    }

private:
    std::vector<int> m_levels;
    int m_depth = 0;
};

/// `{% set x = 1 %}` has no end of its own; `{% set x %}` has.
bool isAssignment(const std::vector<jinja::token> &tokens, std::size_t at)
{
    if (tokens[at].value != "set")
        return false;
    for (; at < tokens.size() && tokens[at].t != jinja::token::close_statement; ++at) {
        if (tokens[at].t == jinja::token::equals)
            return true;
    }
    return false;
}

} // namespace

Limits templateLimits(std::size_t inputBytes, const std::function<bool()> &stop)
{
    constexpr std::size_t copies = 64;
    Limits limits;
    limits.memoryBytes += copies * inputBytes;
    limits.time += std::chrono::seconds(inputBytes >> 20);
    limits.stackBytes = std::size_t{32} << 20;
    limits.stop = stop;
    return limits;
}

std::size_t mostTemplateText(std::size_t inputBytes)
{
    constexpr std::size_t own = std::size_t{1} << 20;
    return own + 8 * inputBytes;
}

Result<void> checkTemplateShape(const std::string &source)
{
    using jinja::token;
    if (source.size() > MostTemplateBytes)
        return badShape(u"The chat template is too long."_s);
    jinja::lexer lexer;
    const jinja::lexer_result read = lexer.tokenize(source);
    int inTag = 0;
    OpenBlocks blocks;
    for (std::size_t i = 0; i < read.tokens.size(); ++i) {
        const token &each = read.tokens[i];
        if (each.t == token::open_statement || each.t == token::open_expression)
            inTag = 0;
        const bool isLongTag = each.t != token::text && each.t != token::comment && ++inTag > MostTagTokens;
        const bool isStatement =
            each.t == token::open_statement && i + 1 < read.tokens.size() && !isAssignment(read.tokens, i + 1);
        if (isLongTag || (isStatement && blocks.take(read.tokens[i + 1].value)))
            return badShape(u"The chat template is nested too deep."_s);
    }
    // llama.cpp parses it once more, but does not say what is wrong with it.
    try {
        (void)jinja::parse_from_tokens(read);
    } catch (const std::exception &e) {
        return badShape(u"The chat template cannot be read: "_s + QString::fromUtf8(e.what()));
    }
    return {};
}

} // namespace Tempera

extern "C" {

// NOLINTBEGIN: the linker's names
void *__real___dynamic_cast(const void *object, const void *from, const void *to, std::ptrdiff_t hint);

void *__wrap___dynamic_cast(const void *object, const void *from, const void *to, std::ptrdiff_t hint)
{
    Tempera::stopWhenTooDeep();
    return __real___dynamic_cast(object, from, to, hint);
}
// NOLINTEND
}
