// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/jsonschema.h"
#include "models/sampling/schemalimits.h"
#include "tests/fuzz/consume.h"
#include "tests/fuzz/entries.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Tempera {

bool fuzzSchema(QByteArrayView bytes)
{
    static constexpr QByteArrayView line = "\n---\n";
    const qsizetype cut = bytes.indexOf(line);
    const QByteArray schemaText = bytes.first(cut < 0 ? bytes.size() : cut).toByteArray();
    const QString answer = cut < 0 ? u"{}"_s : QString::fromUtf8(bytes.sliced(cut + line.size()));

    consume(schemaLimitsText(schemaLimitsOf(QString::fromUtf8(schemaText))));
    const QJsonDocument schema = QJsonDocument::fromJson(schemaText);
    if (!schema.isObject())
        return false;
    return consumeResult(schemaViolation(answer, schema.object()));
}

} // namespace Tempera
