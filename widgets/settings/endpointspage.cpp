// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/endpointspage.h"

#include "models/core/endpointrules.h"
#include "widgets/settings/endpointoptionsform.h"
#include "widgets/settings/keydialog.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

enum EndpointColumn { AddressColumn, KeyNameColumn, KeyStateColumn };

bool holdsAddress(const QList<SavedEndpoint> &endpoints, const QUrl &address)
{
    return std::ranges::any_of(endpoints, [&](const SavedEndpoint &each) { return each.baseUrl == address; });
}

} // namespace

EndpointsPage::EndpointsPage(const EndpointAccess &access, const QList<UsedEndpoint> &used, QWidget *parent)
    : QWidget(parent), m_access(access)
{
    for (const UsedEndpoint &each : used) {
        m_used += each.endpoint;
        m_asked.insert(each.endpoint.baseUrl, each.asked);
        if (!each.addressFrom.isEmpty())
            m_addressFrom.insert(each.endpoint.baseUrl, each.addressFrom);
    }
    createControls();
    fill({});
}

void EndpointsPage::createControls()
{
    const auto button = [this](const QString &name, const QString &text, void (EndpointsPage::*action)()) {
        auto *made = new QPushButton(text, this);
        made->setObjectName(name);
        made->setAutoDefault(false); // Return belongs to the dialog
        connect(made, &QPushButton::clicked, this, action);
        return made;
    };
    m_list = new QTreeWidget(this);
    m_list->setObjectName(u"endpointList"_s);
    m_list->setAccessibleName(tr("Endpoints"));
    m_list->setRootIsDecorated(false);
    m_list->setHeaderLabels({tr("Address"), tr("Key"), tr("State")});
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &EndpointsPage::update);
    m_address = new QLineEdit(this);
    m_address->setObjectName(u"endpointAddress"_s);
    m_address->setAccessibleName(tr("Address of a server"));
    m_address->setPlaceholderText(tr("https://host/v1"));
    m_address->installEventFilter(this);
    connect(m_address, &QLineEdit::textChanged, this, &EndpointsPage::update);
    m_add = button(u"addEndpoint"_s, tr("&Add"), &EndpointsPage::add);
    m_test = button(u"testEndpoint"_s, tr("&Test"), &EndpointsPage::test);
    m_key = button(u"endpointKey"_s, tr("Enter &Key…"), &EndpointsPage::enterKey);
    m_remove = button(u"removeEndpoint"_s, tr("&Remove"), &EndpointsPage::remove);
    m_result = new QLabel(this);
    m_result->setObjectName(u"endpointResult"_s);
    m_result->setTextFormat(Qt::PlainText);
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *adding = new QHBoxLayout;
    adding->addWidget(m_address, 1);
    adding->addWidget(m_add);
    auto *actions = new QHBoxLayout;
    for (QPushButton *each : {m_test, m_key, m_remove})
        actions->addWidget(each);
    actions->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->addLayout(adding);
    column->addWidget(m_list, 1);
    column->addLayout(actions);
    column->addWidget(m_result);
    createOptions();
}

void EndpointsPage::createOptions()
{
    m_optionsTitle = new QLabel(this);
    m_optionsTitle->setObjectName(u"endpointOptionsTitle"_s);
    m_optionsTitle->setTextFormat(Qt::PlainText);
    m_optionsTitle->setWordWrap(true);
    m_optionsTitle->setText(tr("No server is chosen."));
    m_options = new EndpointOptionsForm(m_access.readCertificates, m_access.askForCertificates, this);
    m_options->setObjectName(u"endpointOptions"_s);
    m_options->setEnabled(false);
    auto *scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("Options of the server"));
    scroll->setFocusPolicy(Qt::NoFocus); // its fields have it, and come into sight with it
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_options);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(m_optionsTitle);
    column->addWidget(scroll, 2);
    connect(m_options, &EndpointOptionsForm::edited, this, &EndpointsPage::saveOptions);
    connect(m_options, &EndpointOptionsForm::validityChanged, this, &EndpointsPage::validityChanged);
}

bool EndpointsPage::isValid() const
{
    return m_options->isValid();
}

void EndpointsPage::commit()
{
    m_options->commit();
}

/// Those of the server that is current now; what was typed for the one before is stored where it can be.
void EndpointsPage::showOptions()
{
    const QUrl address = chosen().baseUrl;
    if (address == m_shown)
        return;
    m_options->commit();
    if (!m_options->isValid())
        say(tr("What was typed as an option of %1 cannot be, and was not stored.").arg(publicAddress(m_shown)));
    m_shown = address;
    const QList<SavedEndpoint> all = saved();
    const auto own = std::ranges::find(all, address, &SavedEndpoint::baseUrl);
    m_options->setOptions(own == all.end() ? EndpointOptions() : own->options);
    m_options->setEnabled(!address.isEmpty());
    m_optionsTitle->setText(address.isEmpty() ? tr("No server is chosen.") : tr("Options of %1").arg(publicAddress(address)));
}

/// A server of the experiment that was not saved is from then on, without the name of its key: that it has options does not say
/// that every experiment may send it one.
void EndpointsPage::saveOptions(const EndpointOptions &options)
{
    if (m_shown.isEmpty() || !m_access.save)
        return;
    QList<SavedEndpoint> all = saved();
    const auto own = std::ranges::find(all, m_shown, &SavedEndpoint::baseUrl);
    if (own != all.end())
        own->options = options;
    else
        all += SavedEndpoint{m_shown, {}, options};
    if (const Result<void> kept = m_access.save(all); !kept)
        Q_EMIT failed(kept.error());
}

QList<SavedEndpoint> EndpointsPage::saved() const
{
    return m_access.saved ? m_access.saved() : QList<SavedEndpoint>();
}

void EndpointsPage::fill(const QUrl &current)
{
    m_list->clear();
    QList<SavedEndpoint> all = m_used;
    for (const SavedEndpoint &each : saved()) {
        if (!holdsAddress(all, each.baseUrl))
            all += each;
    }
    for (const SavedEndpoint &each : std::as_const(all)) {
        const QString address = publicAddress(each.baseUrl);
        const QString from = m_addressFrom.value(each.baseUrl);
        auto *item = new QTreeWidgetItem(
            m_list, {from.isEmpty() ? address : tr("%1 (from %2)").arg(address, from), each.keyName, QString()});
        if (!from.isEmpty())
            item->setToolTip(AddressColumn, tr("The variable %1 says where this server is; the experiment does not.").arg(from));
        item->setData(AddressColumn, Qt::UserRole, each.baseUrl);
        showKey(item);
        if (each.baseUrl == current)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem() && m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    update();
}

void EndpointsPage::showKey(QTreeWidgetItem *item)
{
    const QString name = item->text(KeyNameColumn);
    if (name.isEmpty() || !m_access.hasKey) {
        item->setText(KeyStateColumn, name.isEmpty() ? tr("not needed") : QString());
        return;
    }
    const QUrl address = item->data(AddressColumn, Qt::UserRole).toUrl();
    m_access.hasKey(name, this, [this, address, name](bool has) {
        for (int i = 0; i < m_list->topLevelItemCount(); ++i) { // the list may be another one by now
            QTreeWidgetItem *row = m_list->topLevelItem(i);
            if (row->data(AddressColumn, Qt::UserRole).toUrl() == address && row->text(KeyNameColumn) == name)
                row->setText(KeyStateColumn, has ? tr("present") : tr("missing"));
        }
    });
}

SavedEndpoint EndpointsPage::chosen() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    return item ? SavedEndpoint{item->data(AddressColumn, Qt::UserRole).toUrl(), item->text(KeyNameColumn)} : SavedEndpoint();
}

void EndpointsPage::save(const QList<SavedEndpoint> &endpoints, const QUrl &current)
{
    if (m_access.save) {
        if (const Result<void> kept = m_access.save(endpoints); !kept)
            Q_EMIT failed(kept.error());
    }
    fill(current);
}

void EndpointsPage::add()
{
    const Result<QUrl> address = serverAddressFromText(m_address->text());
    if (!address) {
        say(address.error().detail);
        return;
    }
    m_address->clear();
    say({});
    QList<SavedEndpoint> all = saved();
    const auto own = std::ranges::find(all, *address, &SavedEndpoint::baseUrl);
    if (own != all.end() && own->keyName.isEmpty()) // it had options alone
        own->keyName = keyNameFor(*address);
    else if (own == all.end() && !holdsAddress(m_used, *address))
        all += SavedEndpoint{*address, keyNameFor(*address)};
    save(all, *address);
}

void EndpointsPage::remove()
{
    QList<SavedEndpoint> all = saved();
    m_options->setOptions({}); // what is being typed goes with it
    all.removeIf([address = chosen().baseUrl](const SavedEndpoint &each) { return each.baseUrl == address; });
    save(all, {});
}

void EndpointsPage::enterKey()
{
    const SavedEndpoint asked = chosen();
    if (asked.keyName.isEmpty())
        return;
    auto *dialog = new KeyDialog(m_access, asked.keyName, asked.baseUrl, this);
    connect(dialog, &KeyDialog::entered, this, [this, asked] { fill(asked.baseUrl); });
    dialog->open();
}

/// Return in the address adds it; elsewhere it belongs to the dialog.
bool EndpointsPage::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_address && event->type() == QEvent::KeyPress && m_add->isEnabled()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            add();
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

void EndpointsPage::update()
{
    const SavedEndpoint current = chosen();
    const bool any = !current.baseUrl.isEmpty();
    m_add->setEnabled(!m_address->text().trimmed().isEmpty());
    m_test->setEnabled(any && m_access.test);
    m_key->setEnabled(any && !current.keyName.isEmpty());
    m_remove->setEnabled(any && !holdsAddress(m_used, current.baseUrl));
    showOptions();
}

void EndpointsPage::say(const QString &text)
{
    m_result->setText(text);
}

} // namespace Tempera
