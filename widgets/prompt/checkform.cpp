// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/prompt/checkform.h"

#include "models/core/sampling.h"
#include "models/core/valuetext.h"
#include "models/items/numbertext.h"
#include "widgets/common/controls.h"
#include "widgets/common/growingedit.h"
#include "widgets/common/numberbox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QScopedValueRollback>

#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();

NumberBox *makeNumber(const QString &name, const NumberFacts &range, NumberBox::Kind kind, QWidget *parent)
{
    auto *box = new NumberBox(parent);
    box->setObjectName(name);
    box->setRange(range, kind);
    ignoreWheelUnlessFocused(box);
    return box;
}

bool isLines(CheckValue value)
{
    return value == CheckValue::Text || value == CheckValue::TextOrJson || value == CheckValue::List
           || value == CheckValue::Schema;
}

} // namespace

CheckForm::CheckForm(QWidget *parent) : QWidget(parent), m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    createHead(m_form);
    createValue(m_form);
    createJudge(m_form);
    createScope(m_form);
    createRest(m_form);
    setCheck({}, false, {});
}

void CheckForm::createHead(QFormLayout *form)
{
    m_kind = new QComboBox(this);
    m_kind->setObjectName(u"checkKind"_s);
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setMinimumContentsLength(14);
    ignoreWheelUnlessFocused(m_kind);
    for (const CheckKind &kind : checkKinds())
        m_kind->addItem(kind.title, kind.type);
    m_negated = new QCheckBox(tr("negate"), this);
    m_negated->setObjectName(u"checkNegated"_s);
    auto *kind = new QHBoxLayout;
    kind->addWidget(m_kind, 1);
    kind->addWidget(m_negated);
    m_kind->setAccessibleName(tr("Kind of check"));
    form->addRow(tr("The answer:"), kind);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &CheckForm::chooseType);
    connect(m_negated, &QCheckBox::toggled, this, &CheckForm::chooseType);
}

void CheckForm::createValue(QFormLayout *form)
{
    m_text = new GrowingEdit(this);
    m_text->setObjectName(u"checkText"_s);
    m_text->setLineLimits(2, 6);
    m_line = new QLineEdit(this);
    m_line->setObjectName(u"checkLine"_s);
    m_line->setMaxLength(std::numeric_limits<int>::max());
    m_reason = new QComboBox(this);
    m_reason->setObjectName(u"checkReason"_s);
    m_reason->setEditable(true);
    m_reason->setAccessibleName(tr("Finish reason"));
    m_reason->addItems({u"stop"_s, u"length"_s, u"tool_calls"_s, u"content_filter"_s});
    ignoreWheelUnlessFocused(m_reason);
    m_range = new QWidget(this);
    const NumberFacts count{.least = 0, .most = unlimited, .step = 1};
    m_least = makeNumber(u"checkLeast"_s, count, NumberBox::Kind::Whole, m_range);
    m_most = makeNumber(u"checkMost"_s, count, NumberBox::Kind::Whole, m_range);
    m_least->setAccessibleName(tr("Minimum"));
    m_most->setAccessibleName(tr("Maximum"));
    auto *row = new QHBoxLayout(m_range);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new QLabel(tr("minimum"), m_range));
    row->addWidget(m_least);
    row->addWidget(new QLabel(tr("maximum"), m_range));
    row->addWidget(m_most);
    row->addStretch(1);
    for (QWidget *field : std::initializer_list<QWidget *>{m_text, m_line, m_reason, m_range})
        form->addRow(field);
    m_threshold = makeNumber(u"checkThreshold"_s, {.least = 0, .most = unlimited, .step = 1}, NumberBox::Kind::Real, this);
    m_thresholdLabel = new QLabel(this);
    m_thresholdLabel->setBuddy(m_threshold);
    form->addRow(m_thresholdLabel, m_threshold);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { takeText(m_text->toPlainText()); });
    connect(m_line, &QLineEdit::textEdited, this, &CheckForm::takeText);
    connect(m_reason, &QComboBox::currentTextChanged, this, &CheckForm::takeText);
    connect(m_least, &NumberBox::edited, this, &CheckForm::takeRange);
    connect(m_most, &NumberBox::edited, this, &CheckForm::takeRange);
    connect(m_threshold, &NumberBox::edited, this, [this] {
        m_check.threshold = m_threshold->value();
        tell();
    });
}

void CheckForm::createJudge(QFormLayout *form)
{
    m_judge = new QLineEdit(this);
    m_judge->setObjectName(u"checkJudge"_s);
    m_judge->setAccessibleName(tr("Judge"));
    m_judge->setPlaceholderText(tr("The experiment's judge"));
    m_judge->setToolTip(tr("The model that judges, such as openai:chat:gpt-4.1 or local:tempera-mini, or the name of a variant. "
                           "Empty: the one that the file names under defaultTest.options.provider."));
    form->addRow(tr("Judge:"), m_judge);
    connect(m_judge, &QLineEdit::textEdited, this, [this](const QString &text) {
        setCheckJudge(m_check, text.trimmed());
        tell();
    });
}

void CheckForm::createScope(QFormLayout *form)
{
    m_scope = new QComboBox(this);
    m_scope->setObjectName(u"checkScope"_s);
    m_scope->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_scope->setMinimumContentsLength(12);
    ignoreWheelUnlessFocused(m_scope);
    m_explanation = new MutedLabel(this);
    m_explanation->setObjectName(u"checkExplanation"_s);
    m_explanation->setWordWrap(true);
    form->addRow(tr("For:"), m_scope);
    form->addRow(m_explanation);
    connect(m_scope, &QComboBox::activated, this, &CheckForm::tell);
}

void CheckForm::createRest(QFormLayout *form)
{
    m_weight = makeNumber(u"checkWeight"_s, {.least = 0, .most = unlimited, .step = 1, .first = 1}, NumberBox::Kind::Real, this);
    m_weight->setToolTip(tr("How much it counts in the score; 0: only for information."));
    m_metric = new QLineEdit(this);
    m_metric->setObjectName(u"checkMetric"_s);
    m_metric->setToolTip(tr("The name of a score that it counts towards; may be empty."));
    m_metric->setAccessibleName(tr("Metric"));
    m_metric->setPlaceholderText(tr("Metric"));
    auto *weight = new QHBoxLayout;
    weight->addWidget(m_weight);
    weight->addWidget(m_metric, 1);
    m_weight->setAccessibleName(tr("Weight"));
    form->addRow(tr("Weight:"), weight);
    connect(m_weight, &NumberBox::edited, this, [this] {
        m_check.weight = m_weight->value().value_or(1);
        tell();
    });
    connect(m_metric, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_check.metric = text.trimmed();
        tell();
    });
}

void CheckForm::setCheck(const CheckSpec &check, bool forAll, const QString &caseTitle)
{
    const QScopedValueRollback showing(m_showing, true);
    m_check = check;
    m_scope->clear();
    if (!caseTitle.isEmpty())
        m_scope->addItem(tr("Only “%1”").arg(caseTitle), false);
    m_scope->addItem(tr("All cases"), true);
    m_scope->setCurrentIndex(std::max(0, m_scope->findData(forAll)));
    m_weight->setValue(check.weight);
    m_metric->setText(check.metric);
    m_negated->setChecked(isNegated(check.type));
    const QString plain = isNegated(check.type) ? check.type.sliced(4) : check.type;
    const int unknown = m_kind->findData(QString());
    if (unknown >= 0)
        m_kind->removeItem(unknown);
    if (m_kind->findData(plain) < 0)
        m_kind->addItem(plain, QString());
    m_kind->setCurrentIndex(m_kind->findData(plain) >= 0 ? m_kind->findData(plain) : m_kind->count() - 1);
    showKind();
}

bool CheckForm::isForAll() const
{
    return m_scope->currentData().toBool();
}

void CheckForm::focusKind()
{
    m_kind->setFocus(Qt::OtherFocusReason);
}

void CheckForm::showKind()
{
    m_kindFacts = checkKind(m_check.type);
    m_explanation->setText(m_kindFacts ? m_kindFacts->explanation : checkProblem(m_check));
    m_negated->setEnabled(m_kindFacts.has_value());
    const CheckValue value = m_kindFacts ? m_kindFacts->value : CheckValue::Text;
    const bool isRange = value == CheckValue::Range && !m_check.value.isString();
    m_form->setRowVisible(m_text, isLines(value));
    m_form->setRowVisible(m_line, value == CheckValue::Pattern || value == CheckValue::Number
                                      || (value == CheckValue::Range && !isRange));
    m_form->setRowVisible(m_reason, value == CheckValue::FinishReason);
    m_form->setRowVisible(m_range, isRange);
    const bool hasThreshold = m_kindFacts && m_kindFacts->threshold != CheckThreshold::None;
    m_form->setRowVisible(m_threshold, hasThreshold);
    m_thresholdLabel->setText(hasThreshold ? m_kindFacts->thresholdTitle + u':' : QString());
    m_threshold->setAccessibleName(hasThreshold ? m_kindFacts->thresholdTitle : QString());
    m_threshold->setUnsetText(hasThreshold && m_kindFacts->threshold == CheckThreshold::Optional ? m_kindFacts->thresholdUnset
                                                                                                 : QString());
    m_form->setRowVisible(m_judge, m_kindFacts && m_kindFacts->asksJudge);
    m_text->setReadOnly(!m_kindFacts);
    m_text->setPlaceholderText(value == CheckValue::List     ? tr("A text on each line")
                               : value == CheckValue::Schema ? tr("A JSON schema; empty: any JSON passes")
                                                             : QString());
    const QString title = value == CheckValue::Pattern  ? tr("Pattern")
                          : value == CheckValue::Number ? tr("Number")
                          : value == CheckValue::List   ? tr("Texts, one a line")
                          : value == CheckValue::Schema ? tr("JSON schema")
                                                        : tr("Text");
    m_text->setAccessibleName(title);
    m_line->setAccessibleName(title);
    m_line->setPlaceholderText(title);
    showValue();
}

void CheckForm::showValue()
{
    const CheckValue kind = m_kindFacts ? m_kindFacts->value : CheckValue::Text;
    const QString text = m_check.value.isDouble() && !isLines(kind) ? numberToText(m_check.value.toDouble(), QLocale())
                                                                    : checkValueToText(kind, m_check.value);
    m_text->replaceText(isLines(kind) ? text : QString());
    m_line->setText(isLines(kind) ? QString() : text);
    m_reason->setEditText(kind == CheckValue::FinishReason ? text : QString());
    const CheckRange range = checkRange(m_check.value);
    m_least->setValue(kind == CheckValue::Range ? range.least : std::nullopt);
    m_most->setValue(kind == CheckValue::Range ? range.most : std::nullopt);
    m_threshold->setValue(m_check.threshold);
    m_judge->setText(checkJudge(m_check));
}

void CheckForm::chooseType()
{
    const QString plain = m_kind->currentData().toString();
    if (m_showing || plain.isEmpty())
        return;
    const CheckValue before = m_kindFacts ? m_kindFacts->value : CheckValue::Text;
    m_check.type = m_negated->isChecked() ? u"not-"_s + plain : plain;
    const std::optional<CheckKind> facts = checkKind(m_check.type);
    if (facts && facts->value != before)
        m_check.value = checkValueFromText(facts->value, checkValueToText(before, m_check.value));
    if (facts && (facts->value == CheckValue::None || facts->value == CheckValue::Range) && facts->value != before)
        m_check.value = QJsonValue();
    if (facts && facts->threshold == CheckThreshold::None)
        m_check.threshold.reset();
    {
        const QScopedValueRollback showing(m_showing, true);
        showKind();
    }
    tell();
}

void CheckForm::takeText(const QString &text)
{
    if (m_showing || !m_kindFacts)
        return;
    const std::optional<double> number = m_kindFacts->value == CheckValue::Number ? wholeFromText(text, QLocale()) : std::nullopt;
    m_check.value = number ? QJsonValue(*number) : checkValueFromText(m_kindFacts->value, text);
    tell();
}

void CheckForm::takeRange()
{
    m_check.value = checkRangeValue({m_least->value(), m_most->value()});
    tell();
}

void CheckForm::tell()
{
    if (!m_showing)
        Q_EMIT edited();
}

} // namespace Tempera
