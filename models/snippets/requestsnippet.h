// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/shownrequest.h"

#include <QString>

#include <optional>

namespace Tempera {

/// How a request is written down.
enum class RequestForm {
    Wire,       ///< Method, address, headers, an empty line, the body; secrets as dots.
    Curl,       ///< A command for a POSIX shell.
    Python,     ///< A program that needs the package requests.
    JavaScript, ///< A module for Node 18 or later.
};

/// "wire", "curl", "python", "javascript"
[[nodiscard]] QString requestFormName(RequestForm form);
/// Inverse of requestFormName(). Nothing for any other word.
[[nodiscard]] std::optional<RequestForm> requestFormFromName(const QString &name);

/// The request as a text. The three programs send it and print what comes, as it comes; what is secret they take from the
/// environment (ShownPiece::variable). JSON is laid out with one member a line, in its own order, with its numbers as they are, and
/// a string that is the value of a secret name (isSecretName()) is replaced by the mark. Empty for a program that would send what
/// this process answers itself.
[[nodiscard]] QString requestText(const ShownRequest &request, RequestForm form);

} // namespace Tempera
