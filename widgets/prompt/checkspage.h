// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experiment.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace Tempera {

class CheckForm;
class CheckTrialModel;
class ChecksModel;
class ExperimentDocument;
class Selection;
class Session;

/// The checks of the selected case and those of all cases, a form for one of them, and what it says of the answers there
/// are. What is changed in the form is a draft: it is tried at once, and part of the experiment when it is saved.
class ChecksPage final : public QWidget
{
    Q_OBJECT
public:
    ChecksPage(ExperimentDocument &document, Selection &selection, const Session &session, QWidget *parent = nullptr);

    void focusList();

private:
    [[nodiscard]] QWidget *createList();
    [[nodiscard]] QWidget *createForm();
    void sync();
    void showCurrent();
    void begin();
    void draftChanged();
    void save();
    void discard();
    void removeSelected();
    void showState();
    void startDraft();
    [[nodiscard]] int caseOfDraft() const;

    ExperimentDocument &m_document;
    Selection &m_selection;
    ChecksModel *m_model = nullptr;
    CheckTrialModel *m_trial = nullptr;
    QLabel *m_title = nullptr;
    QTableView *m_table = nullptr;
    CheckForm *m_form = nullptr;
    QLabel *m_problem = nullptr;
    QLabel *m_summary = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_discard = nullptr;
    QWidget *m_side = nullptr;  ///< Form and trial; hidden while there is no check to show.
    int m_row = -1;             ///< Of the check in the form; −1: a new one.
    bool m_isOpen = false;      ///< A check is in the form.
    bool m_isDraft = false;     ///< It is not saved.
    Case m_draftCase;           ///< The case it was begun for, as it was.
    qsizetype m_draftCount = 0; ///< Cases there were.
};

} // namespace Tempera
