// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/lens/lensstate.h"

#include <QWidget>

class QLabel;
class QAbstractButton;
class QTableView;

namespace Tempera {

class AlternativesModel;
class Catalog;
class ParameterControl;

/// The inspector's page about the current token: what else could be there, before and after the samplers, and what
/// would become of the whole answer under other settings.
class TokenPage final : public QWidget
{
    Q_OBJECT
public:
    /// What has a place in the menus, before there is a page too: both are disabled until a token is looked at.
    struct Actions {
        QAction *branch = nullptr;
        QAction *continueHere = nullptr;
    };
    /// They belong to `owner`, which outlives the page.
    [[nodiscard]] static Actions makeActions(QObject *owner);

    TokenPage(LensState &state, Selection &selection, const Actions &actions, QWidget *parent = nullptr);

    [[nodiscard]] AlternativesModel *alternatives() const { return &m_state.alternatives(); }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] ParameterControl *control(Parameter parameter) const;
    /// Nothing is written to the variant: it is one of a run.
    void setReadOnly(bool readOnly);
    /// Puts the focus on the alternatives, at the token of the answer.
    void focusAlternatives();

private:
    void connectActions();
    [[nodiscard]] QWidget *createWhatIf();
    void showToken();
    void showChosen();
    void showSettings();
    void storeWhatIf(Parameter parameter);

    LensState &m_state;
    Selection &m_selection;
    QLabel *m_title = nullptr;
    QLabel *m_facts = nullptr;
    QLabel *m_sentence = nullptr;
    QTableView *m_table = nullptr;
    Actions m_actions;
    QAction *m_first = nullptr; ///< To the first token that would come out differently.
    QAbstractButton *m_reset = nullptr;
    QAbstractButton *m_apply = nullptr;
    QList<ParameterControl *> m_controls;
    int m_shownVariant = -1;
    bool m_readOnly = false;
};

} // namespace Tempera
