// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/promptcounter.h"
#include "models/experiment/promptreview.h"

#include <QList>
#include <QScrollArea>

class QPushButton;
class QVBoxLayout;

namespace Tempera {

class ExperimentDocument;
class LivePromptReview;
class MessageEditor;
class Selection;
class TemplateHighlighting;

/// The messages of the selected prompt, one editor each.
class MessagesPage final : public QScrollArea
{
    Q_OBJECT
public:
    /// `counter` may be null.
    MessagesPage(ExperimentDocument &document, Selection &selection, LivePromptReview &review, PromptCounter *counter,
                 QWidget *parent = nullptr);

    [[nodiscard]] const QList<MessageEditor *> &editors() const { return m_editors; }
    /// Adds a message after the last one and puts the cursor there.
    void addMessage();
    void focusFirst();
    /// Puts the cursor on a fault of the selected prompt.
    void goTo(const PromptFault &fault);

    /// So high that all messages are seen without scrolling.
    [[nodiscard]] int wholeHeight() const;

Q_SIGNALS:
    void wholeHeightChanged();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void sync();
    void addEditor();
    void highlight();
    void showFaults();
    /// Changes the messages of the selected prompt as one step of the history.
    template<typename Change>
    void edit(const QString &label, const QString &mergeKey, Change change);
    void move(int index, int by);

    ExperimentDocument &m_document;
    Selection &m_selection;
    LivePromptReview &m_review;
    PromptCounter *m_counter = nullptr;
    TemplateHighlighting *m_highlighting = nullptr;
    QList<MessageEditor *> m_editors;
    qsizetype m_highlighted = 0;
    bool m_painted = false;
    QVBoxLayout *m_column = nullptr;
    QPushButton *m_add = nullptr;
};

} // namespace Tempera
