// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/local/benchmodel.h"

#include "tests/app/engine/llama/tinymodel.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <random>

using namespace Qt::StringLiterals;

namespace Tempera {

QString benchModel(const QString &folder)
{
    TinyModel model;
    model.vocabulary = 49'152;
    model.layers = 30;
    model.width = 576;
    model.heads = 9;
    model.keyHeads = 3;
    model.feedForward = 1'536;
    model.contextTokens = 2'048;
    model.quantized = true;
    model.tied = true;
    const QString path = QDir(folder).filePath(u"random-135m-q8_0.gguf"_s);
    if (QFileInfo(path).size() > 140'000'000)
        return path;
    const QString part = path + u".part"_s; // a run that was stopped leaves no half model
    QFile::remove(path);
    return QDir().mkpath(folder) && model.write(part) && QFile::rename(part, path) ? path : QString();
}

QString promptOf(int tokens, unsigned number)
{
    // A byte is a token, and one begins the text.
    std::minstd_rand random(number + 1);
    QString text;
    for (int i = 1; i < tokens; ++i)
        text += QChar(u'a' + static_cast<char16_t>(random() / 7 % 26));
    return text;
}

} // namespace Tempera
