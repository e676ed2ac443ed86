// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/parametercontrol.h"

#include "models/items/stoptext.h"
#include "widgets/common/controls.h"

#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QRegularExpressionValidator>
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

ParameterControl::ParameterControl(Parameter parameter, QWidget *parent) : ParameterEditor(parameter, parent)
{
    if (isText(parameter))
        createText();
    else
        createNumber();
}

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

void ParameterControl::createNumber()
{
    const Range range = rangeOf(parameter());
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
                m_slider->setValue(static_cast<int>(std::lround(value / rangeOf(parameter()).step)));
            }
            notify();
        });
    } else {
        box = m_whole = new QSpinBox(this);
        m_whole->setRange(static_cast<int>(range.least), static_cast<int>(range.most));
        m_whole->setSingleStep(static_cast<int>(range.step));
        m_whole->setValue(static_cast<int>(range.first));
        connect(m_whole, &QSpinBox::valueChanged, this, [this] { notify(); });
    }
    box->setObjectName(u"value"_s);
    box->setAccessibleName(title(parameter()));
    box->setMinimumWidth(90);
    letWheelPass(box);
    addBeside(box);
    if (range.slider > 0)
        createSlider(range.slider / range.step, range.first / range.step);
}

void ParameterControl::createSlider(double steps, double first)
{
    m_slider = new QSlider(Qt::Horizontal, this);
    m_slider->setAccessibleName(tr("%1, slider").arg(title(parameter())));
    letWheelPass(m_slider);
    m_slider->setRange(0, static_cast<int>(std::lround(steps)));
    m_slider->setValue(static_cast<int>(std::lround(first)));
    connect(m_slider, &QSlider::valueChanged, this, [this](int step) { m_real->setValue(step * rangeOf(parameter()).step); });
    addBelow(m_slider);
}

void ParameterControl::createText()
{
    m_text = new QLineEdit(this);
    m_text->setObjectName(u"value"_s);
    m_text->setAccessibleName(title(parameter()));
    if (parameter() == Parameter::Seed) {
        m_text->setValidator(new QRegularExpressionValidator(QRegularExpression(u"[0-9]{1,20}"_s), m_text));
        m_text->setText(u"1"_s);
        m_text->setMaximumWidth(150);
        addBeside(m_text);
    } else {
        m_text->setPlaceholderText(tr("separated by commas; \\n is a line end"));
        addBelow(m_text);
    }
    connect(m_text, &QLineEdit::textEdited, this, [this] { notify(); });
}

void ParameterControl::showValue(const SamplingSettings &settings)
{
    std::visit([&](auto field) { fill(settings.*field); }, parameterFacts(parameter()).field);
}

void ParameterControl::storeValue(SamplingSettings &settings) const
{
    std::visit([&](auto field) { take(settings.*field); }, parameterFacts(parameter()).field);
}

void ParameterControl::fill(const std::optional<double> &value)
{
    m_real->setValue(*value);
}

void ParameterControl::fill(const std::optional<int> &value)
{
    m_whole->setValue(*value);
}

void ParameterControl::fill(const std::optional<std::uint64_t> &seed)
{
    if (m_text->text().toULongLong() != *seed)
        m_text->setText(QString::number(*seed));
}

void ParameterControl::fill(const QStringList &texts)
{
    if (stopsFromText(m_text->text()) != texts)
        m_text->setText(stopsToText(texts));
}

void ParameterControl::take(std::optional<double> &value) const
{
    value = m_real->value();
}

void ParameterControl::take(std::optional<int> &value) const
{
    value = m_whole->value();
}

void ParameterControl::take(std::optional<std::uint64_t> &seed) const
{
    bool fits = false;
    const qulonglong number = m_text->text().toULongLong(&fits);
    if (fits)
        seed = number;
}

void ParameterControl::take(QStringList &texts) const
{
    texts = stopsFromText(m_text->text());
}

} // namespace Tempera
