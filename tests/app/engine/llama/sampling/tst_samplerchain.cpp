// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/sampling/samplerchain.h"

#include "app/engine/llama/model/llamamodel.h"
#include "models/sampling/counterrandom.h"
#include "models/sampling/tracebuilder.h"
#include "tests/app/engine/llama/tinymodel.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <random>

using namespace Tempera;

namespace {

constexpr int VocabularySize = 200;

std::vector<float> someLogits()
{
    std::vector<float> logits;
    for (std::uint32_t i = 0; i < VocabularySize; ++i)
        logits.push_back(static_cast<float>(uniformAt({.seed = 3}, i) * 8 - 4));
    return logits;
}

SamplerChain chainFor(const SamplingSettings &settings, int vocabulary = VocabularySize, const llama_vocab *vocab = nullptr)
{
    Result<SamplerChain> chain = SamplerChain::create(settings, {vocab, vocabulary, 512});
    if (!chain)
        qFatal("%s", qPrintable(chain.error().detail));
    return std::move(*chain);
}

/// What a sampler is by its definition, in doubles: the reference for llama.cpp's code and for how we call it.
class Reference
{
public:
    explicit Reference(const std::vector<float> &logits)
    {
        for (std::size_t i = 0; i < logits.size(); ++i)
            m_left.emplace_back(static_cast<int>(i), static_cast<double>(logits[i]));
        sort();
    }

    void topK(int k) { keep(static_cast<std::size_t>(k)); }
    void topP(double p)
    {
        double sum = 0;
        const std::vector<double> shares = shareList();
        for (std::size_t i = 0; i < shares.size(); ++i) {
            sum += shares[i];
            if (sum >= p)
                return keep(i + 1);
        }
    }
    void minP(double p)
    {
        std::erase_if(m_left, [&, best = m_left[0].second](const auto &each) { return std::exp(each.second - best) < p; });
    }
    void typical(double p)
    {
        const std::vector<double> shares = shareList();
        double entropy = 0;
        for (const double share : shares)
            entropy -= share * std::log(share);
        std::vector<std::size_t> order(shares.size());
        std::iota(order.begin(), order.end(), 0);
        std::ranges::stable_sort(order, {}, [&](std::size_t i) { return std::abs(-std::log(shares[i]) - entropy); });
        std::vector<std::pair<int, double>> kept;
        double sum = 0;
        for (const std::size_t i : order) {
            kept.push_back(m_left[i]);
            sum += shares[i];
            if (sum > p)
                break;
        }
        m_left = kept;
        sort();
    }
    void topNSigma(double n)
    {
        double mean = 0;
        for (const auto &each : m_left)
            mean += each.second / static_cast<double>(m_left.size());
        double variance = 0;
        for (const auto &each : m_left)
            variance += std::pow(each.second - mean, 2) / static_cast<double>(m_left.size());
        const double least = m_left[0].second - n * std::sqrt(variance);
        std::erase_if(m_left, [least](const auto &each) { return each.second < least; });
    }
    void xtc(double threshold)
    {
        const auto above = std::ranges::count_if(shareList(), [threshold](double share) { return share >= threshold; });
        if (above > 1)
            m_left.erase(m_left.begin(), m_left.begin() + (above - 1));
    }
    void temperature(double t)
    {
        for (auto &each : m_left)
            each.second /= t;
    }
    void dynamicTemperature(double t, double range, double exponent)
    {
        double entropy = 0;
        for (const double share : shareList())
            entropy -= share > 0 ? share * std::log(share) : 0;
        const double normal = entropy / std::log(static_cast<double>(m_left.size()));
        const double low = std::max(0.0, t - range);
        temperature(low + (t + range - low) * std::pow(normal, exponent));
    }
    void penalties(const std::map<int, int> &counts, double repeat, double frequency, double presence)
    {
        for (auto &[id, logit] : m_left) {
            if (!counts.contains(id))
                continue;
            logit = logit <= 0 ? logit * repeat : logit / repeat;
            logit -= counts.at(id) * frequency + presence;
        }
        sort();
    }
    void add(int token, double bias)
    {
        for (auto &[id, logit] : m_left)
            logit += id == token ? bias : 0;
        std::erase_if(m_left, [](const auto &each) { return std::isinf(each.second); });
        sort();
    }
    void mirostat2(double mu)
    {
        const std::vector<double> shares = shareList();
        const auto end = std::ranges::find_if(shares, [mu](double share) { return -std::log2(share) > mu; });
        keep(std::max<std::size_t>(1, static_cast<std::size_t>(end - shares.begin())));
    }
    void mirostat1(double mu, int vocabulary)
    {
        const std::vector<double> shares = shareList();
        double products = 0;
        double squares = 0;
        for (std::size_t i = 0; i < 99 && i + 1 < shares.size(); ++i) {
            const double t = std::log(static_cast<double>(i + 2) / static_cast<double>(i + 1));
            products += t * std::log(shares[i] / shares[i + 1]);
            squares += t * t;
        }
        const double s = products / squares;
        const double k = std::pow((s - 1) * std::pow(2, mu) / (1 - std::pow(vocabulary, -(s - 1))), 1 / s);
        keep(std::max<std::size_t>(1, static_cast<std::size_t>(k)));
    }

    [[nodiscard]] std::map<int, double> shares(double weight = 1) const
    {
        const std::vector<double> list = shareList();
        std::map<int, double> made;
        for (std::size_t i = 0; i < list.size(); ++i)
            made[m_left[i].first] = list[i] * weight;
        return made;
    }

private:
    void sort() { std::ranges::stable_sort(m_left, std::greater(), &std::pair<int, double>::second); }
    void keep(std::size_t count) { m_left.resize(std::min(count, m_left.size())); }
    [[nodiscard]] std::vector<double> shareList() const
    {
        std::vector<double> list;
        double sum = 0;
        for (const auto &each : m_left)
            sum += list.emplace_back(std::exp(each.second - m_left[0].second));
        for (double &each : list)
            each /= sum;
        return list;
    }

    std::vector<std::pair<int, double>> m_left; ///< Falling logit.
};

/// softmax(logits / T) over the k best.
std::map<int, double> expectedShares(const std::vector<float> &logits, double temperature, int k)
{
    Reference reference(logits);
    if (k > 0)
        reference.topK(k);
    reference.temperature(temperature);
    return reference.shares();
}

using Shares = std::map<int, double>;

/// XTC acts with its probability and not otherwise.
Shares mixed(const Shares &a, const Shares &b)
{
    Shares sum = a;
    for (const auto &[id, share] : b)
        sum[id] += share;
    return sum;
}

/// Upper 0.0001 quantile of the chi-square distribution, by Wilson and Hilferty.
double chiSquareLimit(int degrees)
{
    const double part = 2.0 / (9.0 * degrees);
    return degrees * std::pow(1 - part + 3.719 * std::sqrt(part), 3);
}

} // namespace

class TestSamplerChain : public QObject
{
    Q_OBJECT

    static constexpr int Draws = 20'000;

    QTemporaryDir m_folder;
    std::unique_ptr<LlamaModel> m_model; ///< Only its vocabulary is used.

    /// Chi-square of many draws against a distribution.
    static void drawsAreLike(const SamplingSettings &settings, const Shares &shares)
    {
        const std::vector<float> logits = someLogits();
        SamplerChain chain = chainFor(settings);
        std::map<int, int> counts;
        for (std::uint32_t i = 0; i < Draws; ++i)
            ++counts[chain.sample(logits, uniformAt({.seed = 12, .caseIndex = i % 5}, i)).id];
        double chiSquare = 0;
        double rareShare = 0;
        int rareCount = 0;
        int bins = 0;
        const auto add = [&](double share, int count) {
            chiSquare += std::pow(count - share * Draws, 2) / (share * Draws);
            ++bins;
        };
        for (const auto &[id, share] : shares) {
            if (share * Draws >= 5) {
                add(share, counts[id]);
            } else { // too few to expect anything of one alone
                rareShare += share;
                rareCount += counts[id];
            }
        }
        if (rareShare * Draws >= 5)
            add(rareShare, rareCount);
        for (const auto &[id, count] : counts)
            QVERIFY2(count == 0 || shares.contains(id), qPrintable(QStringLiteral("%1 was drawn that was cut").arg(id)));
        if (bins < 2)
            return;
        QVERIFY2(chiSquare < chiSquareLimit(bins - 1), qPrintable(QStringLiteral("%1 with %2 bins").arg(chiSquare).arg(bins)));
    }

    /// The whole distribution of a chain: each choice says how far the next one is.
    static Shares sharesOf(SamplerChain &chain, const std::vector<float> &logits)
    {
        Shares shares;
        for (double u = 0; u < 1 - 1e-9;) {
            const Choice choice = chain.sample(logits, u);
            shares[choice.id] += choice.probability;
            u += std::max(choice.probability, 1e-12) + 1e-10;
        }
        return shares;
    }

    static void compareShares(SamplerChain &chain, const std::vector<float> &logits, const Shares &expected)
    {
        const Shares shares = sharesOf(chain, logits);
        for (const auto &[id, share] : expected) {
            if (share > 1e-6)
                QVERIFY2(shares.contains(id) && std::abs(shares.at(id) - share) < 1e-4 * share + 1e-6,
                         qPrintable(QString::number(id)));
        }
        for (const auto &[id, share] : shares)
            QVERIFY2(expected.contains(id), qPrintable(QString::number(id)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        TinyModel tiny;
        tiny.pieces = {QStringLiteral("Hello")};
        const QString path = m_folder.filePath(QStringLiteral("tiny.gguf"));
        QVERIFY(tiny.write(path));
        RpcWorkers workers;
        auto model = LlamaModel::load(path, {}, workers, [](double) { return true; });
        QVERIFY(model);
        m_model = std::move(*model);
    }

    void frequenciesAreSoftmax_data()
    {
        QTest::addColumn<double>("temperature");
        QTest::addColumn<int>("k");
        for (const double temperature : {0.3, 0.7, 1.0, 1.8}) {
            for (const int k : {0, 2, 5, 40, 150})
                QTest::addRow("T %.1f k %d", temperature, k) << temperature << k;
        }
    }

    void frequenciesAreSoftmax()
    {
        QFETCH(const double, temperature);
        QFETCH(const int, k);
        SamplingSettings settings;
        settings.temperature = temperature;
        if (k > 0)
            settings.topK = k;
        drawsAreLike(settings, expectedShares(someLogits(), temperature, k));
    }

    void everySampler_data()
    {
        QTest::addColumn<SamplingSettings>("settings");
        QTest::addColumn<Shares>("shares");
        const auto row = [](const char *name, const auto &set, const auto &refer) {
            SamplingSettings settings;
            set(settings);
            QTest::newRow(name) << settings << refer();
        };
        const auto after = [](const auto &steps, double weight = 1) {
            Reference reference(someLogits());
            steps(reference);
            return reference.shares(weight);
        };
        row("typical-p", [](auto &s) { s.typicalP = 0.6; }, [&] { return after([](auto &r) { r.typical(0.6); }); });
        row("top-n-sigma", [](auto &s) { s.topNSigma = 1.2; }, [&] { return after([](auto &r) { r.topNSigma(1.2); }); });
        row("top-p", [](auto &s) { s.topP = 0.8; }, [&] { return after([](auto &r) { r.topP(0.8); }); });
        row("min-p", [](auto &s) { s.minP = 0.2; }, [&] { return after([](auto &r) { r.minP(0.2); }); });
        row(
            "top-n-sigma, typical-p",
            [](auto &s) {
                s.topNSigma = 1.5;
                s.typicalP = 0.5;
            },
            [&] {
                return after([](auto &r) {
                    r.topNSigma(1.5);
                    r.typical(0.5);
                });
            });
        row(
            "XTC",
            [](auto &s) {
                s.xtcProbability = 0.4;
                s.xtcThreshold = 0.02;
            },
            [&] { return mixed(after([](auto &r) { r.xtc(0.02); }, 0.4), after([](auto &) {}, 0.6)); });
        row(
            "XTC always",
            [](auto &s) {
                s.xtcProbability = 1;
                s.xtcThreshold = 0.02;
            },
            [&] { return after([](auto &r) { r.xtc(0.02); }); });
        row(
            "dynamic temperature",
            [](auto &s) {
                s.temperature = 0.8;
                s.dynatempRange = 0.6;
                s.dynatempExponent = 1.5;
            },
            [&] { return after([](auto &r) { r.dynamicTemperature(0.8, 0.6, 1.5); }); });
        row(
            "dynamic range alone", [](auto &s) { s.dynatempRange = 0.5; },
            [&] { return after([](auto &r) { r.dynamicTemperature(1, 0.5, 1); }); });
        row(
            "logit bias", [](auto &s) { s.logitBias = {{3, {}, 4}, {5, {}, -HUGE_VAL}}; },
            [&] {
                return after([](auto &r) {
                    r.add(3, 4);
                    r.add(5, -HUGE_VAL);
                });
            });
        row(
            "mirostat 2",
            [](auto &s) {
                s.mirostat = 2;
                s.mirostatTau = 2.5;
            },
            [&] { return after([](auto &r) { r.mirostat2(5); }); });
        row(
            "mirostat 2 hot",
            [](auto &s) {
                s.mirostat = 2;
                s.mirostatTau = 2.5;
                s.temperature = 1.5;
                s.topK = 1;
            },
            [&] {
                return after([](auto &r) {
                    r.temperature(1.5);
                    r.mirostat2(5);
                });
            });
        row(
            "mirostat 1",
            [](auto &s) {
                s.mirostat = 1;
                s.mirostatTau = 3;
            },
            [&] { return after([](auto &r) { r.mirostat1(6, VocabularySize); }); });
        row(
            "the default order",
            [](auto &s) {
                s.topK = 40;
                s.topP = 0.9;
                s.minP = 0.1;
                s.temperature = 1.6;
                s.typicalP = 0.9;
            },
            [&] {
                return after([](auto &r) {
                    r.topK(40);
                    r.typical(0.9);
                    r.topP(0.9);
                    r.minP(0.1);
                    r.temperature(1.6);
                });
            });
        using enum SamplerKind;
        row(
            "temperature before the cuts",
            [](auto &s) {
                s.samplers = {Temperature, TopP, TopK};
                s.temperature = 1.7;
                s.topP = 0.7;
                s.topK = 12;
                s.minP = 0.9;
            },
            [&] {
                return after([](auto &r) {
                    r.temperature(1.7);
                    r.topP(0.7);
                    r.topK(12);
                });
            });
        row(
            "XTC before top-k",
            [](auto &s) {
                s.samplers = {MinP, Xtc, Temperature, TopK};
                s.minP = 0.02;
                s.xtcProbability = 1;
                s.xtcThreshold = 0.03;
                s.temperature = 0.6;
                s.topK = 6;
                s.topP = 0.1;
            },
            [&] {
                return after([](auto &r) {
                    r.minP(0.02);
                    r.xtc(0.03);
                    r.temperature(0.6);
                    r.topK(6);
                });
            });
    }

    void everySampler()
    {
        QFETCH(const SamplingSettings, settings);
        QFETCH(const Shares, shares);
        drawsAreLike(settings, shares);
    }

    void penaltiesAreLikeTheirFormula()
    {
        SamplingSettings settings;
        settings.repeatPenalty = 1.3;
        settings.frequencyPenalty = 0.4;
        settings.presencePenalty = 0.2;
        settings.repeatLastN = 4;
        SamplerChain chain = chainFor(settings);
        chain.begin(std::vector<llama_token>{9, 9, 9, 7, 7}); // the first is too far back
        Reference reference(someLogits());
        reference.penalties({{9, 2}, {7, 2}}, 1.3, 0.4, 0.2);
        compareShares(chain, someLogits(), reference.shares());
        chain.accept(11);
        Reference later(someLogits());
        later.penalties({{9, 1}, {7, 2}, {11, 1}}, 1.3, 0.4, 0.2);
        compareShares(chain, someLogits(), later.shares());
    }

    void dryLowersWhatGoesOnWithARepetition()
    {
        const int vocabulary = m_model->vocabularySize();
        const std::vector<float> logits(static_cast<std::size_t>(vocabulary), 0.0F);
        const auto byte = [](char c) { return TinyModel::FirstByte + static_cast<unsigned char>(c); };
        SamplingSettings settings;
        settings.dryMultiplier = 0.5;
        settings.dryBase = 2;
        const std::vector<llama_token> seen{byte('a'), byte('b'), byte('c'), byte('d'),
                                            byte('e'), byte('a'), byte('b'), byte('c')};
        const auto probabilityOf = [&](const SamplingSettings &each, int token) {
            SamplerChain chain = chainFor(each, vocabulary, m_model->vocab());
            chain.begin(seen);
            return sharesOf(chain, logits)[token];
        };
        // Three tokens are repeated, two are free: the fourth costs 0.5 · 2^(3 − 2).
        const double rest = vocabulary - 1;
        QVERIFY(std::abs(probabilityOf(settings, byte('d')) - std::exp(-1.0) / (rest + std::exp(-1.0))) < 1e-6);
        settings.dryAllowedLength = 3;
        QVERIFY(std::abs(probabilityOf(settings, byte('d')) - std::exp(-0.5) / (rest + std::exp(-0.5))) < 1e-6);
        settings.dryAllowedLength = 4;
        QVERIFY(std::abs(probabilityOf(settings, byte('d')) - 1.0 / vocabulary) < 1e-6);
        settings.dryAllowedLength = 2;
        settings.drySequenceBreakers = {QStringLiteral("b")}; // the repetition begins anew behind it
        QVERIFY(std::abs(probabilityOf(settings, byte('d')) - 1.0 / vocabulary) < 1e-6);
        settings.drySequenceBreakers.clear();
        settings.dryPenaltyLastN = 0;
        QVERIFY(std::abs(probabilityOf(settings, byte('d')) - 1.0 / vocabulary) < 1e-6);
    }

    /// The bound moves by η · (surprise − τ); a surprise of 2 bits against 3 raises it by half a bit.
    void mirostatFollowsWhatWasChosen()
    {
        SamplingSettings settings;
        settings.mirostat = 2;
        settings.mirostatTau = 3;
        settings.mirostatEta = 0.5;
        SamplerChain chain = chainFor(settings);
        chain.accept(1, 0.25); // a given beginning
        Reference reference(someLogits());
        reference.mirostat2(6.5);
        compareShares(chain, someLogits(), reference.shares());
        const Choice choice = chain.sample(someLogits(), 0.5);
        chain.accept(choice.id);
        Reference later(someLogits());
        later.mirostat2(6.5 - 0.5 * (-std::log2(choice.probability) - 3));
        compareShares(chain, someLogits(), later.shares());
    }

    void greedyStillObeysBiasesAndPenalties()
    {
        const std::vector<float> logits = someLogits();
        const int best = static_cast<int>(std::ranges::max_element(logits) - logits.begin());
        SamplingSettings settings;
        settings.temperature = 0;
        settings.xtcProbability = 1;
        settings.xtcThreshold = 0;
        QCOMPARE(chainFor(settings).sample(logits, 0.5).id, best);
        settings.logitBias = {{best, {}, -HUGE_VAL}};
        const int second = chainFor(settings).sample(logits, 0.5).id;
        QVERIFY(second != best);
        const int third = (best + 1) % VocabularySize;
        settings.logitBias.append(LogitBias{third, {}, 100});
        QCOMPARE(chainFor(settings).sample(logits, 0.5).id, third);
        settings.samplers = {SamplerKind::TopK}; // temperature is not in the order: it does nothing
        settings.logitBias.clear();
        QVERIFY(chainFor(settings).sample(logits, 0.9).id != chainFor(settings).sample(logits, 0.0).id);
    }

    void biasesThatCannotBeUsed()
    {
        SamplingSettings settings;
        settings.logitBias = {{VocabularySize, {}, 1}};
        const Result<SamplerChain> chain = SamplerChain::create(settings, {nullptr, VocabularySize, 512});
        QVERIFY(!chain);
        QCOMPARE(chain.error().kind, ErrorKind::BadRequest);
        QCOMPARE(chain.error().parameter, QStringLiteral("logit_bias"));
    }

    void biasByText()
    {
        const int vocabulary = m_model->vocabularySize();
        const std::vector<float> logits(static_cast<std::size_t>(vocabulary), 0.0F);
        SamplingSettings settings;
        settings.temperature = 0;
        settings.logitBias = {{-1, QStringLiteral("Hello"), 2}};
        const Choice choice = chainFor(settings, vocabulary, m_model->vocab()).sample(logits, 0.5);
        QVERIFY(QByteArray("\xe2\x96\x81Hello Hello").contains(m_model->piece(choice.id)));
    }

    /// The distribution is the one after the grammar, not a mixture of two draws.
    void grammarCutsBeforeTheChoice()
    {
        const int vocabulary = m_model->vocabularySize();
        std::vector<float> logits;
        for (int i = 0; i < vocabulary; ++i)
            logits.push_back(static_cast<float>(uniformAt({.seed = 5}, static_cast<std::uint32_t>(i)) * 4));
        SamplingSettings settings;
        settings.grammar = QStringLiteral("root ::= [ab] [c]");
        SamplerChain chain = chainFor(settings, vocabulary, m_model->vocab());
        const auto byte = [](char c) { return TinyModel::FirstByte + static_cast<unsigned char>(c); };
        const double a = std::exp(logits[static_cast<std::size_t>(byte('a'))]);
        const double b = std::exp(logits[static_cast<std::size_t>(byte('b'))]);
        compareShares(chain, logits, {{byte('a'), a / (a + b)}, {byte('b'), b / (a + b)}});
        chain.accept(chain.sample(logits, 0.5).id);
        compareShares(chain, logits, {{byte('c'), 1.0}});
        chain.accept(byte('c')); // known to fit though nothing was drawn
        compareShares(chain, logits, {{TinyModel::Eos, 1.0}});
        settings.temperature = 0;
        QCOMPARE(chainFor(settings, vocabulary, m_model->vocab()).sample(logits, 0.5).id, a > b ? byte('a') : byte('b'));
    }

    void aBeginningThatDoesNotFitEndsTheGrammar()
    {
        const int vocabulary = m_model->vocabularySize();
        const std::vector<float> logits(static_cast<std::size_t>(vocabulary), 0.0F);
        SamplingSettings settings;
        settings.grammar = QStringLiteral("root ::= \"ab\"");
        SamplerChain chain = chainFor(settings, vocabulary, m_model->vocab());
        chain.accept(TinyModel::FirstByte + 'x');
        QCOMPARE(chain.sample(logits, 0.5).id, -1);
        QCOMPARE(chain.choiceError({}).kind, ErrorKind::BadRequest);
    }

    void brokenGrammars_data()
    {
        QTest::addColumn<QString>("grammar");
        QTest::addColumn<QString>("schema");
        QTest::addColumn<QString>("cause");
        QTest::addColumn<int>("line");
        const QString none;
        QTest::newRow("no rule") << QStringLiteral("hello") << none << QStringLiteral("::=") << 1;
        QTest::newRow("third line") << QStringLiteral("root ::= a\na ::= \"x\"\nb := c\n") << none << QStringLiteral("::=") << 3;
        QTest::newRow("open text") << QStringLiteral("root ::= \"x") << none << QStringLiteral("closed") << 1;
        QTest::newRow("missing rule") << QStringLiteral("root ::= a b\na ::= \"x\"") << none << QStringLiteral("\"b\"") << 1;
        QTest::newRow("no root") << QStringLiteral("a ::= \"x\"") << none << QStringLiteral("root") << 1;
        QTest::newRow("left recursion") << QStringLiteral("root ::= root \"x\" | \"y\"") << none << QStringLiteral("recursion")
                                        << 1;
        QTest::newRow("deep") << QStringLiteral("root ::= ") + QString(100'000, QLatin1Char('(')) << none
                              << QStringLiteral("deep") << 1;
        QTest::newRow("schema syntax") << none << QStringLiteral("{\"type\": }") << QString() << 0;
        QTest::newRow("schema list") << none << QStringLiteral("[]") << QStringLiteral("object") << 0;
        QTest::newRow("schema reference") << none << QStringLiteral("{\"$ref\": \"#/nowhere\"}") << QStringLiteral("nowhere")
                                          << 0;
        QTest::newRow("schema type") << none << QStringLiteral("{\"type\": \"elephant\"}") << QString() << 0;
        QTest::newRow("deep schema") << none << QString(100'000, QLatin1Char('[')) << QStringLiteral("deep") << 0;
    }
    void brokenGrammars()
    {
        QFETCH(QString, grammar);
        QFETCH(QString, schema);
        QFETCH(QString, cause);
        QFETCH(int, line);
        SamplingSettings settings;
        settings.grammar = grammar;
        settings.jsonSchema = schema;
        const auto chain = SamplerChain::create(settings, {m_model->vocab(), m_model->vocabularySize(), 512});
        QVERIFY(!chain);
        QCOMPARE(chain.error().kind, ErrorKind::BadRequest);
        QCOMPARE(chain.error().parameter, schema.isEmpty() ? QStringLiteral("grammar") : QStringLiteral("json_schema"));
        QVERIFY2(chain.error().detail.contains(cause) && !chain.error().detail.isEmpty(), qPrintable(chain.error().detail));
        QCOMPARE(chain.error().line, line);
    }

    void probabilityIsThatOfTheChain()
    {
        const std::vector<float> logits = someLogits();
        SamplingSettings settings;
        settings.temperature = 0.7;
        settings.topK = 5;
        SamplerChain chain = chainFor(settings);
        const auto shares = expectedShares(logits, 0.7, 5);
        for (double u = 0.05; u < 1; u += 0.1) {
            const Choice choice = chain.sample(logits, u);
            QVERIFY(std::abs(choice.probability - shares.at(choice.id)) < 1e-5);
        }
    }

    void unsetMeansTemperatureOneAndNothingCut()
    {
        const std::vector<float> logits = someLogits();
        SamplerChain unset = chainFor({});
        SamplingSettings one;
        one.temperature = 1;
        one.topP = 1;
        one.minP = 0;
        one.topK = 0;
        SamplerChain plain = chainFor(one);
        const auto shares = expectedShares(logits, 1, 0);
        for (double u = 0; u < 1; u += 0.01) {
            const Choice choice = unset.sample(logits, u);
            QCOMPARE(plain.sample(logits, u).id, choice.id);
            QVERIFY(std::abs(choice.probability - shares.at(choice.id)) < 1e-5);
        }
    }

    /// A large vocabulary goes shorter ways (no list of all, only the likeliest listed); the choice stays the same.
    void shortWaysChooseTheSame_data()
    {
        QTest::addColumn<double>("temperature");
        QTest::addColumn<int>("k");
        for (const double temperature : {0.4, 1.0, 1.7}) {
            for (const int k : {0, 1, 40, 300, 49'152, 1'000'000})
                QTest::addRow("T %.1f, top-k %d", temperature, k) << temperature << k;
        }
    }
    void shortWaysChooseTheSame()
    {
        QFETCH(double, temperature);
        QFETCH(int, k);
        constexpr int Vocabulary = 49'152;
        std::mt19937 random(4); // NOLINT: the same every time
        std::normal_distribution<float> normal(0, 3);
        std::vector<float> logits(Vocabulary);
        std::ranges::generate(logits, [&] { return normal(random); });
        SamplingSettings settings;
        settings.temperature = temperature;
        if (k > 0)
            settings.topK = k;
        SamplerChain quick = chainFor(settings, Vocabulary);
        settings.topNSigma = 1e6; // cuts nothing, but comes first and wants the whole vocabulary
        SamplerChain whole = chainFor(settings, Vocabulary);
        for (double u = 0; u < 1; u += 0.02) {
            const Choice choice = quick.sample(logits, u);
            QCOMPARE(choice.id, whole.sample(logits, u).id);
            QVERIFY(std::abs(choice.probability / whole.sample(logits, u).probability - 1) < 1e-9);
        }
        // With a trace's candidates at hand it is the very same.
        TokenTrace trace;
        TraceBuilder().build(logits, trace);
        for (double u = 0; u < 1; u += 0.02) {
            const Choice alone = quick.sample(logits, u);
            const Choice helped = quick.sample(logits, u, trace.candidates);
            QCOMPARE(helped.id, alone.id);
            QCOMPARE(helped.probability, alone.probability);
        }
    }

    void knownCandidatesChangeNothing_data()
    {
        QTest::addColumn<double>("temperature");
        QTest::addColumn<int>("k");
        QTest::addColumn<int>("levels"); // few = many equal logits
        for (const int levels : {1, 2, 9, 1'000'000}) {
            for (const int k : {1, 4, 9, 40, 5'000}) {
                for (const double temperature : {0.0, 0.7, 1.5})
                    QTest::addRow("T %.1f, top-k %d, %d levels", temperature, k, levels) << temperature << k << levels;
            }
        }
    }
    /// Not even where several tokens are equally likely.
    void knownCandidatesChangeNothing()
    {
        QFETCH(double, temperature);
        QFETCH(int, k);
        QFETCH(int, levels);
        constexpr int Vocabulary = 4'800;
        std::mt19937 random(9); // NOLINT: the same every time
        std::uniform_int_distribution<int> level(1, levels);
        std::vector<float> logits(Vocabulary);
        std::ranges::generate(logits, [&] { return 8.0F * static_cast<float>(level(random)) / static_cast<float>(levels); });
        SamplingSettings settings;
        settings.temperature = temperature;
        settings.topK = k;
        settings.topP = 0.8;
        TokenTrace trace;
        TraceBuilder().build(logits, trace);
        SamplerChain chain = chainFor(settings, Vocabulary);
        for (double u = 0; u < 1; u += 0.04) {
            const Choice alone = chain.sample(logits, u);
            const Choice helped = chain.sample(logits, u, trace.candidates);
            QCOMPARE(helped.id, alone.id);
            QCOMPARE(helped.probability, alone.probability);
        }
    }

    void zeroTemperatureIsGreedy()
    {
        const std::vector<float> logits = someLogits();
        const auto best = static_cast<int>(std::ranges::max_element(logits) - logits.begin());
        SamplingSettings settings;
        settings.temperature = 0;
        settings.topK = 7;
        SamplerChain chain = chainFor(settings);
        for (const double u : {0.0, 0.5, 0.999})
            QCOMPARE(chain.sample(logits, u).id, best);
        QCOMPARE(chain.sample(logits, 0.5).probability, 1.0);
    }

    void topPAndMinPCut()
    {
        const std::vector<float> logits{2.0F, 1.0F, 0.0F, -1.0F};
        const auto reachable = [&logits](const SamplingSettings &settings) {
            SamplerChain chain = chainFor(settings, 4);
            std::map<int, int> seen;
            for (double u = 0; u < 1; u += 0.001)
                ++seen[chain.sample(logits, u).id];
            return static_cast<int>(seen.size());
        };
        SamplingSettings settings; // shares 0.644, 0.237, 0.087, 0.032
        QCOMPARE(reachable(settings), 4);
        settings.topP = 0.7;
        QCOMPARE(reachable(settings), 2);
        settings.topP.reset();
        settings.minP = 0.1;
        QCOMPARE(reachable(settings), 3);
        settings.minP = 0.5;
        QCOMPARE(reachable(settings), 1);
    }

    void penaltiesRemember()
    {
        const std::vector<float> logits{2.0F, 1.9F, 0.0F};
        SamplingSettings settings;
        settings.temperature = 0;
        settings.repeatPenalty = 1.5;
        SamplerChain chain = chainFor(settings, 3);
        QCOMPARE(chain.sample(logits, 0).id, 0);
        chain.accept(0);
        QCOMPARE(chain.sample(logits, 0).id, 1);
        chain.accept(1);
        QCOMPARE(chain.sample(logits, 0).id, 0); // 2.0 / 1.5 against 1.9 / 1.5
    }

    void noNumbersNoChoice()
    {
        const std::vector<float> broken(4, std::nanf(""));
        QCOMPARE(chainFor({}, 4).sample(broken, 0.5).id, -1);
        SamplingSettings settings;
        settings.topK = 2;
        settings.typicalP = 0.5;
        QCOMPARE(chainFor(settings, 4).sample(broken, 0.5).id, -1);
        settings.logitBias = {{0, {}, -HUGE_VAL}, {1, {}, -HUGE_VAL}};
        QCOMPARE(chainFor(settings, 2).sample(std::vector<float>{1, 2}, 0.5).id, -1);
    }
};

QTEST_GUILESS_MAIN(TestSamplerChain)
#include "tst_samplerchain.moc"
