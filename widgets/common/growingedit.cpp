// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/growingedit.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTextBlock>

#include <cmath>

namespace Tempera {

GrowingEdit::GrowingEdit(QWidget *parent) : QPlainTextEdit(parent)
{
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &GrowingEdit::fit);
    // A new line of text is reported before it is counted, and then not again.
    connect(this, &QPlainTextEdit::textChanged, this, &GrowingEdit::fit);
    fit();
}

void GrowingEdit::setLineLimits(int least, int most)
{
    m_least = least;
    m_most = most;
    fit();
}

void GrowingEdit::replaceText(const QString &text)
{
    const QString old = toPlainText();
    if (old == text)
        return;
    const qsizetype shorter = qMin(old.size(), text.size());
    qsizetype head = 0;
    while (head < shorter && old.at(head) == text.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && old.at(old.size() - 1 - tail) == text.at(text.size() - 1 - tail))
        ++tail;
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(head));
    cursor.setPosition(static_cast<int>(old.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(text.sliced(head, text.size() - head - tail));
}

QSize GrowingEdit::sizeHint() const
{
    return {QPlainTextEdit::sizeHint().width(), height()};
}

QSize GrowingEdit::minimumSizeHint() const
{
    return {120, heightFor(m_least)};
}

bool GrowingEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        // Without this the editor would swallow the keys of the document's own undo and of running.
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)
            || (key->modifiers() == Qt::ControlModifier && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter))) {
            key->ignore();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void GrowingEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

void GrowingEdit::wheelEvent(QWheelEvent *event)
{
    // An editor that shows all of its text lets the list around it scroll.
    if (verticalScrollBar()->maximum() > verticalScrollBar()->minimum())
        QPlainTextEdit::wheelEvent(event);
    else
        event->ignore();
}

int GrowingEdit::heightFor(int lines) const
{
    const int around = frameWidth() * 2 + static_cast<int>(std::ceil(document()->documentMargin() * 2));
    return lines * fontMetrics().lineSpacing() + around + 2;
}

void GrowingEdit::fit()
{
    // QPlainTextDocumentLayout counts its height in lines.
    const int lines = static_cast<int>(std::ceil(document()->documentLayout()->documentSize().height()));
    const int wanted = heightFor(qBound(m_least, lines, m_most));
    setVerticalScrollBarPolicy(lines > m_most ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    if (wanted != height() || minimumHeight() != wanted) {
        setFixedHeight(wanted);
        updateGeometry();
    }
}

} // namespace Tempera
