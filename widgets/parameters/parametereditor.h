// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/capability.h"
#include "models/core/endpoint.h"

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QLabel;

namespace Tempera {

/// One parameter of generation: a box "is sent", what it is set to, and the reason where the model refuses it. Where it is
/// not set it says so and what holds then, and shows no value. The editor of the value itself is made by the classes that
/// derive from it.
class ParameterEditor : public QWidget
{
    Q_OBJECT
public:
    [[nodiscard]] Parameter parameter() const { return m_parameter; }
    /// Shows a variant's setting without saying that it was edited. What holds without it depends on who answers.
    void show(const SamplingSettings &settings, const Capabilities &capabilities, EndpointKind kind);
    /// Another variant is shown from now on: what was typed but not finished, and what was switched off, was not its.
    void forget();
    /// Writes what is shown into settings: the value, or nothing.
    void store(SamplingSettings &settings) const;

    [[nodiscard]] static QString title(Parameter parameter);
    [[nodiscard]] static QString explanation(Parameter parameter);

Q_SIGNALS:
    void edited(Tempera::Parameter parameter);

protected:
    ParameterEditor(Parameter parameter, QWidget *parent);

    /// Puts an editor beside the box or below it; it is switched off where the model refuses the parameter.
    void addBeside(QWidget *editor);
    void addBelow(QWidget *editor);
    void addBelow(QBoxLayout *row);
    /// Called by the editors when a person changed something: checks the box where there is a value, and tells.
    void notify(bool isSet = true);
    [[nodiscard]] bool isShowing() const { return m_showing; }
    /// A sentence under the editor on what is being typed; empty = none.
    void setHint(const QString &text);

    /// Called only for what is set.
    virtual void showValue(const SamplingSettings &settings) = 0;
    /// Called for what is not set; `text` says what holds then.
    virtual void showUnset(const QString &text) = 0;
    virtual void storeValue(SamplingSettings &settings) const = 0;
    /// What it begins with when it is switched on; nothing where a person has to write it.
    virtual void begin(SamplingSettings &settings) const;
    virtual void discardTyping() { }

private:
    void watch(QWidget *editor);
    void switchOn();
    void switchOff();
    void explain(const QString &refusal);

    Parameter m_parameter;
    bool m_showing = false;
    EndpointKind m_kind = EndpointKind::Unknown;
    SamplingSettings m_switchedOff; ///< What was here before it was switched off, for switching it on again.
    QString m_refusal;
    QString m_hint;
    QBoxLayout *m_row = nullptr;
    QBoxLayout *m_column = nullptr;
    QCheckBox *m_set = nullptr;
    QLabel *m_reason = nullptr;
    QList<QWidget *> m_editors;
};

} // namespace Tempera
