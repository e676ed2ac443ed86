// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/errorbox.h"

#include "models/core/error.h"
#include "models/text/displaytext.h"
#include "widgets/common/appearance.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Tempera {

ErrorBox::ErrorBox(QWidget *parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    auto *content = new QWidget(this);
    m_text = new QLabel(content);
    m_text->setObjectName(u"columnError"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(6, 4, 6, 4);
    column->addWidget(m_text);
    column->addWidget(m_buttons = createButtons());
    setWidget(content);
}

QWidget *ErrorBox::createButtons()
{
    auto *buttons = new QWidget(this);
    auto *enter = new QPushButton(tr("Enter key…"), buttons);
    enter->setObjectName(u"enterKey"_s);
    connect(enter, &QPushButton::clicked, this, &ErrorBox::keyRequested);
    auto *again = new QPushButton(tr("Run missing and failed"), buttons);
    again->setObjectName(u"runFailed"_s);
    again->setToolTip(tr("Runs all cells without an answer again"));
    connect(again, &QPushButton::clicked, this, &ErrorBox::runAgainRequested);
    auto *column = new QVBoxLayout(buttons); // beside each other they would be cut in a narrow column
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(enter, 0, Qt::AlignLeft);
    column->addWidget(again, 0, Qt::AlignLeft);
    return buttons;
}

void ErrorBox::showError(const Error &error, Remedy remedy)
{
    m_buttons->setVisible(remedy == Remedy::EnterKey);
    recolour();
    m_text->setText(DisplayText::of(errorMessage(error)));
    m_text->setToolTip(error.place);
    updateGeometry();
}

QString ErrorBox::text() const
{
    return m_text->text();
}

int ErrorBox::heightForWidth(int width) const
{
    return widget()->layout()->totalHeightForWidth(width - 2 * frameWidth()) + 2 * frameWidth();
}

QSize ErrorBox::sizeHint() const
{
    const int width = widget()->sizeHint().width();
    return {width, heightForWidth(width)};
}

QSize ErrorBox::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, fontMetrics().lineSpacing() * 2 + 12};
}

void ErrorBox::recolour()
{
    QPalette red;
    red.setColor(QPalette::WindowText, outcomeColour(Outcome::Fail, palette()));
    m_text->setPalette(red);
}

void ErrorBox::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_text)
        recolour();
}

} // namespace Tempera
