// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/arguments.h"
#include "app/cli/command.h"
#include "models/core/capability.h"

#include <vector>

namespace Tempera {

/// `tempera cost`: what that many tokens would cost at each of some models. No request is made.
class CostCommand final : public Command
{
    Q_OBJECT
public:
    CostCommand(const CliContext &context, const CostArguments &arguments);
    void start() override;

private:
    /// One model's line.
    struct Row {
        QString model;
        Endpoint endpoint;
        Capabilities capabilities;
        std::optional<std::int64_t> inputTokens;
        Exactness exactness = Exactness::Exact;
    };

    [[nodiscard]] Endpoint endpointOf(const QString &model) const;
    void countNext(std::size_t index);
    void fail(const Error &error);
    void write();
    [[nodiscard]] std::optional<Money> costOfOne(const Row &row) const;
    [[nodiscard]] QJsonObject rowJson(const Row &row) const;
    [[nodiscard]] QStringList rowFields(const Row &row) const;

    CostArguments m_arguments;
    std::vector<Row> m_rows;
    QByteArray m_text;
};

} // namespace Tempera
