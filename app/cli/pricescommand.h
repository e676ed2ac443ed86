// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/arguments.h"
#include "app/cli/command.h"
#include "models/pricing/pricechanges.h"

namespace Tempera {

/// `tempera prices`: what a published list of prices would change; takes it where that is wished, and takes it back.
class PricesCommand final : public Command
{
    Q_OBJECT
public:
    PricesCommand(const CliContext &context, const PricesArguments &arguments);
    void start() override;

private:
    void list();
    void remove();
    void refresh();
    void show(const QString &source, const PublishedPrices &published);
    void take(const QString &source, const QList<PriceChange> &changes);
    void writeChanges(const QString &source, const QList<PriceChange> &changes, const PublishedPrices &published);
    void end(const Result<void> &kept);
    [[nodiscard]] bool isAsked(const QString &provider, const QString &model) const;

    PricesArguments m_arguments;
};

} // namespace Tempera
