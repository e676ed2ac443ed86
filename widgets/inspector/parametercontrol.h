// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/inspector/parametereditor.h"

class QDoubleSpinBox;
class QLineEdit;
class QSlider;
class QSpinBox;

namespace Tempera {

/// A parameter that is a number, a seed or a list of short texts.
class ParameterControl final : public ParameterEditor
{
    Q_OBJECT
public:
    explicit ParameterControl(Parameter parameter, QWidget *parent = nullptr);

    /// Whether there is such a control for it; the rest has editors of its own.
    [[nodiscard]] static bool handles(Parameter parameter);

protected:
    void showValue(const SamplingSettings &settings) override;
    void storeValue(SamplingSettings &settings) const override;

private:
    void createNumber();
    void createSlider(double steps, double first);
    void createText();
    void fill(const std::optional<double> &value);
    void fill(const std::optional<int> &value);
    void fill(const std::optional<std::uint64_t> &seed);
    void fill(const QStringList &texts);
    template<typename Other>
    void fill(const Other &)
    {
    }
    void take(std::optional<double> &value) const;
    void take(std::optional<int> &value) const;
    void take(std::optional<std::uint64_t> &seed) const;
    void take(QStringList &texts) const;
    template<typename Other>
    void take(Other &) const
    {
    }

    QDoubleSpinBox *m_real = nullptr; ///< For fractions.
    QSpinBox *m_whole = nullptr;      ///< For whole numbers.
    QLineEdit *m_text = nullptr;      ///< For seeds and lists of texts.
    QSlider *m_slider = nullptr;      ///< Beside m_real where a hand is quicker than a number.
};

} // namespace Tempera
