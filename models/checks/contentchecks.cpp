// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checkregistry.h"
#include "models/checks/personaldata.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// `label`: the output is one of the labels, in any case; quotes and a full stop around it do not count.
class IsLabel final : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    Finding run(const CheckInput &input) const override
    {
        const auto labels = asList(input.value);
        if (!labels)
            return broken(tr("it needs a list of labels"));
        const QString said = bare(input.cell.text);
        for (const QString &label : *labels) {
            if (said.compare(bare(label), Qt::CaseInsensitive) == 0)
                return judged(true, tr("the label is %1").arg(quoted(label)));
        }
        return judged(false, tr("%1 is none of the labels").arg(quoted(said)));
    }

    static QString bare(const QString &text)
    {
        static const QRegularExpression around(uR"(^[\s"'`*“”‘’]+|[\s"'`*“”‘’.!]+$)"_s);
        return text.trimmed().remove(around);
    }
};

/// `contains-pii`: personal data is in the output, of the kinds that the value lists, or of any.
class ContainsPersonalData final : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    Finding run(const CheckInput &input) const override
    {
        const QStringList kinds = asList(input.value).value_or(personalDataKinds());
        for (const QString &kind : kinds) {
            if (!personalDataKinds().contains(kind))
                return broken(
                    tr("%1 is no kind of personal data; there are: %2").arg(quoted(kind), personalDataKinds().join(u", "_s)));
        }
        QStringList found;
        Finding finding;
        for (const PersonalDatum &datum : personalDataIn(input.cell.text, kinds)) {
            found += datum.kind;
            finding.evidence += datum.place;
        }
        found.removeDuplicates();
        const QString fact =
            found.isEmpty() ? tr("no personal data was found") : tr("personal data was found: %1").arg(found.join(u", "_s));
        const QList<AnswerSpan> places = finding.evidence;
        finding = judged(!found.isEmpty(), fact);
        finding.evidence = places;
        return finding;
    }
};

/// `number-near`: the first number in the output differs from the value by the threshold at most; without one it is equal.
class NumberNear final : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    Finding run(const CheckInput &input) const override
    {
        bool isNumber = false;
        const auto text = asText(input.value);
        const double wanted = text ? text->trimmed().toDouble(&isNumber) : 0;
        if (!isNumber)
            return broken(tr("it needs a number"));
        static const QRegularExpression form(uR"([-+−]?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)?(?:\.\d+)?(?<=\d)(?:[eE][-+]?\d+)?)"_s);
        QString found;
        for (const QRegularExpressionMatch &match : form.globalMatch(input.cell.text)) {
            if (match.capturedLength() > 0) {
                found = match.captured();
                break;
            }
        }
        if (found.isEmpty())
            return judged(false, tr("there is no number in the output"));
        const double said = found.remove(u',').replace(u'−', u'-').toDouble();
        const double difference = std::abs(said - wanted);
        return judged(difference <= input.threshold.value_or(0),
                      tr("the number is %1, the difference %2").arg(said).arg(difference));
    }
};

/// `readability`: the reading ease is at least the threshold.
class Readability final : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    Finding run(const CheckInput &input) const override
    {
        if (!input.threshold)
            return broken(tr("it needs a threshold"));
        const std::optional<double> ease = readingEase(input.cell.text);
        if (!ease)
            return notEvaluated(tr("there are no words"));
        return judged(*ease >= *input.threshold, tr("the reading ease is %1").arg(QString::number(*ease, 'f', 1)));
    }
};

} // namespace

void addContentChecks(std::vector<RegisteredCheck> &checks)
{
    checks.push_back({u"label"_s, CheckNeeds::Answer, std::make_unique<IsLabel>()});
    checks.push_back({u"contains-pii"_s, CheckNeeds::Answer, std::make_unique<ContainsPersonalData>()});
    checks.push_back({u"number-near"_s, CheckNeeds::Answer, std::make_unique<NumberNear>()});
    checks.push_back({u"readability"_s, CheckNeeds::Answer, std::make_unique<Readability>()});
}

} // namespace Tempera
