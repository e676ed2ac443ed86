// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QTranslator>

namespace Tempera {

/// The translations as they lie in the repository, without being compiled first.
class SourceTranslator final : public QTranslator
{
public:
    /// `language` as in the file's name, such as "de"; empty where there is no such file.
    explicit SourceTranslator(const QString &language);

    [[nodiscard]] bool isEmpty() const override { return m_texts.isEmpty(); }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *disambiguation, int n) const override;

private:
    QHash<QString, QStringList> m_texts; ///< One form, or one for each grammatical number.
};

} // namespace Tempera
