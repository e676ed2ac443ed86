// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/parameters/parametereditor.h"

class QListWidget;

namespace Tempera {

/// The order of the samplers: a list to drag, or to move with Alt+Up and Alt+Down; what is not ticked does nothing.
class OrderEditor final : public ParameterEditor
{
    Q_OBJECT
public:
    explicit OrderEditor(QWidget *parent = nullptr);

    /// What people call a sampler.
    [[nodiscard]] static QString samplerTitle(SamplerKind kind);

protected:
    void showValue(const SamplingSettings &settings) override;
    void showUnset(const QString &text) override;
    void begin(SamplingSettings &settings) const override;
    void storeValue(SamplingSettings &settings) const override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void fill(const QList<SamplerKind> &order);
    void showOrder(const QList<SamplerKind> &order);
    void moveCurrent(int by);

    QListWidget *m_list = nullptr;
};

} // namespace Tempera
