// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/hostedmodelid.h"

using namespace Qt::StringLiterals;

namespace Tempera {

QString hostedModelId(const Capabilities &model)
{
    if (model.provider == "openai"_L1)
        return u"openai:chat:"_s + model.model;
    return model.provider == "openrouter"_L1 ? u"openrouter:"_s + model.model : QString();
}

} // namespace Tempera
