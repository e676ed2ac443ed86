// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/keyentry.h"

#include "models/experiment/reading/judgereader.h"
#include "widgets/settings/keydialog.h"

#include <algorithm>

namespace Tempera {

KeyEntry::KeyEntry(const WindowContext &context, QWidget *window) : QObject(window), m_context(context), m_window(window) { }

void KeyEntry::askFor(int index)
{
    const QList<Variant> &variants = m_context.document->experiment().variants;
    if (index < 0 || index >= variants.size() || variants.at(index).endpoint.kind != EndpointKind::Remote)
        return;
    const Endpoint endpoint = variants.at(index).endpoint;
    const QString name = endpoint.keyName.isEmpty() ? keyNameFor(endpoint.baseUrl) : endpoint.keyName;
    auto *dialog = new KeyDialog(m_context.endpoints, name, endpoint.baseUrl, m_window);
    if (endpoint.keyName.isEmpty())
        connect(dialog, &KeyDialog::entered, this, [this, endpoint, name] { nameKey(endpoint, name); });
    dialog->open();
}

/// A server that needed no key until now: its variants say under which name theirs is kept.
void KeyEntry::nameKey(const Endpoint &endpoint, const QString &name)
{
    Experiment next = m_context.document->experiment();
    for (Variant &variant : next.variants) {
        if (variant.endpoint.baseUrl == endpoint.baseUrl && variant.endpoint.keyName.isEmpty())
            variant.endpoint.keyName = name;
    }
    m_context.document->edit(std::move(next), tr("Name the key of a server"));
}

QList<UsedEndpoint> KeyEntry::usedEndpoints() const
{
    QList<UsedEndpoint> used;
    QList<Endpoint> asked = judgesOf(m_context.document->experiment());
    for (const Variant &variant : m_context.document->experiment().variants)
        asked += variant.endpoint;
    for (const Endpoint &endpoint : std::as_const(asked)) {
        const auto isSame = [&endpoint](const UsedEndpoint &each) {
            return each.endpoint.baseUrl == endpoint.baseUrl && each.endpoint.keyName == endpoint.keyName
                   && each.addressFrom == endpoint.addressFrom;
        };
        if (endpoint.kind == EndpointKind::Remote && !endpoint.baseUrl.isEmpty() && std::ranges::none_of(used, isSame))
            used += UsedEndpoint{{endpoint.baseUrl, endpoint.keyName}, endpoint.addressFrom, endpoint};
    }
    return used;
}

} // namespace Tempera
