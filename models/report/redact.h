// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/report/report.h"

#include <QJsonValue>

namespace Tempera {

/// The value without secrets, as withoutSecrets() cuts them out of a file's tree.
[[nodiscard]] QJsonValue redacted(const QJsonValue &value);

/// The report with nothing secret in what the user says of things: descriptions and labels that tell one
/// (withoutTextSecrets()), or that repeat one of a variant's. Once, before anything is written; goes through all cases.
[[nodiscard]] RunReport withoutSecrets(RunReport report);

} // namespace Tempera
