// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPlainTextEdit>

#include <functional>

namespace Tempera {

/// An answer token by token, each with a colour of its own behind it. The arrow keys walk over the tokens; the mouse
/// shows what one says. A token that is a part of a character gets the whole character with the one that ends it.
class TokenPane final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit TokenPane(QWidget *parent = nullptr);

    /// The bytes of the tokens in order.
    void setTokens(const QList<QByteArray> &pieces);
    /// Background of a token on a palette; called for all of them, again when the palette changes. Invalid: none.
    void setColours(std::function<QColor(int token, const QPalette &palette)> colour);
    /// What a token says when the mouse rests on it.
    void setToolTips(std::function<QString(int token)> text) { m_toolTip = std::move(text); }

    [[nodiscard]] int currentToken() const { return m_current; } ///< −1: none.
    void setCurrentToken(int token);
    /// The token at a character of the shown text; −1 beyond the end.
    [[nodiscard]] int tokenAt(int character) const;
    /// The characters of a token in the shown text: start and length (0 for a token that shows nothing by itself).
    [[nodiscard]] std::pair<int, int> charactersOf(int token) const;

Q_SIGNALS:
    void currentTokenChanged(int token);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void paintTokens();
    void markCurrent();

    QList<int> m_ends; ///< Where in the shown text each token ends.
    std::function<QColor(int, const QPalette &)> m_colour;
    std::function<QString(int)> m_toolTip;
    int m_current = -1;
};

} // namespace Tempera
