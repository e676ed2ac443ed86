// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QList>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace Tempera {

/// One way to answer a question: a button.
struct BarAnswer {
    QString text;               ///< With its mnemonic.
    std::function<void()> then; ///< Empty: the question goes, nothing else.
};

/// A line above the panels that asks something which need not be answered at once. Never modal; one question at a time.
class QuestionBar final : public QFrame
{
    Q_OBJECT
public:
    explicit QuestionBar(QWidget *parent = nullptr);

    /// Questions that come while another one is asked wait for their turn.
    void ask(const QString &text, const QList<BarAnswer> &answers);
    /// Withdraws all questions.
    void clear();
    [[nodiscard]] QString text() const;

private:
    struct Question {
        QString text;
        QList<BarAnswer> answers;
    };
    void showNext();

    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QHBoxLayout *m_row = nullptr;
    QList<QWidget *> m_buttons;
    QList<Question> m_questions; ///< The first one is asked.
};

} // namespace Tempera
