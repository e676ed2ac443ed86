// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/trustpage.h"

#include "models/text/displaytext.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

enum TrustColumn { ExperimentColumn, MayColumn };

QTreeWidgetItem *grantRow(QTreeWidget *list, const QString &experiment, const QString &may)
{
    auto *row = new QTreeWidgetItem(list, {DisplayText::of(experiment.section(u'/', -1)), DisplayText::of(may)});
    row->setToolTip(ExperimentColumn, DisplayText::of(experiment));
    return row;
}

} // namespace

TrustPage::TrustPage(const TrustAccess &access, QWidget *parent) : QWidget(parent), m_access(access)
{
    auto *intro = new QLabel(
        tr("A key goes only to its provider's own host, an experiment reads only the files of its own folder. These are the "
           "exceptions that you have allowed permanently:"),
        this);
    intro->setTextFormat(Qt::PlainText);
    intro->setWordWrap(true);
    m_list = new QTreeWidget(this);
    m_list->setObjectName(u"trustList"_s);
    m_list->setAccessibleName(tr("What experiments may do"));
    m_list->setRootIsDecorated(false);
    m_list->setHeaderLabels({tr("Experiment"), tr("Allowed to")});
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_nothing = new QLabel(tr("Nothing is allowed beyond that."), this);
    m_nothing->setObjectName(u"trustNothing"_s);
    m_nothing->setTextFormat(Qt::PlainText);
    m_remove = new QPushButton(tr("&Remove"), this);
    m_remove->setObjectName(u"removeTrust"_s);
    m_remove->setToolTip(tr("Withdraws it: the experiment asks again (Del)"));
    m_remove->setAutoDefault(false); // Return belongs to the dialog
    connect(m_remove, &QPushButton::clicked, this, &TrustPage::remove);
    auto *removeKey = new QShortcut(Qt::Key_Delete, m_list);
    removeKey->setContext(Qt::WidgetShortcut);
    connect(removeKey, &QShortcut::activated, this, &TrustPage::remove);
    auto *actions = new QHBoxLayout;
    actions->addWidget(m_remove);
    actions->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->addWidget(intro);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing);
    column->addLayout(actions);
    fill(0);
}

void TrustPage::fill(int current)
{
    const Trust kept = m_access.kept ? m_access.kept() : Trust();
    m_list->clear();
    for (const KeyGrant &grant : kept.keys)
        grantRow(m_list, grant.experiment, tr("send the key %1 to %2").arg(grant.keyName, originOf(grant)));
    for (const FolderGrant &grant : kept.folders)
        grantRow(m_list, grant.experiment, tr("read the files of %1").arg(grant.folder));
    const int rows = m_list->topLevelItemCount();
    if (rows > 0)
        m_list->setCurrentItem(m_list->topLevelItem(qMin(current, rows - 1)));
    m_remove->setEnabled(rows > 0);
    m_nothing->setVisible(rows == 0);
}

void TrustPage::remove()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (row < 0 || !m_access.kept || !m_access.setKept)
        return;
    Trust kept = m_access.kept();
    const auto keys = static_cast<int>(kept.keys.size());
    if (row < keys)
        kept.keys.removeAt(row);
    else
        kept.folders.removeAt(row - keys);
    if (const Result<void> done = m_access.setKept(kept); !done)
        Q_EMIT failed(done.error());
    fill(row);
}

} // namespace Tempera
