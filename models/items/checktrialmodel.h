// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/session.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>

namespace Tempera {

class ExperimentDocument;

/// What a check that is not part of the experiment yet would say of the answers there are. They are looked for piece by
/// piece, and it is tried in the pool. Another check gives up the one before; answers that come meanwhile are tried too.
class CheckTrialModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Columns { OutcomeColumn, AnswerColumn, ReasonColumn, ColumnCount };
    /// Answers that are tried at most.
    static constexpr int mostAnswers = 200;

    CheckTrialModel(const ExperimentDocument &document, const Session &session, QObject *parent = nullptr);

    /// Tries a check on the answers of one case, or of all where `caseIndex` is −1. Nothing: nothing is tried.
    void setCheck(const std::optional<CheckSpec> &check, int caseIndex);
    /// "passes 2 of 3 answers"; says so where there is none, and while it is being tried.
    [[nodiscard]] QString summary() const;
    [[nodiscard]] bool isTrying() const { return m_isRunning || m_search || m_isWaiting || m_timer.isActive(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void tried(); ///< summary() is another one.

private:
    struct Answer {
        QString title;
        Cell cell;
        Variables variables;
        bool valuesAreText = false;
    };
    /// For answers to try it on, as far as it has come.
    struct Search {
        qint64 next = 0; ///< Places before it were looked at.
        QList<Answer> found = {};
        bool isWhole = true; ///< The ledger need not be asked for any of them.
    };
    [[nodiscard]] qint64 places() const;
    [[nodiscard]] CellKey place(qint64 index) const;
    void lookAt(const CellKey &place);
    void search();
    void tryOn(const QList<Answer> &found);
    [[nodiscard]] QString titleOf(const CellKey &place) const;
    void start();
    void show(const QStringList &titles, const Verdicts &verdicts);

    const ExperimentDocument &m_document;
    const Session &m_session;
    std::optional<CheckSpec> m_check;
    int m_case = 0;
    QTimer m_timer;
    QTimer m_searchTimer;
    std::optional<Search> m_search;                ///< Nothing = none is under way.
    std::shared_ptr<std::atomic_bool> m_isGivenUp; ///< What runs in the pool; null = nothing does.
    bool m_isRunning = false;
    bool m_isWaiting = false; ///< For answers that only the ledger has.
    bool m_isStale = false;   ///< What is being tried is not the newest.
    QStringList m_titles;
    Verdicts m_verdicts;
};

} // namespace Tempera
