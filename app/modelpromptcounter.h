// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/localpromptreader.h"
#include "models/core/ports/background.h"
#include "models/core/ports/promptcounter.h"
#include "models/pricing/catalog.h"

#include <memory>

namespace Tempera {

/// Counts beside the GUI thread: a local model's prompts by its own vocabulary and chat template, a hosted one's by the
/// encoding that is published for it or, where none is, by one that is near.
class ModelPromptCounter final : public PromptCounter
{
public:
    /// The file of a local model by its name.
    using FindModel = std::function<Result<QString>(const QString &model)>;

    /// `background` and `catalog` outlive it. `local` is used by the background only.
    ModelPromptCounter(Background &background, const Catalog &catalog, FindModel findModel,
                       std::shared_ptr<LocalPromptReader> local);

    void countText(const Endpoint &endpoint, const QString &text, QObject *guard,
                   std::function<void(TokenCount)> callback) override;
    void read(const Endpoint &endpoint, const Messages &messages, PromptForm form, QObject *guard,
              std::function<void(PromptReading)> callback) override;

private:
    [[nodiscard]] Result<QString> fileOf(const Endpoint &endpoint) const;

    Background &m_background;
    const Catalog &m_catalog;
    FindModel m_findModel;
    std::shared_ptr<LocalPromptReader> m_local;
};

} // namespace Tempera
