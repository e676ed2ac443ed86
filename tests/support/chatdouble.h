// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/scriptedserver.h"

namespace Tempera {

/// A server of chat completions and embeddings whose answers follow from what is asked, as the one in
/// tests/data/promptfoo/golden/make.mjs: the model "judge" judges, tools are called, JSON is given where it is asked for, any
/// other model repeats the last message. Embeddings count the letters from a to z.
class ChatDouble
{
public:
    ChatDouble();
    [[nodiscard]] QString baseUrl() const { return m_server.baseUrl().toString(); }

private:
    ScriptedServer m_server;
};

} // namespace Tempera
