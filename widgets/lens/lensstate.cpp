// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lens/lensstate.h"

#include "models/items/alternativesmodel.h"
#include "models/items/tokensmodel.h"
#include "models/session/branchtree.h"
#include "models/session/promptscoring.h"
#include "widgets/common/selection.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {

LensState::LensState(ExperimentDocument &document, Selection &selection, Session &session, QObject *parent)
    : QObject(parent),
      m_document(document),
      m_selection(selection),
      m_session(session),
      m_alternatives(new AlternativesModel(this)),
      m_promptScoring(new PromptScoring(session.context(), this))
{
    connect(&document, &ExperimentDocument::experimentChanged, this, &LensState::settingsChanged);
    connect(&selection, &Selection::changed, this, [this] {
        if (m_whatIf && m_selection.variantIndex() != m_whatIfVariant)
            setWhatIf(std::nullopt);
        else
            Q_EMIT settingsChanged();
    });
    connect(m_promptScoring, &PromptScoring::finished, this, [this] {
        if (const std::optional<Error> &error = m_promptScoring->error())
            Q_EMIT failed(*error);
    });
    connect(&session, &Session::planned, this, [this] {
        m_steps.clear(); // branches of another run
        m_done = 0;
        m_promptScoring->clear();
        setCurrent(nullptr, {}, -1);
        Q_EMIT historyChanged();
    });
}

void LensState::setCurrent(TokensModel *tokens, const AnswerPlace &place, int row)
{
    if (tokens == m_tokens && place == m_place && row == m_row)
        return;
    m_tokens = tokens;
    m_place = place;
    m_row = row;
    disconnect(m_recoloured);
    if (tokens) {
        m_recoloured = connect(tokens, &TokensModel::recoloured, this, [this] {
            showAlternatives(m_alternatives->token(m_alternative));
            Q_EMIT alternativesChanged();
        });
    }
    showAlternatives(-1);
    Q_EMIT currentChanged();
}

/// The chosen one stays chosen where it is still among them.
void LensState::showAlternatives(std::int32_t chosen)
{
    m_alternatives->show(m_tokens, m_row);
    m_isChosen = m_isChosen && chosen >= 0;
    m_alternative = m_alternatives->rowCount() == 0 ? -1 : std::max(0, m_alternatives->chosenRow());
    for (int row = 0; chosen >= 0 && row < m_alternatives->rowCount(); ++row) {
        if (m_alternatives->token(row) == chosen)
            m_alternative = row;
    }
}

void LensState::chooseAlternative(int row)
{
    if (row == m_alternative || row < 0 || row >= m_alternatives->rowCount())
        return;
    m_alternative = row;
    m_isChosen = true;
    Q_EMIT alternativeChosen();
}

void LensState::stepAlternative(int by)
{
    const int next = m_alternative + by;
    if (m_alternatives->token(next) >= 0)
        chooseAlternative(next);
}

bool LensState::hasOtherAlternative() const
{
    return m_isChosen && m_alternatives->token(m_alternative) >= 0 && m_alternative != m_alternatives->chosenRow();
}

void LensState::branchToAlternative()
{
    branch(m_alternatives->token(m_alternative), m_alternatives->piece(m_alternative));
}

void LensState::goTo(int row)
{
    Q_EMIT rowRequested(row);
}

void LensState::goToAnswer(const AnswerPlace &place)
{
    Q_EMIT answerRequested(place);
}

SamplingSettings LensState::settings(int variant) const
{
    if (m_whatIf && variant == m_whatIfVariant)
        return *m_whatIf;
    const QList<Variant> &variants = m_document.experiment().variants;
    return variant >= 0 && variant < variants.size() ? variants.at(variant).sampling : SamplingSettings();
}

void LensState::setWhatIf(const std::optional<SamplingSettings> &settings)
{
    if (settings == m_whatIf && m_whatIfVariant == m_selection.variantIndex())
        return;
    m_whatIf = settings;
    m_whatIfVariant = m_selection.variantIndex();
    Q_EMIT settingsChanged();
}

void LensState::applyWhatIf()
{
    Experiment next = m_document.experiment();
    if (!m_whatIf || m_whatIfVariant >= next.variants.size())
        return;
    next.variants[m_whatIfVariant].sampling = *m_whatIf;
    m_whatIf.reset();
    m_document.edit(std::move(next), tr("Apply “what if” settings"));
    Q_EMIT settingsChanged();
}

QString LensState::noBranchReason() const
{
    if (!m_tokens || m_row < 0 || m_row >= m_tokens->size() || m_place.cell < 0 || m_place.cell >= m_session.size())
        return tr("Choose a token first.");
    if (m_place.isPrompt)
        return tr("A prompt is not drawn: only answers can be continued from one of their tokens.");
    return m_session.outline(m_place.cell).request.endpoint.kind == EndpointKind::Local
               ? QString()
               : tr("Only answers of local models can be continued from one of their tokens.");
}

void LensState::branch(std::int32_t token, const QByteArray &piece)
{
    if (token >= 0)
        start({.position = m_row, .token = token, .piece = piece, .sampling = settings(m_place.variant)});
}

void LensState::continueFromHere()
{
    start({.position = m_row, .token = -1, .piece = {}, .sampling = settings(m_place.variant)});
}

void LensState::start(const BranchPoint &point)
{
    if (!noBranchReason().isEmpty())
        return;
    const AnswerPlace before = m_place;
    const Result<int> started = m_session.branch(before.cell, before.branch, point);
    if (!started) {
        Q_EMIT failed(started.error());
        return;
    }
    remember({*started, false, before});
    goToAnswer({before.variant, before.cell, *started});
}

void LensState::removeBranch()
{
    if (m_place.branch < 0 || m_place.branch >= static_cast<int>(m_session.branches().size()))
        return;
    const Step step{m_place.branch, true, m_place};
    remember(step);
    perform(step, true);
}

void LensState::remember(const Step &step)
{
    m_steps.resize(m_done);
    m_steps.push_back(step);
    m_done = m_steps.size();
    Q_EMIT historyChanged();
}

void LensState::perform(const Step &step, bool forward)
{
    const bool removed = step.removes == forward;
    const CellKey key = m_session.branches().at(static_cast<std::size_t>(step.branch)).cell.request.key;
    const std::optional<int> parent = BranchTree(m_session.branches(), key).parentOf(step.branch);
    m_session.setBranchRemoved(step.branch, removed);
    AnswerPlace next{step.before.variant, step.before.cell, step.branch};
    if (removed)
        next.branch = parent.value_or(BranchTree::Answer);
    goToAnswer(next);
}

void LensState::undoBranch()
{
    if (!canUndoBranch())
        return;
    const Step step = m_steps[--m_done];
    perform(step, false);
    Q_EMIT historyChanged();
}

void LensState::redoBranch()
{
    if (!canRedoBranch())
        return;
    const Step step = m_steps[m_done++];
    perform(step, true);
    Q_EMIT historyChanged();
}

} // namespace Tempera
