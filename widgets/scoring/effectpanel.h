// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/editeffect.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QTableView;

namespace Tempera {

class EffectTableModel;
class ExperimentDocument;
class ScoringBar;
class Selection;
class TokenPane;

/// Behind a token by how its log-probability changed: blue = likelier, orange = less likely (told apart with every
/// kind of colour blindness), stronger with |change|, full at a factor of e^3. Invalid for hardly any change.
[[nodiscard]] QColor changeColour(double change, const QPalette &palette);

/// The face "Edit": how the edit of the prompt changes the probability of the current cell's answer, token by token.
/// Computed when it is asked for.
class EffectPanel final : public QWidget
{
    Q_OBJECT
public:
    /// Its command, Effect of This Edit, belongs to `owner`, which outlives the face: a menu has it before there is one.
    [[nodiscard]] static QAction *makeComputeAction(QObject *owner);

    /// `currentCell` gives the cell that the selection looks at, or null. Whoever has the command calls compute() when it is
    /// triggered; it is disabled while that goes on.
    EffectPanel(const SessionContext &context, ExperimentDocument &document, Selection &selection,
                std::function<const Cell *()> currentCell, QAction *compute, QWidget *parent = nullptr);

    [[nodiscard]] QAction *computeAction() const { return m_compute; }
    void compute();
    [[nodiscard]] bool isRunning() const { return m_effect.isRunning(); }
    void stop() { m_effect.stop(); }
    /// Another experiment was opened.
    void forget()
    {
        m_effect.stop();
        m_effect.clear();
    }
    /// The current cell is another one, or has changed.
    void refresh();

    [[nodiscard]] TokenPane *pane() const { return m_pane; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QString summary() const;
    /// What the place says while there is no result, or why the result is out of date.
    [[nodiscard]] QString note() const;
    /// "« Paris»: 25 % → 50 % (×2)" of the current token.
    [[nodiscard]] QString tokenText() const;

Q_SIGNALS:
    void runningChanged();

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *createResult();
    void connectModels();
    void showState();
    void showResult();
    [[nodiscard]] QString emptyText() const;

    ExperimentDocument &m_document;
    Selection &m_selection;
    std::function<const Cell *()> m_currentCell;
    EditEffect m_effect;
    EffectTableModel *m_tokens = nullptr;
    QTimer m_later;
    QAction *m_compute = nullptr;
    ScoringBar *m_bar = nullptr;
    QLabel *m_problem = nullptr;
    QLabel *m_stale = nullptr;
    QLabel *m_empty = nullptr;
    QWidget *m_result = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_token = nullptr;
    TokenPane *m_pane = nullptr;
    QTableView *m_table = nullptr;
    std::optional<Error> m_refused; ///< Why the last start was refused.
    bool m_running = false;
};

} // namespace Tempera
