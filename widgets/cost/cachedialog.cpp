// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/cost/cachedialog.h"

#include "models/core/counted.h"
#include "models/items/cachemodel.h"
#include "models/items/cachetext.h"
#include "models/items/celltext.h"
#include "widgets/common/controls.h"
#include "widgets/common/tablecopy.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// The ledger is asked when somebody who types has paused.
constexpr std::chrono::milliseconds searchPause{150};

} // namespace

CacheDialog::CacheDialog(CacheBrowser &cache, QWidget *parent) : OrderedDialog(parent), m_model(new CacheModel(cache, this))
{
    setObjectName(u"cacheDialog"_s);
    setWindowTitle(tr("Response Cache"));
    auto *intro =
        new QLabel(tr("A hosted model is not asked twice for the same: where temperature 0 or a seed says that the same "
                      "response is wanted, the one that is kept is taken, and costs nothing."),
                   this);
    intro->setTextFormat(Qt::PlainText);
    intro->setWordWrap(true);
    m_search = new QLineEdit(this);
    m_search->setObjectName(u"cacheSearch"_s);
    m_search->setAccessibleName(tr("Search in prompts, responses and models"));
    m_search->setPlaceholderText(m_search->accessibleName());
    m_search->setClearButtonEnabled(true);
    auto *pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(searchPause);
    connect(m_search, &QLineEdit::textChanged, pause, qOverload<>(&QTimer::start));
    connect(pause, &QTimer::timeout, this, [this] { m_model->setSearch(m_search->text().trimmed()); });
    createTable();
    m_more = new MutedLabel(this);
    m_more->setObjectName(u"cacheMore"_s);
    m_sum = new QLabel(this);
    m_sum->setObjectName(u"cacheSum"_s);
    m_sum->setTextFormat(Qt::PlainText);
    m_sum->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(intro);
    column->addWidget(m_search);
    column->addWidget(m_table, 1);
    column->addWidget(m_more);
    column->addWidget(m_sum);
    createButtons();
    resize(fontMetrics().averageCharWidth() * 130, fontMetrics().lineSpacing() * 30);
    connect(m_model, &CacheModel::loaded, this, &CacheDialog::showPage);
    connect(m_model, &CacheModel::failed, this, [this](const Error &error) { m_sum->setText(errorMessage(error)); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CacheDialog::update);
    m_more->hide();
    update();
    m_search->setFocus();
    reload();
}

void CacheDialog::createTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(u"cacheTable"_s);
    m_table->setAccessibleName(tr("Responses that are kept"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setAccessibleName(tr("Columns of the table"));
    m_table->horizontalHeader()->setSectionResizeMode(CacheModel::Prompt, QHeaderView::Stretch);
    enableTableCopy(m_table);
    auto *removeKey = new QShortcut(Qt::Key_Delete, m_table);
    removeKey->setContext(Qt::WidgetShortcut);
    connect(removeKey, &QShortcut::activated, this, &CacheDialog::removeChosen);
}

void CacheDialog::createButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_remove = buttons->addButton(tr("&Delete"), QDialogButtonBox::ActionRole);
    m_remove->setObjectName(u"removeAnswers"_s);
    m_clear = buttons->addButton(tr("Delete &All…"), QDialogButtonBox::ActionRole);
    m_clear->setObjectName(u"clearAnswers"_s);
    for (QPushButton *button : {m_remove, m_clear})
        button->setAutoDefault(false); // Return in the search ends nothing
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(m_remove, &QPushButton::clicked, this, &CacheDialog::removeChosen);
    connect(m_clear, &QPushButton::clicked, this, &CacheDialog::askToClear);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
}

void CacheDialog::reload()
{
    m_model->reload();
}

void CacheDialog::showPage()
{
    m_sum->setText(CacheText::totals(m_model->totals()));
    const int shown = m_model->rowCount();
    QString more;
    if (m_model->hasMore())
        more = counted(tr("Only the newest %1 response(s) are listed.", nullptr, countForm(shown)), shown)
                   .arg(CellText::number(shown));
    else if (shown == 0)
        more = m_model->search().isEmpty() ? tr("Nothing is kept yet.") : tr("Nothing that is kept fits.");
    m_more->setText(more);
    m_more->setVisible(!more.isEmpty());
    if (shown > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
    update();
}

void CacheDialog::removeChosen()
{
    QList<int> rows;
    for (const QModelIndex &row : m_table->selectionModel()->selectedRows())
        rows += row.row();
    m_model->remove(rows);
}

void CacheDialog::askToClear()
{
    const auto all = m_model->totals().answers;
    auto *box = new QMessageBox(this);
    box->setObjectName(u"clearCacheQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setWindowTitle(tr("Delete All Responses"));
    box->setTextFormat(Qt::PlainText);
    box->setText(counted(tr("%1 kept response(s) are deleted. What is asked again then is paid again. Runs in the ledger stay as "
                            "they are.",
                            nullptr, countForm(all)),
                         all)
                     .arg(CellText::number(all)));
    QPushButton *yes = box->addButton(tr("Delete &All"), QMessageBox::DestructiveRole);
    yes->setObjectName(u"clearAnswersNow"_s);
    QPushButton *no = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    connect(yes, &QPushButton::clicked, m_model, &CacheModel::clear);
    box->open();
}

void CacheDialog::update()
{
    m_remove->setEnabled(m_table->selectionModel()->hasSelection());
    m_clear->setEnabled(m_model->totals().answers > 0);
}

} // namespace Tempera
