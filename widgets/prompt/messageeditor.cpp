// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/prompt/messageeditor.h"

#include "models/items/celltext.h"
#include "widgets/common/appearance.h"
#include "widgets/common/controls.h"
#include "widgets/common/growingedit.h"
#include "widgets/common/plaintooltips.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QScopedValueRollback>
#include <QTextEdit>
#include <QToolTip>

#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Tempera {

MessageEditor::MessageEditor(PromptCounter *counter, QWidget *parent)
    : QWidget(parent), m_counter(counter), m_edit(new GrowingEdit(this))
{
    m_edit->setObjectName(u"messageText"_s);
    m_edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_edit->setPlaceholderText(tr("Write here. {{ name }} inserts the value of a variable of the case."));
    createHead();
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(m_edit);
    m_countTimer.setSingleShot(true);
    m_countTimer.setInterval(150ms);
    connect(&m_countTimer, &QTimer::timeout, this, &MessageEditor::countTokens);
    m_edit->viewport()->installEventFilter(this);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        showCount(true);
        m_countTimer.start();
        if (!m_showing)
            Q_EMIT textEdited(m_edit->toPlainText());
    });
    connect(m_role, &QComboBox::activated, this,
            [this](int index) { Q_EMIT roleEdited(static_cast<Role>(m_role->itemData(index).toInt())); });
    connect(m_up, &QToolButton::clicked, this, [this] { Q_EMIT moveRequested(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { Q_EMIT moveRequested(1); });
    connect(m_remove, &QToolButton::clicked, this, &MessageEditor::removeRequested);
}

void MessageEditor::createHead()
{
    m_role = new QComboBox(this);
    m_role->setObjectName(u"messageRole"_s);
    ignoreWheelUnlessFocused(m_role);
    m_role->addItem(tr("System"), static_cast<int>(Role::System));
    m_role->addItem(tr("User"), static_cast<int>(Role::User));
    m_role->addItem(tr("Assistant"), static_cast<int>(Role::Assistant));
    m_tokens = new MutedLabel(this);
    m_tokens->setObjectName(u"messageTokens"_s);
    m_tokens->setToolTip(tr("Tokens of this message's text as it is written, before variables are filled in"));
    m_up = makeToolButton(u"arrow-up"_s, tr("Move this message up"), this);
    m_down = makeToolButton(u"arrow-down"_s, tr("Move this message down"), this);
    m_remove = makeToolButton(u"edit-delete"_s, tr("Remove this message"), this);
    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_role);
    head->addWidget(m_tokens, 1);
    head->addWidget(m_up);
    head->addWidget(m_down);
    head->addWidget(m_remove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(head);
}

void MessageEditor::setMessage(const Message &message)
{
    const QScopedValueRollback showing(m_showing, true);
    m_role->setCurrentIndex(m_role->findData(static_cast<int>(message.role)));
    m_edit->replaceText(message.text);
    if (m_tokens->text().isEmpty())
        m_countTimer.start();
}

void MessageEditor::setPosition(int index, int count)
{
    const QString number = QString::number(index + 1);
    m_role->setAccessibleName(tr("Role of message %1").arg(number));
    m_edit->setAccessibleName(tr("Text of message %1").arg(number));
    m_up->setAccessibleName(tr("Move message %1 up").arg(number));
    m_down->setAccessibleName(tr("Move message %1 down").arg(number));
    m_remove->setAccessibleName(tr("Remove message %1").arg(number));
    m_up->setEnabled(index > 0);
    m_down->setEnabled(index + 1 < count);
    m_remove->setEnabled(count > 1);
}

void MessageEditor::setEndpoint(const Endpoint &endpoint)
{
    if (m_endpoint == endpoint)
        return;
    m_endpoint = endpoint;
    showCount(true);
    m_countTimer.start();
}

/// One count at a time: what is typed meanwhile is counted after it, once.
void MessageEditor::countTokens()
{
    if (!m_counter)
        return;
    if (m_counting) {
        m_again = true;
        return;
    }
    m_counting = true;
    m_again = false;
    m_counter->countText(m_endpoint, m_edit->toPlainText(), this, [this](const TokenCount &count) {
        m_counting = false;
        m_counted = count;
        showCount(m_again || m_countTimer.isActive());
        if (m_again)
            countTokens();
    });
}

/// The count of an older text is about that of this one.
void MessageEditor::showCount(bool isOld)
{
    if (m_counted)
        m_tokens->setText(CellText::tokens(m_counted->tokens, isOld ? Exactness::Estimate : m_counted->exactness));
}

void MessageEditor::setFaults(const QList<PromptFault> &faults)
{
    if (m_faults == faults)
        return;
    m_faults = faults;
    QStringList texts;
    for (const PromptFault &fault : faults)
        texts += fault.text;
    m_edit->setAccessibleDescription(texts.join(u' '));
    underline();
}

void MessageEditor::underline()
{
    QList<QTextEdit::ExtraSelection> lines;
    const auto size = m_edit->document()->characterCount() - 1;
    for (const PromptFault &fault : std::as_const(m_faults)) {
        if (fault.length <= 0 || fault.from + fault.length > size)
            continue;
        QTextEdit::ExtraSelection line{QTextCursor(m_edit->document()), {}};
        line.cursor.setPosition(static_cast<int>(fault.from));
        line.cursor.setPosition(static_cast<int>(fault.from + fault.length), QTextCursor::KeepAnchor);
        line.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        line.format.setUnderlineColor(outcomeColour(forbidsRun(fault.kind) ? Outcome::Fail : Outcome::Error, palette()));
        lines += line;
    }
    m_edit->setExtraSelections(lines);
}

void MessageEditor::select(qsizetype from, qsizetype length)
{
    const qsizetype size = m_edit->document()->characterCount() - 1;
    QTextCursor cursor(m_edit->document());
    cursor.setPosition(static_cast<int>(qMin(from, size)));
    cursor.setPosition(static_cast<int>(qMin(from + length, size)), QTextCursor::KeepAnchor);
    m_edit->setTextCursor(cursor);
    m_edit->setFocus(Qt::OtherFocusReason);
}

bool MessageEditor::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::eventFilter(object, event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int at = m_edit->cursorForPosition(help->pos()).position();
    QStringList texts;
    for (const PromptFault &fault : std::as_const(m_faults)) {
        if (at >= fault.from && at <= fault.from + fault.length)
            texts += fault.text;
    }
    QToolTip::showText(help->globalPos(), plainToolTip(texts.join(u'\n')), m_edit);
    return true;
}

void MessageEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        underline();
}

} // namespace Tempera
