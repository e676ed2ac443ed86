// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/caseswitcher.h"

#include "models/experiment/experimentdocument.h"
#include "models/items/celltext.h"
#include "models/items/titlesmodel.h"
#include "widgets/common/controls.h"
#include "widgets/common/selection.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace Tempera {

CaseSwitcher::CaseSwitcher(ExperimentDocument &document, Selection &selection, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_selection(selection),
      m_previous(new QAction(QIcon::fromTheme(u"go-previous"_s), tr("Previous Case"), this)),
      m_next(new QAction(QIcon::fromTheme(u"go-next"_s), tr("Next Case"), this)),
      m_cases(new QComboBox(this)),
      m_position(new MutedLabel(this)),
      m_repeatLabel(new OneLineLabel(OneLineLabel::Ink::Usual, this)),
      m_repeat(new QSpinBox(this))
{
    m_previous->setObjectName(u"case_previous"_s);
    m_next->setObjectName(u"case_next"_s);
    m_previous->setShortcut(Qt::CTRL | Qt::Key_PageUp);
    m_next->setShortcut(Qt::CTRL | Qt::Key_PageDown);
    m_cases->setObjectName(u"cases"_s);
    m_cases->setAccessibleName(tr("Compared case"));
    m_cases->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_cases->setMinimumContentsLength(3);
    m_cases->setModel(new TitlesModel(document, this));
    m_repeatLabel->setText(tr("Repeat"));
    m_repeatLabel->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_repeatLabel->setMinimumWidth(1); // it gives way first: the box says what it is, too
    m_repeat->setAccessibleName(tr("Compared repeat"));
    m_repeat->setToolTip(m_repeat->accessibleName());
    m_repeat->setMinimum(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (QAction *action : {m_previous, m_next}) {
        QToolButton *button = makeToolButton({}, action->text(), this);
        button->setDefaultAction(action);
        row->addWidget(button);
    }
    row->insertWidget(1, m_cases, 1);
    row->addWidget(m_position);
    row->addWidget(m_repeatLabel);
    row->addWidget(m_repeat);
    connect(m_previous, &QAction::triggered, this, [this] { m_selection.setCaseIndex(m_selection.caseIndex() - 1); });
    connect(m_next, &QAction::triggered, this, [this] { m_selection.setCaseIndex(m_selection.caseIndex() + 1); });
    connect(m_cases, &QComboBox::activated, &selection, &Selection::setCaseIndex);
    connect(m_repeat, &QSpinBox::valueChanged, this, [this](int value) { m_selection.setRepeat(value - 1); });
    connect(&selection, &Selection::changed, this, &CaseSwitcher::sync);
    connect(&document, &ExperimentDocument::experimentChanged, this, &CaseSwitcher::sync);
    sync();
}

void CaseSwitcher::sync()
{
    const Experiment &experiment = m_document.experiment();
    const int cases = static_cast<int>(experiment.cases.size());
    const int index = m_selection.caseIndex();
    m_cases->setCurrentIndex(cases == 0 ? -1 : index);
    m_cases->setPlaceholderText(tr("No variables: one case"));
    m_cases->setEnabled(cases > 1);
    m_position->setText(cases > 1 ? tr("%1 of %2").arg(CellText::number(index + 1), CellText::number(cases)) : QString());
    m_previous->setEnabled(index > 0);
    m_next->setEnabled(index + 1 < cases);
    const bool repeats = experiment.repeat > 1;
    m_repeatLabel->setVisible(repeats);
    m_repeat->setVisible(repeats);
    const QSignalBlocker quiet(m_repeat);
    m_repeat->setMaximum(qMax(1, experiment.repeat));
    if (m_repeat->value() != m_selection.repeat() + 1)
        m_repeat->setValue(m_selection.repeat() + 1);
}

} // namespace Tempera
