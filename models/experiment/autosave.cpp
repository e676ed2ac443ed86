// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/autosave.h"

#include <utility>

namespace Tempera {

Autosave::Autosave(ExperimentDocument &document, DraftStore &drafts, std::chrono::milliseconds delay, QObject *parent)
    : QObject(parent), m_document(document), m_drafts(drafts)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(delay);
    connect(&m_timer, &QTimer::timeout, this, [this] { keep(); });
    connect(&document, &ExperimentDocument::experimentChanged, this, &Autosave::follow);
    connect(&document, &ExperimentDocument::saved, this, &Autosave::forget);
    connect(&document, &ExperimentDocument::replaced, this, [this] {
        forget();
        m_ended = false;
    });
}

Autosave::~Autosave()
{
    if (m_timer.isActive())
        m_drafts.keepNow(m_document.path(), m_document.draftWriter());
}

void Autosave::follow()
{
    if (m_ended)
        return;
    if (!m_document.isModified())
        forget();
    else if (!m_timer.isActive()) // who types on and on is kept too
        m_timer.start();
}

void Autosave::keep(std::function<void()> then)
{
    m_timer.stop();
    m_hasDraft = true;
    m_drafts.keep(m_document.path(), m_document.draftWriter(), this, [this, then = std::move(then)](const Result<void> &kept) {
        if (!kept && !std::exchange(m_toldFailure, true))
            Q_EMIT failed(kept.error());
        if (kept) {
            m_toldFailure = false;
            if (then)
                then();
        }
    });
}

void Autosave::forget()
{
    m_timer.stop();
    if (std::exchange(m_hasDraft, false))
        m_drafts.forget();
}

void Autosave::end()
{
    forget();
    m_ended = true;
}

} // namespace Tempera
