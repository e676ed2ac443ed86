// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>
#include <QString>
#include <QUrl>

namespace Tempera {

/// The value without secrets, as withoutSecrets() cuts them out of a file's tree.
[[nodiscard]] QJsonValue redacted(const QJsonValue &value);

/// A URL without user, password, fragment, and what of its query is not known to be public.
[[nodiscard]] QString redactedUrl(const QUrl &url);

} // namespace Tempera
