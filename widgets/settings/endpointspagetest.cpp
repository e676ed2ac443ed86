// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/endpointspage.h"

#include "models/core/counted.h"
#include "models/items/celltext.h"
#include "models/text/displaytext.h"

#include <QLocale>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype shownModels = 8;

QString secondsOf(std::chrono::milliseconds time)
{
    return QLocale().toString(std::chrono::duration<double>(std::chrono::abs(time)).count(), 'f', 1);
}

} // namespace

/// As one of the experiment's own requests would go there, where there is one.
Endpoint EndpointsPage::questionFor(const SavedEndpoint &asked) const
{
    Endpoint endpoint = m_asked.value(asked.baseUrl);
    endpoint.kind = EndpointKind::Remote;
    endpoint.baseUrl = asked.baseUrl;
    endpoint.keyName = asked.keyName;
    return endpoint;
}

void EndpointsPage::test()
{
    commit(); // what is typed is what is tested
    const SavedEndpoint asked = chosen();
    if (asked.baseUrl.isEmpty() || !m_access.test)
        return;
    say(tr("Asking %1 …").arg(publicAddress(asked.baseUrl)));
    const int turn = ++m_turn;
    m_access.test(questionFor(asked), this, [this, turn, address = asked.baseUrl](const ServerReport &report) {
        if (turn == m_turn) // another server may have been asked since
            say(reportText(report, address));
    });
}

QString EndpointsPage::reportText(const ServerReport &report, const QUrl &address)
{
    QStringList sentences;
    if (!report.models) {
        sentences += errorMessage(report.models.error());
    } else {
        const QString place = publicAddress(address);
        const QString names = DisplayText::of(report.models->first(std::min(shownModels, report.models->size())).join(u", "_s));
        const qsizetype all = report.models->size();
        if (report.isGenerated)
            sentences += tr("%1 responds. It does not list its models.").arg(place);
        else if (all == 0)
            sentences += tr("%1 responds, but has no models.").arg(place);
        else
            sentences +=
                counted(all > shownModels ? tr("%1 responds and has %n model(s), among them %2.", nullptr, countForm(all))
                                          : tr("%1 responds and has %n model(s): %2.", nullptr, countForm(all)),
                        all)
                    .arg(place, names);
    }
    if (report.latency)
        sentences += tr("Latency: %1 ms.").arg(CellText::number(report.latency->count()));
    if (report.clock && report.clock->isKnown()) {
        const QString form = report.clock->ahead.count() > 0 ? tr("Its clock is %1 s ahead of this machine's.")
                                                             : tr("Its clock is %1 s behind this machine's.");
        sentences += form.arg(secondsOf(report.clock->ahead));
    } else if (report.clock) {
        sentences += tr("Its clock agrees with this machine's within %1 s.").arg(secondsOf(report.clock->error));
    }
    return sentences.join(u' ');
}

} // namespace Tempera
