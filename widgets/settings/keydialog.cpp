// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/keydialog.h"

#include "widgets/common/controls.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Tempera {

KeyDialog::KeyDialog(const EndpointAccess &access, const QString &name, const QUrl &address, QWidget *parent)
    : QDialog(parent), m_access(access), m_name(name), m_address(address)
{
    setObjectName(u"keyDialog"_s);
    setWindowTitle(tr("Enter a Key"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *intro = new QLabel(tr("The key %1 is sent to %2, and to other servers only where you allow it. It is never "
                                "written to a file, the ledger, a log or an export.")
                                 .arg(name, publicAddress(address)),
                             this);
    intro->setTextFormat(Qt::PlainText);
    intro->setWordWrap(true);
    m_key = new QLineEdit(this);
    m_key->setObjectName(u"key"_s);
    m_key->setAccessibleName(tr("Key"));
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_keep = new QCheckBox(tr("Keep it in the key&chain of the desktop"), this);
    m_keep->setObjectName(u"keepKey"_s);
    m_keep->setToolTip(tr("Otherwise it is forgotten when Tempera quits."));
    m_problem = new QLabel(this);
    m_problem->setObjectName(u"keyProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &KeyDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &KeyDialog::reject);
    connect(m_key, &QLineEdit::textChanged, this, &KeyDialog::update);
    auto *form = new QFormLayout(this);
    form->addRow(intro);
    form->addRow(tr("&Key"), m_key);
    form->addRow(m_keep);
    form->addRow(m_problem);
    form->addRow(m_buttons);
    resize(440, sizeHint().height());
    update();
}

void KeyDialog::update()
{
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!m_key->text().trimmed().isEmpty());
}

void KeyDialog::accept()
{
    const QByteArray key = m_key->text().trimmed().toUtf8();
    if (key.isEmpty() || !m_access.enterKey || !m_buttons->isEnabled())
        return;
    m_buttons->setEnabled(false); // until the keychain has answered
    const KeyPlace place = m_keep->isChecked() ? KeyPlace::Keychain : KeyPlace::Session;
    m_access.enterKey(m_name, Secret(key), place, this, [this, place](const Result<void> &kept) {
        m_buttons->setEnabled(true);
        if (kept && m_access.allowKey)
            m_access.allowKey(m_name, m_address, place);
        if (kept) {
            m_key->clear();
            QDialog::accept();
            Q_EMIT entered(m_name);
            return;
        }
        m_problem->setText(tr("%1 Untick the box to use it for this session only.").arg(errorSentence(kept.error())));
        m_problem->show();
        adjustSize();
    });
}

QString keyNameFor(const QUrl &address)
{
    static const QRegularExpression notInNames(u"[^A-Z0-9_]"_s);
    // "-" and "." must not be one: they are hosts of different people.
    QString name = address.host().toUpper().replace(u'-', u"__"_s).replace(notInNames, u"_"_s);
    const int port = address.port(address.scheme() == "http"_L1 ? 80 : 443);
    if (port != 443)
        name += u'_' + QString::number(port);
    if (name.isEmpty() || name.front().isDigit())
        name.prepend(u"SERVER_"_s);
    return name + u"_API_KEY"_s;
}

} // namespace Tempera
