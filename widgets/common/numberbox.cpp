// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/numberbox.h"

#include "models/items/numbertext.h"

#include <QLineEdit>
#include <QStyleOptionSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A sum of decimal steps as a person would write it: 0.35 + 0.05 is 0.4.
double withoutNoise(double sum)
{
    constexpr int Digits = 12;
    return QString::number(sum, 'g', Digits).toDouble();
}

} // namespace

NumberBox::NumberBox(QWidget *parent) : QAbstractSpinBox(parent)
{
    setKeyboardTracking(false);
    connect(lineEdit(), &QLineEdit::textEdited, this, &NumberBox::take);
    connect(this, &QAbstractSpinBox::editingFinished, this, &NumberBox::discardTyping);
}

void NumberBox::setRange(const NumberFacts &range, Kind kind)
{
    m_range = range;
    m_kind = kind;
}

void NumberBox::setUnsetText(const QString &text)
{
    lineEdit()->setPlaceholderText(text);
    setAccessibleDescription(text);
    updateGeometry();
}

void NumberBox::setValue(std::optional<double> value)
{
    if (value == m_value && hasFocus())
        return;
    m_value = value;
    discardTyping();
}

bool NumberBox::isUnfinished() const
{
    return !text().trimmed().isEmpty() && !valueOf(text());
}

void NumberBox::discardTyping()
{
    if (const QString text = textOf(m_value); lineEdit()->text() != text)
        lineEdit()->setText(text);
    reportUnfinished();
}

void NumberBox::take(const QString &text)
{
    const std::optional<double> typed = valueOf(text);
    reportUnfinished();
    if (isUnfinished() || typed == m_value)
        return;
    m_value = typed;
    Q_EMIT edited();
}

void NumberBox::reportUnfinished()
{
    if (isUnfinished() == m_wasUnfinished)
        return;
    m_wasUnfinished = isUnfinished();
    Q_EMIT unfinishedChanged(m_wasUnfinished);
}

std::optional<double> NumberBox::valueOf(const QString &text) const
{
    const std::optional<double> number = m_kind == Kind::Whole ? wholeFromText(text, locale()) : realFromText(text, locale());
    return number && m_range.accepts(*number) ? number : std::nullopt;
}

QString NumberBox::textOf(std::optional<double> value) const
{
    return value ? numberToText(*value, locale()) : QString();
}

void NumberBox::stepBy(int steps)
{
    const double from = m_value.value_or(m_range.first);
    const double to = m_value ? withoutNoise(from + steps * m_range.step) : from;
    const double next = std::clamp(to, m_range.least, m_range.most);
    if (next != m_value) {
        m_value = next;
        discardTyping();
        Q_EMIT edited();
    }
    selectAll();
}

QAbstractSpinBox::StepEnabled NumberBox::stepEnabled() const
{
    StepEnabled enabled = StepNone;
    if (isReadOnly())
        return enabled;
    enabled.setFlag(StepUpEnabled, !m_value || *m_value < m_range.most);
    enabled.setFlag(StepDownEnabled, !m_value || *m_value > m_range.least);
    return enabled;
}

QValidator::State NumberBox::validate(QString &text, int &) const
{
    if (valueOf(text))
        return QValidator::Acceptable;
    return mayBecomeNumber(text) ? QValidator::Intermediate : QValidator::Invalid;
}

QSize NumberBox::sizeHint() const
{
    return sizeFor(lineEdit()->placeholderText()).expandedTo(minimumSizeHint());
}

QSize NumberBox::minimumSizeHint() const
{
    return sizeFor(u"0000000"_s);
}

QSize NumberBox::sizeFor(const QString &text) const
{
    ensurePolished();
    QStyleOptionSpinBox option;
    initStyleOption(&option);
    // A line edit keeps a little room beside its text.
    const int width = fontMetrics().horizontalAdvance(text) + 2 * fontMetrics().averageCharWidth();
    return style()->sizeFromContents(QStyle::CT_SpinBox, &option, QSize(width, lineEdit()->sizeHint().height()), this);
}

} // namespace Tempera
