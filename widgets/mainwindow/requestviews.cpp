// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/requestviews.h"

#include "models/snippets/localrequest.h"
#include "widgets/compare/requestdialog.h"

#include <utility>

namespace Tempera {

RequestViews::RequestViews(const WindowContext &context, QWidget *window) : QObject(window), m_context(context), m_window(window)
{
}

void RequestViews::show(ComparePanel *panel)
{
    if (!m_dialog) {
        m_dialog = new RequestDialog(m_context.background, m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        m_shown.reset();
    }
    if (m_panel)
        disconnect(m_panel, nullptr, this, nullptr);
    m_panel = panel;
    connect(panel, &ComparePanel::currentCellChanged, this, &RequestViews::follow);
    follow();
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void RequestViews::follow()
{
    if (!m_dialog || !m_panel)
        return;
    const Cell *cell = m_panel->currentCellBody();
    if (cell && m_shown && cell->request == *m_shown)
        return;
    ++m_turn;
    m_shown.reset();
    if (cell)
        showCell(*cell);
    else if (m_panel->currentCell() < 0)
        m_dialog->showProblem(tr("This cell was not asked yet: there is no request before it is run."));
    else
        m_dialog->showProblem(tr("The request is being read from the ledger.")); // currentCellChanged() follows
}

void RequestViews::showCell(const Cell &cell)
{
    GenerationRequest request = cell.request;
    m_shown = request;
    if (request.messages.isEmpty()) {
        m_dialog->showProblem(tr("The prompt of this cell is rendered when its turn comes: there is no request yet."));
        return;
    }
    // A request of the ledger says whom it asked, and no more.
    if (request.provider.isNull() && m_context.session.catalog)
        setProvider(request, SharedProvider(m_context.session.catalog->providerFor(request.endpoint)));
    switch (request.endpoint.kind) {
    case EndpointKind::Remote: askServer(request); break;
    case EndpointKind::Local: askModel(request); break;
    case EndpointKind::Script:
    case EndpointKind::Echo: m_dialog->showRequest(localRequest(request)); break;
    case EndpointKind::Unknown:
        m_dialog->showProblem(tr("This version does not know how to ask %1.").arg(request.endpoint.shownId()));
        break;
    }
}

void RequestViews::askServer(const GenerationRequest &request)
{
    if (!m_context.showRequest) {
        m_dialog->showProblem(tr("Nobody here can tell what would be sent."));
        return;
    }
    m_context.showRequest(request, m_dialog, [this, turn = m_turn](const Result<ShownRequest> &shown) {
        if (turn != m_turn || !m_dialog)
            return;
        if (shown)
            m_dialog->showRequest(*shown);
        else
            m_dialog->showProblem(errorMessage(shown.error()));
    });
}

/// The prompt comes as the model reads it, where its vocabulary can be asked.
void RequestViews::askModel(const GenerationRequest &request)
{
    m_dialog->showRequest(localRequest(request));
    if (!m_context.counter)
        return;
    m_context.counter->read(request.endpoint, request.messages, request.form, m_dialog,
                            [this, request, turn = m_turn](const PromptReading &reading) {
                                if (turn == m_turn && m_dialog)
                                    m_dialog->showRequest(localRequest(request, reading));
                            });
}

} // namespace Tempera
