// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIODevice>

namespace Tempera {

/// What Qt reads a request's body from, once. Qt sends a POST again by itself when a connection closes before the answer,
/// though the server may have carried out the first one; from here it cannot, and fails with ContentReSendError.
/// Sending again is for those who count. No QBuffer: Qt reads past one.
class SentOnce final : public QIODevice
{
public:
    explicit SentOnce(const QByteArray &body);

    [[nodiscard]] qint64 size() const override { return m_body.size(); }
    /// Never back.
    bool seek(qint64 to) override;

protected:
    qint64 readData(char *to, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_body;
};

} // namespace Tempera
