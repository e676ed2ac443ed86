// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/diffview.h"

#include <QWidget>

namespace Tempera {

/// A narrow strip beside an answer that shows where in the whole of it something differs: what is gone on its left half, what
/// is new on its right one, what was moved across both. A click goes there. Not there while there are no marks.
class DiffStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit DiffStrip(QWidget *parent = nullptr);

    void setMarks(const QList<StripMark> &marks);
    [[nodiscard]] const QList<StripMark> &marks() const { return m_marks; }

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void clicked(double share); ///< Where in the whole, from 0 to 1.

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QList<StripMark> m_marks;
};

} // namespace Tempera
