// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/settings/endpointaccess.h"

#include <QDialog>

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
    /// `name` is the key's own (Endpoint::keyName), `place` the address that it is sent to.
    KeyDialog(const EndpointAccess &access, const QString &name, const QString &place, QWidget *parent);

    void accept() override;

Q_SIGNALS:
    void entered(const QString &name); ///< The next request has it.

private:
    void update();

    EndpointAccess m_access;
    QString m_name;
    QLineEdit *m_key = nullptr;
    QCheckBox *m_keep = nullptr;
    QLabel *m_problem = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

/// The name under which a key is kept where the file gives it none ("LLM_EXAMPLE_COM_API_KEY").
[[nodiscard]] QString keyNameFor(const QUrl &address);

} // namespace Tempera
