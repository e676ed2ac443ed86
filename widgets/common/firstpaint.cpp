// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/firstpaint.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

namespace Tempera {
namespace {

class FirstPaint final : public QObject
{
public:
    FirstPaint(QWidget *widget, std::function<void()> work) : QObject(widget), m_work(std::move(work))
    {
        widget->installEventFilter(this);
    }

    bool eventFilter(QObject *widget, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            widget->removeEventFilter(this);
            // The event is the picture's beginning; all of it is on the screen when the event loop is back.
            QTimer::singleShot(0, this, [this] {
                m_work();
                deleteLater();
            });
        }
        return false;
    }

private:
    std::function<void()> m_work;
};

} // namespace

void afterFirstPaint(QWidget *widget, std::function<void()> work)
{
    new FirstPaint(widget, std::move(work));
}

} // namespace Tempera
