// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/questionbar.h"

#include "models/text/displaytext.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {

QuestionBar::QuestionBar(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_row(new QHBoxLayout(this))
{
    setObjectName(u"questionBar"_s);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("Question"));
    m_row->setContentsMargins(8, 4, 4, 4);
    m_row->addWidget(m_icon, 0, Qt::AlignTop);
    m_row->addWidget(m_text, 1);
    hide();
}

void QuestionBar::ask(const QString &text, const QList<BarAnswer> &answers)
{
    m_questions.append({text, answers});
    if (m_questions.size() == 1)
        showNext();
}

void QuestionBar::clear()
{
    m_questions.clear();
    showNext();
}

QString QuestionBar::text() const
{
    return m_text->text();
}

void QuestionBar::showNext()
{
    for (QWidget *button : std::exchange(m_buttons, {})) {
        button->hide();
        button->deleteLater(); // it may be the one that was pressed
    }
    setVisible(!m_questions.isEmpty());
    if (m_questions.isEmpty())
        return;
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_icon->setPixmap(QIcon::fromTheme(u"dialog-question"_s).pixmap(size, size));
    m_text->setText(DisplayText::of(m_questions.constFirst().text));
    for (const BarAnswer &answer : std::as_const(m_questions.first().answers)) {
        auto *button = new QPushButton(answer.text, this);
        m_row->addWidget(button, 0, Qt::AlignTop);
        button->show(); // with the question, not an event later
        m_buttons += button;
        connect(button, &QPushButton::clicked, this, [this, then = answer.then] {
            m_questions.removeFirst();
            showNext();
            if (then)
                then();
        });
    }
}

} // namespace Tempera
