// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commandline.h"
#include "app/cli/console.h"
#include "app/runcommandline.h"
#include "app/runwindow.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    Tempera::reserveStandardDescriptors();
    QCoreApplication::setApplicationName(u"tempera"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TEMPERA_VERSION));

    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    if (Tempera::CommandLine::isCommand(arguments))
        return Tempera::runCommandLine(argc, argv);
    return Tempera::runWindow(argc, argv);
}
