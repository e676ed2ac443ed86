// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/verdictstrip.h"

#include "models/items/celltext.h"
#include "models/session/session.h"
#include "models/text/displaytext.h"
#include "widgets/common/variantcolours.h"

#include <QAction>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

// What the baseline is: its menu, and how it is set.
namespace Tempera {
namespace {

/// Of a title that may have ampersands of its own.
QString baselineMenuText(const QString &title)
{
    return firstLine(title, 60).replace(u'&', u"&&"_s);
}

QUuid idOfRun(const RunSummary &run)
{
    return run.run.id;
}

} // namespace

void VerdictStrip::fillMenu()
{
    m_menu->clear();
    const bool isVariant = !m_verdict->baselineRun();
    const QList<Variant> &variants = m_session.experiment().variants;
    for (int i = 0; i < variants.size(); ++i) {
        QAction *action = m_menu->addAction(variantIcon(variantMark(i), palette()), baselineMenuText(variants.at(i).title()));
        action->setCheckable(true);
        action->setChecked(isVariant && i == m_variant);
        connect(action, &QAction::triggered, this, [this, i] {
            setBaselineVariant(i);
            Q_EMIT baselineVariantChosen(i);
        });
    }
    m_menu->addSeparator();
    addRuns();
    m_menu->addSeparator();
    QAction *file = m_menu->addAction(QIcon::fromTheme(u"document-open"_s), tr("Result File…"));
    file->setObjectName(u"baseline_file"_s);
    file->setToolTip(tr("Results that Tempera or promptfoo wrote: JSON, or a result in each line"));
    connect(file, &QAction::triggered, this, &VerdictStrip::fileWanted);
}

void VerdictStrip::addRuns()
{
    for (const RunSummary &run : std::as_const(m_runs)) {
        const QString text = tr("Run of %1 · %2 passed, %3 failed")
                                 .arg(QLocale().toString(run.run.started.toLocalTime(), QLocale::ShortFormat),
                                      CellText::number(run.passed), CellText::number(run.failed + run.errors));
        connect(m_menu->addAction(text), &QAction::triggered, this, [this, id = run.run.id] { Q_EMIT runChosen(id); });
    }
}

void VerdictStrip::offerRuns(const QList<RunSummary> &runs)
{
    const bool isNew = !std::ranges::equal(runs, std::exchange(m_runs, runs), {}, idOfRun, idOfRun);
    if (isNew && m_menu->isVisible()) {
        const QAction *chosen = m_menu->activeAction();
        const qsizetype place = m_menu->actions().indexOf(chosen);
        fillMenu();
        if (place >= 0)
            m_menu->setActiveAction(m_menu->actions().value(place));
    }
}

void VerdictStrip::setBaselineVariant(int variant)
{
    m_problem.clear();
    m_variant = variant;
    m_answers = nullptr;
    m_verdict->setBaselineRun(nullptr);
    m_verdict->setBaselineVariant(variant);
    refresh();
}

void VerdictStrip::chooseFile(const QString &path)
{
    Q_EMIT seenWanted();
    Q_EMIT fileChosen(path);
}

OtherRun VerdictStrip::otherRun() const
{
    return m_verdict->baselineTable() ? OtherRun{m_verdict->baselineTable(), m_answers} : OtherRun();
}

void VerdictStrip::setBaselineRun(std::shared_ptr<const BaselineRun> run, std::shared_ptr<BaselineAnswers> answers)
{
    m_problem.clear();
    m_answers = std::move(answers);
    m_verdict->setBaselineRun(std::move(run));
    refresh();
}

void VerdictStrip::showProblem(const QString &problem)
{
    m_problem = problem;
    m_unfold->setChecked(true);
    refresh();
}

} // namespace Tempera
