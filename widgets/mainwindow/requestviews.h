// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/compare/comparepanel.h"
#include "widgets/context/windowcontext.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace Tempera {

class RequestDialog;

/// "Show Request": what is sent for the cell that is current, in a dialog beside the window. While it is open it follows the cell.
class RequestViews final : public QObject
{
    Q_OBJECT
public:
    /// All of it outlives this.
    RequestViews(const WindowContext &context, QWidget *window);

    /// For the current cell of a panel.
    void show(ComparePanel *panel);

private:
    void follow();
    void showCell(const Cell &cell);
    void askServer(const GenerationRequest &request);
    void askModel(const GenerationRequest &request);

    const WindowContext &m_context;
    QWidget *m_window = nullptr;
    QPointer<ComparePanel> m_panel;
    QPointer<RequestDialog> m_dialog;
    std::optional<GenerationRequest> m_shown; ///< A cell that is being answered changes often, and its request does not.
    quint64 m_turn = 0;                       ///< Tells the last answer from those that come too late.
};

} // namespace Tempera
