// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/data/jsonfault.h"

#include <QCoreApplication>

#include <jsoncons/json_error.hpp>

namespace Tempera {

QString jsonFault(const std::error_code &code)
{
    if (code == jsoncons::json_errc::syntax_error || code == jsoncons::json_errc::expected_value)
        return QCoreApplication::translate("JsonFault", "a JSON value was expected here");
    if (code == jsoncons::json_errc::unexpected_eof)
        return QCoreApplication::translate("JsonFault", "the JSON text ends before its value does");
    return QString::fromStdString(code.message());
}

} // namespace Tempera
