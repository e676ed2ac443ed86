// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTextBrowser>
#include <QTimer>

namespace Tempera {

/// An answer as the Markdown that it is written in. The text is data all the same: HTML in it is shown as text, links are
/// words that lead nowhere (where they would have led is shown under the pointer), pictures are named and never fetched,
/// no file is read.
class MarkdownPane final : public QTextBrowser
{
    Q_OBJECT
public:
    /// Longer answers, in UTF-16 units, are shown as they are written.
    static constexpr qsizetype longestRendered = 400'000;

    explicit MarkdownPane(QWidget *parent = nullptr);

    /// Shows a text. While it grows it is rendered again in pauses that grow with the work; `isWhole` renders it at once.
    void showText(const QString &text, bool isWhole);

    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;

private:
    void render();

    QString m_text;
    QString m_rendered;
    QTimer m_timer;
};

} // namespace Tempera
