// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"

#include <QObject>

#include <memory>

namespace Tempera {

/// The whole answers of another run or of a file, which are not all in memory. GUI thread.
class BaselineAnswers : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Of the cell with this index in BaselineRun::cells; null: it is asked for, and arrived() follows. The pointer holds until
    /// the event loop is back.
    [[nodiscard]] virtual const Cell *body(int cell) = 0;

Q_SIGNALS:
    void arrived(); ///< Some that body() did not have.
};

class BaselineTable;

/// Another run, or a file, that something of the shown run is compared with. Without a table there is none (yet).
struct OtherRun {
    std::shared_ptr<const BaselineTable> table = {};
    std::shared_ptr<BaselineAnswers> answers = {};

    bool operator==(const OtherRun &) const = default;
};

} // namespace Tempera
