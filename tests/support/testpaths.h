// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Tempera {

// Where things lie. Only testpaths.cpp is compiled with these folders, so that every other object of the tests is the same
// in each clone.

/// A file or folder of the source tree; the tree itself for an empty path.
[[nodiscard]] QString sourcePath(const QString &path);
/// A file or folder of tests/data.
[[nodiscard]] QString testDataPath(const QString &path);
/// The model that Tempera brings along.
[[nodiscard]] QString builtInModel();
/// The program as it was built.
[[nodiscard]] QString temperaProgram();
/// A program of the pinned llama.cpp: llama-server, llama-bench, …
[[nodiscard]] QString llamaProgram(const QString &name);

} // namespace Tempera
