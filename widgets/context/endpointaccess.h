// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/endpoint.h"
#include "models/core/ports/secretstore.h"
#include "models/core/serverreport.h"
#include "models/core/settings.h"

#include <functional>

class QWidget;

namespace Tempera {

/// Where a key that is entered stays.
enum class KeyPlace {
    Session,  ///< In memory, until the program ends.
    Keychain, ///< In the desktop's keychain too.
};

/// A server of the open experiment.
struct UsedEndpoint {
    SavedEndpoint endpoint;
    QString addressFrom; ///< Endpoint::addressFrom
    Endpoint asked = {}; ///< One of those that go there, with its API and model.
};

/// Keys and servers, as far as the window may touch them. Callbacks come on the caller's thread, later, and are dropped
/// when the guard is gone.
struct EndpointAccess {
    /// In effect for the next request, wherever it stays. The error is the keychain's; nothing was kept then.
    std::function<void(const QString &name, const Secret &key, KeyPlace place, QObject *guard, std::function<void(Result<void>)>)>
        enterKey;
    /// Whether there is a key of this name, in this session, the environment or the keychain.
    std::function<void(const QString &name, QObject *guard, std::function<void(bool)>)> hasKey;
    /// Asks the server for its models, with the key that there is; their names, in its order.
    std::function<void(const Endpoint &endpoint, QObject *guard, std::function<void(Result<QStringList>)>)> listModels;
    std::function<QList<SavedEndpoint>()> saved;
    std::function<Result<void>(const QList<SavedEndpoint> &)> save;
    /// A key that is entered for a server may be sent there: until the program ends, or kept as it is.
    std::function<void(const QString &name, const QUrl &address, KeyPlace place)> allowKey = {};
    /// Finds out whether the server answers, with what is saved for it and the key that there is.
    std::function<void(const Endpoint &endpoint, QObject *guard, std::function<void(ServerReport)>)> test = {};
    /// Reads a file of certificates. Errors: File, Syntax.
    std::function<Result<CertificateFacts>(const QString &path)> readCertificates = {};
    /// Asks for a file of certificates; the callback comes only where one is chosen.
    std::function<void(QWidget *parent, std::function<void(const QString &path)>)> askForCertificates = {};
};

} // namespace Tempera
