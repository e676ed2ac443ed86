// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <functional>

namespace Tempera {

/// Takes a report piece by piece, in UTF-8. A piece is valid during the call only.
using ReportSink = std::function<void(QByteArrayView piece)>;

} // namespace Tempera
