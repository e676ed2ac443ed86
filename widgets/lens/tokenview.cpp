// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lens/tokenview.h"

#include "models/items/tokensmodel.h"
#include "models/items/tokentext.h"
#include "widgets/common/plaintooltips.h"
#include "widgets/lens/alternativesbubble.h"

#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int Margin = 8;
constexpr int Padding = 0; ///< On both sides of a token's text: words of several tokens stay words.
constexpr int Leading = 9; ///< Between lines, for the marks below.
constexpr int TipAlternatives = 5;
constexpr double leastRest = 1e-9; ///< Less is what rounding leaves over.

bool breaksLine(const QString &text)
{
    return text.endsWith(u'⏎');
}

} // namespace

TokenView::TokenView(TokensModel &model, QWidget *parent)
    : QAbstractScrollArea(parent), m_model(model), m_bubble(new AlternativesBubble(viewport()))
{
    setObjectName(u"tokenView"_s);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumHeight(60);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    connect(&model, &QAbstractItemModel::modelReset, this, &TokenView::reset);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &TokenView::grow);
    connect(&model, &TokensModel::dataChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&model, &TokensModel::recoloured, viewport(), qOverload<>(&QWidget::update));
    // Only a person leaves the end: laying out again moves it.
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this,
            [this] { m_atEnd = verticalScrollBar()->sliderPosition() >= verticalScrollBar()->maximum(); });
    reset();
}

void TokenView::setColouring(TokenColouring colouring)
{
    m_colouring = colouring;
    viewport()->update();
}

void TokenView::setBranchPoint(int row)
{
    m_branchPoint = row;
    viewport()->update();
}

void TokenView::reset()
{
    hideAlternatives();
    m_boxes.clear();
    m_lines.clear();
    m_hovered = -1;
    const bool hadCurrent = std::exchange(m_current, -1) >= 0;
    verticalScrollBar()->setValue(0);
    m_atEnd = true;
    layOutFrom(0);
    if (hadCurrent)
        Q_EMIT currentChanged(-1);
}

void TokenView::grow()
{
    layOutFrom(static_cast<int>(m_boxes.size()));
    followEnd();
}

void TokenView::followEnd()
{
    if (m_atEnd && m_current < 0)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

int TokenView::lineHeight() const
{
    return fontMetrics().height() + Leading;
}

/// Breaks lines between tokens only; a token that ends in a line end ends its line.
void TokenView::layOutFrom(int row)
{
    const int width = std::max(40, viewport()->width() - 2 * Margin);
    m_boxes.resize(static_cast<std::size_t>(m_model.size()));
    m_lines.resize(static_cast<std::size_t>(row == 0 ? 0 : m_boxes[static_cast<std::size_t>(row - 1)].line + 1));
    int x = 0;
    if (row > 0) {
        const Box &before = m_boxes[static_cast<std::size_t>(row - 1)];
        x = breaksLine(before.text) ? width + 1 : before.x + before.width;
    }
    for (int i = row; i < m_model.size(); ++i) {
        Box &box = m_boxes[static_cast<std::size_t>(i)];
        if (box.text.isNull())
            box.text = TokenText::flowing(m_model.piece(i));
        int &textWidth = m_widths[box.text];
        if (textWidth == 0)
            textWidth = std::max(3, fontMetrics().horizontalAdvance(box.text) + 2 * Padding);
        box.width = textWidth;
        if (m_lines.empty() || (x > 0 && x + box.width > width)) {
            m_lines.push_back(i);
            x = 0;
        }
        box.x = x;
        box.line = static_cast<int>(m_lines.size()) - 1;
        x = breaksLine(box.text) ? width + 1 : x + box.width;
    }
    verticalScrollBar()->setSingleStep(lineHeight());
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(
        0, std::max(0, static_cast<int>(m_lines.size()) * lineHeight() + 2 * Margin - viewport()->height()));
    viewport()->update();
}

QRect TokenView::tokenRect(int row) const
{
    if (row < 0 || row >= static_cast<int>(m_boxes.size()))
        return {};
    const Box &box = m_boxes[static_cast<std::size_t>(row)];
    return {Margin + box.x, Margin + box.line * lineHeight() - verticalScrollBar()->value(), box.width, lineHeight() - 3};
}

int TokenView::firstOfLine(int line) const
{
    return line < static_cast<int>(m_lines.size()) ? m_lines[static_cast<std::size_t>(line)] : static_cast<int>(m_boxes.size());
}

int TokenView::tokenAt(const QPoint &place) const
{
    const int y = place.y() + verticalScrollBar()->value() - Margin;
    const int line = y / lineHeight();
    if (y < 0 || line >= static_cast<int>(m_lines.size()))
        return -1;
    for (int row = firstOfLine(line); row < firstOfLine(line + 1); ++row) {
        if (tokenRect(row).contains(place))
            return row;
    }
    return -1;
}

void TokenView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    m_painted = 0;
    const int offset = verticalScrollBar()->value() - Margin;
    const int top = std::max(0, (event->rect().top() + offset) / lineHeight());
    const int bottom = (event->rect().bottom() + offset) / lineHeight();
    const int firstChanged = m_model.firstChanged();
    for (int row = firstOfLine(top); row < firstOfLine(bottom + 1); ++row) {
        paintToken(painter, row, firstChanged);
        ++m_painted;
    }
}

void TokenView::paintToken(QPainter &painter, int row, int firstChanged) const
{
    const QRect box = tokenRect(row);
    const int step = TokenColours::step(m_model.facts(row), m_colouring);
    if (step > 0) {
        painter.fillRect(box, TokenColours::background(step, palette()));
        painter.setPen(TokenColours::underline(step, palette()));
        painter.drawLine(box.left(), box.bottom(), box.right(), box.bottom());
    }
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(box.adjusted(Padding, 0, 2, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     m_boxes[static_cast<std::size_t>(row)].text);
    const TokenOutcome outcome = m_model.look(row).outcome;
    if (outcome == TokenOutcome::Changed)
        paintChangedMark(painter, box, palette());
    else if (outcome == TokenOutcome::Cut)
        paintCutMark(painter, box, palette());
    if (row == firstChanged || row == m_branchPoint) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(row == firstChanged ? TokenColours::mark(palette()) : palette().color(QPalette::Text));
        painter.drawRect(box.left() - 1, box.top() - 2, 2, box.height() + 4);
        painter.drawPolygon(
            QPolygon({{box.left() - 5, box.top() - 5}, {box.left() + 5, box.top() - 5}, {box.left(), box.top() + 2}}));
        painter.setBrush(Qt::NoBrush);
    }
    if (row == m_current) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), hasFocus() ? 2 : 1));
        painter.drawRect(QRectF(box).adjusted(0.5, -1.5, -0.5, 1.5));
    } else if (row == m_hovered) {
        painter.setPen(QPen(palette().color(QPalette::PlaceholderText), 1));
        painter.drawRect(QRectF(box).adjusted(0.5, -0.5, -0.5, 0.5));
    }
}

void TokenView::setCurrent(int row)
{
    const int next = m_model.size() == 0 ? -1 : std::clamp(row, -1, m_model.size() - 1);
    if (next == m_current)
        return;
    hideAlternatives();
    m_current = next;
    if (m_current >= 0) {
        ensureVisible(m_current);
        describe(m_model.description(m_current));
    }
    viewport()->update();
    Q_EMIT currentChanged(m_current);
}

void TokenView::ensureVisible(int row)
{
    const QRect box = tokenRect(row);
    QScrollBar *bar = verticalScrollBar();
    if (box.top() < Margin)
        bar->setValue(bar->value() + box.top() - Margin);
    else if (box.bottom() > viewport()->height() - Margin)
        bar->setValue(bar->value() + box.bottom() - viewport()->height() + Margin);
}

void TokenView::mousePressEvent(QMouseEvent *event)
{
    if (const int row = tokenAt(event->position().toPoint()); row >= 0)
        setCurrent(row);
}

void TokenView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int row = tokenAt(event->position().toPoint()); row >= 0)
        Q_EMIT activated(row);
}

void TokenView::mouseMoveEvent(QMouseEvent *event)
{
    const int row = tokenAt(event->position().toPoint());
    if (row == m_hovered)
        return;
    m_hovered = row;
    viewport()->update();
}

void TokenView::leaveEvent(QEvent *event)
{
    m_hovered = -1;
    viewport()->update();
    QAbstractScrollArea::leaveEvent(event);
}

void TokenView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (m_current < 0 && m_model.size() > 0)
        setCurrent(0);
    viewport()->update();
}

void TokenView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    hideAlternatives();
    viewport()->update();
}

void TokenView::scrollContentsBy(int dx, int dy)
{
    hideAlternatives();
    QAbstractScrollArea::scrollContentsBy(dx, dy);
}

void TokenView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOutFrom(0);
    followEnd();
}

void TokenView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_widths.clear();
        layOutFrom(0);
    }
}

QString TokenView::toolTipFor(int row) const
{
    QString text = m_model.description(row);
    const LensView view = m_model.view(row);
    const int count = std::min(TipAlternatives, static_cast<int>(view.raw.size()));
    double rest = 1;
    for (int place = 0; place < count; ++place) {
        const auto at = static_cast<std::size_t>(place);
        rest -= view.raw[at];
        text += u"\n%1. %2   %3 → %4"_s.arg(QString::number(place + 1), TokenText::visible(m_model.candidatePiece(row, place)),
                                            TokenText::percent(view.raw[at]), TokenText::percent(view.after[at]));
    }
    if (count > 0 && rest > leastRest)
        text += u'\n' + TokenText::restOfVocabulary(rest);
    return plainToolTip(text);
}

bool TokenView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int row = tokenAt(help->pos());
    if (row < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), toolTipFor(row), viewport(), tokenRect(row));
    return true;
}

} // namespace Tempera
