// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/sampling/surprisal.h"

#include <QColor>
#include <QPalette>
#include <QPen>
#include <QWidget>

namespace Tempera {

/// What tokens are coloured by.
enum class TokenColouring { Probability, Entropy, Rank, Surprisal };

/// Colours of tokens: five steps from ordinary to surprising. One hue that only gets stronger, and a line below that
/// gets stronger too, so that nothing rests on colour alone.
namespace TokenColours {

constexpr int Steps = 5;

/// 0 = ordinary … 4 = surprising. What is not known is not coloured.
[[nodiscard]] int step(const TokenFacts &facts, TokenColouring colouring);
/// What a step stands for: "≥ 90 %", "2nd", "3–5 bits".
[[nodiscard]] QString stepText(int step, TokenColouring colouring);
/// Background of the token; transparent for step 0. The palette's text is readable on all of them.
[[nodiscard]] QColor background(int step, const QPalette &palette);
/// The line below the token; no line for step 0.
[[nodiscard]] QPen underline(int step, const QPalette &palette);
/// Of marks for changed and cut tokens.
[[nodiscard]] QColor mark(const QPalette &palette);

} // namespace TokenColours

/// Says what the colours, lines and marks of tokens mean.
class TokenLegend final : public QWidget
{
    Q_OBJECT
public:
    explicit TokenLegend(QWidget *parent = nullptr);
    void setColouring(TokenColouring colouring);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {40, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QStringList texts() const;
    TokenColouring m_colouring = TokenColouring::Probability;
};

/// The marks that token views and the legend share; `box` is the token's.
void paintCutMark(QPainter &painter, const QRect &box, const QPalette &palette);
void paintChangedMark(QPainter &painter, const QRect &box, const QPalette &palette);

} // namespace Tempera
