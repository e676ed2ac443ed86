// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/report/reportwriter.h"

#include <memory>

namespace Tempera {

// One writer a format; reportformat.h is the face.
[[nodiscard]] std::unique_ptr<ReportWriter> jsonReport(const RunReport &report, const ReportGrid &grid, ReportSink sink);
[[nodiscard]] std::unique_ptr<ReportWriter> jsonLinesReport(const RunReport &report, const ReportGrid &grid, ReportSink sink);
[[nodiscard]] std::unique_ptr<ReportWriter> csvReport(const RunReport &report, const ReportGrid &grid, ReportSink sink);
[[nodiscard]] std::unique_ptr<ReportWriter> htmlReport(const RunReport &report, const ReportGrid &grid, ReportSink sink);
[[nodiscard]] std::unique_ptr<ReportWriter> markdownReport(const RunReport &report, const ReportGrid &grid, ReportSink sink);
[[nodiscard]] std::unique_ptr<ReportWriter> textReport(const RunReport &report, const ReportGrid &grid, ReportSink sink);
[[nodiscard]] std::unique_ptr<ReportWriter> junitReport(const RunReport &report, const ReportGrid &grid, ReportSink sink);

// What several of them need.

/// Why a cell did not pass, one line a cause; empty for a passed one.
[[nodiscard]] QStringList cellReasons(const Cell &cell);
/// All that is to be said of a cell beside its answer: its reasons, then its notes.
[[nodiscard]] QStringList cellRemarks(const Cell &cell);
/// The same, and what a person said of the answer.
[[nodiscard]] QStringList cellRemarks(const RunReport &report, const Cell &cell);
/// What people preferred, a sentence for each two columns that were compared; translated.
[[nodiscard]] QStringList preferenceRemarks(const RunReport &report, const ReportGrid &grid);
/// "12.3 ms"-style number without unit: one decimal below 100, else whole; empty for nothing.
[[nodiscard]] QString shortNumber(const std::optional<double> &number);
/// Milliseconds of a duration, for shortNumber().
[[nodiscard]] std::optional<double> milliseconds(const std::optional<std::chrono::microseconds> &time);
/// "1,234".
[[nodiscard]] QString groupedNumber(std::int64_t number);
/// "$0.0021", "$0.0021 + unknown" or "unknown".
[[nodiscard]] QString costText(const ReportTotals &totals);
/// "120 → 45"; "unknown" where no cell told its usage, with "+ unknown" where some did not.
[[nodiscard]] QString tokensText(const ReportTotals &totals);
/// Text that XML 1.0 can hold: other control characters, lone surrogates and non-characters become U+FFFD.
[[nodiscard]] QString xmlSafe(const QString &text);

} // namespace Tempera
