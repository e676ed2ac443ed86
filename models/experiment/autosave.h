// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/draftstore.h"
#include "models/experiment/experimentdocument.h"

#include <QTimer>

#include <chrono>

namespace Tempera {

/// Keeps a draft of the document while it has changes that are not saved: some seconds after a change, and at the end
/// where nobody was asked (a signal). No draft holds a key. It goes when the document is saved, replaced or as it was. GUI thread.
class Autosave final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds UsualDelay{3000};

    /// Both outlive it. `delay` is the longest time between a change and its draft.
    Autosave(ExperimentDocument &document, DraftStore &drafts, std::chrono::milliseconds delay = UsualDelay,
             QObject *parent = nullptr);
    /// Keeps what was changed last.
    ~Autosave() override;

    [[nodiscard]] DraftStore &drafts() { return m_drafts; }
    /// Keeps the document at once; then, unless that failed, `then`.
    void keep(std::function<void()> then = {});
    /// The document was saved, or its changes are not wanted: nothing is kept from now on until it is replaced.
    void end();

Q_SIGNALS:
    /// No draft can be kept; reported once until one can.
    void failed(const Tempera::Error &error);

private:
    void follow();
    void forget();

    ExperimentDocument &m_document;
    DraftStore &m_drafts;
    QTimer m_timer;
    bool m_hasDraft = false;
    bool m_ended = false;
    bool m_toldFailure = false;
};

} // namespace Tempera
