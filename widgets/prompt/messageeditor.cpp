// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/prompt/messageeditor.h"

#include "models/items/celltext.h"
#include "widgets/common/controls.h"
#include "widgets/common/growingedit.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QScopedValueRollback>

#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Tempera {

MessageEditor::MessageEditor(const TokenCountFunction &count, QWidget *parent)
    : QWidget(parent), m_count(count), m_edit(new GrowingEdit(this))
{
    m_edit->setObjectName(u"messageText"_s);
    m_edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_edit->setPlaceholderText(tr("Write here. {{ name }} puts in the value of a variable of the case."));
    createHead();
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(m_edit);
    m_countTimer.setSingleShot(true);
    m_countTimer.setInterval(150ms);
    connect(&m_countTimer, &QTimer::timeout, this, &MessageEditor::countTokens);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
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
    letWheelPass(m_role);
    m_role->addItem(tr("System"), static_cast<int>(Role::System));
    m_role->addItem(tr("User"), static_cast<int>(Role::User));
    m_role->addItem(tr("Assistant"), static_cast<int>(Role::Assistant));
    m_tokens = new MutedLabel(this);
    m_tokens->setObjectName(u"messageTokens"_s);
    m_tokens->setToolTip(tr("Tokens of this message's text as it is written, before variables are put in"));
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

void MessageEditor::countTokens()
{
    if (!m_count)
        return;
    m_count(m_edit->toPlainText(), this, [this, round = ++m_round](const TokenCount &count) {
        if (round == m_round)
            m_tokens->setText(CellText::tokens(count.tokens, count.exactness));
    });
}

} // namespace Tempera
