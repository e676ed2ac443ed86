// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/boundedreading.h"

#include "app/engine/http/answerlimits.h"

#include <QNetworkReply>

#include <memory>
#include <utility>

namespace Tempera {

void boundReading(QNetworkReply &reply)
{
    reply.setReadBufferSize(ReadAhead);
    // One of them comes after Qt's thread has begun and before the body: a new connection, one that was kept, or neither told. The
    // first is enough; each wakes that thread.
    const auto tell = [&reply, isTold = std::make_shared<bool>(false)] {
        if (!std::exchange(*isTold, true))
            reply.setReadBufferSize(ReadAhead);
    };
    QObject::connect(&reply, &QNetworkReply::socketStartedConnecting, &reply, tell);
    QObject::connect(&reply, &QNetworkReply::requestSent, &reply, tell);
    QObject::connect(&reply, &QNetworkReply::metaDataChanged, &reply, tell);
}

} // namespace Tempera
