// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/capability.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QSlider;
class QSpinBox;

namespace Tempera {

/// One parameter of generation: a box "is sent", a value, and the reason where the model refuses it.
class ParameterControl final : public QWidget
{
    Q_OBJECT
public:
    explicit ParameterControl(Parameter parameter, QWidget *parent = nullptr);

    [[nodiscard]] Parameter parameter() const { return m_parameter; }
    /// Shows a variant's setting without saying that it was edited.
    void show(const SamplingSettings &settings, const Capabilities &capabilities);
    /// Writes what is shown into settings: the value, or nothing.
    void store(SamplingSettings &settings) const;

    /// Whether there is such a control for it; the rest has editors of its own.
    [[nodiscard]] static bool handles(Parameter parameter);
    [[nodiscard]] static QString title(Parameter parameter);
    [[nodiscard]] static QString explanation(Parameter parameter);

Q_SIGNALS:
    void edited(Tempera::Parameter parameter);

private:
    void createNumber();
    void createText();
    void notify();
    void showNumber(double value);
    void showValue(const std::optional<double> &value) { showNumber(*value); }
    void showValue(const std::optional<int> &value) { showNumber(*value); }
    void showValue(const std::optional<std::uint64_t> &seed);
    void showValue(const QStringList &texts);
    template<typename Other>
    void showValue(const Other &) { }
    void storeValue(std::optional<double> &value) const { value = number(); }
    void storeValue(std::optional<int> &value) const { value = static_cast<int>(number()); }
    void storeValue(std::optional<std::uint64_t> &seed) const;
    void storeValue(QStringList &texts) const;
    template<typename Other>
    void storeValue(Other &) const { }
    [[nodiscard]] double number() const;

    Parameter m_parameter;
    bool m_showing = false;
    QHBoxLayout *m_row = nullptr;
    QCheckBox *m_set = nullptr;
    QDoubleSpinBox *m_real = nullptr; ///< For fractions.
    QSpinBox *m_whole = nullptr;      ///< For whole numbers.
    QLineEdit *m_text = nullptr;      ///< For seeds and stop strings.
    QSlider *m_slider = nullptr;      ///< Beside m_real where a hand is quicker than a number.
    QLabel *m_reason = nullptr;
};

} // namespace Tempera
