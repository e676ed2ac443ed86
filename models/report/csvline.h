// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace Tempera {

/// Collects one line of CSV (RFC 4180 with LF); texts come from people and models, numbers from us.
class CsvLine
{
public:
    /// What a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection").
    void text(const QString &field);
    void number(const QString &field) { m_fields << field; }
    template<typename T>
    void number(const std::optional<T> &value)
    {
        m_fields << (value ? QString::number(*value) : QString());
    }
    [[nodiscard]] QByteArray line() const { return m_fields.join(u',').toUtf8() + '\n'; }

private:
    QStringList m_fields;
};

} // namespace Tempera
