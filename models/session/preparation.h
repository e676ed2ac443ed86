// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/session.h"

#include <memory>

namespace Tempera {

/// Makes planned cells ready to be asked for: finds the files of local models, resolves who answers, takes out what the
/// model is known to refuse (GenerationRequest::leftOut), and fails the cells that cannot be run (a provider that is not
/// known, a model that is missing). Cells that are final stay as they are.
class Preparation
{
public:
    /// `context` outlives it.
    explicit Preparation(const SessionContext &context);
    ~Preparation();
    Q_DISABLE_COPY_MOVE(Preparation)

    /// May be called again for the same cell.
    void prepare(Cell &cell);

private:
    class ModelFinder;
    class ProviderFinder;
    struct Private;
    std::unique_ptr<Private> d;
};

/// All of them.
void prepareCells(std::vector<Cell> &cells, const SessionContext &context);

} // namespace Tempera
