// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/outputpane.h"

#include "widgets/common/appearance.h"

#include <QEvent>
#include <QFontDatabase>
#include <QScrollBar>
#include <QTextBlock>

namespace Tempera {

OutputPane::OutputPane(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(60);
    m_appendTimer.setSingleShot(true);
    m_appendTimer.setInterval(appendInterval(1));
    connect(&m_appendTimer, &QTimer::timeout, this, &OutputPane::append);
}

void OutputPane::showAnswer(quint64 answer, const QString &text)
{
    if (answer != m_answer || text.size() < m_taken) {
        m_answer = answer;
        m_taken = 0;
        m_display.reset();
        m_waiting.clear();
        m_appendTimer.stop();
        m_marks.clear();
        setExtraSelections({});
        clear();
        ++m_rebuilds;
    }
    if (text.size() == m_taken)
        return;
    m_waiting += m_display.next(QStringView(text).sliced(m_taken));
    m_taken = text.size();
    if (!m_appendTimer.isActive())
        append();
}

void OutputPane::showAll()
{
    m_appendTimer.stop();
    append();
    m_appendTimer.stop();
}

void OutputPane::clearAnswer()
{
    if (m_answer == 0 && m_taken == 0)
        return;
    showAnswer(0, QString());
}

void OutputPane::append()
{
    if (m_waiting.isEmpty())
        return;
    QScrollBar *bar = verticalScrollBar();
    const bool follows = bar->value() >= bar->maximum();
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    end.insertText(std::exchange(m_waiting, QString()));
    if (follows)
        bar->setValue(bar->maximum());
    m_appendTimer.start();
}

void OutputPane::setRaw(bool raw)
{
    setLineWrapMode(raw ? NoWrap : WidgetWidth);
    setFont(raw ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : QFont());
}

void OutputPane::mark(const QList<QPair<int, int>> &stretches)
{
    showAll(); // offsets count in the whole text
    m_marks = stretches;
    QList<QTextEdit::ExtraSelection> selections;
    selections.reserve(stretches.size());
    for (const auto &[start, length] : stretches) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(start);
        selection.cursor.setPosition(qMin(start + length, document()->characterCount() - 1), QTextCursor::KeepAnchor);
        selection.format.setBackground(addedBackground(palette()));
        selections += selection;
    }
    setExtraSelections(selections);
}

void OutputPane::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_marks.isEmpty())
        mark(QList<QPair<int, int>>(m_marks));
}

} // namespace Tempera
