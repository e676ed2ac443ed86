// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/context/endpointaccess.h"

#include <QDialog>
#include <QUrl>

class QCheckBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace Tempera {

/// Asks for one key. It is never shown, and leaves the dialog only to where keys are kept.
class KeyDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `name` is the key's own (Endpoint::keyName), `address` where it is sent to, which entering it allows.
    KeyDialog(const EndpointAccess &access, const QString &name, const QUrl &address, QWidget *parent);

    void accept() override;

Q_SIGNALS:
    void entered(const QString &name); ///< The next request has it.

private:
    void update();

    EndpointAccess m_access;
    QString m_name;
    QUrl m_address;
    QLineEdit *m_key = nullptr;
    QCheckBox *m_keep = nullptr;
    QLabel *m_problem = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

/// The name under which a key is kept where the file gives it none: each host and port has its own
/// ("LLM_EXAMPLE_COM_API_KEY", "LOCALHOST_8080_API_KEY").
[[nodiscard]] QString keyNameFor(const QUrl &address);

} // namespace Tempera
