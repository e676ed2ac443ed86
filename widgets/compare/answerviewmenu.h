// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/common/answerview.h"

#include <QMenu>

class QActionGroup;

namespace Tempera {

/// Offers the ways in which answers can be shown; one of them is chosen.
class AnswerViewMenu final : public QMenu
{
    Q_OBJECT
public:
    explicit AnswerViewMenu(QWidget *parent = nullptr);

    [[nodiscard]] AnswerView view() const;
    /// Tells of it with changed() where it is another one.
    void setView(AnswerView view);
    /// In the order of AnswerView; their names are those of answerViewName() after "answers_".
    [[nodiscard]] const QList<QAction *> &views() const { return m_views; }

Q_SIGNALS:
    void changed(Tempera::AnswerView view);

private:
    QActionGroup *m_group = nullptr;
    QList<QAction *> m_views;
};

} // namespace Tempera
