// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/shrinkingbutton.h"

#include <QScopedValueRollback>
#include <QStyleOptionToolButton>

namespace Tempera {

ShrinkingButton::ShrinkingButton(const QIcon &icon, const QString &text, QWidget *parent) : QToolButton(parent)
{
    setIcon(icon);
    setText(text);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
}

QSize ShrinkingButton::sizeHint() const
{
    const QScopedValueRollback measuring(m_measuring, true);
    return QToolButton::sizeHint();
}

QSize ShrinkingButton::minimumSizeHint() const
{
    ensurePolished();
    QStyleOptionToolButton option;
    QToolButton::initStyleOption(&option);
    option.toolButtonStyle = Qt::ToolButtonIconOnly;
    QSize content = option.iconSize;
    if (popupMode() == MenuButtonPopup)
        content.rwidth() += style()->pixelMetric(QStyle::PM_MenuButtonIndicator, &option, this);
    const QSize icon = style()->sizeFromContents(QStyle::CT_ToolButton, &option, content, this);
    return {icon.width(), sizeHint().height()};
}

void ShrinkingButton::initStyleOption(QStyleOptionToolButton *option) const
{
    QToolButton::initStyleOption(option);
    if (!m_measuring && width() < sizeHint().width())
        option->toolButtonStyle = Qt::ToolButtonIconOnly;
}

} // namespace Tempera
