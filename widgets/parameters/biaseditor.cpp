// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/parameters/biaseditor.h"

#include "models/items/numbertext.h"
#include "widgets/common/controls.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableWidget>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int MostVisibleRows = 6;

} // namespace

BiasEditor::BiasEditor(QWidget *parent)
    : ParameterEditor(Parameter::LogitBias, parent), m_table(new QTableWidget(0, 2, this)), m_problem(new MutedLabel(this))
{
    m_table->setObjectName(u"value"_s);
    m_table->setAccessibleName(title(Parameter::LogitBias));
    m_table->setHorizontalHeaderLabels({tr("Token or text"), tr("Bias")});
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_table->verticalHeader()->hide();
    m_table->setTabKeyNavigation(false);
    addBelow(m_table);

    auto *buttons = new QHBoxLayout;
    QToolButton *more = makeToolButton(u"list-add"_s, tr("Add a bias"), this);
    QToolButton *less = makeToolButton(u"list-remove"_s, tr("Remove the selected bias"), this);
    buttons->addWidget(more);
    buttons->addWidget(less);
    buttons->addStretch(1);
    addBelow(buttons);
    m_problem->setObjectName(u"problem"_s);
    m_problem->setWordWrap(true);
    addBelow(m_problem);
    connect(more, &QToolButton::clicked, this, [this] {
        addRow({}, u"-1"_s);
        m_table->setCurrentCell(m_table->rowCount() - 1, 0);
        m_table->setFocus();
        m_table->editItem(m_table->currentItem());
    });
    connect(less, &QToolButton::clicked, this, &BiasEditor::removeCurrent);
    connect(m_table, &QTableWidget::cellChanged, this, &BiasEditor::change);
    fitHeight();
    validate();
}

void BiasEditor::addRow(const QString &token, const QString &bias)
{
    const QSignalBlocker quiet(m_table);
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, 0, new QTableWidgetItem(token));
    m_table->setItem(row, 1, new QTableWidgetItem(bias));
    fitHeight();
}

void BiasEditor::removeCurrent()
{
    if (m_table->currentRow() < 0)
        return;
    {
        const QSignalBlocker quiet(m_table);
        m_table->removeRow(m_table->currentRow());
        fitHeight();
    }
    change();
}

void BiasEditor::change()
{
    validate();
    SamplingSettings typed;
    storeValue(typed);
    notify(typed.isSet(parameter()));
}

void BiasEditor::fitHeight()
{
    const int rows = std::clamp(m_table->rowCount(), 1, MostVisibleRows);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height()
                            + rows * m_table->verticalHeader()->defaultSectionSize() + 2 * m_table->frameWidth());
}

std::optional<LogitBias> BiasEditor::biasIn(int row) const
{
    const QString token = m_table->item(row, 0)->text();
    const QString bias = m_table->item(row, 1)->text().trimmed();
    LogitBias made;
    bool isNumber = false;
    if (bias == tr("never") || bias == "never"_L1) {
        made.bias = -std::numeric_limits<double>::infinity();
        isNumber = true;
    } else {
        const std::optional<double> number = realFromText(bias, locale());
        isNumber = number.has_value();
        made.bias = number.value_or(0);
    }
    bool isId = false;
    const int id = token.startsWith(u'#') ? token.sliced(1).toInt(&isId) : 0;
    if (isId && id >= 0)
        made.token = id;
    else
        made.text = token;
    return isNumber && !token.isEmpty() ? std::optional(made) : std::nullopt;
}

void BiasEditor::validate()
{
    for (int row = 0; row < m_table->rowCount(); ++row) {
        if (!biasIn(row)) {
            m_problem->setText(tr("Row %1 is ignored: it needs a text, and a number or \"never\".").arg(row + 1));
            return;
        }
    }
    m_problem->setText(tr("A text, or # and a token's id. \"never\" bans it."));
}

void BiasEditor::showValue(const SamplingSettings &settings)
{
    SamplingSettings shown;
    storeValue(shown);
    if (shown.logitBias == settings.logitBias)
        return;
    m_table->setRowCount(0);
    for (const LogitBias &each : settings.logitBias) {
        addRow(each.token >= 0 ? u'#' + QString::number(each.token) : each.text,
               std::isinf(each.bias) ? tr("never") : numberToText(each.bias, locale()));
    }
    validate();
}

/// A row that is being written has no bias yet, and stays.
void BiasEditor::showUnset(const QString &text)
{
    m_table->setAccessibleDescription(text);
    SamplingSettings shown;
    storeValue(shown);
    if (shown.isSet(parameter()))
        discardTyping();
}

void BiasEditor::discardTyping()
{
    const QSignalBlocker quiet(m_table);
    m_table->setRowCount(0);
    fitHeight();
    validate();
}

void BiasEditor::storeValue(SamplingSettings &settings) const
{
    for (int row = 0; row < m_table->rowCount(); ++row) {
        if (const std::optional<LogitBias> bias = biasIn(row))
            settings.logitBias += *bias;
    }
}

} // namespace Tempera
