// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/plaintooltips.h"

#include "models/text/displaytext.h"
#include "widgets/common/controls.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QMenu>
#include <QTabBar>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype mostTipText = 2000; ///< Characters.
constexpr qsizetype mostTipLines = 30;
constexpr qsizetype longestTipWord = 80; ///< Characters; longer ones may be broken, else the tip would be as wide.

/// What is shown of a text of any length, in time that does not grow with it.
QString tipExcerpt(const QString &text)
{
    QString shown;
    qsizetype lines = 1;
    qsizetype word = 0;
    const QString display = DisplayText::of(QStringView(text).first(qMin(text.size(), mostTipText)));
    for (const QChar c : display) {
        if (c == u'\n' && ++lines > mostTipLines)
            return shown + u'…';
        word = c.isSpace() ? 0 : word + 1;
        if (word > longestTipWord && !c.isLowSurrogate() && !c.isMark()) {
            shown += QChar(0x200b); // where a line may be broken
            word = 1;
        }
        shown += c;
    }
    return text.size() > mostTipText ? shown + u'…' : shown;
}

/// A tool tip and where it belongs: it goes when the pointer leaves that.
struct FoundTip {
    QString text;
    QRect area;
};

FoundTip tipOfHeader(const QHeaderView &header, QPoint pos)
{
    const int section = header.logicalIndexAt(pos);
    if (section < 0 || !header.model())
        return {};
    return {header.model()->headerData(section, header.orientation(), Qt::ToolTipRole).toString(), {}};
}

FoundTip tipOfView(const QAbstractItemView &view, QPoint pos)
{
    if (const auto *header = qobject_cast<const QHeaderView *>(&view))
        return tipOfHeader(*header, pos);
    const QModelIndex index = view.indexAt(pos);
    return index.isValid() ? FoundTip{index.data(Qt::ToolTipRole).toString(), view.visualRect(index)} : FoundTip{};
}

/// Empty where the widget itself is to be asked.
FoundTip tipAt(QWidget &widget, QPoint pos)
{
    if (qobject_cast<OneLineLabel *>(&widget))
        return {}; // shows what is cut
    const auto *view = qobject_cast<QAbstractItemView *>(widget.parentWidget());
    if (view && view->viewport() == &widget)
        return tipOfView(*view, pos);
    if (const auto *menu = qobject_cast<QMenu *>(&widget)) {
        const QAction *action = menu->toolTipsVisible() ? menu->actionAt(pos) : nullptr;
        return action ? FoundTip{action->toolTip(), menu->actionGeometry(menu->actionAt(pos))} : FoundTip{};
    }
    if (const auto *tabs = qobject_cast<QTabBar *>(&widget)) {
        const int tab = tabs->tabAt(pos);
        if (const QString text = tabs->tabToolTip(tab); !text.isEmpty())
            return {text, tabs->tabRect(tab)};
    }
    return {widget.toolTip(), {}};
}

} // namespace

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    return u"<p style=\"white-space:pre-wrap\">%1</p>"_s.arg(tipExcerpt(text).toHtmlEscaped());
}

PlainToolTips::PlainToolTips(QObject *parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool PlainToolTips::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::Polish) {
        auto *label = qobject_cast<QLabel *>(object);
        if (label && label->textFormat() == Qt::AutoText && !label->inherits("QTipLabel"))
            label->setTextFormat(Qt::PlainText);
        return false;
    }
    if (event->type() != QEvent::ToolTip || !object->isWidgetType())
        return false;
    auto *widget = static_cast<QWidget *>(object);
    const auto *help = static_cast<QHelpEvent *>(event);
    const FoundTip tip = tipAt(*widget, help->pos());
    if (tip.text.isEmpty())
        return false;
    QToolTip::showText(help->globalPos(), plainToolTip(tip.text), widget, tip.area);
    return true;
}

} // namespace Tempera
