// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QByteArray>

#include <memory>

namespace Tempera {

/// Unpacks the body of an answer as it comes. Answers are asked for unpacked (a compressor holds tokens back), but some
/// gateways pack them all the same, a few without saying so.
class ContentDecoding
{
public:
    ContentDecoding();
    ~ContentDecoding();

    /// `encoding`: the Content-Encoding header, empty where there is none. The bytes, unpacked, cut anywhere, without a byte
    /// order mark at their beginning. A packed body may have several members (RFC 1952, 2.2); what comes after its end is left
    /// out. Fails on an encoding that is not known and on broken data.
    [[nodiscard]] Result<QByteArray> feed(const QByteArray &encoding, const QByteArray &more);

private:
    struct Inflation;

    [[nodiscard]] Result<QByteArray> inflated(const QByteArray &bytes);
    [[nodiscard]] QByteArray withoutMark(const QByteArray &bytes);

    bool m_begun = false;
    bool m_isBehindMark = false;
    QByteArray m_held;                      ///< The beginning of what may be gzip's.
    QByteArray m_mark;                      ///< The beginning of what may be a byte order mark.
    std::unique_ptr<Inflation> m_inflation; ///< None where the body is as it is.
};

} // namespace Tempera
