// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/parametercontrol.h"

#include "models/items/stoptext.h"
#include "widgets/common/controls.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QScopedValueRollback>
#include <QSlider>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Range, step and first value of a parameter's control. `slider` is the slider's upper end; 0 = none.
struct Range {
    double least, most, step, first;
    int decimals;
    double slider;
};

/// First values are llama.cpp's defaults where those do something.
Range rangeOf(Parameter parameter)
{
    constexpr double manyTokens = 1'000'000;
    switch (parameter) {
    case Parameter::Temperature: return {0, 5, 0.05, 0.7, 2, 2};
    case Parameter::DynatempRange: return {0, 5, 0.05, 0.5, 2, 2};
    case Parameter::DynatempExponent: return {0, 10, 0.1, 1, 2, 0};
    case Parameter::TopK: return {0, manyTokens, 1, 40, 0, 0};
    case Parameter::TopP: return {0, 1, 0.01, 0.95, 2, 1};
    case Parameter::MinP: return {0, 1, 0.01, 0.05, 2, 1};
    case Parameter::TypicalP: return {0, 1, 0.01, 0.95, 2, 1};
    case Parameter::TopNSigma: return {-1, 20, 0.1, 1, 2, 0};
    case Parameter::XtcProbability: return {0, 1, 0.01, 0.5, 2, 1};
    case Parameter::XtcThreshold: return {0, 1, 0.01, 0.1, 2, 1};
    case Parameter::RepeatPenalty: return {0.01, 5, 0.05, 1.1, 2, 0};
    case Parameter::RepeatLastN: return {-1, manyTokens, 16, 64, 0, 0};
    case Parameter::FrequencyPenalty: return {-2, 2, 0.1, 0, 2, 0};
    case Parameter::PresencePenalty: return {-2, 2, 0.1, 0, 2, 0};
    case Parameter::DryMultiplier: return {0, 10, 0.1, 0.8, 2, 0};
    case Parameter::DryBase: return {0, 10, 0.05, 1.75, 2, 0};
    case Parameter::DryAllowedLength: return {0, 1000, 1, 2, 0, 0};
    case Parameter::DryPenaltyLastN: return {-1, manyTokens, 16, 64, 0, 0};
    case Parameter::Mirostat: return {0, 2, 1, 2, 0, 0};
    case Parameter::MirostatTau: return {0, 20, 0.1, 5, 2, 0};
    case Parameter::MirostatEta: return {0, 1, 0.01, 0.1, 2, 1};
    case Parameter::MaxTokens: return {1, 10'000'000, 16, 256, 0, 0};
    default: return {};
    }
}

bool isText(Parameter parameter)
{
    return rangeOf(parameter).step == 0;
}

} // namespace

bool ParameterControl::handles(Parameter parameter)
{
    switch (parameter) {
    case Parameter::LogitBias:
    case Parameter::Grammar:
    case Parameter::JsonSchema:
    case Parameter::Samplers: return false;
    default: return true;
    }
}

ParameterControl::ParameterControl(Parameter parameter, QWidget *parent)
    : QWidget(parent), m_parameter(parameter), m_set(new QCheckBox(title(parameter), this)),
      m_reason(new MutedLabel(this))
{
    setObjectName(parameterName(parameter));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    m_row = new QHBoxLayout;
    m_row->addWidget(m_set, 1);
    column->addLayout(m_row);
    m_set->setAccessibleName(tr("Send %1").arg(title(parameter)));
    m_set->setToolTip(explanation(parameter));
    if (isText(parameter))
        createText();
    else
        createNumber();
    m_reason->setWordWrap(true);
    m_reason->hide();
    column->addWidget(m_reason);
    connect(m_set, &QCheckBox::toggled, this, &ParameterControl::notify);
}

void ParameterControl::createNumber()
{
    const Range range = rangeOf(m_parameter);
    QAbstractSpinBox *box = nullptr;
    if (range.decimals > 0) {
        box = m_real = new QDoubleSpinBox(this);
        m_real->setRange(range.least, range.most);
        m_real->setSingleStep(range.step);
        m_real->setDecimals(range.decimals);
        m_real->setValue(range.first);
        connect(m_real, &QDoubleSpinBox::valueChanged, this, [this](double value) {
            if (m_slider) {
                const QSignalBlocker quiet(m_slider);
                m_slider->setValue(static_cast<int>(std::lround(value / rangeOf(m_parameter).step)));
            }
            notify();
        });
    } else {
        box = m_whole = new QSpinBox(this);
        m_whole->setRange(static_cast<int>(range.least), static_cast<int>(range.most));
        m_whole->setSingleStep(static_cast<int>(range.step));
        m_whole->setValue(static_cast<int>(range.first));
        connect(m_whole, &QSpinBox::valueChanged, this, &ParameterControl::notify);
    }
    box->setObjectName(u"value"_s);
    box->setAccessibleName(title(m_parameter));
    box->setToolTip(explanation(m_parameter));
    box->setMinimumWidth(90);
    letWheelPass(box);
    m_row->addWidget(box);
    if (range.slider > 0) {
        m_slider = new QSlider(Qt::Horizontal, this);
        m_slider->setAccessibleName(tr("%1, slider").arg(title(m_parameter)));
        letWheelPass(m_slider);
        m_slider->setRange(0, static_cast<int>(std::lround(range.slider / range.step)));
        m_slider->setValue(static_cast<int>(std::lround(range.first / range.step)));
        connect(m_slider, &QSlider::valueChanged, this, [this](int steps) { m_real->setValue(steps * rangeOf(m_parameter).step); });
        layout()->addWidget(m_slider);
    }
}

void ParameterControl::createText()
{
    m_text = new QLineEdit(this);
    m_text->setObjectName(u"value"_s);
    m_text->setAccessibleName(title(m_parameter));
    m_text->setToolTip(explanation(m_parameter));
    if (m_parameter == Parameter::Seed) {
        m_text->setValidator(new QRegularExpressionValidator(QRegularExpression(u"[0-9]{1,20}"_s), m_text));
        m_text->setText(u"1"_s);
        m_text->setMaximumWidth(150);
        m_row->addWidget(m_text);
    } else {
        m_text->setPlaceholderText(tr("separated by commas; \\n is a line end"));
        layout()->addWidget(m_text);
    }
    connect(m_text, &QLineEdit::textEdited, this, &ParameterControl::notify);
}

double ParameterControl::number() const
{
    return m_real ? m_real->value() : m_whole->value();
}

void ParameterControl::showNumber(double value)
{
    if (m_real)
        m_real->setValue(value);
    else
        m_whole->setValue(static_cast<int>(value));
}

void ParameterControl::notify()
{
    if (m_showing)
        return;
    // Turning a knob means wanting it to count.
    if (sender() != m_set && !m_set->isChecked()) {
        const QSignalBlocker quiet(m_set);
        m_set->setChecked(true);
    }
    Q_EMIT edited(m_parameter);
}

void ParameterControl::show(const SamplingSettings &settings, const Capabilities &capabilities)
{
    const QScopedValueRollback showing(m_showing, true);
    const bool isSet = settings.isSet(m_parameter);
    const bool accepted = capabilities.accepts(m_parameter);
    m_set->setChecked(isSet);
    // A refused parameter that is set all the same can still be taken out.
    m_set->setEnabled(accepted || isSet);
    for (QWidget *editor : QList<QWidget *>{m_real, m_whole, m_text, m_slider}) {
        if (editor) {
            editor->setEnabled(accepted);
            editor->setToolTip(accepted ? explanation(m_parameter) : capabilities.refused.value(m_parameter));
        }
    }
    m_set->setToolTip(accepted ? explanation(m_parameter) : capabilities.refused.value(m_parameter));
    m_reason->setText(accepted ? QString() : capabilities.refused.value(m_parameter));
    m_reason->setVisible(!accepted);
    if (!isSet)
        return;
    std::visit([&](auto field) { showValue(settings.*field); }, parameterFacts(m_parameter).field);
}

void ParameterControl::showValue(const std::optional<std::uint64_t> &seed)
{
    if (m_text->text().toULongLong() != *seed)
        m_text->setText(QString::number(*seed));
}

void ParameterControl::showValue(const QStringList &texts)
{
    if (stopsFromText(m_text->text()) != texts)
        m_text->setText(stopsToText(texts));
}

void ParameterControl::store(SamplingSettings &settings) const
{
    settings.unset(m_parameter);
    if (!m_set->isChecked())
        return;
    std::visit([&](auto field) { storeValue(settings.*field); }, parameterFacts(m_parameter).field);
}

void ParameterControl::storeValue(std::optional<std::uint64_t> &seed) const
{
    bool fits = false;
    const qulonglong number = m_text->text().toULongLong(&fits);
    if (fits)
        seed = number;
}

void ParameterControl::storeValue(QStringList &texts) const
{
    texts = stopsFromText(m_text->text());
}

QString ParameterControl::title(Parameter parameter)
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
    case Parameter::RepeatLastN: return tr("Tokens looked back");
    case Parameter::FrequencyPenalty: return tr("Frequency penalty");
    case Parameter::PresencePenalty: return tr("Presence penalty");
    case Parameter::DryMultiplier: return tr("DRY multiplier");
    case Parameter::DryBase: return tr("DRY base");
    case Parameter::DryAllowedLength: return tr("DRY allowed length");
    case Parameter::DryPenaltyLastN: return tr("DRY tokens looked back");
    case Parameter::DrySequenceBreakers: return tr("DRY breakers");
    case Parameter::Mirostat: return tr("Mirostat version");
    case Parameter::MirostatTau: return tr("Mirostat target");
    case Parameter::MirostatEta: return tr("Mirostat rate");
    case Parameter::LogitBias: return tr("Logit bias");
    case Parameter::Grammar: return tr("Grammar");
    case Parameter::JsonSchema: return tr("JSON schema");
    case Parameter::Samplers: return tr("Order of samplers");
    case Parameter::Seed: return tr("Seed");
    case Parameter::MaxTokens: return tr("Max tokens");
    case Parameter::Stop: return tr("Stop strings");
    }
    return {};
}

QString ParameterControl::explanation(Parameter parameter)
{
    switch (parameter) {
    case Parameter::Temperature: return tr("0 always takes the most likely token; higher values flatten the distribution.");
    case Parameter::DynatempRange: return tr("Temperature moves by up to this, down where the model is sure and up where it is not. 0 keeps it fixed.");
    case Parameter::DynatempExponent: return tr("Above 1 the temperature stays low for longer as the model gets less sure. 1 is linear.");
    case Parameter::TopK: return tr("Keeps only the k most likely tokens. 0 keeps all.");
    case Parameter::TopP: return tr("Keeps the most likely tokens that together have this probability. 1 keeps all.");
    case Parameter::MinP: return tr("Drops tokens less likely than this share of the best one. 0 drops none.");
    case Parameter::TypicalP: return tr("Keeps the tokens that are about as surprising as is usual here, up to this probability. 1 keeps all.");
    case Parameter::TopNSigma: return tr("Keeps tokens whose logit is within n standard deviations of the best. 0 keeps all.");
    case Parameter::XtcProbability: return tr("How often the best choices are left out, so that something less usual comes. 0 is never.");
    case Parameter::XtcThreshold: return tr("Of the tokens above this probability only the least likely stays. Above 0.5 it does nothing.");
    case Parameter::RepeatPenalty: return tr("Makes tokens that were just used less likely. 1 changes nothing.");
    case Parameter::RepeatLastN: return tr("So many tokens count as just used. 0 switches the penalties off, -1 takes all.");
    case Parameter::FrequencyPenalty: return tr("Lowers a token by how often it was used. 0 changes nothing.");
    case Parameter::PresencePenalty: return tr("Lowers a token that was used at all. 0 changes nothing.");
    case Parameter::DryMultiplier: return tr("How much a token is lowered that would go on with a repeated passage. 0 is off.");
    case Parameter::DryBase: return tr("The penalty grows by this factor with every further repeated token.");
    case Parameter::DryAllowedLength: return tr("Passages up to this many tokens may be repeated freely.");
    case Parameter::DryPenaltyLastN: return tr("So many tokens are searched for repeated passages. -1 takes all.");
    case Parameter::DrySequenceBreakers: return tr("A repeated passage ends at any of these.");
    case Parameter::Mirostat: return tr("Holds the text at an even surprise; takes the place of the other samplers but temperature. 0 is off.");
    case Parameter::MirostatTau: return tr("The surprise aimed at, in bits for each token.");
    case Parameter::MirostatEta: return tr("How fast the target is approached.");
    case Parameter::LogitBias: return tr("Makes single tokens or words more or less likely, or forbids them.");
    case Parameter::Grammar: return tr("The answer follows this grammar (GBNF).");
    case Parameter::JsonSchema: return tr("The answer is JSON that follows this schema.");
    case Parameter::Samplers: return tr("The samplers work in this order; one that is not in the list does nothing.");
    case Parameter::Seed: return tr("The same seed and settings give the same text on a local model.");
    case Parameter::MaxTokens: return tr("The answer is cut after this many tokens.");
    case Parameter::Stop: return tr("The answer ends before any of these.");
    }
    return {};
}

} // namespace Tempera
