// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/context/windowcontext.h"

#include <QObject>
#include <QPointer>

namespace Tempera {

class CacheDialog;
class ComparePanel;
class CostFace;
template<typename Page>
class LatePage;
class RunController;
class Session;
class SpendDialog;

/// What money is about in the window: what the open experiment will cost, among the ways to compare, and what was spent.
class CostViews final : public QObject
{
    Q_OBJECT
public:
    /// All of it outlives this.
    CostViews(const WindowContext &context, const Session &session, ComparePanel &compare, QWidget *window);

    /// Pilots are run by it.
    void connectRuns(RunController &runs);
    /// Shows what the experiment costs and puts the keyboard there.
    void focusCost();
    void showSpend();
    /// The answers that are kept.
    void showCache();

Q_SIGNALS:
    void failed(const Tempera::Error &error);
    void pilotRequested(int cases);

private:
    [[nodiscard]] CostFace *createFace(QWidget *place);
    void saveTable(const QByteArray &csv);

    const WindowContext &m_context;
    const Session &m_session;
    ComparePanel &m_compare;
    QWidget *m_window = nullptr;
    LatePage<CostFace> *m_face = nullptr;
    QPointer<SpendDialog> m_spend;
    QPointer<CacheDialog> m_cache;
};

} // namespace Tempera
