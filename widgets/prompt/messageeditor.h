// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/message.h"
#include "models/core/ports/promptcounter.h"
#include "models/experiment/promptreview.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QTextDocument;
class QToolButton;

namespace Tempera {

class GrowingEdit;

/// One message of a prompt: role, template text, live token count, and buttons to move and remove it.
class MessageEditor final : public QWidget
{
    Q_OBJECT
public:
    /// `counter` may be null: then nothing is counted.
    explicit MessageEditor(PromptCounter *counter, QWidget *parent = nullptr);

    /// Shows a message without saying that it was edited.
    void setMessage(const Message &message);
    /// Where it is: names the controls and decides what can be moved.
    void setPosition(int index, int count);
    /// Whose tokenizer counts.
    void setEndpoint(const Endpoint &endpoint);
    /// Underlines the faults of this message and tells them to who looks there or listens.
    void setFaults(const QList<PromptFault> &faults);
    /// Puts the cursor on a place, in UTF-16 units.
    void select(qsizetype from, qsizetype length);
    [[nodiscard]] GrowingEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void textEdited(const QString &text);
    void roleEdited(Tempera::Role role);
    void moveRequested(int by);
    void removeRequested();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void createHead();
    void countTokens();
    void showCount(bool isOld);
    void underline();

    PromptCounter *m_counter = nullptr;
    Endpoint m_endpoint;
    QTimer m_countTimer;
    std::optional<TokenCount> m_counted;
    bool m_counting = false;
    bool m_again = false; ///< What is being counted is not the text any more.
    QList<PromptFault> m_faults;
    QComboBox *m_role = nullptr;
    QLabel *m_tokens = nullptr;
    QToolButton *m_up = nullptr;
    QToolButton *m_down = nullptr;
    QToolButton *m_remove = nullptr;
    GrowingEdit *m_edit = nullptr;
    bool m_showing = false;
};

} // namespace Tempera
