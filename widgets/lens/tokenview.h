// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/lens/tokencolours.h"

#include <QAbstractScrollArea>
#include <QHash>

#include <vector>

namespace Tempera {

class AlternativesBubble;
class AlternativesModel;
class TokensModel;

/// An answer as running text of coloured tokens. Lays out only what is new, paints only what is visible, follows the
/// end while the reader is there. Left, Right, Home, End, the mouse, and by line Page Up, Page Down and Ctrl+Up, Ctrl+Down
/// choose the current token; Up and Down ask for another alternative to it, Enter activates it.
class TokenView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit TokenView(TokensModel &model, QWidget *parent = nullptr);

    void setColouring(TokenColouring colouring);
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int row);
    /// The first token that is the branch's own; a line is before it. −1: none.
    void setBranchPoint(int row);
    /// Shows the alternatives to the current token beside it, with one of them chosen, and says so to those who do not see it.
    void showAlternatives(const AlternativesModel &alternatives, int row, const QString &hint);
    void hideAlternatives();
    [[nodiscard]] bool showsAlternatives() const;
    /// The token at a place of the viewport; −1: none.
    [[nodiscard]] int tokenAt(const QPoint &place) const;
    /// Where a token is in the viewport.
    [[nodiscard]] QRect tokenRect(int row) const;
    /// How many tokens the last picture showed.
    [[nodiscard]] int paintedTokens() const { return m_painted; }

Q_SIGNALS:
    void currentChanged(int row);
    void activated(int row);
    void alternativeStepped(int by); ///< −1: a likelier one, 1: a less likely one.

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Box {
        QString text;
        int x = 0;
        int width = 0;
        int line = 0;
    };

    void reset();
    void layOutFrom(int row);
    void grow();
    void followEnd();
    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] int firstOfLine(int line) const;
    [[nodiscard]] int nearestInLine(int line, int x) const;
    void moveLine(int by);
    void describe(const QString &description);
    void ensureVisible(int row);
    void paintToken(QPainter &painter, int row, int firstChanged) const;
    [[nodiscard]] QString toolTipFor(int row) const;

    TokensModel &m_model;
    AlternativesBubble *m_bubble = nullptr;
    TokenColouring m_colouring = TokenColouring::Probability;
    std::vector<Box> m_boxes;
    std::vector<int> m_lines; ///< First token of each line.
    QHash<QString, int> m_widths;
    int m_current = -1;
    int m_hovered = -1;
    int m_branchPoint = -1;
    int m_painted = 0;
    bool m_atEnd = true; ///< The reader is at the end, and wants to stay there.
};

} // namespace Tempera
