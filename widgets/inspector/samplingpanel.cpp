// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/samplingpanel.h"

#include "models/experiment/experimentdocument.h"
#include "models/items/variantsmodel.h"
#include "models/pricing/catalog.h"
#include "widgets/common/controls.h"
#include "widgets/common/selection.h"
#include "widgets/inspector/parametercontrol.h"

#include <QComboBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Tempera {

SamplingPanel::SamplingPanel(ExperimentDocument &document, Selection &selection, const Catalog *catalog, QWidget *parent)
    : QScrollArea(parent), m_document(document), m_selection(selection), m_catalog(catalog)
{
    setObjectName(u"sampling"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(new QWidget(this));
    createControls();
    connect(&document, &ExperimentDocument::experimentChanged, this, &SamplingPanel::sync);
    connect(&selection, &Selection::changed, this, &SamplingPanel::sync);
    sync();
}

void SamplingPanel::createControls()
{
    QWidget *content = widget();
    auto *column = new QVBoxLayout(content);
    column->setSpacing(10);
    m_variant = new QComboBox(content);
    m_variant->setObjectName(u"samplingVariant"_s);
    m_variant->setAccessibleName(tr("Variant whose settings are shown"));
    m_variant->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_variant->setMinimumContentsLength(10);
    m_variant->setModel(new VariantsModel(m_document, this));
    connect(m_variant, &QComboBox::activated, &m_selection, &Selection::setVariantIndex);
    m_model = new MutedLabel(content);
    m_model->setWordWrap(true);
    column->addWidget(m_variant);
    column->addWidget(m_model);
    for (const Parameter parameter : allParameters()) {
        if (!ParameterControl::handles(parameter))
            continue;
        auto *control = new ParameterControl(parameter, content);
        connect(control, &ParameterControl::edited, this, &SamplingPanel::store);
        column->addWidget(control);
        m_controls += control;
    }
    m_form = new QComboBox(content);
    m_form->setAccessibleName(tr("How the prompt reaches a local model"));
    letWheelPass(m_form);
    letWheelPass(m_variant);
    m_form->addItem(tr("As a chat"));
    m_form->addItem(tr("As text to continue"));
    m_form->setToolTip(tr("A chat goes through the model's own chat template; a text is continued as it is."));
    connect(m_form, &QComboBox::activated, this, &SamplingPanel::storeForm);
    column->addWidget(m_form);
    column->addStretch(1);
}

ParameterControl *SamplingPanel::control(Parameter parameter) const
{
    for (ParameterControl *each : m_controls) {
        if (each->parameter() == parameter)
            return each;
    }
    return nullptr;
}

void SamplingPanel::focusFirst()
{
    m_variant->setFocus(Qt::ShortcutFocusReason);
}

void SamplingPanel::sync()
{
    const QList<Variant> &variants = m_document.experiment().variants;
    const int index = m_selection.variantIndex();
    widget()->setEnabled(!variants.isEmpty());
    m_variant->setCurrentIndex(variants.isEmpty() ? -1 : index);
    if (variants.isEmpty()) {
        m_model->setText(tr("Add a variant to turn its settings."));
        return;
    }
    const Variant &variant = variants.at(index);
    const Capabilities capabilities = m_catalog ? m_catalog->capabilitiesFor(variant.endpoint) : Capabilities{};
    m_model->setText(variant.endpoint.id);
    m_form->setVisible(variant.endpoint.kind == EndpointKind::Local);
    m_form->setCurrentIndex(variant.form == PromptForm::Chat ? 0 : 1);
    for (ParameterControl *each : std::as_const(m_controls))
        each->show(variant.sampling, capabilities);
}

void SamplingPanel::store(Parameter parameter)
{
    Experiment next = m_document.experiment();
    const int index = m_selection.variantIndex();
    if (index >= next.variants.size())
        return;
    control(parameter)->store(next.variants[index].sampling);
    m_document.edit(std::move(next), tr("Change %1").arg(ParameterControl::title(parameter)),
                    u"sampling %1 %2"_s.arg(index).arg(parameterName(parameter)));
}

void SamplingPanel::storeForm(int index)
{
    Experiment next = m_document.experiment();
    const int variant = m_selection.variantIndex();
    if (variant >= next.variants.size())
        return;
    next.variants[variant].form = index == 0 ? PromptForm::Chat : PromptForm::Continuation;
    m_document.edit(std::move(next), tr("Change how the prompt is given"));
}

} // namespace Tempera
