// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <functional>

namespace Tempera {

class OneLineLabel;
class RatingActions;
class Session;

/// Under an answer: what a person said of it, and the buttons to say it. The keys work wherever the keyboard is in `place`.
class RatingBar final : public QWidget
{
    Q_OBJECT
public:
    /// `cell` tells the cell whose answer stands above; −1 = there is none. `answer` has the keyboard while it is read.
    RatingBar(const Session &session, std::function<int()> cell, QWidget *answer, QWidget *place);

    void refresh();

private:
    RatingActions *m_actions = nullptr;
    OneLineLabel *m_said = nullptr;
};

} // namespace Tempera
