// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/parameters/parametereditor.h"

#include "models/items/unsettext.h"
#include "widgets/common/controls.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QScopedValueRollback>

namespace Tempera {

ParameterEditor::ParameterEditor(Parameter parameter, QWidget *parent)
    : QWidget(parent), m_parameter(parameter), m_set(new QCheckBox(title(parameter), this)), m_reason(new MutedLabel(this))
{
    setObjectName(parameterName(parameter));
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2);
    m_row = new QHBoxLayout;
    m_row->addWidget(m_set, 1);
    m_column->addLayout(m_row);
    m_set->setAccessibleName(tr("Send %1").arg(title(parameter)));
    m_set->setToolTip(explanation(parameter));
    m_reason->setWordWrap(true);
    m_reason->hide();
    m_column->addWidget(m_reason);
    connect(m_set, &QCheckBox::toggled, this, [this](bool on) {
        if (!m_showing)
            on ? switchOn() : switchOff();
    });
}

void ParameterEditor::addBeside(QWidget *editor)
{
    m_row->addWidget(editor);
    watch(editor);
}

void ParameterEditor::addBelow(QWidget *editor)
{
    m_column->insertWidget(m_column->count() - 1, editor);
    watch(editor);
}

void ParameterEditor::addBelow(QBoxLayout *row)
{
    m_column->insertLayout(m_column->count() - 1, row);
    for (int i = 0; i < row->count(); ++i) {
        if (QWidget *editor = row->itemAt(i)->widget())
            m_editors += editor;
    }
}

void ParameterEditor::watch(QWidget *editor)
{
    m_editors += editor;
}

void ParameterEditor::notify(bool isSet)
{
    if (m_showing)
        return;
    // Changing a value switches it on.
    if (m_set->isChecked() != isSet) {
        const QSignalBlocker quiet(m_set);
        m_set->setChecked(isSet);
    }
    Q_EMIT edited(m_parameter);
}

void ParameterEditor::switchOn()
{
    SamplingSettings wanted = m_switchedOff;
    if (!wanted.isSet(m_parameter))
        begin(wanted);
    if (!wanted.isSet(m_parameter)) { // nothing could be sent: a person writes it
        const QSignalBlocker quiet(m_set);
        m_set->setChecked(false);
        if (!m_editors.isEmpty())
            m_editors.constFirst()->setFocus(Qt::OtherFocusReason);
        return;
    }
    {
        const QScopedValueRollback showing(m_showing, true);
        showValue(wanted);
    }
    Q_EMIT edited(m_parameter);
}

void ParameterEditor::switchOff()
{
    m_switchedOff = {};
    storeValue(m_switchedOff);
    {
        const QScopedValueRollback showing(m_showing, true);
        discardTyping();
        showUnset(unsetText(m_parameter, m_kind, locale()));
    }
    Q_EMIT edited(m_parameter);
}

void ParameterEditor::begin(SamplingSettings &settings) const
{
    Q_UNUSED(settings)
}

void ParameterEditor::forget()
{
    const QScopedValueRollback showing(m_showing, true);
    m_switchedOff = {};
    discardTyping();
}

void ParameterEditor::show(const SamplingSettings &settings, const Capabilities &capabilities, EndpointKind kind)
{
    const QScopedValueRollback showing(m_showing, true);
    const bool isSet = settings.isSet(m_parameter);
    const bool accepted = capabilities.accepts(m_parameter);
    m_kind = kind;
    m_set->setChecked(isSet);
    // A refused parameter that is set all the same can still be taken out.
    m_set->setEnabled(accepted || isSet);
    for (QWidget *editor : std::as_const(m_editors))
        editor->setEnabled(accepted);
    if (isSet)
        showValue(settings);
    else
        showUnset(unsetText(m_parameter, kind, locale()));
    explain(accepted ? QString() : capabilities.refused.value(m_parameter));
}

void ParameterEditor::setHint(const QString &text)
{
    m_hint = text;
    explain(m_refusal);
}

void ParameterEditor::explain(const QString &refusal)
{
    m_refusal = refusal;
    QString tip = refusal.isEmpty() ? explanation(m_parameter) : refusal;
    if (refusal.isEmpty() && !m_set->isChecked())
        tip += u'\n' + unsetSentence(m_parameter, m_kind, locale());
    m_set->setToolTip(tip);
    for (QWidget *editor : std::as_const(m_editors))
        editor->setToolTip(tip);
    m_reason->setText(refusal.isEmpty() ? m_hint : refusal);
    m_reason->setVisible(!m_reason->text().isEmpty());
}

void ParameterEditor::store(SamplingSettings &settings) const
{
    settings.unset(m_parameter);
    if (m_set->isChecked())
        storeValue(settings);
}

QString ParameterEditor::title(Parameter parameter)
{
    switch (parameter) {
    case Parameter::Temperature: return tr("Temperature");
    case Parameter::DynatempRange: return tr("Dynamic range");
    case Parameter::DynatempExponent: return tr("Dynamic exponent");
    case Parameter::TopK: return tr("Top-k");
    case Parameter::TopP: return tr("Top-p");
    case Parameter::MinP: return tr("Min-p");
    case Parameter::TypicalP: return tr("Typical-p");
    case Parameter::TopNSigma: return tr("Top-n-sigma");
    case Parameter::XtcProbability: return tr("XTC probability");
    case Parameter::XtcThreshold: return tr("XTC threshold");
    case Parameter::RepeatPenalty: return tr("Repeat penalty");
    case Parameter::RepeatLastN: return tr("Penalty last N");
    case Parameter::FrequencyPenalty: return tr("Frequency penalty");
    case Parameter::PresencePenalty: return tr("Presence penalty");
    case Parameter::DryMultiplier: return tr("DRY multiplier");
    case Parameter::DryBase: return tr("DRY base");
    case Parameter::DryAllowedLength: return tr("DRY allowed length");
    case Parameter::DryPenaltyLastN: return tr("DRY penalty last N");
    case Parameter::DrySequenceBreakers: return tr("DRY sequence breakers");
    case Parameter::Mirostat: return tr("Mirostat version");
    case Parameter::MirostatTau: return tr("Mirostat target");
    case Parameter::MirostatEta: return tr("Mirostat learning rate");
    case Parameter::LogitBias: return tr("Logit bias");
    case Parameter::Grammar: return tr("Grammar");
    case Parameter::JsonSchema: return tr("JSON schema");
    case Parameter::Samplers: return tr("Sampler order");
    case Parameter::Seed: return tr("Seed");
    case Parameter::MaxTokens: return tr("Max tokens");
    case Parameter::Stop: return tr("Stop strings");
    }
    return {};
}

QString ParameterEditor::explanation(Parameter parameter)
{
    switch (parameter) {
    case Parameter::Temperature: return tr("0 always takes the most likely token; higher values flatten the distribution.");
    case Parameter::DynatempRange:
        return tr("Temperature varies by up to this: lower where the model is sure, higher where it is not. 0 keeps it fixed.");
    case Parameter::DynatempExponent:
        return tr("Above 1 the temperature stays low for longer as the model gets less sure. 1 is linear.");
    case Parameter::TopK: return tr("Keeps only the k most likely tokens. 0 keeps all.");
    case Parameter::TopP: return tr("Keeps the most likely tokens that together have this probability. 1 keeps all.");
    case Parameter::MinP: return tr("Drops tokens less likely than this share of the best one. 0 drops none.");
    case Parameter::TypicalP:
        return tr("Keeps the tokens whose surprise is nearest to the expected one, up to this total probability. 1 keeps all.");
    case Parameter::TopNSigma: return tr("Keeps tokens whose logit is within n standard deviations of the best. 0 keeps all.");
    case Parameter::XtcProbability:
        return tr("How often the top choices are removed, so that something less common comes. 0 is never.");
    case Parameter::XtcThreshold:
        return tr("Of the tokens above this probability only the least likely stays. Above 0.5 it does nothing.");
    case Parameter::RepeatPenalty: return tr("Makes recently used tokens less likely. 1 changes nothing.");
    case Parameter::RepeatLastN: return tr("How many tokens count as recently used. 0 switches the penalties off, -1 takes all.");
    case Parameter::FrequencyPenalty: return tr("Lowers a token by how often it was used. 0 changes nothing.");
    case Parameter::PresencePenalty: return tr("Lowers a token that was used at all. 0 changes nothing.");
    case Parameter::DryMultiplier: return tr("How much a token that would continue a repeated passage is lowered. 0 is off.");
    case Parameter::DryBase: return tr("The penalty grows by this factor with every further repeated token.");
    case Parameter::DryAllowedLength: return tr("Passages up to this many tokens may be repeated freely.");
    case Parameter::DryPenaltyLastN: return tr("How many tokens are searched for repeated passages. -1 takes all.");
    case Parameter::DrySequenceBreakers: return tr("A repeated passage ends at any of these.");
    case Parameter::Mirostat:
        return tr("Keeps the surprise of the text constant; replaces the other samplers except temperature. 0 is off.");
    case Parameter::MirostatTau: return tr("The target surprise, in bits per token.");
    case Parameter::MirostatEta: return tr("How fast the target is approached.");
    case Parameter::LogitBias: return tr("Makes single tokens or words more or less likely, or bans them.");
    case Parameter::Grammar: return tr("The answer follows this grammar (GBNF).");
    case Parameter::JsonSchema: return tr("The answer is JSON that follows this schema.");
    case Parameter::Samplers: return tr("The samplers are applied in this order; one that is not in the list does nothing.");
    case Parameter::Seed:
        return tr(
            "It determines the random numbers. On a local model an identical request with the same seed gives the same text "
            "where \"Strict\" is on. Where it is off, a second run may give another text: what else runs and what was asked "
            "before can tip a close decision. A server decides for itself. Each answer says what holds for it.");
    case Parameter::MaxTokens:
        return tr("The answer is cut off after this many tokens. -1 sets no limit other than the context.");
    case Parameter::Stop: return tr("The answer ends before any of these.");
    }
    return {};
}

} // namespace Tempera
