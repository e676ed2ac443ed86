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

Range rangeOf(Parameter parameter)
{
    switch (parameter) {
    case Parameter::Temperature: return {0, 5, 0.05, 0.7, 2, 2};
    case Parameter::TopK: return {0, 1'000'000, 1, 40, 0, 0};
    case Parameter::TopP: return {0, 1, 0.01, 0.95, 2, 1};
    case Parameter::MinP: return {0, 1, 0.01, 0.05, 2, 1};
    case Parameter::RepeatPenalty: return {0.01, 5, 0.05, 1.1, 2, 0};
    case Parameter::FrequencyPenalty: return {-2, 2, 0.1, 0, 2, 0};
    case Parameter::PresencePenalty: return {-2, 2, 0.1, 0, 2, 0};
    case Parameter::MaxTokens: return {1, 10'000'000, 16, 256, 0, 0};
    case Parameter::Seed:
    case Parameter::Stop: break;
    }
    return {};
}

bool isText(Parameter parameter)
{
    return parameter == Parameter::Seed || parameter == Parameter::Stop;
}

} // namespace

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
    switch (m_parameter) {
    case Parameter::Temperature: showNumber(*settings.temperature); break;
    case Parameter::TopK: showNumber(*settings.topK); break;
    case Parameter::TopP: showNumber(*settings.topP); break;
    case Parameter::MinP: showNumber(*settings.minP); break;
    case Parameter::RepeatPenalty: showNumber(*settings.repeatPenalty); break;
    case Parameter::FrequencyPenalty: showNumber(*settings.frequencyPenalty); break;
    case Parameter::PresencePenalty: showNumber(*settings.presencePenalty); break;
    case Parameter::MaxTokens: showNumber(*settings.maxTokens); break;
    case Parameter::Seed:
        if (m_text->text().toULongLong() != *settings.seed)
            m_text->setText(QString::number(*settings.seed));
        break;
    case Parameter::Stop:
        if (stopsFromText(m_text->text()) != settings.stop)
            m_text->setText(stopsToText(settings.stop));
        break;
    }
}

void ParameterControl::store(SamplingSettings &settings) const
{
    settings.unset(m_parameter);
    if (!m_set->isChecked())
        return;
    switch (m_parameter) {
    case Parameter::Temperature: settings.temperature = number(); break;
    case Parameter::TopK: settings.topK = m_whole->value(); break;
    case Parameter::TopP: settings.topP = number(); break;
    case Parameter::MinP: settings.minP = number(); break;
    case Parameter::RepeatPenalty: settings.repeatPenalty = number(); break;
    case Parameter::FrequencyPenalty: settings.frequencyPenalty = number(); break;
    case Parameter::PresencePenalty: settings.presencePenalty = number(); break;
    case Parameter::MaxTokens: settings.maxTokens = m_whole->value(); break;
    case Parameter::Stop: settings.stop = stopsFromText(m_text->text()); break;
    case Parameter::Seed: {
        bool fits = false;
        const qulonglong seed = m_text->text().toULongLong(&fits);
        if (fits)
            settings.seed = seed;
        break;
    }
    }
}

QString ParameterControl::title(Parameter parameter)
{
    switch (parameter) {
    case Parameter::Temperature: return tr("Temperature");
    case Parameter::TopK: return tr("Top-k");
    case Parameter::TopP: return tr("Top-p");
    case Parameter::MinP: return tr("Min-p");
    case Parameter::RepeatPenalty: return tr("Repeat penalty");
    case Parameter::FrequencyPenalty: return tr("Frequency penalty");
    case Parameter::PresencePenalty: return tr("Presence penalty");
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
    case Parameter::TopK: return tr("Keeps only the k most likely tokens. 0 keeps all.");
    case Parameter::TopP: return tr("Keeps the most likely tokens that together have this probability. 1 keeps all.");
    case Parameter::MinP: return tr("Drops tokens less likely than this share of the best one. 0 drops none.");
    case Parameter::RepeatPenalty: return tr("Makes tokens that were just used less likely. 1 changes nothing.");
    case Parameter::FrequencyPenalty: return tr("Lowers a token by how often it was used. 0 changes nothing.");
    case Parameter::PresencePenalty: return tr("Lowers a token that was used at all. 0 changes nothing.");
    case Parameter::Seed: return tr("The same seed and settings give the same text on a local model.");
    case Parameter::MaxTokens: return tr("The answer is cut after this many tokens.");
    case Parameter::Stop: return tr("The answer ends before any of these.");
    }
    return {};
}

} // namespace Tempera
