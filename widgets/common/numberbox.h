// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/sampling.h"

#include <QAbstractSpinBox>

#include <optional>

namespace Tempera {

/// A box for a number, or for none: then it is empty and its placeholder says what holds. It takes every value as it is,
/// with as many decimals as it has, and never rewrites what is being typed. What is typed counts as soon as it is a number
/// within the range; until then the last one that was does, and comes back when the box is left.
class NumberBox final : public QAbstractSpinBox
{
    Q_OBJECT
    Q_PROPERTY(double value READ shownValue)
    Q_PROPERTY(double minimum READ minimum)
    Q_PROPERTY(double maximum READ maximum)
    Q_PROPERTY(double singleStep READ singleStep)
public:
    /// Which numbers it takes.
    enum class Kind { Real, Whole };

    explicit NumberBox(QWidget *parent = nullptr);

    void setRange(const NumberFacts &range, Kind kind);
    /// Shown while it is empty.
    void setUnsetText(const QString &text);
    /// Shows a number, or none, without telling. What is being typed stays where it says the same.
    void setValue(std::optional<double> value);
    [[nodiscard]] std::optional<double> value() const { return m_value; }
    /// Whether what is typed is not a number within the range (yet).
    [[nodiscard]] bool isUnfinished() const;
    /// Shows the value again in place of what is being typed.
    void discardTyping();

    void stepBy(int steps) override;
    [[nodiscard]] QValidator::State validate(QString &text, int &position) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A person gave another value: by typing, an arrow key, the wheel, or by emptying the box.
    void edited();
    /// A person typed what is not a number within the range (yet), or came back to one.
    void unfinishedChanged(bool unfinished);

protected:
    [[nodiscard]] StepEnabled stepEnabled() const override;

private:
    void take(const QString &text);
    void reportUnfinished();
    [[nodiscard]] QSize sizeFor(const QString &text) const;
    [[nodiscard]] std::optional<double> valueOf(const QString &text) const;
    [[nodiscard]] QString textOf(std::optional<double> value) const;
    [[nodiscard]] double shownValue() const { return m_value.value_or(m_range.first); }
    [[nodiscard]] double minimum() const { return m_range.least; }
    [[nodiscard]] double maximum() const { return m_range.most; }
    [[nodiscard]] double singleStep() const { return m_range.step; }

    NumberFacts m_range;
    Kind m_kind = Kind::Real;
    std::optional<double> m_value;
    bool m_wasUnfinished = false;
};

} // namespace Tempera
