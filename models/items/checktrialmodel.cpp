// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/checktrialmodel.h"

#include "models/checks/checksuite.h"
#include "models/core/counted.h"
#include "models/experiment/experimentdocument.h"
#include "models/experiment/titles.h"
#include "models/items/verdicttext.h"

#include <QFuture>
#include <QThreadPool>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {
namespace {

/// Answers of a run that come one after the other are tried together.
constexpr std::chrono::milliseconds whileRunning{100};

} // namespace

CheckTrialModel::CheckTrialModel(const ExperimentDocument &document, const Session &session, QObject *parent)
    : QAbstractTableModel(parent), m_document(document), m_session(session)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &CheckTrialModel::start);
    const auto again = [this] { m_timer.start(0ms); };
    connect(&document, &ExperimentDocument::experimentChanged, this, again);
    connect(&session, &Session::planned, this, again);
    connect(&session, &Session::cellsChanged, this, [this](int first, int last) {
        if (!m_check || m_timer.isActive())
            return;
        for (int cell = first; cell <= last; ++cell) {
            if (m_session.summary(cell).state == CellState::Done)
                return m_timer.start(whileRunning);
        }
    });
}

void CheckTrialModel::setCheck(const std::optional<CheckSpec> &check, int caseIndex)
{
    m_check = check;
    m_case = caseIndex;
    m_timer.start(0ms);
    Q_EMIT tried();
}

QString CheckTrialModel::titleOf(const CellKey &place) const
{
    const Experiment &experiment = m_document.experiment();
    QStringList parts;
    if (m_case < 0)
        parts += caseTitle(experiment, place.caseIndex);
    if (experiment.prompts.size() > 1)
        parts += promptTitle(experiment, place.promptIndex);
    parts += experiment.variants.at(place.variantIndex).title();
    if (experiment.repeat > 1)
        parts += tr("repeat %1").arg(place.repeat + 1);
    return parts.join(u" · "_s);
}

/// Nothing where the ledger has to be asked for some of them first.
std::optional<QList<CheckTrialModel::Answer>> CheckTrialModel::answers() const
{
    bool isWhole = true;
    const Experiment &experiment = m_document.experiment();
    const int first = std::max(0, m_case);
    const int end = m_case < 0 ? static_cast<int>(experiment.cases.size()) : m_case + 1;
    QList<Answer> found;
    for (int c = first; c < std::min<int>(end, static_cast<int>(experiment.cases.size())) && found.size() < mostAnswers; ++c) {
        for (int p = 0; p < experiment.prompts.size(); ++p) {
            for (int v = 0; v < experiment.variants.size(); ++v) {
                for (int r = 0; r < experiment.repeat && found.size() < mostAnswers; ++r) {
                    CellKey place;
                    place.caseIndex = c;
                    place.promptIndex = p;
                    place.variantIndex = v;
                    place.repeat = r;
                    const int at = m_session.find(place).cell;
                    if (at < 0 || m_session.summary(at).state != CellState::Done)
                        continue;
                    const Cell *body = m_session.body(at);
                    isWhole = isWhole && body;
                    Answer answer{titleOf(place), body ? *body : Cell(), effectiveVariables(experiment, experiment.cases.at(c))};
                    answer.cell.trace.clear(); // no check looks at it
                    found += std::move(answer);
                }
            }
        }
    }
    return isWhole ? std::optional(std::move(found)) : std::nullopt;
}

void CheckTrialModel::start()
{
    m_isStale = m_isRunning; // what is new is tried when this is through
    if (m_isRunning)
        return;
    std::optional<QList<Answer>> asked = m_check ? answers() : QList<Answer>();
    m_isWaiting = !asked;
    if (m_isWaiting)
        return;
    QList<Answer> found = *std::move(asked);
    if (found.isEmpty()) {
        show({}, {});
        return;
    }
    m_isRunning = true;
    QStringList titles;
    for (const Answer &answer : std::as_const(found))
        titles += answer.title;
    QtFuture::makeReadyVoidFuture()
        .then(QThreadPool::globalInstance(),
              [found = std::move(found), check = *m_check] {
                  Verdicts verdicts;
                  for (const Answer &answer : found)
                      verdicts += gradeCell(answer.cell, {check}, answer.variables, std::nullopt).verdicts;
                  return verdicts;
              })
        .then(this, [this, titles](const Verdicts &verdicts) { // dropped when this is gone
            m_isRunning = false;
            if (m_isStale)
                m_timer.start(0ms);
            else
                show(titles, verdicts);
        });
}

void CheckTrialModel::show(const QStringList &titles, const Verdicts &verdicts)
{
    if (titles != m_titles || verdicts != m_verdicts) {
        beginResetModel();
        m_titles = titles;
        m_verdicts = verdicts;
        endResetModel();
    }
    Q_EMIT tried();
}

QString CheckTrialModel::summary() const
{
    if (!m_check)
        return {};
    if (isTrying())
        return tr("Checking…");
    if (m_verdicts.isEmpty())
        return tr("There is no answer yet to try it on.");
    const auto passed = static_cast<int>(std::ranges::count(m_verdicts, Outcome::Pass, &Verdict::outcome));
    const qsizetype all = m_verdicts.size();
    return counted(tr("%1 of %Ln answer(s) pass", nullptr, countForm(all)), all).arg(passed);
}

int CheckTrialModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_verdicts.size());
}

int CheckTrialModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant CheckTrialModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Verdict &verdict = m_verdicts.at(index.row());
    if (role != Qt::DisplayRole)
        return VerdictText::data(verdict, role);
    switch (index.column()) {
    case OutcomeColumn: return VerdictText::outcome(verdict);
    case AnswerColumn: return m_titles.at(index.row());
    case ReasonColumn: return VerdictText::reason(verdict);
    default: return {};
    }
}

QVariant CheckTrialModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation == Qt::Vertical)
        return {};
    switch (section) {
    case OutcomeColumn: return tr("Outcome");
    case AnswerColumn: return tr("Answer");
    case ReasonColumn: return tr("Reason");
    default: return {};
    }
}

} // namespace Tempera
