// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/parameters/parametereditor.h"

class QLineEdit;

namespace Tempera {

class NumberBox;
class ValueSlider;

/// A parameter that is a number, a seed or a list of short texts. A number's box and slider are two views of one value:
/// neither writes what a person did not move.
class ParameterControl final : public ParameterEditor
{
    Q_OBJECT
public:
    explicit ParameterControl(Parameter parameter, QWidget *parent = nullptr);

    /// Whether there is such a control for it; the rest has editors of its own.
    [[nodiscard]] static bool handles(Parameter parameter);

protected:
    void showValue(const SamplingSettings &settings) override;
    void showUnset(const QString &text) override;
    void storeValue(SamplingSettings &settings) const override;
    void begin(SamplingSettings &settings) const override;
    void discardTyping() override;

private:
    void createNumber();
    void createText();
    void showRangeHint(bool unfinished);
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

    NumberBox *m_number = nullptr;
    ValueSlider *m_slider = nullptr; ///< Beside m_number where a hand is quicker than a number.
    QLineEdit *m_text = nullptr;     ///< For seeds and lists of texts.
};

} // namespace Tempera
