// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/columnaxis.h"
#include "models/items/livecomparisons.h"
#include "models/session/resultlookup.h"

#include <QObject>
#include <QPointer>

#include <array>

class QAction;

namespace Tempera {

class ExperimentDocument;
class AnswerColumns;
class Selection;
class Session;
class VariantColumn;

/// Marks in answers side by side what differs: from the answer of a pinned column, from what the case expects, from the repeat
/// before, or from what the model was given to work on; and walks through the differences.
class ColumnComparison final : public QObject
{
    Q_OBJECT
public:
    /// `background` outlives it; null = comparing happens at once.
    ColumnComparison(const ExperimentDocument &document, const Selection &selection, const Session &session,
                     Background *background, QObject *parent);

    /// What there is to do, in the order of a menu: what to compare with, then the walk.
    [[nodiscard]] QList<QAction *> actions() const;
    /// Those that stand beside the answers themselves.
    [[nodiscard]] QList<QAction *> detailActions() const { return {m_baseline, m_previous, m_next, m_only, m_inline}; }
    /// Whether what is gone stands in the compared answer too, struck through.
    [[nodiscard]] QAction *inlineAction() const { return m_inline; }
    /// Compares with another run, where one is the baseline.
    [[nodiscard]] QAction *otherRunAction() const { return m_other; }
    [[nodiscard]] QAction *baselineAction() const { return m_baseline; }

    /// Shows in the columns, those that are seen, what is known by now. changed() asks for it again.
    void show(const AnswerColumns &shown);

    /// Another variant is what answers are compared with, where they are compared with one and variants stand side by side.
    void pin(int variant);

Q_SIGNALS:
    void changed();
    void pinned(int variant);
    /// What of the current answer stands in its input; empty where it is not compared with that.
    void evidenceChanged(const QList<QJsonValue> &values);

private:
    /// What one column shows.
    struct Shown {
        const AnswerComparison *comparison = nullptr;
        QString text;
    };
    QAction *addReference(const QString &name, const QString &icon, const QString &text, ComparedWith with);
    QAction *addSwitch(const QString &name, const QString &icon, const QString &text, const QKeySequence &key,
                       const QString &tip);
    QAction *addWalk(const QString &name, const QString &icon, const QString &text, int steps);
    void chose(ComparedWith with, bool on);
    [[nodiscard]] const Cell *cellOf(int column) const;
    [[nodiscard]] const Cell *referenceOf(int column);
    [[nodiscard]] bool isReference(int column) const;
    void pinAlong(ColumnAxis axis, int column);
    /// `before` and what is compared with it.
    [[nodiscard]] const AnswerComparison *compared(const Cell *before, const Cell &now);
    [[nodiscard]] Shown look(int column);
    void showColumn(int column, const Shown &shown);
    void showReference(VariantColumn &at, const Cell *reference, const std::optional<AnswerComparison> &walked);
    void showBaselineRun(const std::optional<AnswerComparison> &walked);
    void followEvidence(const std::optional<AnswerComparison> &walked);
    void followWalk(const std::optional<AnswerComparison> &walked);
    [[nodiscard]] int walkedColumn() const;
    void step(int steps);

    const ExperimentDocument &m_document;
    const Selection &m_selection;
    const Session &m_session;
    LiveComparisons *m_comparisons = nullptr;
    QAction *m_baseline = nullptr;
    QAction *m_expected = nullptr;
    QAction *m_repeat = nullptr;
    QAction *m_other = nullptr;
    QAction *m_input = nullptr;
    QAction *m_previous = nullptr;
    QAction *m_next = nullptr;
    QAction *m_only = nullptr;
    QAction *m_inline = nullptr;
    std::optional<ComparedWith> m_with; ///< Nothing: nothing is compared.
    std::array<int, 4> m_pinnedAlong{}; ///< By axis: the column that the others are compared with.
    int m_pinned = 0;                   ///< That of the columns that are shown.
    ColumnAxis m_axis = ColumnAxis::Variants;
    int m_current = 0;                       ///< Column.
    QList<CellKey> m_places;                 ///< What the columns show.
    QPointer<const AnswerColumns> m_answers; ///< What has them.
    QList<VariantColumn *> m_columns;
    QList<int> m_repeatsBefore; ///< Cells that no column shows, and some are compared with.
    DiffWalk m_walk;
    QList<Difference> m_walked;       ///< What is walked through.
    QList<Difference> m_walkedInline; ///< The same, by places in one text that holds both.
    QList<QJsonValue> m_evidence;
};

} // namespace Tempera
