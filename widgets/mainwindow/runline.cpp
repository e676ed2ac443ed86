// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/runline.h"

#include "models/items/budgettext.h"
#include "models/items/cachetext.h"
#include "models/items/liveestimate.h"
#include "models/session/session.h"
#include "widgets/common/controls.h"
#include "widgets/common/numberbox.h"

#include <QHBoxLayout>
#include <QProgressBar>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Steps of the meter from empty to full.
constexpr int meterSteps = 1000;

} // namespace

RunLine::RunLine(const LiveEstimate &estimate, const Session &session, QWidget *parent)
    : QWidget(parent),
      m_estimate(estimate),
      m_session(session),
      m_line(new OneLineLabel(OneLineLabel::Ink::Usual, this)),
      m_budget(new NumberBox(this)),
      m_meter(new QProgressBar(this))
{
    setObjectName(u"runLine"_s);
    m_line->setObjectName(u"costBar"_s);
    m_line->setContentsMargins(6, 0, 6, 0);
    m_line->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    createBudget();
    auto *name = new QLabel(tr("budget $"), this);
    name->setTextFormat(Qt::PlainText);
    name->setBuddy(m_budget);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 4, 0);
    row->setSpacing(4);
    row->addWidget(m_line, 1);
    row->addWidget(name);
    row->addWidget(m_budget);
    row->addWidget(m_meter);
    connect(&estimate, &LiveEstimate::changed, this, &RunLine::refresh);
    for (const auto signal : {&Session::planned, &Session::totalsChanged, &Session::finished})
        connect(&session, signal, this, &RunLine::updateRun);
    refresh();
}

void RunLine::createBudget()
{
    NumberFacts range;
    range.most = std::numeric_limits<int>::max();
    range.step = 1;
    range.first = 5;
    m_budget->setObjectName(u"budget"_s);
    m_budget->setRange(range, NumberBox::Kind::Real);
    m_budget->setUnsetText(tr("no limit", "the budget of a run"));
    m_budget->setAccessibleName(tr("Budget of a run, in US dollars"));
    m_budget->setToolTip(
        tr("What a run may cost. It is not started where it costs more in any case, and stops where it reaches the "
           "budget. Empty: there is no limit"));
    ignoreWheelUnlessFocused(m_budget);
    m_meter->setObjectName(u"budgetMeter"_s);
    m_meter->setAccessibleName(tr("How much of the budget a run takes"));
    m_meter->setRange(0, meterSteps);
    m_meter->setFixedWidth(fontMetrics().averageCharWidth() * 10);
    m_meter->setMaximumHeight(m_budget->sizeHint().height());
    connect(m_budget, &NumberBox::edited, this, [this] {
        refresh();
        Q_EMIT budgetChanged();
    });
}

std::optional<Money> RunLine::budget() const
{
    const std::optional<double> dollars = m_budget->value();
    return dollars ? std::optional(Money::fromDollars(*dollars)) : std::nullopt;
}

void RunLine::setBudget(std::optional<Money> budget)
{
    m_budget->setValue(budget ? std::optional(budget->dollars()) : std::nullopt);
    refresh();
}

void RunLine::setTimeLeft(const QString &text)
{
    if (text == m_timeLeft)
        return;
    m_timeLeft = text;
    refresh();
}

void RunLine::refresh()
{
    updateText();
    m_line->setMore(m_estimate.problem() ? errorMessage(*m_estimate.problem()) : QString());
    updateMeter();
}

void RunLine::updateRun()
{
    updateText();
    updateMeter();
}

/// What came from the cache and cost nothing stands behind what a run costs.
void RunLine::updateText()
{
    QString text = m_estimate.text(m_timeLeft);
    if (const QString cached = CacheText::ofRun(m_session.totals()); !cached.isEmpty())
        text += u" | "_s + cached;
    if (text != m_line->text())
        m_line->setText(text);
}

void RunLine::updateMeter()
{
    const std::optional<Money> limit = budget();
    m_meter->setVisible(limit.has_value());
    if (!limit)
        return;
    const auto spent = m_session.isRunning() ? std::optional(m_session.totals().cost) : std::nullopt;
    const BudgetUse use = budgetUse(*limit, m_estimate.total(), m_estimate.likelyCost(), spent);
    m_meter->setValue(static_cast<int>(std::clamp(use.share, 0.0, 1.0) * meterSteps));
    m_meter->setFormat(use.sign);
    m_meter->setToolTip(use.text);
    m_meter->setAccessibleDescription(use.text);
}

} // namespace Tempera
