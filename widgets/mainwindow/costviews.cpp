// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/costviews.h"

#include "widgets/common/latepage.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/context/dialogs.h"
#include "widgets/cost/cachedialog.h"
#include "widgets/cost/costface.h"
#include "widgets/cost/spenddialog.h"
#include "widgets/mainwindow/runcontroller.h"

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Beside grid, columns and charts.
constexpr int placeOfCost = 3;

} // namespace

CostViews::CostViews(const WindowContext &context, const Session &session, ComparePanel &compare, QWidget *window)
    : QObject(window),
      m_context(context),
      m_session(session),
      m_compare(compare),
      m_window(window),
      m_face(new LatePage<CostFace>([this](QWidget *place) { return createFace(place); }))
{
    compare.addFace(m_face, tr("Cost"), placeOfCost);
}

CostFace *CostViews::createFace(QWidget *place)
{
    auto *face = new CostFace(*m_context.document, m_session,
                              {m_context.session.catalog, m_context.counter, m_context.background, m_context.parallel}, place);
    connect(face, &CostFace::pilotRequested, this, &CostViews::pilotRequested);
    return face;
}

void CostViews::connectRuns(RunController &runs)
{
    connect(this, &CostViews::pilotRequested, &runs, &RunController::runPilot);
    connect(&runs, &RunController::pilotBegins, this, [this](bool begins) {
        if (CostFace *face = m_face->pageIfMade())
            face->job().expectPilot(begins);
    });
}

void CostViews::focusCost()
{
    m_compare.showFace(m_face);
    m_face->page()->focusTable();
}

void CostViews::showSpend()
{
    if (!m_context.session.store || !m_context.session.clock)
        return;
    if (!m_spend) {
        m_spend = new SpendDialog(
            *m_context.session.store, *m_context.session.clock, m_session, [this](const QByteArray &csv) { saveTable(csv); },
            m_window);
        m_spend->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_spend->show();
    m_spend->raise();
    m_spend->activateWindow();
}

void CostViews::showCache()
{
    if (!m_context.cache)
        return;
    if (!m_cache) {
        m_cache = new CacheDialog(*m_context.cache, m_window);
        m_cache->setAttribute(Qt::WA_DeleteOnClose);
        connect(&m_session, &Session::finished, m_cache, &CacheDialog::reload); // it may have kept some
    }
    m_cache->show();
    m_cache->raise();
    m_cache->activateWindow();
}

void CostViews::saveTable(const QByteArray &csv)
{
    Dialogs::askForFile(m_context, m_window, FilePurpose::SaveTable, u"spend.csv"_s, [this, csv](const QString &path) {
        if (const Result<void> written = m_context.files->write(path, csv); !written)
            Q_EMIT failed(written.error());
    });
}

} // namespace Tempera
