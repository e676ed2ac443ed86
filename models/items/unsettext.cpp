// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/unsettext.h"

#include "models/items/numbertext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

class UnsetWords
{
    Q_DECLARE_TR_FUNCTIONS(UnsetText)
public:
    /// What a local model does without the parameter, in a word or two.
    static QString local(Parameter parameter, const QLocale &locale)
    {
        switch (parameter) {
        case Parameter::TopK: return tr("all");
        case Parameter::TopP:
        case Parameter::MinP:
        case Parameter::TypicalP:
        case Parameter::TopNSigma:
        case Parameter::XtcProbability:
        case Parameter::DynatempRange:
        case Parameter::RepeatPenalty:
        case Parameter::FrequencyPenalty:
        case Parameter::PresencePenalty:
        case Parameter::DryMultiplier:
        case Parameter::Mirostat: return tr("off");
        case Parameter::Seed: return tr("a new one");
        case Parameter::DrySequenceBreakers: return u"\\n : \" *"_s;
        case Parameter::Stop:
        case Parameter::LogitBias:
        case Parameter::Grammar:
        case Parameter::JsonSchema: return tr("none");
        case Parameter::Samplers: return tr("the default order");
        default: break;
        }
        return numberToText(parameterFacts(parameter).number.without.value_or(0), locale);
    }

    static QString value(const QString &word) { return tr("default: %1").arg(word); }
    static QString unknown() { return tr("default"); }
    static QString sentence(const QString &word) { return tr("Not set. Without it: %1.").arg(word); }
    static QString notSent() { return tr("Not set and not sent: the endpoint's own default applies."); }
};

} // namespace

QString unsetText(Parameter parameter, EndpointKind kind, const QLocale &locale)
{
    return kind == EndpointKind::Local ? UnsetWords::value(UnsetWords::local(parameter, locale)) : UnsetWords::unknown();
}

QString unsetSentence(Parameter parameter, EndpointKind kind, const QLocale &locale)
{
    return kind == EndpointKind::Local ? UnsetWords::sentence(UnsetWords::local(parameter, locale)) : UnsetWords::notSent();
}

} // namespace Tempera
