// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The program's operator new and delete stand here: the only place through which the work of a library that knows no limits
// (a chat template, a JSON schema) passes again and again. Without limits they are malloc() and free().

#include "models/core/limitedwork.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <memory>
#include <new>
#include <utility>

#include <cxxabi.h>
#include <malloc.h>
#include <setjmp.h>
#include <sys/mman.h>
#include <ucontext.h>

#if defined(__SANITIZE_ADDRESS__)
#define TEMPERA_ADDRESS_SANITIZER
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define TEMPERA_ADDRESS_SANITIZER
#endif
#endif
#if defined(TEMPERA_ADDRESS_SANITIZER)
#include <sanitizer/common_interface_defs.h>
#endif

// What jemalloc is told before main(). Freed pieces lie beside each other, and by itself it takes none that is more than 64 times
// larger than what is wanted, but fresh memory: of an answer's traces (32 KB a token) none was used again.
extern "C" {
extern const char *malloc_conf;
const char *malloc_conf = "lg_extent_max_active_fit:16";
}

namespace Tempera {
namespace {

/// What ends the work at a limit.
class LimitReached final : public std::bad_alloc
{
public:
    [[nodiscard]] const char *what() const noexcept override { return "a limit of the evaluation was reached"; }
};

/// Memory for a stack; a page below it cannot be touched.
class WorkStack
{
public:
    explicit WorkStack(std::size_t bytes)
        : m_bytes(bytes),
          m_memory(mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0))
    {
        if (m_memory == MAP_FAILED)
            throw std::bad_alloc();
        mprotect(m_memory, guardBytes, PROT_NONE);
        madvise(m_memory, bytes, MADV_NOHUGEPAGE); // most works touch a few pages of it
    }
    ~WorkStack() { munmap(m_memory, m_bytes); }
    WorkStack(const WorkStack &) = delete;
    WorkStack &operator=(const WorkStack &) = delete;
    [[nodiscard]] void *begin() const { return m_memory; }
    [[nodiscard]] std::size_t size() const { return m_bytes; }
    [[nodiscard]] std::uintptr_t top() const { return reinterpret_cast<std::uintptr_t>(m_memory) + m_bytes; }

private:
    static constexpr std::size_t guardBytes = 64 * 1024;
    std::size_t m_bytes;
    void *m_memory;
};

/// The stack of this thread's last work: a fresh one would be paid for page by page.
thread_local std::unique_ptr<WorkStack> keptStack;

std::unique_ptr<WorkStack> takeStack(std::size_t bytes)
{
    std::unique_ptr<WorkStack> stack = std::exchange(keptStack, nullptr);
    return stack && stack->size() >= bytes ? std::move(stack) : std::make_unique<WorkStack>(bytes);
}

struct LimitedRun;
thread_local LimitedRun *presentRun = nullptr;

struct LimitedRun {
    const Limits &limits;
    const std::function<void()> &work;
    LimitedRun *outer = nullptr;
    std::uintptr_t stackTop = 0;
    std::int64_t heldBytes = 0; ///< What was there before and is freed counts against it.
    std::chrono::steady_clock::time_point end = std::chrono::steady_clock::now() + limits.time;
    unsigned untilClock = 0;
    LimitHit hit = LimitHit::None;
    std::exception_ptr thrown = {};
    /// What was on its way, or being handled, before.
    int uncaughtBefore = std::uncaught_exceptions();
    std::exception_ptr handledBefore = std::current_exception();
    ucontext_t here{};
    ucontext_t there{};
    sigjmp_buf exit{};

    [[nodiscard]] bool isTooDeep() const
    {
        // Not the place of a local: a sanitizer keeps locals elsewhere.
        const auto frame = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
        const auto depth = static_cast<std::intptr_t>(stackTop - frame);
        return depth > static_cast<std::intptr_t>(limits.stackBytes);
    }

    /// Whether an allocation of that many bytes must fail.
    [[nodiscard]] bool isAtLimit(std::size_t bytes)
    {
        constexpr unsigned allocationsPerLook = 256;
        if (hit != LimitHit::None)
            return true;
        if (isTooDeep()) {
            hit = LimitHit::Depth;
        } else if (heldBytes + static_cast<std::int64_t>(std::min(bytes, limits.memoryBytes + 1))
                   > static_cast<std::int64_t>(limits.memoryBytes)) {
            hit = LimitHit::Memory;
        } else if (untilClock-- == 0) {
            untilClock = allocationsPerLook;
            look();
        }
        return hit != LimitHit::None;
    }

    void look()
    {
        if (std::chrono::steady_clock::now() > end)
            hit = LimitHit::Time;
        else if (limits.stop && limits.stop())
            hit = LimitHit::Stop;
    }

    /// Leaves the work without unwinding it.
    [[noreturn]] void leave() { siglongjmp(exit, 1); }
};

void *allocateCounted(LimitedRun &run, std::size_t bytes)
{
    // While an exception is on its way no second one may start.
    if (run.isAtLimit(bytes) && std::uncaught_exceptions() <= run.uncaughtBefore)
        throw LimitReached();
    void *block = std::malloc(bytes);
    if (block)
        run.heldBytes += static_cast<std::int64_t>(malloc_usable_size(block));
    return block;
}

std::terminate_handler usualTerminate = nullptr;

/// A function that must not throw met the limit.
[[noreturn]] void onTerminate()
{
    if (presentRun && presentRun->hit != LimitHit::None)
        presentRun->leave();
    if (usualTerminate)
        usualTerminate();
    std::abort();
}

[[gnu::noinline]] void carryOutCaught(LimitedRun &run)
{
    try {
        run.work();
    } catch (...) {
        run.thrown = std::current_exception();
    }
}

void carryOut(LimitedRun &run)
{
    if (sigsetjmp(run.exit, 0) == 0) {
        carryOutCaught(run);
        return;
    }
    // What was being handled where the work was left: std::terminate() begins to handle what it is called for.
    while (std::current_exception() && std::current_exception() != run.handledBefore)
        abi::__cxa_end_catch();
}

void startOnStack(unsigned high, unsigned low)
{
    const std::uintptr_t address = (static_cast<std::uintptr_t>(high) << 32) | low;
    auto *run = reinterpret_cast<LimitedRun *>(address);
#if defined(TEMPERA_ADDRESS_SANITIZER)
    const void *outerStack = nullptr;
    std::size_t outerBytes = 0;
    __sanitizer_finish_switch_fiber(nullptr, &outerStack, &outerBytes);
#endif
    carryOut(*run);
#if defined(TEMPERA_ADDRESS_SANITIZER)
    __sanitizer_start_switch_fiber(nullptr, outerStack, outerBytes);
#endif
}

/// Each level of what the work built takes some of its memory; to take it apart it needs as many levels of stack.
std::size_t stackFor(const Limits &limits)
{
    constexpr std::size_t reserve = std::size_t{1} << 20;
    constexpr std::size_t most = std::size_t{256} << 20;
    return 2 * limits.stackBytes + 4 * std::min(limits.memoryBytes, most) + reserve;
}

} // namespace

LimitHit runLimited(const Limits &limits, const std::function<void()> &work)
{
    [[maybe_unused]] static const bool installed = [] {
        usualTerminate = std::set_terminate(&onTerminate);
        return true;
    }();
    std::unique_ptr<WorkStack> stack = takeStack(stackFor(limits));
    LimitedRun run{.limits = limits, .work = work, .outer = presentRun, .stackTop = stack->top()};
    getcontext(&run.there);
    run.there.uc_stack.ss_sp = stack->begin();
    run.there.uc_stack.ss_size = stack->size();
    run.there.uc_link = &run.here;
    const auto address = reinterpret_cast<std::uintptr_t>(&run);
    // makecontext() hands on int-sized words.
    makecontext(&run.there, reinterpret_cast<void (*)()>(&startOnStack), 2, static_cast<unsigned>(address >> 32),
                static_cast<unsigned>(address & 0xffffffffU));
    presentRun = &run;
#if defined(TEMPERA_ADDRESS_SANITIZER)
    void *fake = nullptr;
    __sanitizer_start_switch_fiber(&fake, stack->begin(), stack->size());
#endif
    swapcontext(&run.here, &run.there);
#if defined(TEMPERA_ADDRESS_SANITIZER)
    __sanitizer_finish_switch_fiber(fake, nullptr, nullptr);
#endif
    presentRun = run.outer;
    if (presentRun)
        presentRun->heldBytes += run.heldBytes;
    if (run.hit == LimitHit::None) // else much of it may have been used
        keptStack = std::move(stack);
    if (run.hit == LimitHit::None && run.thrown)
        std::rethrow_exception(std::exchange(run.thrown, nullptr));
    return run.hit;
}

void stopWhenTooDeep()
{
    LimitedRun *run = presentRun;
    if (!run || !run->isTooDeep() || std::uncaught_exceptions() > run->uncaughtBefore)
        return;
    run->hit = LimitHit::Depth;
    run->leave();
}

} // namespace Tempera

// All but those for aligned pieces. The library's own would call the first two; a sanitizer's would not.

void *operator new(std::size_t bytes)
{
    void *block = Tempera::presentRun ? Tempera::allocateCounted(*Tempera::presentRun, bytes) : std::malloc(bytes);
    if (!block) [[unlikely]]
        throw std::bad_alloc();
    return block;
}

void operator delete(void *block) noexcept
{
    if (Tempera::presentRun) [[unlikely]]
        Tempera::presentRun->heldBytes -= static_cast<std::int64_t>(malloc_usable_size(block));
    std::free(block);
}

void operator delete(void *block, std::size_t) noexcept
{
    operator delete(block);
}

void *operator new(std::size_t bytes, const std::nothrow_t &) noexcept
{
    try {
        return operator new(bytes);
    } catch (const std::bad_alloc &) {
        return nullptr;
    }
}

void operator delete(void *block, const std::nothrow_t &) noexcept
{
    operator delete(block);
}

void *operator new[](std::size_t bytes)
{
    return operator new(bytes);
}

void operator delete[](void *block) noexcept
{
    operator delete(block);
}

void operator delete[](void *block, std::size_t) noexcept
{
    operator delete(block);
}

void *operator new[](std::size_t bytes, const std::nothrow_t &none) noexcept
{
    return operator new(bytes, none);
}

void operator delete[](void *block, const std::nothrow_t &) noexcept
{
    operator delete(block);
}
