// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/answerwalk.h"

#include "models/core/ports/background.h"
#include "models/session/session.h"

#include <memory>
#include <utility>

namespace Tempera {
namespace {

/// What one work takes: others wait behind it.
constexpr std::size_t answersOfBatch = 128;
constexpr qsizetype charactersOfBatch = 200'000;

} // namespace

AnswerWalk::AnswerWalk(const Session &session, Background *background, QObject *parent)
    : QObject(parent), m_session(session), m_background(background), m_walk(session)
{
    connect(&m_walk, &CellWalk::finished, this, [this] {
        m_isWalked = true;
        if (!m_isWorking)
            goOn();
    });
}

void AnswerWalk::start(CellWalk::Need need, Work work)
{
    stop();
    m_need = std::move(need);
    m_work = std::move(work);
    m_columns.clear();
    m_passedOver = 0;
    m_isRunning = true;
    m_walk.start([this](const CellSummary &cell) { return cell.state == CellState::Done && cell.hasText && m_need(cell); },
                 [this](int cell, const Cell *body) { visit(cell, body); });
}

void AnswerWalk::stop()
{
    ++m_turn;
    m_walk.stop();
    m_batch.clear();
    m_characters = 0;
    m_isRunning = false;
    m_isWalked = false;
    m_isWorking = false;
}

bool AnswerWalk::isFull() const
{
    return m_batch.size() >= answersOfBatch || m_characters >= charactersOfBatch;
}

void AnswerWalk::visit(int cell, const Cell *body)
{
    const CellSummary summary = m_session.summary(cell);
    if (summary.state != CellState::Done)
        return;
    if (!m_need(summary) || (summary.hasText && !body)) {
        ++m_passedOver;
        return;
    }
    m_batch.push_back({.key = summary.key,
                       .column = chartColumnOf(m_columns, summary.key),
                       .text = body ? body->text : QString(),
                       .asked = body ? body->request.messages : Messages()});
    m_characters += m_batch.back().text.size();
    for (const Message &message : std::as_const(m_batch.back().asked))
        m_characters += message.text.size();
    if (!isFull())
        return;
    if (m_isWorking)
        m_walk.hold();
    else
        send();
}

void AnswerWalk::send()
{
    m_isWorking = true;
    m_characters = 0;
    const auto batch = std::make_shared<const std::vector<WalkedAnswer>>(std::exchange(m_batch, {}));
    const auto work = [batch, look = m_work] { look(*batch); };
    const auto done = [this, turn = m_turn] {
        if (turn != m_turn)
            return; // it was given up
        m_isWorking = false;
        goOn();
    };
    if (m_background) {
        m_background->run(work, this, done);
        return;
    }
    work();
    done();
}

void AnswerWalk::goOn()
{
    if (!m_batch.empty() && (m_isWalked || isFull())) {
        m_walk.release();
        send();
    } else if (m_isWalked) {
        m_isRunning = false;
        Q_EMIT finished();
    }
}

} // namespace Tempera
