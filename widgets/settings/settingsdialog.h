// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/localsettings.h"
#include "models/library/librarymodel.h"
#include "widgets/common/keyboardorder.h"
#include "widgets/context/endpointaccess.h"
#include "widgets/context/trustaccess.h"

#include <functional>
#include <optional>

class QDialogButtonBox;

namespace Tempera {

class MachinePage;

/// What the settings dialog starts from and where its changes go.
struct SettingsContext {
    LocalSettings local;
    int localSlots = 8; ///< Generations of one local model at the same time.
    std::optional<std::int64_t> availableBytes;
    QList<LibraryModel> models;
    /// In effect for the next load, and kept; the error is shown in the window.
    std::function<Result<void>(const LocalSettings &)> saveLocal;
    EndpointAccess endpoints = {};
    QList<UsedEndpoint> usedEndpoints = {}; ///< Of the open experiment.
    TrustAccess trust = {};
};

/// The program's settings. Shown and left open; nothing waits for it.
class SettingsDialog final : public OrderedDialog
{
    Q_OBJECT
public:
    explicit SettingsDialog(SettingsContext context, QWidget *parent = nullptr);
    /// The library, where it was read after the dialog was opened.
    void setModels(const QList<LibraryModel> &models);

    void accept() override;

Q_SIGNALS:
    void failed(const Tempera::Error &error);

private:
    SettingsContext m_context;
    MachinePage *m_machine = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace Tempera
