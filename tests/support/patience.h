// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// Stands before each test of a sanitizer's build, in which everything takes tens of times as long: what Qt would wait five
// seconds for may take a minute there. Only a test that fails waits as long.

#include <QTest>

#include <chrono>

#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT(expression, std::chrono::seconds(60))
#define QTRY_VERIFY2(expression, message) QTRY_VERIFY2_WITH_TIMEOUT(expression, message, std::chrono::seconds(60))
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, std::chrono::seconds(60))

namespace QTest {

template<typename Predicate>
[[nodiscard]] bool waitPatiently(Predicate predicate, QDeadlineTimer deadline = QDeadlineTimer(std::chrono::seconds(60)))
{
    return qWaitFor(predicate, deadline);
}
template<typename Predicate>
[[nodiscard]] bool waitPatiently(Predicate predicate, int milliseconds)
{
    return qWaitFor(predicate, milliseconds);
}

} // namespace QTest

#define qWaitFor(...) waitPatiently(__VA_ARGS__)
