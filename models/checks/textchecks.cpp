// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checkregistry.h"

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// `equals`: the same text; a map or list is compared with the output read as JSON.
class Equals final : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    Finding run(const CheckInput &input) const override
    {
        if (input.value.isArray() || input.value.isObject())
            return compareJson(input);
        const auto expected = asText(input.value);
        if (!expected)
            return broken(tr("it needs a value"));
        const bool same = input.cell.text == *expected;
        return judged(same, same ? tr("the output is the expected text") : tr("the output is not %1").arg(quoted(*expected)));
    }

    static Finding compareJson(const CheckInput &input)
    {
        const QJsonValue &output = input.json.value();
        if (output.isUndefined())
            return judged(false, tr("the output is not JSON"));
        const bool same = output == input.value;
        return judged(same, same ? tr("the output is the expected JSON") : tr("the output is different JSON"));
    }
};

/// A text that is looked for in the output.
class SearchCheck : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
public:
    explicit SearchCheck(Qt::CaseSensitivity sensitivity) : m_sensitivity(sensitivity) { }

    Finding run(const CheckInput &input) const final
    {
        const auto wanted = asText(input.value);
        if (!wanted || wanted->isEmpty())
            return broken(tr("it needs a text that is not empty"));
        return search(input.cell.text, *wanted);
    }

protected:
    [[nodiscard]] virtual Finding search(const QString &output, const QString &wanted) const = 0;
    const Qt::CaseSensitivity m_sensitivity;
};

class Contains final : public SearchCheck
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    Finding search(const QString &output, const QString &wanted) const override
    {
        const qsizetype at = output.indexOf(wanted, 0, m_sensitivity);
        if (at < 0)
            return judged(false, tr("the text %1 was not found").arg(quoted(wanted)));
        Finding found = judged(true, tr("the text %1 was found").arg(quoted(wanted)));
        found.evidence += AnswerSpan{at, wanted.size()};
        return found;
    }

public:
    explicit Contains(Qt::CaseSensitivity sensitivity) : SearchCheck(sensitivity) { }
};

class StartsWith final : public SearchCheck
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
public:
    StartsWith() : SearchCheck(Qt::CaseSensitive) { }

private:
    Finding search(const QString &output, const QString &wanted) const override
    {
        const bool found = output.startsWith(wanted);
        return judged(found, found ? tr("the output begins with %1").arg(quoted(wanted))
                                   : tr("the output does not begin with %1").arg(quoted(wanted)));
    }
};

class EndsWith final : public SearchCheck
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
public:
    EndsWith() : SearchCheck(Qt::CaseSensitive) { }

private:
    Finding search(const QString &output, const QString &wanted) const override
    {
        const bool found = output.endsWith(wanted);
        return judged(found, found ? tr("the output ends with %1").arg(quoted(wanted))
                                   : tr("the output does not end with %1").arg(quoted(wanted)));
    }
};

} // namespace

void addTextChecks(std::vector<RegisteredCheck> &checks)
{
    checks.push_back({u"equals"_s, CheckNeeds::Json, std::make_unique<Equals>()});
    checks.push_back({u"contains"_s, CheckNeeds::Answer, std::make_unique<Contains>(Qt::CaseSensitive)});
    checks.push_back({u"icontains"_s, CheckNeeds::Answer, std::make_unique<Contains>(Qt::CaseInsensitive)});
    checks.push_back({u"starts-with"_s, CheckNeeds::Answer, std::make_unique<StartsWith>()});
    checks.push_back({u"ends-with"_s, CheckNeeds::Answer, std::make_unique<EndsWith>()});
}

} // namespace Tempera
