// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace Tempera {

class AlternativesModel;

/// The alternatives to a token beside it, while they are walked by keys: some of them around the chosen one, with their
/// probabilities, and what Enter does. Takes neither focus nor clicks: it only shows.
class AlternativesBubble final : public QWidget
{
    Q_OBJECT
public:
    explicit AlternativesBubble(QWidget *parent);

    /// Shows it at a token's box in the parent, below it or above it, whichever has room. `hint` is its last line.
    void showAt(const QRect &token, const AlternativesModel &alternatives, int row, const QString &hint);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Line {
        QString token;
        QString share;
        bool isAnswer = false;
        bool isChosen = false;
    };
    QList<Line> m_lines;
    QString m_hint;
};

} // namespace Tempera
