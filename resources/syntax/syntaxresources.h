// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Tempera {

/// Makes the definition "Tempera Prompt" known to every KSyntaxHighlighting::Repository that is made afterwards.
/// Call it once before the first; more calls do nothing.
void initSyntaxResources();

} // namespace Tempera
