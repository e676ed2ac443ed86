// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSplitter>

namespace Tempera {

/// Two parts one above the other. Until somebody moves the line between them the upper one is as high as its size hint says, so
/// that no room lies empty there, and the lower one always has the larger half.
class FittingSplitter final : public QSplitter
{
    Q_OBJECT
public:
    explicit FittingSplitter(QWidget *parent = nullptr);

    /// Whether somebody moved the line, now or before the last start.
    [[nodiscard]] bool isMoved() const { return m_moved; }
    /// Sizes that somebody chose, from saveState().
    void restoreMoved(const QByteArray &state);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    bool m_moved = false;
};

} // namespace Tempera
