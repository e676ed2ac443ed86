// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/latepage.h"

#include <QVBoxLayout>

#include <utility>

namespace Tempera {

LatePlace::LatePlace(std::function<QWidget *(QWidget *)> make, QWidget *parent) : QWidget(parent), m_make(std::move(make))
{
    (new QVBoxLayout(this))->setContentsMargins(0, 0, 0, 0);
}

void LatePlace::make()
{
    if (!m_make)
        return;
    m_page = std::exchange(m_make, nullptr)(this);
    layout()->addWidget(m_page);
    Q_EMIT made(m_page);
    if (!isVisible())
        return;
    m_page->show(); // now and in its place, for a focus that is about to be moved there; a layout would do it an event later
    layout()->activate();
}

void LatePlace::showEvent(QShowEvent *event)
{
    make();
    QWidget::showEvent(event);
}

} // namespace Tempera
