// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/foldsection.h"

#include "widgets/common/controls.h"

#include <QApplication>
#include <QMouseEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace Tempera {

FoldSection::FoldSection(const QString &title, QWidget *body, QWidget *parent)
    : QWidget(parent), m_line(new QWidget(this)), m_body(body)
{
    m_head = new QToolButton(m_line);
    m_head->setText(title);
    m_head->setAccessibleName(title);
    m_head->setCheckable(true);
    m_head->setAutoRaise(true);
    m_head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_head->setFocusPolicy(Qt::StrongFocus);
    m_detail = new OneLineLabel(OneLineLabel::Ink::Muted, m_line);
    auto *line = new QHBoxLayout(m_line);
    line->setContentsMargins(0, 0, 4, 0);
    line->setSpacing(4);
    line->addWidget(m_head);
    line->addWidget(m_detail, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_line);
    column->addWidget(m_body, 1);
    connect(m_head, &QToolButton::toggled, this, &FoldSection::setOpen);
    takeState(false);
}

void FoldSection::setOpen(bool open)
{
    if (open == m_open)
        return;
    m_open = open;
    takeState(open);
    Q_EMIT toggled(open);
}

void FoldSection::takeState(bool open)
{
    const QWidget *focus = QApplication::focusWidget();
    if (!open && focus && focus != m_head && isAncestorOf(focus))
        m_head->setFocus(Qt::OtherFocusReason); // not to whatever comes next in the window
    m_head->setChecked(open);
    m_head->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_head->setAccessibleDescription(open ? tr("Open; folds away") : tr("Folded; opens"));
    setSizePolicy(QSizePolicy::Preferred, open ? QSizePolicy::Expanding : QSizePolicy::Fixed);
    m_body->setVisible(open);
    for (QWidget *tool : std::as_const(m_tools))
        tool->setVisible(open);
}

void FoldSection::setDetail(const QString &text)
{
    m_detail->setText(text);
}

void FoldSection::addTool(QWidget *tool)
{
    m_tools += tool;
    m_line->layout()->addWidget(tool);
    tool->setVisible(m_open);
}

void FoldSection::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_line->geometry().contains(event->position().toPoint()))
        setOpen(!m_open);
    else
        QWidget::mouseReleaseEvent(event);
}

void stackSections(QWidget *place, const QList<FoldSection *> &sections, const QList<int> &shares)
{
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (qsizetype i = 0; i < sections.size(); ++i) {
        FoldSection *section = sections.at(i);
        const auto share = [column, section, wanted = shares.value(i, 1)](bool open) {
            column->setStretchFactor(section, open ? wanted : 0);
            if (section->isVisible())
                column->activate(); // now: the focus may be about to go there, and is scrolled to
        };
        column->addWidget(section);
        QObject::connect(section, &FoldSection::toggled, place, share);
        share(section->isOpen());
    }
    column->addStretch(0);
}

} // namespace Tempera
