// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/samplingpanel.h"

#include "models/experiment/experimentdocument.h"
#include "models/items/hostedmodelid.h"
#include "models/items/variantsmodel.h"
#include "models/pricing/catalog.h"
#include "widgets/common/controls.h"
#include "widgets/common/firstpaint.h"
#include "widgets/common/keyboardorder.h"
#include "widgets/common/selection.h"
#include "widgets/inspector/presetmenu.h"
#include "widgets/parameters/biaseditor.h"
#include "widgets/parameters/fallbackeditor.h"
#include "widgets/parameters/ordereditor.h"
#include "widgets/parameters/parametercontrol.h"
#include "widgets/parameters/ruletexteditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// What is always in sight.
const QList<Parameter> &basics()
{
    using enum Parameter;
    static const QList<Parameter> list{Temperature, TopK, TopP, MinP, RepeatPenalty, Seed, MaxTokens, Stop};
    return list;
}

/// Parameters that belong together, under one head.
struct Section {
    QString title;
    QList<Parameter> parameters;
};

QList<Section> sections()
{
    using enum Parameter;
    return {{SamplingPanel::tr("Truncation"), {TypicalP, TopNSigma, XtcProbability, XtcThreshold}},
            {SamplingPanel::tr("Repetition"),
             {RepeatLastN, FrequencyPenalty, PresencePenalty, DryMultiplier, DryBase, DryAllowedLength, DryPenaltyLastN,
              DrySequenceBreakers}},
            {SamplingPanel::tr("Dynamic temperature"), {DynatempRange, DynatempExponent}},
            {SamplingPanel::tr("Mirostat"), {Mirostat, MirostatTau, MirostatEta}},
            {SamplingPanel::tr("Output format"), {JsonSchema, Grammar, LogitBias}},
            {SamplingPanel::tr("Order"), {Samplers}}};
}

ParameterEditor *makeEditor(Parameter parameter, QWidget *parent)
{
    switch (parameter) {
    case Parameter::Samplers: return new OrderEditor(parent);
    case Parameter::LogitBias: return new BiasEditor(parent);
    case Parameter::Grammar:
    case Parameter::JsonSchema: return new RuleTextEditor(parameter, parent);
    default: return new ParameterControl(parameter, parent);
    }
}

QLabel *makeHead(const QString &text, QWidget *parent)
{
    auto *head = new QLabel(text, parent);
    QFont font = head->font();
    font.setBold(true);
    head->setFont(font);
    head->setContentsMargins(0, 6, 0, 0);
    return head;
}

} // namespace

SamplingPanel::SamplingPanel(ExperimentDocument &document, Selection &selection, const Catalog *catalog, QWidget *parent)
    : QScrollArea(parent), m_document(document), m_selection(selection), m_catalog(catalog)
{
    setObjectName(u"sampling"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidget(new QWidget(this));
    auto *column = new QVBoxLayout(widget());
    column->setSpacing(10);
    createHead(*column);
    for (const Parameter parameter : basics())
        addEditor(parameter, *column);
    createForm(*column);
    createMore(*column);
    column->addStretch(1);
    connect(&document, &ExperimentDocument::experimentChanged, this, &SamplingPanel::sync);
    connect(&selection, &Selection::changed, this, &SamplingPanel::sync);
    sync();
}

void SamplingPanel::createHead(QBoxLayout &column)
{
    m_variant = new QComboBox(widget());
    m_variant->setObjectName(u"samplingVariant"_s);
    m_variant->setAccessibleName(tr("Variant whose settings are shown"));
    m_variant->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_variant->setMinimumContentsLength(10);
    m_variant->setModel(new VariantsModel(m_document, this));
    ignoreWheelUnlessFocused(m_variant);
    connect(m_variant, &QComboBox::activated, &m_selection, &Selection::setVariantIndex);
    m_presets = new PresetMenu(widget());
    connect(m_presets, &PresetMenu::chosen, this, &SamplingPanel::apply);
    connect(m_presets, &PresetMenu::told, this, &SamplingPanel::tell);
    auto *row = new QHBoxLayout;
    row->addWidget(m_variant, 1);
    row->addWidget(m_presets);
    column.addLayout(row);
    m_model = new MutedLabel(widget());
    m_model->setWordWrap(true);
    column.addWidget(m_model);
    m_note = new MutedLabel(widget());
    m_note->setObjectName(u"presetNote"_s);
    m_note->setWordWrap(true);
    m_note->hide();
    column.addWidget(m_note);
}

void SamplingPanel::createMore(QBoxLayout &column)
{
    m_moreButton = new QToolButton(widget());
    m_moreButton->setObjectName(u"moreSamplers"_s);
    m_moreButton->setCheckable(true);
    m_moreButton->setAutoRaise(true);
    m_moreButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_moreButton->setArrowType(Qt::RightArrow);
    m_moreButton->setFocusPolicy(Qt::TabFocus);
    column.addWidget(m_moreButton);
    m_more = new QWidget(widget());
    auto *inner = new QVBoxLayout(m_more);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(10);
    m_more->hide();
    column.addWidget(m_more);
    // What is folded away is made after the first picture, or when it is asked for before that.
    afterFirstPaint(viewport(), [this] { fillMore(); });
    connect(m_moreButton, &QToolButton::toggled, this, [this](bool open) {
        fillMore();
        m_moreButton->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_more->setVisible(open);
    });
}

void SamplingPanel::fillMore()
{
    auto *inner = static_cast<QVBoxLayout *>(m_more->layout());
    if (inner->count() > 0)
        return;
    for (const Section &section : sections()) {
        inner->addWidget(makeHead(section.title, m_more));
        for (const Parameter parameter : section.parameters)
            addEditor(parameter, *inner);
    }
    inner->addWidget(makeHead(tr("Fallback"), m_more));
    m_fallbacks = new FallbackEditor(m_more);
    for (const Capabilities &model : m_catalog ? m_catalog->all() : QList<Capabilities>()) {
        if (const QString id = hostedModelId(model); !id.isEmpty())
            m_hosted += id;
    }
    connect(m_fallbacks, &FallbackEditor::edited, this, &SamplingPanel::storeFallbacks);
    inner->addWidget(m_fallbacks);
    // Made later than what follows them in the window, they would be reached last.
    QWidget *before = m_moreButton;
    for (QWidget *each : m_more->findChildren<QWidget *>()) {
        if ((each->focusPolicy() & Qt::TabFocus) != 0 && !each->focusProxy()) {
            setTabOrder(before, each);
            before = each;
        }
    }
    sync();
}

void SamplingPanel::createForm(QBoxLayout &column)
{
    m_form = new QComboBox(widget());
    m_form->setAccessibleName(tr("How a local model gets the prompt"));
    ignoreWheelUnlessFocused(m_form);
    m_form->addItem(tr("As a chat"));
    m_form->addItem(tr("As text to continue"));
    m_form->setToolTip(tr("A chat goes through the model's own chat template; a text is continued as it is."));
    connect(m_form, &QComboBox::activated, this, &SamplingPanel::storeForm);
    column.addWidget(m_form);
    m_strict = new QCheckBox(tr("Strict: bit-identical repeats"), widget());
    m_strict->setObjectName(u"strict"_s);
    m_strict->setToolTip(
        tr("An identical request gives the same answer bit for bit, whatever else runs. Slower: its tokens are not batched with "
           "those of other answers."));
    connect(m_strict, &QCheckBox::clicked, this, &SamplingPanel::storeStrict);
    column.addWidget(m_strict);
}

void SamplingPanel::addEditor(Parameter parameter, QBoxLayout &column)
{
    ParameterEditor *editor = makeEditor(parameter, column.parentWidget());
    connect(editor, &ParameterEditor::edited, this, &SamplingPanel::store);
    column.addWidget(editor);
    m_editors += editor;
}

ParameterEditor *SamplingPanel::editor(Parameter parameter)
{
    if (!basics().contains(parameter))
        fillMore();
    const auto found = std::ranges::find(m_editors, parameter, &ParameterEditor::parameter);
    return found == m_editors.end() ? nullptr : *found;
}

ParameterControl *SamplingPanel::control(Parameter parameter)
{
    return qobject_cast<ParameterControl *>(editor(parameter));
}

void SamplingPanel::focusFirst()
{
    m_variant->setFocus(Qt::ShortcutFocusReason);
}

void SamplingPanel::focusParameter(Parameter parameter)
{
    ParameterEditor *wanted = editor(parameter);
    if (!wanted)
        return;
    if (m_more->isAncestorOf(wanted))
        showMore(true);
    const QWidgetList stops = inReadingOrder(*wanted);
    auto *value = wanted->findChild<QWidget *>(u"value"_s);
    // What is refused has no value to type; its box says why.
    reveal(value && value->isEnabled() ? value : stops.value(0, wanted));
}

void SamplingPanel::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    sync();
}

void SamplingPanel::showMore(bool open)
{
    m_moreButton->setChecked(open);
}

Capabilities SamplingPanel::capabilities() const
{
    const QList<Variant> &variants = m_document.experiment().variants;
    const int index = m_selection.variantIndex();
    return m_catalog && index < variants.size() ? m_catalog->providerFor(variants.at(index).endpoint).capabilities
                                                : Capabilities{};
}

void SamplingPanel::sync()
{
    const QList<Variant> &variants = m_document.experiment().variants;
    const int index = m_selection.variantIndex();
    widget()->setEnabled(!variants.isEmpty() && !m_readOnly);
    m_variant->setCurrentIndex(variants.isEmpty() ? -1 : index);
    tell({});
    if (variants.isEmpty())
        m_model->setText(tr("Add a variant to change its settings."));
    else
        syncVariant(variants.at(index));
}

void SamplingPanel::syncVariant(const Variant &variant)
{
    const Capabilities model = capabilities();
    const QStringList shown{m_document.path(), QString::number(m_selection.variantIndex()), variant.endpoint.id, variant.label};
    const bool changed = std::exchange(m_shown, shown) != shown;
    m_model->setText(variant.endpoint.shownId());
    m_form->setVisible(variant.endpoint.kind == EndpointKind::Local);
    m_form->setCurrentIndex(variant.form == PromptForm::Chat ? 0 : 1);
    m_strict->setVisible(variant.endpoint.kind == EndpointKind::Local);
    m_strict->setChecked(variant.strict);
    for (ParameterEditor *each : std::as_const(m_editors)) {
        if (changed)
            each->forget();
        each->show(variant.sampling, model, variant.endpoint.kind);
    }
    const FallbackRules fallbacks = fallbackRules(variant);
    if (m_fallbacks) {
        if (changed)
            m_fallbacks->forget();
        m_fallbacks->show(fallbacks, fallbackOffers());
    }
    int hidden = fallbacks.isEmpty() ? 0 : 1;
    for (const Section &section : sections()) {
        for (const Parameter parameter : section.parameters)
            hidden += variant.sampling.isSet(parameter);
    }
    m_moreButton->setText(hidden == 0 ? tr("More samplers") : tr("More samplers (%n set)", nullptr, hidden));
    m_moreButton->setAccessibleName(m_moreButton->text());
    m_presets->setCurrent(variant.sampling, model);
}

void SamplingPanel::tell(const QString &text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

void SamplingPanel::store(Parameter parameter)
{
    Experiment next = m_document.experiment();
    const int index = m_selection.variantIndex();
    if (index >= next.variants.size())
        return;
    editor(parameter)->store(next.variants[index].sampling);
    m_document.edit(std::move(next), tr("Change %1").arg(ParameterEditor::title(parameter)),
                    u"sampling %1 %2"_s.arg(index).arg(parameterName(parameter)));
}

void SamplingPanel::apply(const SamplingPreset &preset)
{
    Experiment next = m_document.experiment();
    const int index = m_selection.variantIndex();
    if (index >= next.variants.size())
        return;
    const Capabilities model = capabilities();
    const AppliedPreset applied = withPreset(next.variants[index].sampling, preset, model);
    next.variants[index].sampling = applied.settings;
    m_document.edit(std::move(next), tr("Apply preset %1").arg(preset.name));
    QStringList names;
    for (const Parameter parameter : applied.leftOut)
        names += ParameterEditor::title(parameter);
    if (!names.isEmpty())
        tell(tr("This model does not take %1; the rest of \"%2\" is set.").arg(names.join(u", "_s), preset.name));
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

void SamplingPanel::storeStrict(bool strict)
{
    Experiment next = m_document.experiment();
    const int variant = m_selection.variantIndex();
    if (variant >= next.variants.size())
        return;
    next.variants[variant].strict = strict;
    m_document.edit(std::move(next), strict ? tr("Turn strict mode on") : tr("Turn strict mode off"));
}

void SamplingPanel::storeFallbacks()
{
    Experiment next = m_document.experiment();
    const int index = m_selection.variantIndex();
    if (index >= next.variants.size())
        return;
    setFallbackRules(next.variants[index], m_fallbacks->rules());
    m_document.edit(std::move(next), tr("Change the fallbacks"));
}

/// The other variants, then the models of the catalog.
QStringList SamplingPanel::fallbackOffers() const
{
    QStringList offers;
    const QList<Variant> &variants = m_document.experiment().variants;
    for (qsizetype i = 0; i < variants.size(); ++i) {
        if (i != m_selection.variantIndex())
            offers += variants.at(i).label.isEmpty() ? variants.at(i).endpoint.id : variants.at(i).label;
    }
    offers += m_hosted;
    offers.removeDuplicates();
    return offers;
}

} // namespace Tempera
