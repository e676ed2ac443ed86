// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/console.h"
#include "app/window/runwindow.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

/// `tempera-window`: the window.
int main(int argc, char **argv)
{
    Tempera::reserveStandardDescriptors();
    QCoreApplication::setApplicationName(u"tempera"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TEMPERA_VERSION));
    return Tempera::runWindow(argc, argv);
}
