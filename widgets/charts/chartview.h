// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/chartspread.h"

#include <QWidget>

namespace Tempera {

/// Paints a chart. Arrow keys walk through its marks, Home and End go to the ends; Return, Space or a click chooses one. What the
/// current mark says is its accessible description, and what one says under the pointer its tooltip.
class ChartView final : public QWidget
{
    Q_OBJECT
public:
    explicit ChartView(QWidget *parent = nullptr);

    void setChart(const ChartData &chart);
    [[nodiscard]] const ChartData &chart() const { return m_chart; }
    /// Invalid while none is.
    [[nodiscard]] const ChartPlace &current() const { return m_current; }
    void setCurrent(const ChartPlace &place);
    /// Where one of its marks is in the widget.
    [[nodiscard]] QPointF positionOf(const ChartPlace &place) const;
    /// The mark at a place of the widget; invalid: none is near.
    [[nodiscard]] ChartPlace markAt(const QPointF &position) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged();
    void chosen(const Tempera::ChartPlace &place);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] ChartFrame frame() const;
    [[nodiscard]] ChartSpread spread(const ChartFrame &frame) const;
    [[nodiscard]] QString textOf(const ChartPlace &place) const;
    [[nodiscard]] int nameWidth() const;
    [[nodiscard]] int legendLines() const;
    [[nodiscard]] double lineHeight() const;
    void walk(int by);
    void paintAxes(QPainter &painter, const ChartFrame &frame) const;
    void paintNumbers(QPainter &painter, const ChartFrame &frame) const;
    void paintSeries(QPainter &painter, const ChartFrame &frame, const ChartSpread &spread, int index) const;
    void paintBars(QPainter &painter, const ChartFrame &frame, const ChartMark &mark) const;
    void paintLines(QPainter &painter, const ChartFrame &frame) const;
    void paintLegend(QPainter &painter, const ChartFrame &frame) const;

    ChartData m_chart;
    QList<ChartPlace> m_walk;
    ChartPlace m_current;
};

} // namespace Tempera
