// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/runchanges.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

class ChangeWords
{
    Q_DECLARE_TR_FUNCTIONS(RunChanges)
public:
    explicit ChangeWords(const ResultLookup &lookup)
        : m_prompts(lookup.promptChanges()), m_variants(lookup.variantChanges()), m_cases(lookup.caseChanges())
    {
    }

    [[nodiscard]] QString text(bool defaultsChanged) const
    {
        QStringList parts;
        QStringList changed = counted(&ListChanges::changed);
        if (defaultsChanged)
            changed += tr("what all cases share");
        if (!changed.isEmpty())
            parts += tr("changed since: %1").arg(changed.join(u", "_s));
        if (const QStringList added = counted(&ListChanges::added); !added.isEmpty())
            parts += tr("added since: %1").arg(added.join(u", "_s));
        if (const QStringList removed = counted(&ListChanges::removed); !removed.isEmpty())
            parts += tr("removed since: %1").arg(removed.join(u", "_s));
        return parts.isEmpty() ? tr("nothing has changed since") : parts.join(u" · "_s);
    }

private:
    [[nodiscard]] QStringList counted(int ListChanges::*count) const
    {
        QStringList words;
        if (m_prompts.*count > 0)
            words += tr("prompts %1").arg(m_prompts.*count);
        if (m_variants.*count > 0)
            words += tr("variants %1").arg(m_variants.*count);
        if (m_cases.*count > 0)
            words += tr("cases %1").arg(m_cases.*count);
        return words;
    }

    ListChanges m_prompts;
    ListChanges m_variants;
    ListChanges m_cases;
};

} // namespace

QString changesText(const ResultLookup &lookup)
{
    return ChangeWords(lookup).text(lookup.defaultsChanged());
}

} // namespace Tempera
