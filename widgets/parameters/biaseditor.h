// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/parameters/parametereditor.h"

class QTableWidget;

namespace Tempera {

/// The logit biases as a table: a token's id ("#15043") or a text, and a number or "never".
class BiasEditor final : public ParameterEditor
{
    Q_OBJECT
public:
    explicit BiasEditor(QWidget *parent = nullptr);

protected:
    void showValue(const SamplingSettings &settings) override;
    void showUnset(const QString &text) override;
    void discardTyping() override;
    void storeValue(SamplingSettings &settings) const override;

private:
    void addRow(const QString &token, const QString &bias);
    void removeCurrent();
    void change();
    void fitHeight();
    /// The bias of a row; nothing where it cannot be read yet.
    [[nodiscard]] std::optional<LogitBias> biasIn(int row) const;
    void validate();

    QTableWidget *m_table = nullptr;
    QLabel *m_problem = nullptr;
};

} // namespace Tempera
