// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/mainwindow/storedruns.h"

namespace Tempera {

class ComparePanel;

/// Brings the last earlier runs of the experiment to the columns, where runs stand side by side.
class RunsBeside final : public QObject
{
    Q_OBJECT
public:
    /// `context` outlives it, and `panel` and `session` do.
    RunsBeside(const WindowContext &context, ComparePanel *panel, const Session *session, QObject *parent);

Q_SIGNALS:
    void failed(const Tempera::Error &error);

private:
    void begin();
    void loadNext(int round);

    StoredRuns *m_stored = nullptr;
    ComparePanel *m_panel = nullptr;
    const Session *m_session = nullptr;
    int m_round = 0; ///< Of asking.
    std::shared_ptr<const Experiment> m_ran;
    QList<QUuid> m_toLoad;
    QList<OtherRun> m_loaded;
};

} // namespace Tempera
