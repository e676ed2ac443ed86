// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QTest>
#include <QWidget>

namespace Tempera {

/// A picture for people, where the environment names a folder for it (TEMPERA_PICTURES).
inline void keepPicture(QWidget *window, const QString &name)
{
    const QString folder = qEnvironmentVariable("TEMPERA_PICTURES");
    if (folder.isEmpty())
        return;
    for (int i = 0; i < 5; ++i) // layouts that wrap text need more than one round
        QCoreApplication::processEvents();
    QVERIFY(window->grab().save(folder + u'/' + name + QStringLiteral(".png")));
}

} // namespace Tempera
