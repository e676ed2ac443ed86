// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/checktrialmodel.h"

#include "models/checks/checksuite.h"
#include "models/core/counted.h"
#include "models/experiment/casevariables.h"
#include "models/experiment/experimentdocument.h"
#include "models/experiment/titles.h"
#include "models/items/verdicttext.h"

#include <QFuture>
#include <QThreadPool>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {
namespace {

/// Answers of a run that come one after the other are tried together.
constexpr std::chrono::milliseconds whileRunning{100};
/// Places that are looked at in one go: the window lives while there are a million without an answer.
constexpr int placesOfPiece = 2'000;

} // namespace

CheckTrialModel::CheckTrialModel(const ExperimentDocument &document, const Session &session, QObject *parent)
    : QAbstractTableModel(parent), m_document(document), m_session(session)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &CheckTrialModel::start);
    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(0);
    connect(&m_searchTimer, &QTimer::timeout, this, &CheckTrialModel::search);
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
    m_search.reset();
    if (m_isGivenUp)
        *m_isGivenUp = true;
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

/// Of the experiment, or of its one case.
qint64 CheckTrialModel::places() const
{
    const Experiment &experiment = m_document.experiment();
    const qint64 cases = m_case < 0 ? experiment.cases.size() : m_case < experiment.cases.size() ? 1 : 0;
    return m_session.size() == 0 ? 0 : cases * experiment.prompts.size() * experiment.variants.size() * experiment.repeat;
}

CellKey CheckTrialModel::place(qint64 index) const
{
    const Experiment &experiment = m_document.experiment();
    const qint64 variants = experiment.variants.size();
    const qint64 ofPrompt = variants * experiment.repeat;
    const qint64 ofCase = ofPrompt * experiment.prompts.size();
    CellKey place;
    place.caseIndex = std::max(0, m_case) + static_cast<int>(index / ofCase);
    place.promptIndex = static_cast<int>(index % ofCase / ofPrompt);
    place.variantIndex = static_cast<int>(index % ofPrompt / experiment.repeat);
    place.repeat = static_cast<int>(index % experiment.repeat);
    return place;
}

void CheckTrialModel::lookAt(const CellKey &place)
{
    const int at = m_session.find(place).cell;
    if (at < 0 || m_session.summary(at).state != CellState::Done)
        return;
    const Experiment &experiment = m_document.experiment();
    const Cell *body = m_session.body(at);
    m_search->isWhole = m_search->isWhole && body;
    Answer answer{titleOf(place), body ? *body : Cell(), {}, takesDataAsText(experiment, experiment.cases.at(place.caseIndex))};
    answer.cell.request.key = place;
    answer.variables = askedVariables(experiment, answer.cell.request);
    answer.cell.trace.clear(); // no check looks at it
    m_search->found += std::move(answer);
}

void CheckTrialModel::start()
{
    m_isStale = m_isRunning || m_search; // what is new is tried when this is through
    if (m_isStale)
        return;
    m_isWaiting = false;
    m_search = Search{};
    search();
}

void CheckTrialModel::search()
{
    if (!m_search)
        return; // another check is wanted
    const qint64 all = m_check ? places() : 0;
    for (int i = 0; i < placesOfPiece && m_search->next < all && m_search->found.size() < mostAnswers; ++i)
        lookAt(place(m_search->next++));
    if (m_search->next < all && m_search->found.size() < mostAnswers) {
        m_searchTimer.start();
        return;
    }
    const Search through = *std::exchange(m_search, std::nullopt);
    m_isWaiting = !through.isWhole;
    if (through.isWhole && !through.found.isEmpty())
        tryOn(through.found);
    else if (through.isWhole)
        show({}, {});
    if (m_isStale && !m_isRunning)
        m_timer.start(0ms);
}

void CheckTrialModel::tryOn(const QList<Answer> &found)
{
    m_isRunning = true;
    QStringList titles;
    for (const Answer &answer : found)
        titles += answer.title;
    m_isGivenUp = std::make_shared<std::atomic_bool>(false);
    QtFuture::makeReadyVoidFuture()
        .then(QThreadPool::globalInstance(),
              [found, check = *m_check, scripts = m_document.experiment().scripts, isGivenUp = m_isGivenUp] {
                  Verdicts verdicts;
                  for (qsizetype i = 0; i < found.size() && !*isGivenUp; ++i) {
                      const Answer &answer = found.at(i);
                      GradingInput input{answer.cell, withSetsOpened({check}), answer.variables};
                      input.valuesAreText = answer.valuesAreText;
                      input.scripts = scripts;
                      verdicts += gradeOf(input, draftGrade(input).verdicts).verdicts;
                  }
                  return verdicts;
              })
        .then(this, [this, titles, isGivenUp = m_isGivenUp](const Verdicts &verdicts) { // dropped when this is gone
            m_isRunning = false;
            m_isGivenUp.reset();
            if (m_isStale || *isGivenUp)
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
