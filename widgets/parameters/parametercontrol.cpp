// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/parameters/parametercontrol.h"

#include "models/items/numbertext.h"
#include "models/items/stoptext.h"
#include "widgets/common/controls.h"
#include "widgets/common/numberbox.h"
#include "widgets/common/valueslider.h"

#include <QLineEdit>
#include <QValidator>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Takes the keys of whole numbers that fit into 64 bits, and what means no seed (a new one each time): −1 and nothing.
class SeedValidator final : public QValidator
{
public:
    using QValidator::QValidator;
    [[nodiscard]] State validate(QString &text, int &) const override
    {
        const std::optional<double> number = wholeFromText(text, locale());
        if (text.isEmpty() || number == -1.0 || seedFromText(text, locale()))
            return Acceptable;
        return mayBecomeNumber(text) && !number ? Intermediate : Invalid;
    }
};

bool isNumber(Parameter parameter)
{
    return parameter != Parameter::Seed && parameterFacts(parameter).number.step > 0;
}

bool isWhole(Parameter parameter)
{
    return std::holds_alternative<std::optional<int> SamplingSettings::*>(parameterFacts(parameter).field);
}

} // namespace

ParameterControl::ParameterControl(Parameter parameter, QWidget *parent) : ParameterEditor(parameter, parent)
{
    if (isNumber(parameter))
        createNumber();
    else
        createText();
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
    const NumberFacts &range = parameterFacts(parameter()).number;
    m_number = new NumberBox(this);
    m_number->setRange(range, isWhole(parameter()) ? NumberBox::Kind::Whole : NumberBox::Kind::Real);
    m_number->setObjectName(u"value"_s);
    m_number->setAccessibleName(title(parameter()));
    ignoreWheelUnlessFocused(m_number);
    addBeside(m_number);
    connect(m_number, &NumberBox::unfinishedChanged, this, &ParameterControl::showRangeHint);
    connect(m_number, &NumberBox::edited, this, [this] {
        if (m_slider)
            m_slider->showValue(m_number->value());
        notify(m_number->value().has_value());
    });
    if (range.sliderMost == 0)
        return;
    m_slider = new ValueSlider(range, this);
    m_slider->setObjectName(u"slider"_s);
    m_slider->setAccessibleName(tr("%1, slider").arg(title(parameter())));
    ignoreWheelUnlessFocused(m_slider);
    addBelow(m_slider);
    connect(m_slider, &ValueSlider::moved, this, [this](double value) {
        m_number->setValue(value);
        notify();
    });
}

void ParameterControl::createText()
{
    m_text = new QLineEdit(this);
    m_text->setObjectName(u"value"_s);
    m_text->setAccessibleName(title(parameter()));
    if (parameter() == Parameter::Seed) {
        m_text->setValidator(new SeedValidator(m_text));
        m_text->setMaximumWidth(150);
        addBeside(m_text);
        connect(m_text, &QLineEdit::editingFinished, this, [this] {
            if (!seedFromText(m_text->text(), locale()))
                m_text->clear();
        });
    } else {
        addBelow(m_text);
    }
    connect(m_text, &QLineEdit::textEdited, this, [this] {
        SamplingSettings typed;
        storeValue(typed);
        notify(typed.isSet(parameter()));
    });
}

void ParameterControl::showRangeHint(bool unfinished)
{
    const NumberFacts &range = parameterFacts(parameter()).number;
    const QString least = numberToText(range.least, locale());
    const bool bounded = std::isfinite(range.most) && !isWhole(parameter());
    const QString bounds = bounded                ? tr("A number from %1 to %2.").arg(least, numberToText(range.most, locale()))
                           : isWhole(parameter()) ? tr("A whole number from %1.").arg(least)
                                                  : tr("A number from %1.").arg(least);
    setHint(unfinished ? bounds : QString());
}

void ParameterControl::begin(SamplingSettings &settings) const
{
    const double first = parameterFacts(parameter()).number.first;
    std::visit(
        [&](auto field) {
            using Value = std::remove_cvref_t<decltype(settings.*field)>;
            if constexpr (requires(Value value) { value.emplace(); })
                settings.*field = static_cast<typename Value::value_type>(first);
        },
        parameterFacts(parameter()).field);
}

void ParameterControl::discardTyping()
{
    if (m_number)
        m_number->discardTyping();
    else
        m_text->clear();
}

void ParameterControl::showValue(const SamplingSettings &settings)
{
    std::visit([&](auto field) { fill(settings.*field); }, parameterFacts(parameter()).field);
}

void ParameterControl::showUnset(const QString &text)
{
    if (m_number) {
        m_number->setUnsetText(text);
        fill(std::optional<double>());
        return;
    }
    m_text->setPlaceholderText(parameter() == Parameter::Seed ? text
                                                              : tr("%1; separate with commas, \\n is a line end").arg(text));
    m_text->setAccessibleDescription(m_text->placeholderText());
    SamplingSettings shown;
    storeValue(shown);
    if (shown.isSet(parameter()))
        m_text->clear();
}

void ParameterControl::storeValue(SamplingSettings &settings) const
{
    std::visit([&](auto field) { take(settings.*field); }, parameterFacts(parameter()).field);
}

void ParameterControl::fill(const std::optional<double> &value)
{
    m_number->setValue(value);
    if (m_slider)
        m_slider->showValue(value);
}

void ParameterControl::fill(const std::optional<int> &value)
{
    fill(value ? std::optional<double>(*value) : std::nullopt);
}

void ParameterControl::fill(const std::optional<std::uint64_t> &seed)
{
    if (seedFromText(m_text->text(), locale()) != seed)
        m_text->setText(QString::number(*seed));
}

void ParameterControl::fill(const QStringList &texts)
{
    if (stopsFromText(m_text->text()) != texts)
        m_text->setText(stopsToText(texts));
}

void ParameterControl::take(std::optional<double> &value) const
{
    value = m_number->value();
}

void ParameterControl::take(std::optional<int> &value) const
{
    if (const std::optional<double> number = m_number->value())
        value = static_cast<int>(*number);
}

void ParameterControl::take(std::optional<std::uint64_t> &seed) const
{
    seed = seedFromText(m_text->text(), locale());
}

void ParameterControl::take(QStringList &texts) const
{
    texts = stopsFromText(m_text->text());
}

} // namespace Tempera
