// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/columncomparison.h"

#include "models/experiment/experimentdocument.h"
#include "models/session/session.h"
#include "widgets/common/selection.h"
#include "widgets/compare/answercolumns.h"
#include "widgets/compare/comparisonlook.h"
#include "widgets/compare/outputpane.h"
#include "widgets/compare/variantcolumn.h"

#include <QAction>
#include <QActionGroup>
#include <QIcon>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {

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
    m_other = addReference(u"compare_run"_s, u"vcs-diff"_s, tr("Compare Words with the Baseline Run"), ComparedWith::OtherRun);
    m_other->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_D);
    m_other->setEnabled(false);
    m_input = addReference(u"compare_input"_s, u"document-import"_s, tr("Compare Words with the Input"), ComparedWith::Input);
    auto *group = new QActionGroup(this);
    group->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    for (QAction *action : {m_baseline, m_expected, m_repeat, m_input, m_other})
        group->addAction(action);
    m_next = addWalk(u"difference_next"_s, u"go-down"_s, tr("Next Difference"), 1);
    m_next->setShortcut(Qt::Key_F7);
    m_previous = addWalk(u"difference_previous"_s, u"go-up"_s, tr("Previous Difference"), -1);
    m_previous->setShortcut(Qt::SHIFT | Qt::Key_F7);
    m_only = addSwitch(u"only_differences"_s, u"view-filter"_s, tr("Only Differences"), Qt::CTRL | Qt::Key_F7,
                       tr("Shows only the lines that differ, with one line of context"));
    m_inline = addSwitch(u"difference_inline"_s, u"format-text-strikethrough"_s, tr("Differences in One Text"),
                         Qt::CTRL | Qt::SHIFT | Qt::Key_F7,
                         tr("Shows in the compared answer also what is gone, struck through, before what came, underlined"));
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

QAction *ColumnComparison::addSwitch(const QString &name, const QString &icon, const QString &text, const QKeySequence &key,
                                     const QString &tip)
{
    auto *action = new QAction(QIcon::fromTheme(icon), text, this);
    action->setObjectName(name);
    action->setCheckable(true);
    action->setShortcut(key);
    action->setToolTip(tip);
    connect(action, &QAction::toggled, this, [this] {
        if (m_with) // else there is nothing that would look otherwise
            Q_EMIT changed();
    });
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
    return {m_baseline, m_expected, m_repeat, m_input, m_other, m_next, m_previous, m_only, m_inline};
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
    return m_answers ? m_answers->cell(column) : nullptr;
}

/// The answer that a column's is compared with; null where there is none, or it is no answer.
const Cell *ColumnComparison::referenceOf(int column)
{
    if (m_with == ComparedWith::Variant)
        return cellOf(m_pinned);
    if (m_with == ComparedWith::OtherRun)
        return m_answers ? m_answers->baselineCell(column) : nullptr;
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
    case ComparedWith::PreviousRepeat:
    case ComparedWith::OtherRun: break;
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
    m_answers = &shown;
    m_other->setEnabled(shown.baselineColumn() != nullptr);
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
        showReference(*columns.at(m_pinned), cellOf(m_pinned), walked);
    showBaselineRun(m_with == ComparedWith::OtherRun ? walked : std::nullopt);
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
    m_walkedInline = walked ? walked->merged.differences : QList<Difference>();
    m_next->setEnabled(!differences.isEmpty());
    m_previous->setEnabled(!differences.isEmpty());
}

void ColumnComparison::showColumn(int column, const Shown &shown)
{
    VariantColumn *at = m_columns.at(column);
    const AnswerComparison *comparison = shown.comparison;
    const bool hasMarks = comparison && comparison->hasBefore;
    ComparisonLook look;
    if (hasMarks)
        look = m_inline->isChecked() ? lookOfBoth(*comparison, m_only->isChecked())
                                     : lookOfAnswer(*comparison, cellOf(column)->text, m_only->isChecked());
    showLook(look, *at);
    const bool isWalked = comparison && column == walkedColumn() && m_walk.current >= 0;
    const QString place = isWalked ? differenceText(*comparison, m_walk.current) : QString();
    at->setComparison(place.isEmpty() ? shown.text : u"%1 · %2"_s.arg(shown.text, place),
                      comparison ? comparisonDetails(*comparison) : QString());
}

/// The baseline shows what the walked answer has not.
void ColumnComparison::showReference(VariantColumn &at, const Cell *reference, const std::optional<AnswerComparison> &walked)
{
    at.setComparison(baselineText(reference));
    showLook(walked && reference ? lookOfReference(*walked, reference->text, m_only->isChecked()) : ComparisonLook(), at);
}

/// The column of another run, where there is one.
void ColumnComparison::showBaselineRun(const std::optional<AnswerComparison> &walked)
{
    if (!m_answers || !m_answers->baselineColumn())
        return;
    showReference(*m_answers->baselineColumn(), m_answers->baselineCell(m_current), walked);
    if (m_with != ComparedWith::OtherRun)
        m_answers->baselineColumn()->setComparison({});
}

void ColumnComparison::step(int steps)
{
    const qsizetype at = m_walk.step(steps);
    if (at < 0 || walkedColumn() < 0)
        return;
    const Difference &difference = m_walked.at(at);
    if (m_with == ComparedWith::Variant && m_pinned < m_columns.size())
        m_columns.at(m_pinned)->pane()->goTo(difference.old);
    if (m_with == ComparedWith::OtherRun && m_answers && m_answers->baselineColumn())
        m_answers->baselineColumn()->pane()->goTo(difference.old);
    OutputPane *walked = m_columns.at(walkedColumn())->pane();
    walked->goTo(walked->showsItsOwnText() ? difference.now : m_walkedInline.at(at).now);
    Q_EMIT changed(); // the note says where the walk is
}

} // namespace Tempera
