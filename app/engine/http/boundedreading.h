// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QNetworkReply;

namespace Tempera {

/// Keeps Qt from reading more than ReadAhead bytes of a response's body before they are taken from the reply; what is beyond
/// waits at the server. To be called once, right after the request was handed to the network manager, on its thread.
///
/// QNetworkReply::setReadBufferSize() alone does not: Qt's own thread forgets a size that it is told before it has begun
/// with the request (QHttpThreadDelegate::readBufferSizeChanged(), Qt 6.8), and that is always so for one that was just made.
void boundReading(QNetworkReply &reply);

} // namespace Tempera
