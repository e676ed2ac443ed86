// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/capability.h"
#include "models/presets/samplingpreset.h"

#include <QList>
#include <QScrollArea>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QToolButton;

namespace Tempera {

class Catalog;
class ExperimentDocument;
class FallbackEditor;
class ParameterControl;
class ParameterEditor;
class PresetMenu;
class Selection;
struct Variant;

/// The settings of the selected variant; controls follow the model's capability record. What is turned often is
/// first, the other samplers in a section that opens.
class SamplingPanel final : public QScrollArea
{
    Q_OBJECT
public:
    SamplingPanel(ExperimentDocument &document, Selection &selection, const Catalog *catalog, QWidget *parent = nullptr);

    [[nodiscard]] ParameterEditor *editor(Parameter parameter);
    /// The same where it is a number or a short text; else null.
    [[nodiscard]] ParameterControl *control(Parameter parameter);
    [[nodiscard]] PresetMenu *presets() const { return m_presets; }
    void focusFirst();
    /// Moves the keyboard focus to a parameter, and opens "More samplers" where it lies there.
    void focusParameter(Parameter parameter);
    /// The settings are those of a run that is over or still running: they are shown and cannot be changed.
    void setReadOnly(bool readOnly);
    /// Opens or closes "More samplers".
    void showMore(bool open);

private:
    void createHead(QBoxLayout &column);
    void createMore(QBoxLayout &column);
    void fillMore();
    void createForm(QBoxLayout &column);
    void addEditor(Parameter parameter, QBoxLayout &column);
    void sync();
    void syncVariant(const Variant &variant);
    void tell(const QString &text);
    void store(Parameter parameter);
    void storeForm(int index);
    void storeStrict(bool strict);
    void storeFallbacks();
    [[nodiscard]] QStringList fallbackOffers() const;
    void apply(const SamplingPreset &preset);
    [[nodiscard]] Capabilities capabilities() const;

    ExperimentDocument &m_document;
    Selection &m_selection;
    const Catalog *m_catalog = nullptr;
    QComboBox *m_variant = nullptr;
    PresetMenu *m_presets = nullptr;
    bool m_readOnly = false;
    QLabel *m_note = nullptr; ///< What a preset did.
    QLabel *m_model = nullptr;
    QToolButton *m_moreButton = nullptr;
    QWidget *m_more = nullptr;
    QComboBox *m_form = nullptr;
    QCheckBox *m_strict = nullptr;
    FallbackEditor *m_fallbacks = nullptr; ///< Null until "More samplers" is filled.
    QStringList m_hosted;                  ///< Ids of the models of the catalog, then.
    QList<ParameterEditor *> m_editors;
    QStringList m_shown; ///< Which variant of which file the editors show.
};

} // namespace Tempera
