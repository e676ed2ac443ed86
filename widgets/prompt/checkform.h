// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/checkkinds.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace Tempera {

class GrowingEdit;
class MutedLabel;
class NumberBox;

/// A check as a form: what it looks at in words, and the fields that its kind takes. It changes only what a person moves.
class CheckForm final : public QWidget
{
    Q_OBJECT
public:
    explicit CheckForm(QWidget *parent = nullptr);

    /// Shows a check without telling. `caseTitle` names the case it may be for; empty: there is none.
    void setCheck(const CheckSpec &check, bool forAll, const QString &caseTitle);
    [[nodiscard]] const CheckSpec &check() const { return m_check; }
    [[nodiscard]] bool isForAll() const;
    void focusKind();

Q_SIGNALS:
    void edited();

private:
    void createHead(QFormLayout *form);
    void createValue(QFormLayout *form);
    void createJudge(QFormLayout *form);
    void createScope(QFormLayout *form);
    void createRest(QFormLayout *form);
    void showKind();
    void showValue();
    void chooseType();
    void takeText(const QString &text);
    void takeRange();
    void tell();

    CheckSpec m_check;
    std::optional<CheckKind> m_kindFacts;
    bool m_showing = false;
    QFormLayout *m_form = nullptr;
    QComboBox *m_scope = nullptr;
    QComboBox *m_kind = nullptr;
    QCheckBox *m_negated = nullptr;
    MutedLabel *m_explanation = nullptr;
    GrowingEdit *m_text = nullptr;
    QLineEdit *m_line = nullptr;
    QComboBox *m_reason = nullptr;
    QWidget *m_range = nullptr;
    NumberBox *m_least = nullptr;
    NumberBox *m_most = nullptr;
    NumberBox *m_threshold = nullptr;
    QLabel *m_thresholdLabel = nullptr;
    QLineEdit *m_judge = nullptr;
    NumberBox *m_weight = nullptr;
    QLineEdit *m_metric = nullptr;
};

} // namespace Tempera
