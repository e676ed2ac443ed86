// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/resultdrop.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// The path of the one file that may hold results; empty: there is none.
QString droppedResults(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    const QString path = urls.size() == 1 ? urls.first().toLocalFile() : QString();
    const auto endsWith = [&path](QLatin1StringView ending) { return path.endsWith(ending, Qt::CaseInsensitive); };
    return endsWith(".json"_L1) || endsWith(".jsonl"_L1) || endsWith(".ndjson"_L1) ? path : QString();
}

} // namespace

ResultDrop::ResultDrop(QWidget *widget) : QObject(widget)
{
    widget->setAcceptDrops(true);
    widget->installEventFilter(this);
}

/// What it does not take goes on to the window, which opens experiments and models.
bool ResultDrop::eventFilter(QObject *object, QEvent *event)
{
    const bool isDrop = event->type() == QEvent::Drop;
    if (!isDrop && event->type() != QEvent::DragEnter && event->type() != QEvent::DragMove)
        return QObject::eventFilter(object, event);
    auto *drop = static_cast<QDropEvent *>(event);
    const QString path = droppedResults(*drop->mimeData());
    if (path.isEmpty()) {
        event->ignore();
        return true;
    }
    drop->acceptProposedAction();
    if (isDrop)
        Q_EMIT dropped(path);
    return true;
}

} // namespace Tempera
