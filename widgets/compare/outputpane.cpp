// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/outputpane.h"

#include "widgets/common/appearance.h"
#include "widgets/common/plaintooltips.h"

#include <QFontDatabase>
#include <QHelpEvent>
#include <QPlainTextDocumentLayout>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolTip>

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
        m_only.reset();
        m_instead.reset();
        m_own.clear();
        setExtraSelections({});
        clear();
        ++m_rebuilds;
    }
    if (text.size() == m_taken)
        return;
    showInstead(std::nullopt);
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

QTextCharFormat OutputPane::formatOf(PaneMark::Look look) const
{
    QTextCharFormat format;
    format.setBackground(addedBackground(palette()));
    switch (look) {
    case PaneMark::Look::New: format.setUnderlineStyle(QTextCharFormat::SingleUnderline); break;
    case PaneMark::Look::CoinFlip: format.setUnderlineStyle(QTextCharFormat::DotLine); break;
    case PaneMark::Look::ChangeOfMind: format.setUnderlineStyle(QTextCharFormat::WaveUnderline); break;
    case PaneMark::Look::Moved:
        format.setBackground(filledBackground(palette()));
        format.setUnderlineStyle(QTextCharFormat::DashUnderline);
        break;
    case PaneMark::Look::Gone:
        format.setBackground(removedBackground(palette()));
        format.setFontStrikeOut(true);
        break;
    case PaneMark::Look::MovedAway:
        format.setBackground(filledBackground(palette()));
        format.setFontStrikeOut(true);
        break;
    }
    return format;
}

void OutputPane::showInstead(const std::optional<QString> &text)
{
    if (text == m_instead)
        return;
    showAll();
    if (!m_instead)
        m_own = document()->toRawText(); // toPlainText() would lose blanks that do not break
    m_instead = text;
    m_marks.clear();
    m_only.reset();
    setExtraSelections({});
    const int scrolled = verticalScrollBar()->value();
    setPlainText(text ? *text : std::exchange(m_own, QString()));
    verticalScrollBar()->setValue(scrolled);
    ++m_rebuilds;
}

void OutputPane::mark(const QList<PaneMark> &marks)
{
    showAll(); // places count in the whole text
    if (marks == m_marks)
        return;
    m_marks = marks;
    const int end = document()->characterCount() - 1;
    QList<QTextEdit::ExtraSelection> selections;
    selections.reserve(marks.size());
    for (const PaneMark &mark : marks) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(static_cast<int>(qMin<qsizetype>(mark.at.start, end)));
        selection.cursor.setPosition(static_cast<int>(qMin<qsizetype>(mark.at.start + mark.at.length, end)),
                                     QTextCursor::KeepAnchor);
        selection.format = formatOf(mark.look);
        selections += selection;
    }
    setExtraSelections(selections);
}

void OutputPane::goTo(const TextStretch &at)
{
    showAll();
    const int end = document()->characterCount() - 1;
    QTextCursor cursor(document());
    // The cursor stands at the beginning: of a long stretch that is what is to be seen.
    cursor.setPosition(static_cast<int>(qMin<qsizetype>(at.start + at.length, end)));
    cursor.setPosition(static_cast<int>(qMin<qsizetype>(at.start, end)), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
}

void OutputPane::scrollToShare(double share)
{
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(share * (document()->characterCount() - 1)));
    setTextCursor(cursor);
    centerCursor();
}

void OutputPane::showOnly(const std::optional<QList<TextStretch>> &stretches)
{
    showAll();
    if (stretches == m_only)
        return;
    m_only = stretches;
    qsizetype next = 0;
    for (QTextBlock line = document()->firstBlock(); line.isValid(); line = line.next()) {
        const qsizetype end = line.position() + line.length();
        while (m_only && next < m_only->size() && m_only->at(next).start + m_only->at(next).length <= line.position()
               && m_only->at(next).length > 0)
            ++next;
        line.setVisible(!m_only || (next < m_only->size() && m_only->at(next).start < end));
        line.setLineCount(line.isVisible() ? qMax(1, line.layout()->lineCount()) : 0); // the scroll bar counts lines
    }
    document()->markContentsDirty(0, document()->characterCount());
    if (auto *layout = qobject_cast<QPlainTextDocumentLayout *>(document()->documentLayout()))
        Q_EMIT layout->documentSizeChanged(layout->documentSize());
    viewport()->update();
}

QString OutputPane::tipAt(qsizetype place) const
{
    const auto holds = [place](const PaneMark &mark) {
        return place >= mark.at.start && place < mark.at.start + mark.at.length && !mark.tip.isEmpty();
    };
    const auto found = std::ranges::find_if(m_marks, holds);
    return found == m_marks.end() ? QString() : found->tip;
}

bool OutputPane::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QPlainTextEdit::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QTextCursor under = cursorForPosition(help->pos());
    // The nearest place is after the character's middle where the pointer is on its right half.
    const int place = under.position() - (cursorRect(under).left() > help->pos().x() ? 1 : 0);
    const QString tip = tipAt(place);
    if (tip.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), plainToolTip(tip), viewport());
    return true;
}

void OutputPane::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_marks.isEmpty())
        mark(std::exchange(m_marks, {}));
}

} // namespace Tempera
