// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/controls.h"

#include "widgets/common/appearance.h"
#include "widgets/common/plaintooltips.h"

#include <QApplication>
#include <QHelpEvent>
#include <QIcon>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

class WheelFilter final : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() != QEvent::Wheel || static_cast<QWidget *>(object)->hasFocus())
            return false;
        event->ignore();
        return true;
    }
};

} // namespace

void ignoreWheelUnlessFocused(QWidget *control)
{
    control->setFocusPolicy(Qt::StrongFocus);
    control->installEventFilter(new WheelFilter(control));
}

QToolButton *makeToolButton(const QString &icon, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(QIcon::fromTheme(icon));
    button->setAutoRaise(true);
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QLabel *makeEmptyState(const QString &text, QWidget *parent)
{
    auto *label = new MutedLabel(text, parent);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setMargin(16);
    return label;
}

OneLineLabel::OneLineLabel(Ink ink, QWidget *parent) : QLabel(parent), m_ink(ink)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void OneLineLabel::setMore(const QString &more)
{
    m_more = more;
}

QSize OneLineLabel::sizeHint() const
{
    const QMargins margins = contentsMargins();
    return {fontMetrics().horizontalAdvance(text().simplified()) + margins.left() + margins.right() + 1,
            fontMetrics().lineSpacing() + margins.top() + margins.bottom()}; // as high without a text
}

QSize OneLineLabel::minimumSizeHint() const
{
    return sizeHint().boundedTo(QSize(fontMetrics().averageCharWidth() * 6, sizeHint().height()));
}

QString OneLineLabel::shown() const
{
    return fontMetrics().elidedText(text().simplified(), Qt::ElideRight, contentsRect().width());
}

bool OneLineLabel::isCut() const
{
    return shown() != text().simplified();
}

bool OneLineLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const QString whole = m_more.isEmpty() ? text() : text() + u'\n' + m_more;
        if (isCut() || !m_more.isEmpty())
            QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainToolTip(whole), this);
        return true;
    }
    return QLabel::event(event);
}

void OneLineLabel::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setPen(m_ink == Ink::Muted ? mutedColour(palette()) : palette().color(QPalette::WindowText));
    painter.drawText(contentsRect(), static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine), shown());
}

MutedLabel::MutedLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    recolour();
}

MutedLabel::MutedLabel(const QString &text, QWidget *parent) : MutedLabel(parent)
{
    setText(text);
}

void MutedLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::PaletteChange)
        recolour();
    QLabel::changeEvent(event);
}

void MutedLabel::recolour()
{
    if (m_recolouring)
        return;
    m_recolouring = true;
    QPalette own;
    own.setColor(QPalette::WindowText, mutedColour(QApplication::palette()));
    setPalette(own);
    m_recolouring = false;
}

} // namespace Tempera
