// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/context/windowcontext.h"

#include <QAction>
#include <QObject>

class QMenu;

namespace Tempera {

class Selection;

/// Adding, copying, removing, naming and moving variants, as actions on the selected one.
class VariantActions final : public QObject
{
    Q_OBJECT
public:
    VariantActions(const WindowContext &context, Selection &selection, QWidget *window);

    [[nodiscard]] QAction *duplicateAction() const { return m_duplicate; }
    [[nodiscard]] QAction *removeAction() const { return m_remove; }
    [[nodiscard]] QAction *renameAction() const { return m_rename; }
    [[nodiscard]] QAction *moveLeftAction() const { return m_left; }
    [[nodiscard]] QAction *moveRightAction() const { return m_right; }
    /// Ask for a model that becomes a column: a file, a hosted one.
    [[nodiscard]] const QList<QAction *> &addActions() const { return m_add; }
    [[nodiscard]] QList<QAction *> actions() const { return {m_duplicate, m_rename, m_key, m_left, m_right, m_remove}; }

    /// Lists the models there are; filled each time it opens.
    [[nodiscard]] QMenu *addMenu() const { return m_addMenu; }
    /// The same actions for the column `index`, which they select first.
    [[nodiscard]] QMenu *columnMenu(int index, QWidget *parent);
    /// A new column with an endpoint id as in a file ("openai:chat:gpt-4o-mini").
    void addEndpoint(const QString &id);
    /// While the variants are not seen, what would change one of them is disabled.
    void setSeen(bool seen);

Q_SIGNALS:
    void renameRequested(int index);
    void keyRequested(int index); ///< The key of its endpoint is to be entered.

private:
    [[nodiscard]] QAction *create(const QString &icon, const QString &text, const QString &name, const QKeySequence &key);
    void createActions();
    void fillAddMenu();
    void askForFile();
    void askForRemote();
    void askForModelOf(const SavedEndpoint &server);
    void addVariantAt(const Endpoint &endpoint);
    void moveBy(int by);
    void update();

    const WindowContext &m_context;
    Selection &m_selection;
    QWidget *m_window = nullptr;
    QMenu *m_addMenu = nullptr;
    QList<QAction *> m_add;
    QAction *m_duplicate = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_rename = nullptr;
    QAction *m_key = nullptr;
    QAction *m_left = nullptr;
    QAction *m_right = nullptr;
    bool m_seen = true;
};

} // namespace Tempera
