// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/report/reportformat.h"

namespace Tempera {

/// The secret that sampleReport() carries in places where people put secrets; no export may show it.
inline constexpr QLatin1StringView sampleSecret("sk-live-0123456789");

/// A report with the bodies of its cells.
struct WholeReport : RunReport {
    std::vector<Cell> cells; ///< In the place of their summaries.

    /// The report that a program would have.
    [[nodiscard]] RunReport report() const;
};

/// A run of two cases and two variants with every outcome in it: passed, a failed check with hostile text,
/// a failed request, a check that is not known, and an answer whose tokens and cost are not known.
[[nodiscard]] WholeReport sampleReport();

/// Writes a report with all its cells at once.
void writeWhole(const WholeReport &report, ReportFormat format, const ReportSink &sink);

} // namespace Tempera
