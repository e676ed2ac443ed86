// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checkregistry.h"

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Several texts of which all, or any one, must be in the output.
class ContainsList final : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
public:
    enum class Need { All, Any };
    ContainsList(Need need, Qt::CaseSensitivity sensitivity) : m_need(need), m_sensitivity(sensitivity) { }

private:
    Finding run(const CheckInput &input) const override
    {
        const auto wanted = asList(input.value);
        if (!wanted)
            return broken(tr("it needs a list of texts"));
        QStringList missing;
        for (const QString &text : *wanted) {
            if (!input.cell.text.contains(text, m_sensitivity))
                missing.append(quoted(text));
        }
        if (m_need == Need::All) {
            return judged(missing.isEmpty(), missing.isEmpty() ? tr("all expected texts were found")
                                                               : tr("not found: %1").arg(missing.join(u", "_s)));
        }
        const bool any = missing.size() < wanted->size();
        return judged(any, any ? tr("one of the expected texts was found") : tr("none of the expected texts was found"));
    }

    const Need m_need;
    const Qt::CaseSensitivity m_sensitivity;
};

} // namespace

void addListChecks(std::vector<RegisteredCheck> &checks)
{
    using Need = ContainsList::Need;
    checks.push_back({u"contains-all"_s, CheckNeeds::Answer, std::make_unique<ContainsList>(Need::All, Qt::CaseSensitive)});
    checks.push_back({u"contains-any"_s, CheckNeeds::Answer, std::make_unique<ContainsList>(Need::Any, Qt::CaseSensitive)});
    checks.push_back({u"icontains-all"_s, CheckNeeds::Answer, std::make_unique<ContainsList>(Need::All, Qt::CaseInsensitive)});
    checks.push_back({u"icontains-any"_s, CheckNeeds::Answer, std::make_unique<ContainsList>(Need::Any, Qt::CaseInsensitive)});
}

} // namespace Tempera
