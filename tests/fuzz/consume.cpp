// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/consume.h"

#include <QJsonArray>
#include <QJsonObject>

#include <bit>
#include <cstdio>
#include <cstdlib>
#include <numeric>

namespace Tempera {
namespace {

volatile std::uint64_t seen = 0; ///< Nobody reads it, but the compiler cannot know.

} // namespace

void consume(const QString &text)
{
    seen = std::accumulate(text.begin(), text.end(), std::uint64_t{seen},
                           [](std::uint64_t sum, QChar character) { return sum * 31 + character.unicode(); });
}

void consume(QByteArrayView bytes)
{
    seen = std::accumulate(bytes.begin(), bytes.end(), std::uint64_t{seen},
                           [](std::uint64_t sum, char byte) { return sum * 31 + static_cast<unsigned char>(byte); });
}

void consume(const QStringList &texts)
{
    for (const QString &text : texts)
        consume(text);
}

void consume(double number)
{
    seen = seen + std::bit_cast<std::uint64_t>(number);
}

void consume(const QJsonValue &value)
{
    if (value.isArray()) {
        for (const auto &item : value.toArray())
            consume(QJsonValue(item));
    } else if (value.isObject()) {
        const QJsonObject map = value.toObject();
        for (auto it = map.begin(); it != map.end(); ++it) {
            consume(it.key());
            consume(QJsonValue(it.value()));
        }
    } else if (value.isString()) {
        consume(value.toString());
    } else {
        consume(value.toDouble());
    }
}

void consume(const Error &error)
{
    consume(error.detail);
    consume(error.place);
    consume(error.parameter);
    consume(double(error.line));
    consume(double(error.column));
}

void require(bool holds, const char *sentence)
{
    if (holds)
        return;
    std::fprintf(stderr, "this must hold and does not: %s\n", sentence);
    std::abort();
}

} // namespace Tempera
