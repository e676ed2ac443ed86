// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QByteArrayView>
#include <QJsonValue>
#include <QStringList>

namespace Tempera {

/// Looks at every part of a value, so that a sanitizer sees each that is not what it should be.
void consume(const QString &text);
void consume(QByteArrayView bytes);
void consume(const QStringList &texts);
void consume(const QJsonValue &value);
void consume(double number);
void consume(const Error &error);

/// The value is looked at, or the error. Whether there is a value.
template<typename Value>
bool consumeResult(const Result<Value> &result)
{
    if (result)
        consume(*result);
    else
        consume(result.error());
    return result.has_value();
}

/// Ends the process, with the sentence, where something that holds for every input does not.
void require(bool holds, const char *sentence);

} // namespace Tempera
