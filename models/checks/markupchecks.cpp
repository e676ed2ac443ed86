// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checkregistry.h"
#include "models/checks/markup.h"

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// `is-xml` and `contains-xml`: the output is XML, or has some, with the elements that the value names.
class XmlCheck final : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
public:
    explicit XmlCheck(bool isWhole) : m_isWhole(isWhole) { }

private:
    Finding run(const CheckInput &input) const override
    {
        QJsonValue value = input.value;
        if (value.isObject() && value.toObject().isEmpty())
            value = QJsonValue();
        if (value.isObject())
            value = value.toObject().value("requiredElements"_L1);
        const bool isEmpty =
            value.isNull() || (value.isString() && value.toString().isEmpty()) || (value.isArray() && value.toArray().isEmpty());
        const auto required = isEmpty ? std::optional(QStringList()) : asList(value);
        if (!required)
            return broken(tr("it needs the paths of elements, or nothing"));
        if (m_isWhole) {
            const QString fault = xmlFault(input.cell.text, *required);
            return judged(fault.isEmpty(), fault.isEmpty() ? tr("the output is XML") : fault);
        }
        const bool has = hasXml(input.cell.text, *required);
        return judged(has, has                   ? tr("the output contains XML")
                           : required->isEmpty() ? tr("the output contains no XML")
                                                 : tr("the output contains no XML with these elements"));
    }

    const bool m_isWhole;
};

/// `is-html` and `contains-html`.
class HtmlCheck final : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
public:
    explicit HtmlCheck(bool isWhole) : m_isWhole(isWhole) { }

private:
    Finding run(const CheckInput &input) const override
    {
        if (m_isWhole) {
            const QString fault = htmlFault(input.cell.text);
            return judged(fault.isEmpty(), fault.isEmpty() ? tr("the output is HTML") : fault);
        }
        const bool has = hasHtml(input.cell.text);
        return judged(has, has ? tr("the output contains HTML") : tr("the output contains no HTML"));
    }

    const bool m_isWhole;
};

} // namespace

void addMarkupChecks(std::vector<RegisteredCheck> &checks)
{
    checks.push_back({u"is-xml"_s, CheckNeeds::Answer, std::make_unique<XmlCheck>(true)});
    checks.push_back({u"contains-xml"_s, CheckNeeds::Answer, std::make_unique<XmlCheck>(false)});
    checks.push_back({u"is-html"_s, CheckNeeds::Answer, std::make_unique<HtmlCheck>(true)});
    checks.push_back({u"contains-html"_s, CheckNeeds::Answer, std::make_unique<HtmlCheck>(false)});
}

} // namespace Tempera
