// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/alternativesmodel.h"
#include "models/items/tokensmodel.h"
#include "widgets/lens/alternativesbubble.h"
#include "widgets/lens/tokenview.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLocale>
#include <QScrollBar>

#include <algorithm>

namespace Tempera {

void TokenView::describe(const QString &description)
{
    setAccessibleDescription(description);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void TokenView::showAlternatives(const AlternativesModel &alternatives, int row, const QString &hint)
{
    if (m_current < 0)
        return;
    ensureVisible(m_current);
    m_bubble->showAt(tokenRect(m_current), alternatives, row, hint);
    const auto text = [&](int column) { return alternatives.index(row, column).data().toString(); };
    describe(tr("Alternative %1 of %2: %3, %4. %5")
                 .arg(QLocale().toString(row + 1), QLocale().toString(alternatives.rowCount()),
                      text(AlternativesModel::TokenColumn), text(AlternativesModel::RawColumn), hint));
}

void TokenView::hideAlternatives()
{
    if (!showsAlternatives())
        return;
    m_bubble->hide();
    if (m_current >= 0 && m_current < m_model.size())
        describe(m_model.description(m_current));
}

bool TokenView::showsAlternatives() const
{
    return !m_bubble->isHidden();
}

int TokenView::nearestInLine(int line, int x) const
{
    int best = firstOfLine(line);
    for (int row = best; row < firstOfLine(line + 1); ++row) {
        const Box &box = m_boxes[static_cast<std::size_t>(row)];
        if (box.x <= x)
            best = row;
    }
    return best;
}

void TokenView::moveLine(int by)
{
    if (m_current < 0) {
        setCurrent(0);
        return;
    }
    const Box &box = m_boxes[static_cast<std::size_t>(m_current)];
    const int line = std::clamp(box.line + by, 0, static_cast<int>(m_lines.size()) - 1);
    setCurrent(nearestInLine(line, box.x + box.width / 2));
}

void TokenView::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool isLineKey = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    const bool byLine = modifiers == Qt::ControlModifier && isLineKey;
    if ((modifiers != Qt::NoModifier && !byLine) || m_model.size() == 0) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    if (byLine) {
        moveLine(event->key() == Qt::Key_Up ? -1 : 1);
        return;
    }
    const int page = std::max(1, viewport()->height() / lineHeight() - 1);
    switch (event->key()) {
    case Qt::Key_Left: setCurrent(std::max(0, m_current - 1)); break;
    case Qt::Key_Right: setCurrent(m_current + 1); break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (m_current < 0)
            setCurrent(0);
        Q_EMIT alternativeStepped(event->key() == Qt::Key_Up ? -1 : 1);
        break;
    case Qt::Key_PageUp: moveLine(-page); break;
    case Qt::Key_PageDown: moveLine(page); break;
    case Qt::Key_Home: setCurrent(0); break;
    case Qt::Key_End: setCurrent(m_model.size() - 1); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            Q_EMIT activated(m_current);
        break;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace Tempera
