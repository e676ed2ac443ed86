// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace Tempera {

class DropsModel;
class TokensModel;

/// Surprisal (a solid line) and entropy (a dashed one) over the tokens of a text, in bits, with numbered marks at the sharpest
/// drops of probability. Left and Right move by a token, Page Up and Page Down by a drop, Home and End to the ends; Enter
/// activates. What it shows is in the table of tokens and in DropsModel, too.
class TimelineView final : public QWidget
{
    Q_OBJECT
public:
    /// Both outlive it.
    TimelineView(const TokensModel &tokens, const DropsModel &drops, QWidget *parent = nullptr);

    [[nodiscard]] int current() const { return m_current; }
    /// Shows where the current token is; −1: nowhere.
    void setCurrent(int token);
    /// The token whose column is at `x`; −1: none.
    [[nodiscard]] int tokenAt(double x) const;
    /// Where a token is, in pixels from the left.
    [[nodiscard]] double placeOf(int token) const;
    /// The bits at the top of the scale: even, at least 4, and not below any finite value of what is shown.
    [[nodiscard]] double topBits() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void tokenRequested(int token);
    void activated();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] int count() const;
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] int neighbouringDrop(int by) const;
    void paintScale(QPainter &painter, const QRectF &plot, double top) const;
    void paintLines(QPainter &painter, const QRectF &plot, double top) const;
    void paintDrops(QPainter &painter, const QRectF &plot) const;
    void describe();

    const TokensModel &m_tokens;
    const DropsModel &m_drops;
    int m_current = -1;
};

} // namespace Tempera
