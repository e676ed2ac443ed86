// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QToolButton>

namespace Tempera {

/// A button with an icon and a text that gives way: where there is no room for both, the icon stays. It needs a tool tip,
/// which then says what the text did.
class ShrinkingButton final : public QToolButton
{
    Q_OBJECT
public:
    ShrinkingButton(const QIcon &icon, const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override; ///< Of the icon alone.

protected:
    void initStyleOption(QStyleOptionToolButton *option) const override;

private:
    mutable bool m_measuring = false;
};

} // namespace Tempera
