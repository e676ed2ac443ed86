// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/message.h"
#include "models/items/liveestimate.h"

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
    explicit MessageEditor(const TokenCountFunction &count, QWidget *parent = nullptr);

    /// Shows a message without saying that it was edited.
    void setMessage(const Message &message);
    /// Where it stands: names the controls and decides what can be moved.
    void setPosition(int index, int count);
    [[nodiscard]] GrowingEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void textEdited(const QString &text);
    void roleEdited(Tempera::Role role);
    void moveRequested(int by);
    void removeRequested();

private:
    void createHead();
    void countTokens();

    TokenCountFunction m_count;
    QTimer m_countTimer;
    QComboBox *m_role = nullptr;
    QLabel *m_tokens = nullptr;
    QToolButton *m_up = nullptr;
    QToolButton *m_down = nullptr;
    QToolButton *m_remove = nullptr;
    GrowingEdit *m_edit = nullptr;
    quint64 m_round = 0;
    bool m_showing = false;
};

} // namespace Tempera
