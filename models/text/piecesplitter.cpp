// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/piecesplitter.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace Tempera {
namespace {

/// tiktoken's \s is Unicode's White_Space; PCRE2's also takes U+180E. So say the class in full.
QByteArray withExactBlanks(QByteArrayView pattern)
{
    constexpr QByteArrayView blanks = R"(\p{Z}\x09-\x0d\x{85})";
    QByteArray result;
    bool isInClass = false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const char c = pattern[i];
        if (c == '\\' && i + 1 < pattern.size()) {
            const char escaped = pattern[++i];
            if (escaped == 's')
                result += isInClass ? blanks.toByteArray() : '[' + blanks.toByteArray() + ']';
            else if (escaped == 'S' && !isInClass)
                result += "[^" + blanks.toByteArray() + ']';
            else
                result += QByteArray(1, '\\') + escaped;
            continue;
        }
        if (c == '[')
            isInClass = true;
        else if (c == ']')
            isInClass = false;
        result += c;
    }
    return result;
}

} // namespace

struct PieceSplitter::Code {
    struct Free {
        void operator()(pcre2_code *code) const { pcre2_code_free(code); }
    };
    std::unique_ptr<pcre2_code, Free> code;
    bool hasJit = false;
};

struct PieceSplitter::Matcher::State {
    struct FreeData {
        void operator()(pcre2_match_data *data) const { pcre2_match_data_free(data); }
    };
    struct FreeContext {
        void operator()(pcre2_match_context *context) const { pcre2_match_context_free(context); }
    };
    struct FreeStack {
        void operator()(pcre2_jit_stack *stack) const { pcre2_jit_stack_free(stack); }
    };

    int match(qsizetype start);

    const Code &code;
    QByteArrayView text;
    std::unique_ptr<pcre2_match_data, FreeData> data;
    std::unique_ptr<pcre2_match_context, FreeContext> context;
    std::unique_ptr<pcre2_jit_stack, FreeStack> stack;
};

PieceSplitter::PieceSplitter() = default;
PieceSplitter::~PieceSplitter() = default;

bool PieceSplitter::compile(QByteArrayView pattern)
{
    const QByteArray exact = withExactBlanks(pattern);
    int error = 0;
    PCRE2_SIZE offset = 0;
    m_code = std::make_unique<Code>();
    m_code->code.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(exact.constData()), static_cast<PCRE2_SIZE>(exact.size()),
                                     PCRE2_UTF | PCRE2_UCP | PCRE2_ANCHORED, &error, &offset, nullptr));
    if (!m_code->code)
        return false;
    m_code->hasJit = pcre2_jit_compile(m_code->code.get(), PCRE2_JIT_COMPLETE) == 0;
    return true;
}

PieceSplitter::Matcher::Matcher(const PieceSplitter &splitter, QByteArrayView utf8)
    : m_state(std::make_unique<State>(*splitter.m_code, utf8))
{
    m_state->data.reset(pcre2_match_data_create_from_pattern(splitter.m_code->code.get(), nullptr));
}

PieceSplitter::Matcher::~Matcher() = default;

int PieceSplitter::Matcher::State::match(qsizetype start)
{
    const auto subject = reinterpret_cast<PCRE2_SPTR>(text.data());
    const auto length = static_cast<PCRE2_SIZE>(text.size());
    const auto offset = static_cast<PCRE2_SIZE>(start);
    if (code.hasJit) {
        int found = pcre2_jit_match(code.code.get(), subject, length, offset, 0, data.get(), context.get());
        if (found == PCRE2_ERROR_JIT_STACKLIMIT && !stack) {
            // Only very long words need more than the 32 KiB that PCRE2 takes of the machine's stack.
            context.reset(pcre2_match_context_create(nullptr));
            stack.reset(pcre2_jit_stack_create(64 * 1024, 8 * 1024 * 1024, nullptr));
            pcre2_jit_stack_assign(context.get(), nullptr, stack.get());
            found = pcre2_jit_match(code.code.get(), subject, length, offset, 0, data.get(), context.get());
        }
        if (found != PCRE2_ERROR_JIT_STACKLIMIT)
            return found;
    }
    return pcre2_match(code.code.get(), subject, length, offset, PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT, data.get(), nullptr);
}

qsizetype PieceSplitter::Matcher::endOfPiece(qsizetype start)
{
    if (m_state->match(start) <= 0)
        return m_state->text.size();
    const auto end = static_cast<qsizetype>(pcre2_get_ovector_pointer(m_state->data.get())[1]);
    return end > start ? end : m_state->text.size();
}

} // namespace Tempera
