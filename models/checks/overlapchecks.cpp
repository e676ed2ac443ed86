// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checkregistry.h"
#include "models/checks/textoverlap.h"

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr double mostMeteorSteps = 50'000'000; // some tenths of a second

/// `rouge-n`, `bleu`, `gleu` and `meteor`: at least the threshold of what the output has in common with reference texts.
class OverlapCheck final : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
public:
    enum class Measure { Rouge, Bleu, Gleu, Meteor };
    explicit OverlapCheck(Measure measure) : m_measure(measure) { }

private:
    Finding run(const CheckInput &input) const override
    {
        const std::optional<QStringList> references = referencesOf(input.value);
        if (!references)
            return broken(m_measure == Measure::Rouge ? tr("it needs a text") : tr("it needs a text or a list of texts"));
        if (m_measure == Measure::Meteor && meteorSteps(input.cell.text, *references) > mostMeteorSteps)
            return broken(tr("the texts are too long to compare"));
        const double score = scoreOf(input, *references);
        const double threshold = input.threshold.value_or(m_measure == Measure::Rouge ? 0.75 : 0.5);
        return {score >= threshold ? Outcome::Pass : Outcome::Fail, score,
                tr("the score is %1, the threshold %2").arg(QString::number(score, 'f', 4)).arg(threshold)};
    }

    /// ROUGE compares with one text only, as in promptfoo.
    [[nodiscard]] std::optional<QStringList> referencesOf(const QJsonValue &value) const
    {
        if (!value.isArray()) {
            const auto text = asText(value);
            return text ? std::optional(QStringList{*text}) : std::nullopt;
        }
        return m_measure == Measure::Rouge ? std::nullopt : asList(value);
    }

    [[nodiscard]] double scoreOf(const CheckInput &input, const QStringList &references) const
    {
        const QString &output = input.cell.text;
        switch (m_measure) {
        case Measure::Rouge: return rougeScore(output, references.constFirst());
        case Measure::Bleu: return bleuScore(output, references);
        case Measure::Gleu: return gleuScore(output, references);
        case Measure::Meteor: break;
        }
        const auto weight = [&input](QLatin1StringView name, double usual) { return input.options.value(name).toDouble(usual); };
        return meteorScore(output, references, {weight("alpha"_L1, 0.9), weight("beta"_L1, 3), weight("gamma"_L1, 0.5)});
    }

    const Measure m_measure;
};

} // namespace

void addOverlapChecks(std::vector<RegisteredCheck> &checks)
{
    using Measure = OverlapCheck::Measure;
    checks.push_back({u"rouge-n"_s, CheckNeeds::Answer, std::make_unique<OverlapCheck>(Measure::Rouge)});
    checks.push_back({u"bleu"_s, CheckNeeds::Answer, std::make_unique<OverlapCheck>(Measure::Bleu)});
    checks.push_back({u"gleu"_s, CheckNeeds::Answer, std::make_unique<OverlapCheck>(Measure::Gleu)});
    checks.push_back({u"meteor"_s, CheckNeeds::Answer, std::make_unique<OverlapCheck>(Measure::Meteor)});
}

} // namespace Tempera
