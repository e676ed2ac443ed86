// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/samplingoptions.h"

#include "app/cli/options.h"

#include <array>
#include <cstdint>
#include <limits>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// What --help says of the parameters with a number.
struct Description {
    Parameter parameter;
    const char *text;
};

constexpr std::array descriptions{
    Description{Parameter::Temperature, QT_TRANSLATE_NOOP("Cli", "0 always takes the most probable token")},
    Description{Parameter::DynatempRange,
                QT_TRANSLATE_NOOP("Cli", "Dynamic temperature: vary it by up to this with the entropy")},
    Description{Parameter::DynatempExponent, QT_TRANSLATE_NOOP("Cli", "Exponent of that mapping from the entropy; 1 = linear")},
    Description{Parameter::TopK, QT_TRANSLATE_NOOP("Cli", "Keep the K most probable tokens; 0 = all")},
    Description{Parameter::TopP, QT_TRANSLATE_NOOP("Cli", "Keep the most probable tokens up to this total probability")},
    Description{Parameter::MinP, QT_TRANSLATE_NOOP("Cli", "Keep tokens with at least this share of the best one's probability")},
    Description{Parameter::TypicalP,
                QT_TRANSLATE_NOOP("Cli", "Typical sampling: keep typically surprising tokens up to this total probability")},
    Description{Parameter::TopNSigma, QT_TRANSLATE_NOOP("Cli", "Keep logits within N standard deviations of the best")},
    Description{Parameter::XtcProbability, QT_TRANSLATE_NOOP("Cli", "How often XTC removes the top choices")},
    Description{Parameter::XtcThreshold, QT_TRANSLATE_NOOP("Cli", "XTC removes tokens above this probability")},
    Description{Parameter::RepeatPenalty, QT_TRANSLATE_NOOP("Cli", "Penalty for recent tokens; 1 = off")},
    Description{Parameter::RepeatLastN, QT_TRANSLATE_NOOP("Cli", "How many tokens count as recent; -1 = all")},
    Description{Parameter::FrequencyPenalty, QT_TRANSLATE_NOOP("Cli", "Lower a token's logit for each recent use")},
    Description{Parameter::PresencePenalty, QT_TRANSLATE_NOOP("Cli", "Lower the logit of a recently used token")},
    Description{Parameter::DryMultiplier, QT_TRANSLATE_NOOP("Cli", "DRY: penalty for continuing a repeated passage; 0 = off")},
    Description{Parameter::DryBase, QT_TRANSLATE_NOOP("Cli", "Growth of that penalty with each repeated token")},
    Description{Parameter::DryAllowedLength, QT_TRANSLATE_NOOP("Cli", "Passages up to this many tokens may be repeated")},
    Description{Parameter::DryPenaltyLastN,
                QT_TRANSLATE_NOOP("Cli", "How many tokens are searched for repeated passages; -1 = all")},
    Description{Parameter::Mirostat, QT_TRANSLATE_NOOP("Cli", "Version of Mirostat; 0 = off")},
    Description{Parameter::MirostatTau, QT_TRANSLATE_NOOP("Cli", "Surprise that Mirostat aims for, in bits")},
    Description{Parameter::MirostatEta, QT_TRANSLATE_NOOP("Cli", "Learning rate of Mirostat")},
    Description{Parameter::Seed,
                QT_TRANSLATE_NOOP("Cli", "Same seed, same random numbers: identical text with --strict, not always without")},
    Description{Parameter::MaxTokens,
                QT_TRANSLATE_NOOP("Cli", "Stop after this many tokens; -1 = no limit other than the context")},
};

/// "--top-k" for top_k.
std::string optionName(Parameter parameter)
{
    return "--" + parameterName(parameter).replace(u'_', u'-').toStdString();
}

void addNumbers(CLI::App &command, SamplingSettings &sampling)
{
    for (const auto &[parameter, description] : descriptions) {
        const NumberFacts &numbers = parameterFacts(parameter).number;
        std::visit(
            [&](auto field) {
                auto &target = sampling.*field;
                using Target = std::remove_cvref_t<decltype(target)>;
                const bool none = numbers.none.has_value();
                if constexpr (std::is_same_v<Target, std::optional<std::uint64_t>>)
                    addNumber<std::uint64_t>(command, optionName(parameter), target,
                                             {0, std::numeric_limits<std::uint64_t>::max(), none}, description);
                else if constexpr (std::is_same_v<Target, std::optional<double>>)
                    addNumber<double>(command, optionName(parameter), target, {numbers.least, numbers.most, none}, description);
                else if constexpr (std::is_same_v<Target, std::optional<int>>)
                    addNumber<int>(command, optionName(parameter), target,
                                   {static_cast<int>(numbers.least), static_cast<int>(numbers.most), none}, description);
            },
            parameterFacts(parameter).field);
    }
}

/// "top_k;temperature": llama.cpp's own way to write it; commas do as well.
void addOrder(CLI::App &command, SamplingSettings &sampling)
{
    command
        .add_option_function<std::string>(
            "--samplers",
            [&sampling](const std::string &word) {
                sampling.samplers.clear();
                QString names = QString::fromStdString(word);
                for (const QString &name : names.replace(u',', u';').split(u';', Qt::SkipEmptyParts)) {
                    const std::optional<SamplerKind> kind = samplerFromName(name.trimmed());
                    if (!kind)
                        refuse("--samplers", QCoreApplication::translate("Cli", "there is no sampler \"%1\"").arg(name));
                    sampling.samplers += *kind;
                }
            },
            text(QT_TRANSLATE_NOOP("Cli", "The samplers in their order, for example \"top_k;temperature\"")))
        ->type_name("NAMES");
}

/// "15043=-5", "Hello=2.5", "Hello=never"; the last = counts, so that a text may hold one.
LogitBias biasFrom(const QString &word)
{
    const qsizetype split = word.lastIndexOf(u'=');
    const QString value = word.sliced(split + 1);
    LogitBias made;
    bool isNumber = value == "never"_L1;
    made.bias = isNumber ? -std::numeric_limits<double>::infinity() : value.toDouble(&isNumber);
    if (split < 1 || !isNumber || std::isnan(made.bias))
        refuse("--logit-bias",
               QCoreApplication::translate("Cli", "must be ID=NUMBER or TEXT=NUMBER; \"never\" as the number bans it"));
    bool isId = false;
    made.token = word.first(split).toInt(&isId);
    if (!isId || made.token < 0) {
        made.token = -1;
        made.text = word.first(split);
    }
    return made;
}

} // namespace

void addSamplingOptions(CLI::App &command, GenerateArguments &arguments)
{
    SamplingSettings &sampling = arguments.sampling;
    addNumbers(command, sampling);
    addTexts(command, "--dry-sequence-breaker", sampling.drySequenceBreakers,
             QT_TRANSLATE_NOOP("Cli", "A repeated passage ends at this text; can be repeated"), "TEXT");
    command
        .add_option_function<std::vector<std::string>>(
            "--logit-bias",
            [&sampling](const std::vector<std::string> &words) {
                for (const std::string &word : words)
                    sampling.logitBias += biasFrom(QString::fromStdString(word));
            },
            text(QT_TRANSLATE_NOOP("Cli",
                                   "Add to the logit of a token (its id or a text), or \"never\" to ban it; can be repeated")))
        ->type_name("TOKEN=NUMBER")
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    addOrder(command, sampling);
    addText(command, "--grammar-file", arguments.grammarFile,
            QT_TRANSLATE_NOOP("Cli", "The answer follows the grammar (GBNF) in this file"), "FILE");
    addText(command, "--json-schema", arguments.schemaFile,
            QT_TRANSLATE_NOOP("Cli", "The answer is JSON that follows the schema in this file"), "FILE");
    addTexts(command, "--stop", sampling.stop, QT_TRANSLATE_NOOP("Cli", "Stop before this text; can be repeated"), "TEXT");
}

} // namespace Tempera
