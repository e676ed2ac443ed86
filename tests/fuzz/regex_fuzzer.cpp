// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sampling/schemalimits.h"
#include "models/text/scripthost.h"
#include "tests/fuzz/consume.h"
#include "tests/fuzz/entries.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {

bool fuzzRegex(QByteArrayView bytes)
{
    // Shorter than a program's own, so that an input that is stopped costs little.
    static const Result<std::unique_ptr<ScriptHost>> host = ScriptHost::create({.time = 200ms});
    require(host.has_value(), "there is a script host");
    const qsizetype line = bytes.indexOf('\n');
    const QString pattern = QString::fromUtf8(bytes.first(line < 0 ? bytes.size() : line));
    const QString text = line < 0 ? QString() : QString::fromUtf8(bytes.sliced(line + 1));
    (void)isPatternEnforced(pattern);
    bool usable = false;
    for (const QString &flags : {QString(), u"u"_s, u"i"_s}) {
        const Result<bool> matches = (*host)->matches(pattern, text, flags);
        if (!matches)
            consume(matches.error());
        usable |= matches.has_value();
    }
    return usable;
}

} // namespace Tempera
