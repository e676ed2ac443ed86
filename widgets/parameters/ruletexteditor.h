// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/parameters/parametereditor.h"

class QPlainTextEdit;

namespace Tempera {

/// A grammar or a JSON schema: its text, and at once whether it is one.
class RuleTextEditor final : public ParameterEditor
{
    Q_OBJECT
public:
    /// `parameter` is Grammar or JsonSchema.
    explicit RuleTextEditor(Parameter parameter, QWidget *parent = nullptr);

protected:
    void showValue(const SamplingSettings &settings) override;
    void showUnset(const QString &text) override;
    void storeValue(SamplingSettings &settings) const override;

private:
    void validate();

    QPlainTextEdit *m_text = nullptr;
    QLabel *m_problem = nullptr;
};

} // namespace Tempera
