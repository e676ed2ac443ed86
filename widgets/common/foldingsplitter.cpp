// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/foldingsplitter.h"

#include "widgets/common/foldsection.h"

namespace Tempera {

FoldingSplitter::FoldingSplitter(QWidget *above, FoldSection *below, QWidget *parent)
    : QSplitter(Qt::Vertical, parent), m_below(below)
{
    setChildrenCollapsible(false);
    addWidget(above);
    addWidget(below);
    setStretchFactor(0, 3);
    setStretchFactor(1, 2);
    setSizes({300, 200});
    connect(below, &FoldSection::toggled, this, &FoldingSplitter::follow);
    follow(below->isOpen());
}

void FoldingSplitter::follow(bool open)
{
    if (open) {
        m_below->setMaximumHeight(QWIDGETSIZE_MAX);
        setSizes(m_openSizes.isEmpty() ? QList<int>{300, 200} : m_openSizes);
        return;
    }
    const int folded = m_below->sizeHint().height();
    if (sizes().constLast() > folded)
        m_openSizes = sizes();
    m_below->setMaximumHeight(folded);
}

} // namespace Tempera
