// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/columncomparison.h"

#include "models/experiment/experimentdocument.h"
#include "models/session/session.h"
#include "models/text/displaytext.h"
#include "widgets/common/selection.h"
#include "widgets/compare/answercolumns.h"
#include "widgets/compare/diffstrip.h"
#include "widgets/compare/outputpane.h"
#include "widgets/compare/variantcolumn.h"

#include <QAction>
#include <QActionGroup>
#include <QIcon>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int contextLines = 1;

PaneMark::Look lookOf(DivergenceCause cause)
{
    switch (cause) {
    case DivergenceCause::CoinFlip: return PaneMark::Look::CoinFlip;
    case DivergenceCause::ChangeOfMind: return PaneMark::Look::ChangeOfMind;
    case DivergenceCause::Unknown: break;
    }
    return PaneMark::Look::New;
}

QList<PaneMark> marksOfAnswer(const AnswerComparison &comparison)
{
    QList<PaneMark> marks;
    for (qsizetype i = 0; i < comparison.differences.size(); ++i) {
        const Difference &difference = comparison.differences.at(i);
        const DivergenceCause cause = comparison.causes.value(i, DivergenceCause::Unknown);
        for (qsizetype span = difference.firstSpan; span <= difference.lastSpan; ++span) {
            const DiffSpan &at = comparison.spans.at(span);
            if (at.kind == DiffKind::Inserted)
                marks.append({{at.newStart, at.length}, lookOf(cause), divergenceText(cause)});
            else if (at.kind == DiffKind::MovedTo)
                marks.append({{at.newStart, at.length}, PaneMark::Look::Moved});
        }
    }
    return marks;
}

QList<PaneMark> marksOfReference(const AnswerComparison &comparison)
{
    QList<PaneMark> marks;
    for (const DiffSpan &span : comparison.spans) {
        if (span.kind == DiffKind::Deleted)
            marks.append({{span.oldStart, span.length}, PaneMark::Look::Gone});
        else if (span.kind == DiffKind::MovedFrom)
            marks.append({{span.oldStart, span.length}, PaneMark::Look::Moved});
    }
    return marks;
}

} // namespace

ColumnComparison::ColumnComparison(const ExperimentDocument &document, const Selection &selection, const Session &session,
                                   Background *background, QObject *parent)
    : QObject(parent),
      m_document(document),
      m_selection(selection),
      m_session(session),
      m_comparisons(new LiveComparisons(background, this))
{
    m_baseline =
        addReference(u"compare_words"_s, u"vcs-diff"_s, tr("Compare Words with the Selected Column"), ComparedWith::Variant);
    m_baseline->setShortcut(Qt::CTRL | Qt::Key_D);
    m_expected =
        addReference(u"compare_expected"_s, u"checkmark"_s, tr("Compare Words with What Is Expected"), ComparedWith::Expected);
    m_repeat = addReference(u"compare_repeat"_s, u"view-history"_s, tr("Compare Words with the Previous Repeat"),
                            ComparedWith::PreviousRepeat);
    m_input = addReference(u"compare_input"_s, u"document-import"_s, tr("Compare Words with the Input"), ComparedWith::Input);
    auto *group = new QActionGroup(this);
    group->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    for (QAction *action : {m_baseline, m_expected, m_repeat, m_input})
        group->addAction(action);
    m_next = addWalk(u"difference_next"_s, u"go-down"_s, tr("Next Difference"), 1);
    m_next->setShortcut(Qt::Key_F7);
    m_previous = addWalk(u"difference_previous"_s, u"go-up"_s, tr("Previous Difference"), -1);
    m_previous->setShortcut(Qt::SHIFT | Qt::Key_F7);
    m_only = new QAction(QIcon::fromTheme(u"view-filter"_s), tr("Only Differences"), this);
    m_only->setObjectName(u"only_differences"_s);
    m_only->setCheckable(true);
    m_only->setShortcut(Qt::CTRL | Qt::Key_F7);
    m_only->setToolTip(tr("Shows only the lines that differ, with one line of context"));
    connect(m_only, &QAction::toggled, this, &ColumnComparison::changed);
    connect(m_comparisons, &LiveComparisons::changed, this, &ColumnComparison::changed);
    connect(&m_session, &Session::cellsChanged, this, [this](int first, int last) {
        const auto isShown = [&](int cell) { return cell >= first && cell <= last && isFinal(m_session.summary(cell).state); };
        if (std::ranges::any_of(m_repeatsBefore, isShown))
            Q_EMIT changed();
    });
}

QAction *ColumnComparison::addReference(const QString &name, const QString &icon, const QString &text, ComparedWith with)
{
    auto *action = new QAction(QIcon::fromTheme(icon), text, this);
    action->setObjectName(name);
    action->setCheckable(true);
    connect(action, &QAction::toggled, this, [this, with](bool on) { chose(with, on); });
    return action;
}

QAction *ColumnComparison::addWalk(const QString &name, const QString &icon, const QString &text, int steps)
{
    auto *action = new QAction(QIcon::fromTheme(icon), text, this);
    action->setObjectName(name);
    action->setEnabled(false);
    connect(action, &QAction::triggered, this, [this, steps] { step(steps); });
    return action;
}

QList<QAction *> ColumnComparison::actions() const
{
    return {m_baseline, m_expected, m_repeat, m_input, m_next, m_previous, m_only};
}

/// One is switched off before the other is switched on, or after it.
void ColumnComparison::chose(ComparedWith with, bool on)
{
    if (on)
        m_with = with;
    else if (m_with == with)
        m_with.reset();
    if (on && with == ComparedWith::Variant)
        pinAlong(m_axis, columnOfPlace(m_axis, m_selection.key()));
    else
        Q_EMIT changed();
}

void ColumnComparison::pin(int variant)
{
    pinAlong(ColumnAxis::Variants, variant);
}

void ColumnComparison::pinAlong(ColumnAxis axis, int column)
{
    m_pinnedAlong.at(static_cast<std::size_t>(axis)) = column;
    if (axis == ColumnAxis::Variants)
        Q_EMIT pinned(column);
    Q_EMIT changed();
}

const Cell *ColumnComparison::cellOf(int column) const
{
    const int cell = m_found.value(column).cell;
    return cell < 0 ? nullptr : m_session.body(cell);
}

/// The answer that a column's is compared with; null where there is none, or it is no answer.
const Cell *ColumnComparison::referenceOf(int column)
{
    if (m_with == ComparedWith::Variant)
        return cellOf(m_pinned);
    CellKey place = m_places.value(column);
    if (m_with != ComparedWith::PreviousRepeat || place.repeat == 0)
        return nullptr;
    --place.repeat;
    const int cell = m_session.find(place).cell;
    if (cell < 0)
        return nullptr;
    m_repeatsBefore += cell;
    return m_session.body(cell);
}

bool ColumnComparison::isReference(int column) const
{
    return m_with == ComparedWith::Variant && column == m_pinned;
}

const AnswerComparison *ColumnComparison::compared(const Cell *before, const Cell &now)
{
    switch (*m_with) {
    case ComparedWith::Expected: return m_comparisons->withExpected(m_document.experiment(), m_selection.caseIndex(), now);
    case ComparedWith::Input: return m_comparisons->withInput(m_document.experiment(), m_selection.caseIndex(), now);
    case ComparedWith::Variant:
    case ComparedWith::PreviousRepeat: break;
    }
    return m_comparisons->of(*before, now);
}

ColumnComparison::Shown ColumnComparison::look(int column)
{
    if (!m_with || isReference(column) || (m_with == ComparedWith::Variant && m_pinned >= m_columns.size()))
        return {};
    if (m_with == ComparedWith::PreviousRepeat && m_places.value(column).repeat == 0)
        return {nullptr, tr("Not compared: this is the first repeat")};
    const Cell *now = cellOf(column);
    const Cell *before = referenceOf(column);
    if (const std::optional<QString> obstacle = comparisonObstacle(before, now, *m_with))
        return {nullptr, *obstacle};
    const AnswerComparison *comparison = compared(before, *now);
    return comparison ? Shown{comparison, comparisonText(*comparison, *m_with)} : Shown();
}

/// The current column; beside the baseline itself the first of the others.
int ColumnComparison::walkedColumn() const
{
    if (!isReference(m_current))
        return m_current;
    return m_columns.size() > 1 ? (m_current == 0 ? 1 : 0) : -1;
}

void ColumnComparison::show(const AnswerColumns &shown)
{
    const QList<VariantColumn *> &columns = shown.columns();
    m_columns = columns;
    m_found = shown.found();
    m_axis = shown.axis();
    m_current = shown.currentColumn();
    m_pinned = m_pinnedAlong.at(static_cast<std::size_t>(m_axis));
    m_places.clear();
    for (int i = 0; i < columns.size(); ++i)
        m_places += shown.place(i);
    m_repeatsBefore.clear();
    std::optional<AnswerComparison> walked;
    for (int i = 0; i < columns.size(); ++i) {
        const Shown looked = look(i);
        if (i == walkedColumn()) {
            walked = looked.comparison ? std::optional(*looked.comparison) : std::nullopt;
            followWalk(walked);
        }
        if (!isReference(i))
            showColumn(i, looked);
    }
    if (m_with == ComparedWith::Variant && m_pinned < columns.size())
        showReference(walked);
    if (columns.isEmpty())
        followWalk({});
    followEvidence(walked);
}

void ColumnComparison::followEvidence(const std::optional<AnswerComparison> &walked)
{
    QList<QJsonValue> found;
    for (const FieldValue &value : walked && walked->evidence ? walked->evidence->values : QList<FieldValue>()) {
        if (!value.evidence.places.isEmpty())
            found += value.given;
    }
    if (std::exchange(m_evidence, found) != found)
        Q_EMIT evidenceChanged(found);
}

/// Another comparison is walked through from its beginning.
void ColumnComparison::followWalk(const std::optional<AnswerComparison> &walked)
{
    const QList<Difference> differences = walked ? walked->differences : QList<Difference>();
    if (differences != m_walked)
        m_walk = {differences.size(), -1};
    m_walked = differences;
    m_next->setEnabled(!differences.isEmpty());
    m_previous->setEnabled(!differences.isEmpty());
}

void ColumnComparison::showColumn(int column, const Shown &shown)
{
    VariantColumn *at = m_columns.at(column);
    const AnswerComparison *comparison = shown.comparison;
    const bool hasMarks = comparison && comparison->hasBefore;
    if (hasMarks || !at->pane()->marks().isEmpty())
        at->pane()->mark(hasMarks ? marksOfAnswer(*comparison) : QList<PaneMark>());
    at->strip()->setMarks(hasMarks ? overviewStrip(comparison->spans, DiffSide::New) : QList<StripMark>());
    const bool isFolded = hasMarks && m_only->isChecked() && !comparison->differences.isEmpty();
    if (isFolded)
        at->pane()->showOnly(
            onlyDifferences(DisplayText::of(cellOf(column)->text), comparison->differences, DiffSide::New, contextLines));
    else if (!at->pane()->showsAllLines())
        at->pane()->showOnly(std::nullopt);
    const bool isWalked = comparison && column == walkedColumn() && m_walk.current >= 0;
    const QString place = isWalked ? differenceText(*comparison, m_walk.current) : QString();
    at->setComparison(place.isEmpty() ? shown.text : u"%1 · %2"_s.arg(shown.text, place),
                      comparison ? comparisonDetails(*comparison) : QString());
}

/// The baseline shows what the walked answer has not.
void ColumnComparison::showReference(const std::optional<AnswerComparison> &walked)
{
    VariantColumn *at = m_columns.at(m_pinned);
    at->setComparison(baselineText(cellOf(m_pinned)));
    if (walked || !at->pane()->marks().isEmpty())
        at->pane()->mark(walked ? marksOfReference(*walked) : QList<PaneMark>());
    at->strip()->setMarks(walked ? overviewStrip(walked->spans, DiffSide::Old) : QList<StripMark>());
    if (walked && m_only->isChecked() && !walked->differences.isEmpty())
        at->pane()->showOnly(
            onlyDifferences(DisplayText::of(cellOf(m_pinned)->text), walked->differences, DiffSide::Old, contextLines));
    else if (!at->pane()->showsAllLines())
        at->pane()->showOnly(std::nullopt);
}

void ColumnComparison::step(int steps)
{
    const qsizetype at = m_walk.step(steps);
    if (at < 0 || walkedColumn() < 0)
        return;
    const Difference &difference = m_walked.at(at);
    if (m_with == ComparedWith::Variant && m_pinned < m_columns.size())
        m_columns.at(m_pinned)->pane()->goTo(difference.old);
    m_columns.at(walkedColumn())->pane()->goTo(difference.now);
    Q_EMIT changed(); // the note says where the walk is
}

} // namespace Tempera
