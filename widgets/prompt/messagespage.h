// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/liveestimate.h"

#include <QList>
#include <QScrollArea>

class QVBoxLayout;

namespace Tempera {

class ExperimentDocument;
class MessageEditor;
class Selection;
class TemplateHighlighting;

/// The messages of the selected prompt, one editor each.
class MessagesPage final : public QScrollArea
{
    Q_OBJECT
public:
    MessagesPage(ExperimentDocument &document, Selection &selection, const TokenCountFunction &count, QWidget *parent = nullptr);

    [[nodiscard]] const QList<MessageEditor *> &editors() const { return m_editors; }
    /// Adds a message behind the last one and puts the cursor there.
    void addMessage();
    void focusFirst();

protected:
    void changeEvent(QEvent *event) override;

private:
    void sync();
    void addEditor();
    void highlight();
    /// Changes the messages of the selected prompt as one step of the history.
    template<typename Change>
    void edit(const QString &label, const QString &mergeKey, Change change);
    void move(int index, int by);

    ExperimentDocument &m_document;
    Selection &m_selection;
    TokenCountFunction m_count;
    TemplateHighlighting *m_highlighting = nullptr;
    QList<MessageEditor *> m_editors;
    qsizetype m_highlighted = 0;
    bool m_painted = false;
    QVBoxLayout *m_column = nullptr;
};

} // namespace Tempera
