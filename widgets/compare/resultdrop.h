// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QWidget;

namespace Tempera {

/// Lets files of results be dropped on a widget.
class ResultDrop final : public QObject
{
    Q_OBJECT
public:
    /// It belongs to the widget.
    explicit ResultDrop(QWidget *widget);

Q_SIGNALS:
    void dropped(const QString &path);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
};

} // namespace Tempera
