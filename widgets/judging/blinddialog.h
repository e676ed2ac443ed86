// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/judging/blinddeck.h"
#include "models/session/session.h"

#include <QDialog>

class QAction;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace Tempera {

class BlindPage;
class JudgedPairsModel;
class PeopleStudy;

/// Blind comparison of two columns of a run: which two, then pair after pair without names, then what came of it. It can be left
/// at any time and goes on where it was left. It closes when another run is shown.
class BlindDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `random` draws pairs, their order and their sides.
    BlindDialog(const Session &session, StatsRandom random, QWidget *parent = nullptr);

    /// Opens one over the panel's window, with chance of its own.
    [[nodiscard]] static QAction *makeAction(const Session &session, QWidget *panel);

private:
    [[nodiscard]] QWidget *createSetup();
    [[nodiscard]] QWidget *createResult();
    void updateSetup();
    void begin();
    void showResult();
    void updateResult();
    [[nodiscard]] JudgedColumn chosen(const QComboBox *box) const;
    [[nodiscard]] QString title(const JudgedColumn &column) const;
    [[nodiscard]] std::vector<JudgedPair> judged() const;

    const Session &m_session;
    StatsRandom m_random;
    std::vector<JudgedColumn> m_columns;
    QStackedWidget *m_pages = nullptr;
    QWidget *m_setup = nullptr;
    QWidget *m_resultPage = nullptr;
    BlindPage *m_page = nullptr;
    QComboBox *m_first = nullptr;
    QComboBox *m_second = nullptr;
    QLabel *m_about = nullptr;
    QPushButton *m_begin = nullptr;
    QPushButton *m_seeResult = nullptr;
    QPlainTextEdit *m_sentences = nullptr;
    JudgedPairsModel *m_model = nullptr;
    PeopleStudy *m_study = nullptr;
};

} // namespace Tempera
