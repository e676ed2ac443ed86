// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/engine.h"
#include "models/experiment/experiment.h"
#include "models/pricing/catalog.h"
#include "models/pricing/estimate.h"
#include "models/text/prompttemplate.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace Tempera {

/// Counts the tokens of a text and calls back on the caller's thread, unless the guard is gone.
using TokenCountFunction = std::function<void(const QString &text, QObject *guard, std::function<void(TokenCount)> callback)>;

/// What a run of the edited experiment would take, kept up to date while it is edited. GUI thread.
/// Renders at most `renderedCases` cases and scales up from them; every distinct text is counted once.
class LiveEstimate final : public QObject
{
    Q_OBJECT
public:
    static constexpr int renderedCases = 200;

    LiveEstimate(const Catalog *catalog, TokenCountFunction count, QObject *parent = nullptr);
    ~LiveEstimate() override;

    /// Asks for a new estimate a moment after the last call.
    void update(const Experiment &experiment);

    [[nodiscard]] int cells() const { return m_cells; }
    [[nodiscard]] const CostEstimate &total() const { return m_total; }
    /// One a variant, in their order; empty until the first estimate is there.
    [[nodiscard]] const QList<CostEstimate> &variants() const { return m_variants; }
    /// Why some cells cannot be run (a template that fails); nothing when all can.
    /// A variant without a cell that can be run has `requests` 0.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }
    /// "12 cells · 3,412 tokens in · ≤ 1,200 out · $0.0021–0.0043"; why, where no cell can be rendered.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void changed();

private:
    void plan();
    void count(const QString &text);
    void finish();
    [[nodiscard]] CostEstimate estimate(int variant) const;

    struct Planned {
        int variant = 0;
        Messages messages;
        std::optional<int> maxTokens;
        bool runnable = true;
    };

    const Catalog *m_catalog = nullptr;
    TokenCountFunction m_count;
    std::unique_ptr<TemplateEngine> m_templates;
    QTimer m_timer;
    Experiment m_experiment;
    std::vector<Planned> m_planned;
    double m_scale = 1; ///< Cells of the experiment for one that was rendered.
    QHash<QString, TokenCount> m_counted;
    int m_waiting = 0;
    quint64 m_round = 0;

    int m_cells = 0;
    CostEstimate m_total;
    QList<CostEstimate> m_variants;
    std::optional<Error> m_problem;
};

} // namespace Tempera
