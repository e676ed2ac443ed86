// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/fitting.h"

#include "widgets/common/controls.h"

#include <QAbstractButton>
#include <QScrollArea>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Whether an area around it scrolls to it in this direction.
bool scrolls(const QWidget *widget, const QWidget *window, Qt::Orientation orientation)
{
    for (const QWidget *each = widget->parentWidget(); each && each != window; each = each->parentWidget()) {
        const auto *area = qobject_cast<const QAbstractScrollArea *>(each);
        if (!area)
            continue;
        // Lists, tables and texts place what they show themselves.
        if (!qobject_cast<const QScrollArea *>(area))
            return true;
        const auto policy = orientation == Qt::Horizontal ? area->horizontalScrollBarPolicy() : area->verticalScrollBarPolicy();
        if (policy != Qt::ScrollBarAlwaysOff)
            return true;
    }
    return false;
}

/// Without what lies in a direction in which is scrolled.
QRect withoutScrolled(QRect place, const QRect &around, const QWidget *widget, const QWidget *window)
{
    if (scrolls(widget, window, Qt::Horizontal)) {
        place.setLeft(around.left());
        place.setRight(around.right());
    }
    if (scrolls(widget, window, Qt::Vertical)) {
        place.setTop(around.top());
        place.setBottom(around.bottom());
    }
    return place;
}

/// As wide as it is painted: the "&" before an Alt key is not.
int textWidth(const QWidget *widget, const QString &text)
{
    return widget->fontMetrics().size(Qt::TextShowMnemonic, text).width();
}

QStringList cutTabs(const QTabBar *bar)
{
    QStringList found;
    for (int i = 0; i < bar->count(); ++i) {
        if (bar->tabRect(i).width() < textWidth(bar, bar->tabText(i)))
            found += u"tab "_s + bar->tabText(i) + u" of "_s + describe(bar);
        if (bar->tabRect(i).right() > bar->width())
            found += u"tab "_s + bar->tabText(i) + u" outside of "_s + describe(bar);
    }
    return found;
}

QString cutLabel(const QLabel *label)
{
    const bool isPlain = label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text());
    const bool isLine = isPlain && !label->wordWrap() && !label->text().contains(u'\n');
    const int needed = label->buddy() ? textWidth(label, label->text()) : label->fontMetrics().horizontalAdvance(label->text());
    if (isLine && needed > label->contentsRect().width())
        return u"label "_s + label->text() + u' ' + describe(label);
    if (label->wordWrap() && label->height() + 1 < label->heightForWidth(label->width()))
        return u"lines of "_s + label->text() + u' ' + describe(label);
    return {};
}

} // namespace

QString describe(const QWidget *widget)
{
    const QRect place(widget->mapTo(widget->window(), QPoint()), widget->size());
    const auto *parent = widget->parentWidget();
    return u"%1 “%2” in %3: %4,%5 %6×%7"_s
        .arg(QString::fromLatin1(widget->metaObject()->className()),
             widget->objectName().isEmpty() ? widget->accessibleName() : widget->objectName(),
             parent ? QString::fromLatin1(parent->metaObject()->className()) : QString())
        .arg(place.x())
        .arg(place.y())
        .arg(place.width())
        .arg(place.height());
}

QStringList outside(const QWidget *window)
{
    QStringList found;
    const QList<QWidget *> all = window->findChildren<QWidget *>();
    for (const QWidget *each : all) {
        if (!each->isVisible() || each->window() != window || each->size().isEmpty())
            continue;
        const QRect place(each->mapTo(window, QPoint()), each->size());
        if (!window->rect().contains(withoutScrolled(place, window->rect(), each, window)))
            found += u"outside: "_s + describe(each);
        const QRect around = each->parentWidget()->rect();
        if (!around.contains(withoutScrolled(each->geometry(), around, each, window)))
            found += u"outside its place: "_s + describe(each);
    }
    return found;
}

QStringList cut(const QWidget *window)
{
    QStringList found;
    const QList<QWidget *> all = window->findChildren<QWidget *>();
    for (const QWidget *each : all) {
        if (!each->isVisible() || each->window() != window)
            continue;
        if (const auto *bar = qobject_cast<const QTabBar *>(each)) {
            found += cutTabs(bar);
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(each)) {
            if (!button->text().isEmpty() && button->width() < button->minimumSizeHint().width())
                found += u"button "_s + button->text() + u' ' + describe(button);
        } else if (const auto *label = qobject_cast<const QLabel *>(each); label && !qobject_cast<const OneLineLabel *>(each)) {
            if (const QString text = cutLabel(label); !text.isEmpty())
                found += text;
        }
    }
    return found;
}

} // namespace Tempera
