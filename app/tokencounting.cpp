// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tokencounting.h"

#include "models/text/tokencounter.h"

#include <QFuture>
#include <QThreadPool>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace Tempera {

void countTokensInBackground(const QString &text, QObject *guard, std::function<void(TokenCount)> callback)
{
    QtConcurrent::run([text]() -> std::optional<TokenCount> {
        const auto encoding = BpeEncoding::load(u"o200k_base"_s);
        if (!encoding)
            return std::nullopt;
        return TokenCount{(*encoding)->count(text.toUtf8()), Exactness::Estimate};
    }).then(guard, [callback = std::move(callback)](const std::optional<TokenCount> &count) {
        if (count)
            callback(*count);
    });
}

} // namespace Tempera
