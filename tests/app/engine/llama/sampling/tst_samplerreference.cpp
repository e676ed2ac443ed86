// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/model/llamamodel.h"
#include "app/engine/llama/sampling/samplerchain.h"
#include "tests/app/engine/llama/llamaserver.h"
#include "tests/support/testpaths.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

#include <cmath>
#include <map>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr int Steps = 4;
constexpr int Context = 512;

/// The built-in model, one token after the other.
class Reading
{
public:
    explicit Reading(const LlamaModel &model)
    {
        llama_context_params params = llama_context_default_params();
        params.n_ctx = Context;
        params.n_threads = params.n_threads_batch = 2;
        params.flash_attn_type = LLAMA_FLASH_ATTN_TYPE_DISABLED; // as the server is started
        m_context.reset(llama_init_from_model(model.handle(), params));
        m_vocabulary = static_cast<std::size_t>(model.vocabularySize());
    }

    /// The logits of what follows. Empty = it did not work.
    [[nodiscard]] std::vector<float> read(std::vector<llama_token> tokens)
    {
        const auto count = static_cast<std::int32_t>(tokens.size());
        if (!m_context || llama_decode(m_context.get(), llama_batch_get_one(tokens.data(), count)) != 0)
            return {};
        const float *logits = llama_get_logits_ith(m_context.get(), -1);
        return {logits, logits + m_vocabulary};
    }

private:
    LlamaContextPtr m_context;
    std::size_t m_vocabulary = 0;
};

/// The whole distribution of a chain but a ten-thousandth: each choice says how far the next one is.
std::map<int, double> sharesOf(SamplerChain &chain, const std::vector<float> &logits)
{
    std::map<int, double> shares;
    for (double u = 0; u < 1 - 1e-4;) {
        const Choice choice = chain.sample(logits, u);
        shares[choice.id] += choice.probability;
        u += choice.probability + 1e-9;
    }
    return shares;
}

/// What llama-server is told, so that nothing of its defaults is left.
QJsonObject bodyFor(const SamplingSettings &settings, const QString &prompt)
{
    QJsonObject body{{u"prompt"_s, prompt},
                     {u"n_predict"_s, Steps},
                     {u"n_probs"_s, 40},
                     {u"post_sampling_probs"_s, true},
                     {u"cache_prompt"_s, false},
                     {u"seed"_s, 11},
                     {u"temperature"_s, 1},
                     {u"top_k"_s, 0},
                     {u"top_p"_s, 1},
                     {u"min_p"_s, 0},
                     {u"repeat_penalty"_s, 1}};
    const QJsonObject own = samplingToJson(settings);
    for (auto it = own.begin(); it != own.end(); ++it)
        body.insert(it.key(), it.value());
    return body;
}

} // namespace

/// Our chains leave the distributions that llama-server's post-sampling probabilities tell of.
class TestSamplerReference : public QObject
{
    Q_OBJECT

    std::unique_ptr<LlamaModel> m_model;
    LlamaServer m_server;
    const QString m_prompt = u"The lamp is old. The lamp is good. The lamp"_s;

private Q_SLOTS:
    void initTestCase()
    {
        if (!LlamaServer::isBuilt())
            QSKIP("llama-server is not built");
        const QString path = builtInModel();
        RpcWorkers workers;
        auto model = LlamaModel::load(path, {}, workers, [](double) { return true; });
        QVERIFY(model);
        m_model = std::move(*model);
        QVERIFY2(m_server.start(path), qPrintable(m_server.why()));
    }

    void chains_data()
    {
        QTest::addColumn<SamplingSettings>("settings");
        using enum SamplerKind;
        const auto row = [](const char *name, const auto &set) {
            SamplingSettings settings;
            set(settings);
            QTest::newRow(name) << settings;
        };
        row("nothing", [](auto &) { });
        row("temperature", [](auto &s) { s.temperature = 0.6; });
        row("top-k", [](auto &s) { s.topK = 7; });
        row("top-p", [](auto &s) {
            s.topP = 0.7;
            s.temperature = 1.3;
        });
        row("min-p", [](auto &s) { s.minP = 0.08; });
        row("typical-p", [](auto &s) { s.typicalP = 0.6; });
        row("top-n-sigma", [](auto &s) {
            s.topNSigma = 1.5;
            s.temperature = 1.5;
        });
        row("XTC", [](auto &s) {
            s.xtcProbability = 1;
            s.xtcThreshold = 0.1;
            s.temperature = 1.2;
        });
        row("dynamic temperature", [](auto &s) {
            s.temperature = 0.9;
            s.dynatempRange = 0.5;
            s.dynatempExponent = 1.4;
        });
        row("penalties", [](auto &s) {
            s.repeatPenalty = 1.3;
            s.frequencyPenalty = 0.3;
            s.presencePenalty = 0.2;
        });
        row("penalties, few tokens", [](auto &s) {
            s.repeatPenalty = 1.5;
            s.repeatLastN = 3;
        });
        row("DRY", [](auto &s) {
            s.dryMultiplier = 1.5;
            s.dryBase = 1.75;
            s.dryAllowedLength = 1;
        });
        row("DRY with breakers", [](auto &s) {
            s.dryMultiplier = 2;
            s.dryAllowedLength = 1;
            s.drySequenceBreakers = {u"old"_s};
        });
        row("logit bias", [](auto &s) { s.logitBias = {{-1, u" is"_s, -3}, {40, {}, 4}, {41, {}, -HUGE_VAL}}; });
        row("mirostat 1", [](auto &s) {
            s.mirostat = 1;
            s.mirostatTau = 2;
            s.mirostatEta = 0.3;
        });
        row("mirostat 2", [](auto &s) {
            s.mirostat = 2;
            s.mirostatTau = 2;
            s.mirostatEta = 0.3;
            s.temperature = 1.2;
        });
        row("much at once", [](auto &s) {
            s.repeatPenalty = 1.2;
            s.topK = 30;
            s.typicalP = 0.9;
            s.topP = 0.9;
            s.minP = 0.02;
            s.temperature = 1.4;
        });
        row("another order", [](auto &s) {
            s.samplers = {Temperature, MinP, TopK};
            s.temperature = 1.8;
            s.minP = 0.1;
            s.topK = 10;
            s.topP = 0.2;
        });
        row("a third order", [](auto &s) {
            s.samplers = {TopP, Temperature, Penalties};
            s.topP = 0.8;
            s.temperature = 0.7;
            s.repeatPenalty = 1.4;
        });
    }

    void chains()
    {
        QFETCH(const SamplingSettings, settings);
        const QJsonObject answer = m_server.post(u"/completion"_s, bodyFor(settings, m_prompt));
        QVERIFY2(!answer.isEmpty(), qPrintable(m_server.why()));
        const QJsonArray steps = answer.value("completion_probabilities"_L1).toArray();
        QVERIFY(!steps.isEmpty());

        Result<SamplerChain> chain = SamplerChain::create(settings, {m_model->vocab(), m_model->vocabularySize(), Context});
        QVERIFY(chain);
        Reading reading(*m_model);
        std::vector<llama_token> next = m_model->tokenize(m_prompt.toStdString());
        chain->begin(next);
        int compared = 0;
        for (const QJsonValue &step : steps) {
            const std::vector<float> logits = reading.read(next);
            QVERIFY(!logits.empty());
            const std::map<int, double> ours = sharesOf(*chain, logits);
            for (const QJsonValue &each : step["top_probs"_L1].toArray()) {
                const int id = each["id"_L1].toInt();
                const double theirs = each["prob"_L1].toDouble();
                const double share = ours.contains(id) ? ours.at(id) : 0;
                QVERIFY2(std::abs(share - theirs) < 0.004 + 0.01 * theirs,
                         qPrintable(u"token %1: ours %2, theirs %3"_s.arg(id).arg(share).arg(theirs)));
                compared += theirs > 0.001;
            }
            const int chosen = step["id"_L1].toInt();
            const double probability = step["prob"_L1].toDouble();
            chain->accept(chosen, probability);
            next = {chosen};
        }
        QVERIFY(compared >= steps.size());
    }
};

QTEST_GUILESS_MAIN(TestSamplerReference)
#include "tst_samplerreference.moc"
