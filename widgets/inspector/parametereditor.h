// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/capability.h"

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QLabel;

namespace Tempera {

/// One parameter of generation: a box "is sent", what it is set to, and the reason where the model refuses it.
/// The editor of the value itself is made by the classes that derive from it.
class ParameterEditor : public QWidget
{
    Q_OBJECT
public:
    [[nodiscard]] Parameter parameter() const { return m_parameter; }
    /// Shows a variant's setting without saying that it was edited.
    void show(const SamplingSettings &settings, const Capabilities &capabilities);
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
    /// Called by the editors when a person changed something: checks the box and tells.
    void notify();
    [[nodiscard]] bool isShowing() const { return m_showing; }

    /// Called only for what is set.
    virtual void showValue(const SamplingSettings &settings) = 0;
    virtual void storeValue(SamplingSettings &settings) const = 0;

private:
    void watch(QWidget *editor);

    Parameter m_parameter;
    bool m_showing = false;
    QBoxLayout *m_row = nullptr;
    QBoxLayout *m_column = nullptr;
    QCheckBox *m_set = nullptr;
    QLabel *m_reason = nullptr;
    QList<QWidget *> m_editors;
};

} // namespace Tempera
