// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/redact.h"

#include "models/experiment/data/datasecrets.h"

namespace Tempera {

QJsonValue redacted(const QJsonValue &value)
{
    return dataToJson(*withoutSecrets(dataFromJson(value)));
}

} // namespace Tempera
