// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/boundedreading.h"

#include "app/engine/http/answerlimits.h"

#include <QNetworkReply>

namespace Tempera {

void boundReading(QNetworkReply &reply)
{
    const auto tell = [&reply] { reply.setReadBufferSize(ReadAhead); };
    tell();
    // One of them comes after Qt's thread has begun and before the body: a new connection, one that was kept, or neither told.
    QObject::connect(&reply, &QNetworkReply::socketStartedConnecting, &reply, tell);
    QObject::connect(&reply, &QNetworkReply::requestSent, &reply, tell);
    QObject::connect(&reply, &QNetworkReply::metaDataChanged, &reply, tell);
}

} // namespace Tempera
