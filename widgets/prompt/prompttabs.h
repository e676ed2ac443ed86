// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QWidget>

class QLineEdit;
class QTabBar;

namespace Tempera {

class ExperimentDocument;
class Selection;

/// The prompts of the experiment as tabs: the current one is edited and compared. Each of its commands is one step of the history.
class PromptTabs final : public QWidget
{
    Q_OBJECT
public:
    PromptTabs(ExperimentDocument &document, Selection &selection, QWidget *parent = nullptr);

    /// Commands with keys: next, previous, add, duplicate, rename, move, remove.
    [[nodiscard]] QList<QAction *> commands() const;
    /// Puts a line editor in the place of the current tab's title.
    void startRename();

Q_SIGNALS:
    void added();      ///< An empty prompt, which is the current one, and is to be written.
    void seenWanted(); ///< It is to be brought to the front.

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void createActions();
    QAction *makeAction(const QString &name, const QString &icon, const QString &text, const QKeySequence &key);
    void sync();
    void step(int by);
    void add();
    void duplicate();
    void moveBy(int by);
    void finishRename();

    ExperimentDocument &m_document;
    Selection &m_selection;
    QTabBar *m_bar = nullptr;
    QLineEdit *m_rename = nullptr; ///< Null until a prompt is first renamed.
    QAction *m_next = nullptr;
    QAction *m_previous = nullptr;
    QAction *m_add = nullptr;
    QAction *m_duplicate = nullptr;
    QAction *m_renaming = nullptr;
    QAction *m_left = nullptr;
    QAction *m_right = nullptr;
    QAction *m_remove = nullptr;
    bool m_syncing = false;
};

} // namespace Tempera
