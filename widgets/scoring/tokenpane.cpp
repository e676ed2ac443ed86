// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scoring/tokenpane.h"

#include "models/text/displaytext.h"
#include "widgets/common/plaintooltips.h"

#include <QHelpEvent>
#include <QStringDecoder>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

namespace Tempera {

TokenPane::TokenPane(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void TokenPane::setTokens(const QList<QByteArray> &pieces)
{
    m_ends.clear();
    m_current = -1;
    QStringDecoder decoder(QStringDecoder::Utf8);
    DisplayText safe;
    QString shown;
    for (const QByteArray &piece : pieces) {
        const QString text = decoder(piece);
        shown += safe.next(text);
        m_ends += static_cast<int>(shown.size());
    }
    shown += safe.rest();
    if (!m_ends.isEmpty())
        m_ends.last() = static_cast<int>(shown.size());
    setPlainText(shown);
    paintTokens();
    markCurrent();
}

void TokenPane::setColours(std::function<QColor(int, const QPalette &)> colour)
{
    m_colour = std::move(colour);
    paintTokens();
}

std::pair<int, int> TokenPane::charactersOf(int token) const
{
    if (token < 0 || token >= m_ends.size())
        return {0, 0};
    const int start = token == 0 ? 0 : m_ends.at(token - 1);
    return {start, m_ends.at(token) - start};
}

int TokenPane::tokenAt(int character) const
{
    const auto it = std::ranges::upper_bound(m_ends, character);
    return it == m_ends.end() ? -1 : static_cast<int>(it - m_ends.begin());
}

void TokenPane::paintTokens()
{
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    cursor.select(QTextCursor::Document);
    cursor.setCharFormat({});
    for (int i = 0; m_colour && i < m_ends.size(); ++i) {
        const auto [start, length] = charactersOf(i);
        const QColor colour = length > 0 ? m_colour(i, palette()) : QColor();
        if (!colour.isValid())
            continue;
        cursor.setPosition(start);
        cursor.setPosition(start + length, QTextCursor::KeepAnchor);
        QTextCharFormat format;
        format.setBackground(colour);
        cursor.setCharFormat(format);
    }
    cursor.endEditBlock();
}

void TokenPane::setCurrentToken(int token)
{
    const int next = m_ends.isEmpty() ? -1 : qBound(0, token, static_cast<int>(m_ends.size()) - 1);
    if (next == m_current)
        return;
    m_current = next;
    markCurrent();
    Q_EMIT currentTokenChanged(m_current);
}

void TokenPane::markCurrent()
{
    if (m_current < 0) {
        setExtraSelections({});
        return;
    }
    const auto [start, length] = charactersOf(m_current);
    QTextCursor cursor(document());
    cursor.setPosition(start);
    setTextCursor(cursor);
    cursor.setPosition(start + length, QTextCursor::KeepAnchor);
    QTextEdit::ExtraSelection mark;
    mark.cursor = cursor;
    mark.format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
    mark.format.setUnderlineColor(palette().color(QPalette::Text));
    mark.format.setFontWeight(QFont::Bold);
    setExtraSelections({mark});
    ensureCursorVisible();
}

bool TokenPane::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QPlainTextEdit::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QTextCursor cursor = cursorForPosition(viewport()->mapFrom(this, help->pos()));
    const int token = tokenAt(cursor.position());
    if (token >= 0 && m_toolTip)
        QToolTip::showText(help->globalPos(), plainToolTip(m_toolTip(token)), this);
    else
        QToolTip::hideText();
    return true;
}

void TokenPane::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier) {
        switch (event->key()) {
        case Qt::Key_Left: setCurrentToken(m_current - 1); return;
        case Qt::Key_Right: setCurrentToken(m_current + 1); return;
        case Qt::Key_Home: setCurrentToken(0); return;
        case Qt::Key_End: setCurrentToken(static_cast<int>(m_ends.size()) - 1); return;
        default: break;
        }
    }
    QPlainTextEdit::keyPressEvent(event);
}

void TokenPane::mousePressEvent(QMouseEvent *event)
{
    QPlainTextEdit::mousePressEvent(event);
    if (const int token = tokenAt(cursorForPosition(event->position().toPoint()).position()); token >= 0)
        setCurrentToken(token);
}

void TokenPane::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        paintTokens();
        markCurrent();
    }
}

} // namespace Tempera
