// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>

namespace Tempera {

/// The value without secrets, as withoutSecrets() cuts them out of a file's tree.
[[nodiscard]] QJsonValue redacted(const QJsonValue &value);

} // namespace Tempera
