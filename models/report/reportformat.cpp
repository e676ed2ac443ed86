// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/reportformat.h"

#include "models/report/writers.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr std::array endings{
    std::pair{".json"_L1, ReportFormat::Json}, std::pair{".jsonl"_L1, ReportFormat::JsonLines},
    std::pair{".csv"_L1, ReportFormat::Csv},   std::pair{".html"_L1, ReportFormat::Html},
    std::pair{".htm"_L1, ReportFormat::Html},  std::pair{".md"_L1, ReportFormat::Markdown},
    std::pair{".xml"_L1, ReportFormat::JUnit}, std::pair{".yaml"_L1, ReportFormat::Json},
    std::pair{".yml"_L1, ReportFormat::Json},  std::pair{".txt"_L1, ReportFormat::Text},
};

} // namespace

std::optional<ReportFormat> reportFormatForPath(const QString &path)
{
    for (const auto &[ending, format] : endings) {
        if (path.endsWith(ending, Qt::CaseInsensitive))
            return format;
    }
    return std::nullopt;
}

QStringList reportEndings()
{
    QStringList list;
    for (const auto &[ending, format] : endings)
        list << ending;
    return list;
}

std::unique_ptr<ReportWriter> reportWriter(const RunReport &report, const ReportGrid &grid, ReportFormat format, ReportSink sink)
{
    switch (format) {
    case ReportFormat::Json: return jsonReport(report, grid, std::move(sink));
    case ReportFormat::JsonLines: return jsonLinesReport(report, grid, std::move(sink));
    case ReportFormat::Csv: return csvReport(report, grid, std::move(sink));
    case ReportFormat::Html: return htmlReport(report, grid, std::move(sink));
    case ReportFormat::Markdown: return markdownReport(report, grid, std::move(sink));
    case ReportFormat::Text: return textReport(report, grid, std::move(sink));
    case ReportFormat::JUnit: break;
    }
    return junitReport(report, grid, std::move(sink));
}

} // namespace Tempera
