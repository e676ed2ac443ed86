// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/addressreader.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

class AddressReader
{
    Q_DECLARE_TR_FUNCTIONS(ExperimentFile)
public:
    AddressReader(ReadContext &context, QString key) : m_context(context), m_key(std::move(key)) { }

    [[nodiscard]] QString textOf(const DataNode &value) { return m_context.text(value, m_key); }

    /// A complete address, with variables of the environment.
    [[nodiscard]] QUrl addressOf(const DataNode &value) { return {m_context.withEnvironment(textOf(value)), QUrl::StrictMode}; }

    /// What is no address is reported, and why not.
    void check(const DataNode &value, const QUrl &url, bool isComplete = true)
    {
        if (!isComplete || !isUsableAddress(url.adjusted(QUrl::RemoveUserInfo)))
            m_context.fail(value, form());
        else if (!url.userInfo().isEmpty())
            m_context.fail(value, tr("\"%1\" must not contain a password.").arg(m_key));
    }

    void failForm(const DataNode &value) { m_context.fail(value, form()); }

private:
    [[nodiscard]] QString form() const
    {
        if (m_key == "apiHost"_L1)
            return tr("\"apiHost\" must be a host name, without https:// before it.");
        if (m_key == "apiBaseUrls"_L1)
            return tr("\"apiBaseUrls\" must be a list of complete addresses such as https://host/v1.");
        return tr("\"apiBaseUrl\" must be a complete address such as https://host/v1.");
    }

    ReadContext &m_context;
    QString m_key;
};

/// Where a provider's API is at its host.
QString usualPathOf(const Endpoint &endpoint)
{
    return endpoint.wire.isEmpty() ? u"/v1"_s
                                   : endpointFromId(endpoint.id, [](const QString &) { return QString(); }).baseUrl.path();
}

} // namespace

void readAddress(ReadContext &context, Endpoint &endpoint, const DataNode &value)
{
    AddressReader reader(context, u"apiBaseUrl"_s);
    endpoint.baseUrl = reader.addressOf(value);
    endpoint.addressFrom.clear();
    reader.check(value, endpoint.baseUrl);
}

void readHostAddress(ReadContext &context, Endpoint &endpoint, const DataNode &value)
{
    AddressReader reader(context, u"apiHost"_s);
    const QString host = reader.textOf(value);
    endpoint.baseUrl = QUrl(u"https://"_s + host + usualPathOf(endpoint), QUrl::StrictMode);
    endpoint.addressFrom.clear();
    reader.check(value, endpoint.baseUrl, !host.contains(u'/'));
}

void readPoolAddresses(ReadContext &context, Endpoint &endpoint, const DataNode &list)
{
    AddressReader reader(context, u"apiBaseUrls"_s);
    if (!list.isSequence() || list.items.empty())
        return reader.failForm(list);
    QList<QUrl> members;
    for (const DataPtr &item : list.items) {
        const QUrl url = reader.addressOf(*item);
        reader.check(*item, url);
        if (!members.contains(url)) // one that is named twice is one server
            members.append(url);
    }
    endpoint.members = members;
    endpoint.baseUrl = members.first();
    endpoint.addressFrom.clear();
}

} // namespace Tempera
