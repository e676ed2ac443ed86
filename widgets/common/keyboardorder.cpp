// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/keyboardorder.h"

#include "widgets/common/foldsection.h"

#include <KAcceleratorManager>

#include <QApplication>
#include <QEvent>
#include <QRadioButton>
#include <QScreen>
#include <QScrollArea>
#include <QStyle>
#include <QTabWidget>

#include <algorithm>

namespace Tempera {
namespace {

/// Cuts widgets into groups that do not overlap along one axis, in the order of the axis.
QList<QWidgetList> cutAlong(Qt::Orientation axis, QWidgetList widgets)
{
    const auto start = [axis](const QWidget *widget) { return axis == Qt::Vertical ? widget->y() : widget->x(); };
    const auto end = [axis, start](const QWidget *widget) {
        return start(widget) + (axis == Qt::Vertical ? widget->height() : widget->width());
    };
    std::ranges::stable_sort(widgets, {}, start);
    QList<QWidgetList> groups;
    int reach = 0;
    for (QWidget *widget : std::as_const(widgets)) {
        if (groups.isEmpty() || start(widget) >= reach)
            groups += QWidgetList();
        reach = groups.last().isEmpty() ? end(widget) : std::max(reach, end(widget));
        groups.last() += widget;
    }
    return groups;
}

QWidgetList sortedByEye(const QWidgetList &siblings)
{
    if (siblings.size() < 2)
        return siblings;
    QList<QWidgetList> groups = cutAlong(Qt::Vertical, siblings);
    if (groups.size() == 1) {
        groups = cutAlong(Qt::Horizontal, siblings);
        if (QApplication::isRightToLeft())
            std::ranges::reverse(groups);
    }
    if (groups.size() == 1)
        return groups.first(); // they overlap: from the start of the line on
    QWidgetList sorted;
    for (const QWidgetList &group : std::as_const(groups))
        sorted += sortedByEye(group);
    return sorted;
}

bool takesTab(const QWidget &widget)
{
    if (!widget.isEnabled() || !(widget.focusPolicy() & Qt::TabFocus))
        return false;
    // Of radio buttons that exclude each other the checked one stands for all; the arrow keys reach the others.
    const auto *radio = qobject_cast<const QRadioButton *>(&widget);
    if (!radio || !radio->autoExclusive() || radio->isChecked() || !radio->parentWidget())
        return true;
    const QList<QRadioButton *> group = radio->parentWidget()->findChildren<QRadioButton *>(Qt::FindDirectChildrenOnly);
    return std::ranges::none_of(group, &QRadioButton::isChecked);
}

void collectTabStops(const QWidget &parent, QWidgetList &stops)
{
    QWidgetList children;
    for (QObject *child : parent.children()) {
        auto *widget = qobject_cast<QWidget *>(child);
        if (widget && widget->isVisible() && !widget->isWindow())
            children += widget;
    }
    const QWidgetList sorted = sortedByEye(children);
    for (QWidget *child : sorted) {
        // What hands the keyboard on (the line of a number box, the viewport of an area) is no stop of its own.
        if (!child->focusProxy() && takesTab(*child))
            stops += child;
        collectTabStops(*child, stops);
    }
}

/// Within the screen, with room for a frame.
void fitOnScreen(QDialog &dialog)
{
    const QRect room = dialog.screen()->availableGeometry();
    const int frame = QApplication::style()->pixelMetric(QStyle::PM_TitleBarHeight, nullptr, &dialog);
    const QSize most(room.width() - frame, room.height() - 2 * frame);
    dialog.setMinimumSize(dialog.minimumSize().boundedTo(most));
    dialog.resize(dialog.size().boundedTo(most));
    QRect place(dialog.pos(), dialog.size());
    place.moveRight(std::min(place.right(), room.right()));
    place.moveBottom(std::min(place.bottom(), room.bottom()));
    dialog.move(std::max(place.left(), room.left()), std::max(place.top(), room.top()));
}

class DialogKeeper final : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::Show && !event->spontaneous()) {
            if (auto *dialog = qobject_cast<QDialog *>(object)) {
                KAcceleratorManager::manage(dialog);
                fitOnScreen(*dialog);
            }
        }
        return false;
    }
};

} // namespace

QWidgetList inReadingOrder(const QWidget &root)
{
    QWidgetList stops;
    collectTabStops(root, stops);
    return stops;
}

bool focusInReadingOrder(const QWidget &window, bool forward)
{
    const QWidgetList stops = inReadingOrder(window);
    if (stops.isEmpty())
        return false;
    qsizetype at = -1;
    for (QWidget *from = QApplication::focusWidget(); from && at < 0 && from != &window; from = from->parentWidget())
        at = stops.indexOf(from);
    const qsizetype count = stops.size();
    const qsizetype next = forward ? (at + 1) % count : (at <= 0 ? count : at) - 1;
    stops.at(next)->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    scrollTo(stops.at(next));
    return true;
}

void scrollTo(QWidget *widget)
{
    for (QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(parent))
            area->ensureWidgetVisible(widget);
    }
}

void reveal(QWidget *control, Qt::FocusReason reason)
{
    for (QWidget *page = control; page; page = page->parentWidget()) {
        QWidget *stack = page->parentWidget();
        if (auto *tabs = stack ? qobject_cast<QTabWidget *>(stack->parentWidget()) : nullptr)
            tabs->setCurrentWidget(page);
        if (auto *section = qobject_cast<FoldSection *>(page))
            section->setOpen(true);
    }
    control->setFocus(reason);
    scrollTo(control);
}

void keepDialogs(QObject *owner)
{
    QApplication::instance()->installEventFilter(new DialogKeeper(owner));
}

} // namespace Tempera
