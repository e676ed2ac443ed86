// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testpaths.h"

using namespace Qt::StringLiterals;

namespace Tempera {

QString sourcePath(const QString &path)
{
    const QString root = QStringLiteral(TEMPERA_SOURCE_DIR);
    return path.isEmpty() ? root : root + u'/' + path;
}

QString testDataPath(const QString &path)
{
    return sourcePath(u"tests/data/"_s + path);
}

QString builtInModel()
{
    return sourcePath(u"resources/model/tempera-mini.gguf"_s);
}

QString temperaProgram()
{
    return QStringLiteral(TEMPERA_PROGRAM);
}

QString llamaProgram(const QString &name)
{
    return QStringLiteral(TEMPERA_LLAMA_BUILD "/bin/") + name;
}

} // namespace Tempera
