// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checkregistry.h"
#include "models/text/vectorsimilarity.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

enum class VectorMetric { Cosine, Dot, Euclidean };

/// `similar`: how near the meaning of the answer is to that of a text, or of one of several, by a model that makes vectors of texts.
/// Rules, default and score of promptfoo 0.123.1 (buildSimilarityResult, handleSimilar). A reply's parts are the texts in their
/// order, each with its measure as it is; of several the first one that is near enough counts, else the nearest.
class SimilarityCheck final : public AskingCheck
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    static constexpr double usualThreshold = 0.75;

public:
    explicit SimilarityCheck(VectorMetric metric) : m_metric(metric) { }

private:
    Result<JudgeQuestion> question(const CheckInput &input) const override
    {
        QStringList texts;
        if (input.value.isArray())
            texts = asList(input.value).value_or(QStringList());
        else if (const std::optional<QString> text = asText(input.value))
            texts = {*text};
        texts.removeAll(QString()); // no endpoint makes a vector of nothing
        if (texts.isEmpty())
            return failure(ErrorKind::Usage, tr("it needs a text, or a list of texts, to compare with"));
        if (input.cell.text.isEmpty())
            return failure(ErrorKind::Usage, tr("the answer is empty, and nothing has no embedding"));
        JudgeQuestion question{.messages = {{Role::User, input.cell.text}}, .schema = {}, .isForVectors = true};
        for (const QString &text : std::as_const(texts))
            question.messages += Message{Role::User, text};
        return question;
    }

    Result<JudgeReply> read(const QString &, const QJsonObject &) const override
    {
        return failure(ErrorKind::BadRequest, tr("the endpoint gave no embeddings"));
    }

    Result<JudgeReply> readVectors(const EmbeddingList &vectors) const override
    {
        if (vectors.size() < 2)
            return failure(ErrorKind::BadRequest, tr("the endpoint gave no embeddings"));
        JudgeReply given;
        for (std::size_t i = 1; i < vectors.size(); ++i) {
            const double measure = measured(vectors.front(), vectors[i]);
            if (!std::isfinite(measure))
                return failure(ErrorKind::BadRequest, tr("the embeddings cannot be compared"));
            given.parts += {false, measure, QString()};
        }
        given.score = std::ranges::max(given.parts, {}, [this](const VerdictPart &part) { return scoreOf(part.score); }).score;
        return given;
    }

    /// Only what was measured counts, so that another threshold needs no other reply.
    Finding find(const JudgeReply &reply, std::optional<double> threshold) const override
    {
        const double wanted = threshold.value_or(usualThreshold);
        QList<VerdictPart> parts = reply.parts;
        if (parts.isEmpty())
            parts += VerdictPart{false, reply.score, QString()};
        for (VerdictPart &part : parts) {
            part.passed = isNear(part.score, wanted);
            part.reason = fact(part.score, wanted);
        }
        const auto nearEnough = std::ranges::find(parts, true, &VerdictPart::passed);
        const double measure = nearEnough == parts.end() ? reply.score : nearEnough->score;
        Finding finding = judged(nearEnough != parts.end(), fact(measure, wanted));
        finding.score = scoreOf(measure);
        if (parts.size() > 1)
            finding.parts = parts;
        return finding;
    }

    [[nodiscard]] double measured(const Embedding &a, const Embedding &b) const
    {
        switch (m_metric) {
        case VectorMetric::Dot: return dotProduct(a, b);
        case VectorMetric::Euclidean: return euclideanDistance(a, b);
        case VectorMetric::Cosine: break;
        }
        return cosineSimilarity(a, b);
    }

    [[nodiscard]] bool isNear(double measure, double threshold) const
    {
        constexpr double epsilon = std::numeric_limits<double>::epsilon();
        return m_metric == VectorMetric::Euclidean ? measure <= threshold + epsilon : measure >= threshold - epsilon;
    }

    [[nodiscard]] double scoreOf(double measure) const
    {
        return m_metric == VectorMetric::Euclidean ? 1 / (1 + measure) : measure;
    }

    [[nodiscard]] QString fact(double measure, double threshold) const
    {
        const QString number = QString::number(measure, 'f', 2);
        return m_metric == VectorMetric::Euclidean ? tr("the distance is %1, the threshold %2").arg(number).arg(threshold)
                                                   : tr("the similarity is %1, the threshold %2").arg(number).arg(threshold);
    }

    VectorMetric m_metric;
};

} // namespace

void addEmbeddingChecks(std::vector<RegisteredCheck> &checks)
{
    const auto add = [&checks](QLatin1StringView type, VectorMetric metric) {
        checks.push_back({type, CheckNeeds::Embeddings, nullptr, std::make_unique<SimilarityCheck>(metric)});
    };
    add("similar"_L1, VectorMetric::Cosine);
    add("similar:cosine"_L1, VectorMetric::Cosine);
    add("similar:dot"_L1, VectorMetric::Dot);
    add("similar:euclidean"_L1, VectorMetric::Euclidean);
}

} // namespace Tempera
