// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/arguments.h"
#include "app/cli/command.h"
#include "app/cli/costrows.h"
#include "app/cli/jobinput.h"
#include "app/cli/pilotrun.h"
#include "app/cli/runprogress.h"

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace Tempera {

class BpeEncoding;

/// `tempera cost`: what a job would cost at each of some models, the cheapest first: a number of tokens, a document, a folder or
/// data set of them, or an experiment. No request is made but
/// those of a pilot.
class CostCommand final : public Command
{
    Q_OBJECT
public:
    CostCommand(const CliContext &context, const CostArguments &arguments);
    void start() override;

private:
    /// Tokens of one prompt after the other, where a model has to be asked for each.
    struct Counting {
        std::vector<std::int64_t> tokens;
        Exactness exactness = Exactness::Exact;
    };

    [[nodiscard]] Endpoint endpointOf(const QString &model) const;
    void addRow(const QString &model, const JobInput::Part *part);
    void countNext(std::size_t index);
    void countByModel(std::size_t index);
    void askModel(std::size_t index, const Endpoint &endpoint);
    [[nodiscard]] Result<void> beginCounting(std::size_t index);
    void countPiece(std::size_t index);
    void finishCounting(std::size_t index);
    [[nodiscard]] Messages promptOf(const CostRow &row, std::size_t number) const;
    [[nodiscard]] std::size_t promptsOf(const CostRow &row) const;
    void take(CostRow &row, std::vector<std::int64_t> tokens, Exactness exactness);
    void pilotNext(std::size_t index);
    void takePilot(std::size_t index, const std::vector<std::size_t> &asked, const std::vector<Cell> &answers);
    [[nodiscard]] std::vector<std::size_t> drawnPrompts(const CostRow &row) const;
    void fail(const Error &error);
    void write();
    [[nodiscard]] QJsonObject withEach(const CostRow &row) const;
    void sayMore(const CostRow &row) const;
    void sayUnknown(const CostRow &row) const;

    CostArguments m_arguments;
    JobInput m_input;
    std::vector<CostRow> m_rows;
    Counting m_counting; ///< Of the row that is counted.
    std::shared_ptr<const BpeEncoding> m_encoding;
    std::optional<RunProgress> m_progress;
    std::chrono::microseconds m_begun{0}; ///< Monotonic: of this counting.
    double m_megabytes = 0;               ///< Counted since then.
    std::unique_ptr<PilotRun> m_pilot;
    std::map<QString, std::vector<std::int64_t>> m_counted; ///< Tokens of the documents, by encoding.
};

} // namespace Tempera
