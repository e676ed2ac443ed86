// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/messagebar.h"

#include "models/text/displaytext.h"
#include "widgets/common/controls.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Tempera {

MessageBar::MessageBar(QWidget *parent) : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this))
{
    setObjectName(u"messageBar"_s);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("Message"));
    auto *close = makeToolButton(u"dialog-close"_s, tr("Close this message"), this);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 4, 4);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(close, 0, Qt::AlignTop);
    hide();
}

void MessageBar::showError(const Error &error)
{
    showText(errorMessage(error));
}

void MessageBar::showText(const QString &text)
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_icon->setPixmap(QIcon::fromTheme(u"dialog-warning"_s).pixmap(size, size));
    m_text->setText(DisplayText::of(text));
    show();
}

QString MessageBar::text() const
{
    return m_text->text();
}

} // namespace Tempera
