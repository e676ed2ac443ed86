// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/scoring.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace Tempera {

/// The button that starts some scoring, and while it runs: how far it is, how fast, the time left, and Stop.
class ScoringBar final : public QWidget
{
    Q_OBJECT
public:
    /// `start` is the action of the button; this does not own it.
    explicit ScoringBar(QAction *start, QWidget *parent = nullptr);

    /// Shows what is the case.
    void showProgress(bool running, const ScoringProgress &progress);
    /// "3 of 12 · 2.1 cells/s · 4.2 s left"; empty while nothing runs.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void stopRequested();

private:
    QToolButton *m_start = nullptr;
    QToolButton *m_stop = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_text = nullptr;
};

} // namespace Tempera
