// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/settingspage.h"

#include "models/core/counted.h"
#include "models/items/celltext.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Tempera {

SettingsPage::SettingsPage(QWidget *parent)
    : QDialog(parent),
      m_model(new SettingsTableModel(this)),
      m_table(new QTableView(this)),
      m_only(new QCheckBox(tr("&Only what differs"), this)),
      m_note(new QLabel(this))
{
    setObjectName(u"comparedSettings"_s);
    setWindowTitle(tr("Settings Compared"));
    m_table->setObjectName(u"comparedSettingsTable"_s);
    m_table->setAccessibleName(tr("Settings of the baseline and of the variants"));
    m_table->setModel(m_model);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setDefaultSectionSize(fontMetrics().averageCharWidth() * 26);
    m_table->horizontalHeader()->setAccessibleName(tr("Variants"));
    m_table->verticalHeader()->setAccessibleName(tr("Settings"));
    m_only->setObjectName(u"onlyDifferentSettings"_s);
    m_only->setChecked(true);
    m_note->setObjectName(u"comparedSettingsNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_only, &QCheckBox::toggled, m_model, &SettingsTableModel::setOnlyDifferences);
    connect(m_model, &QAbstractItemModel::modelReset, this, &SettingsPage::say);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_only);
    column->addWidget(m_table, 1);
    column->addWidget(m_note);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().lineSpacing() * 24);
    m_table->setFocus();
    say();
}

void SettingsPage::showSettings(const QList<SettingsColumn> &columns)
{
    m_model->setColumns(columns);
}

void SettingsPage::say()
{
    const int same = m_model->sameSettings();
    m_note->setText(counted(tr("%1 setting(s) are the same.", nullptr, countForm(same)), same).arg(CellText::number(same)));
}

} // namespace Tempera
