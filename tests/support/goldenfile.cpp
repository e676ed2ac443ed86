// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/goldenfile.h"
#include "tests/support/testpaths.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString fullPath(const QString &path)
{
    return testDataPath(path);
}

} // namespace

QByteArray testData(const QString &path)
{
    QFile file(fullPath(path));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qUtf8Printable(file.fileName()));
    return file.readAll();
}

bool isGolden(const QString &path, const QByteArray &actual)
{
    if (qEnvironmentVariableIsSet("TEMPERA_UPDATE_GOLDEN")) {
        QFile file(fullPath(path));
        if (!file.open(QIODevice::WriteOnly) || file.write(actual) != actual.size())
            qFatal("cannot write %s", qUtf8Printable(file.fileName()));
        qWarning("wrote %s", qUtf8Printable(path));
        return false;
    }
    QFile file(fullPath(path));
    const QByteArray expected = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    if (expected == actual)
        return true;
    qWarning("%s differs; expected:\n%s\ngot:\n%s", qUtf8Printable(path), expected.constData(), actual.constData());
    return false;
}

} // namespace Tempera
