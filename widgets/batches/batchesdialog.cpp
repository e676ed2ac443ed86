// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/batches/batchesdialog.h"

#include "models/items/batchesmodel.h"
#include "widgets/common/controls.h"
#include "widgets/common/tablecopy.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {

BatchesDialog::BatchesDialog(BatchBook &book, QWidget *parent)
    : OrderedDialog(parent), m_book(book), m_model(new BatchesModel(book, this))
{
    setObjectName(u"batchesDialog"_s);
    setWindowTitle(tr("Batches"));
    auto *intro =
        new QLabel(tr("Batches are answered within a day, and asked for now and then while the window is open. They stand in "
                      "the ledger: the window may be closed meanwhile."),
                   this);
    intro->setTextFormat(Qt::PlainText);
    intro->setWordWrap(true);
    m_empty =
        makeEmptyState(tr("No batch was sent yet. Run → Submit as Batch… sends the open experiment to its providers at batch "
                          "price, and its answers are fetched here."),
                       this);
    m_empty->setObjectName(u"batchesEmpty"_s);
    m_told = new QLabel(this);
    m_told->setObjectName(u"batchesTold"_s);
    m_told->setTextFormat(Qt::PlainText);
    m_told->setWordWrap(true);
    m_told->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_told->setAccessibleName(tr("What came of it"));
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(u"batchesProgress"_s);
    m_progress->setAccessibleName(tr("Answers that are merged"));
    createTable();
    auto *column = new QVBoxLayout(this);
    column->addWidget(intro);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_progress);
    column->addWidget(m_told);
    createButtons();
    resize(fontMetrics().averageCharWidth() * 150, fontMetrics().lineSpacing() * 26);
    connect(&book, &BatchBook::loaded, this, &BatchesDialog::showLoaded);
    connect(&book, &BatchBook::changed, this, &BatchesDialog::update);
    connect(&book, &BatchBook::askingChanged, this, &BatchesDialog::update);
    connect(&book, &BatchBook::failed, this, [this](const Error &error) { tell(errorMessage(error)); });
    connect(&book, &BatchBook::notTold, this, [this](const BatchRecord &batch, const Error &error) {
        tell(tr("%1: %2", "a batch and what went wrong").arg(m_model->runTitle(batch.run), errorMessage(error)));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &BatchesDialog::update);
    m_told->hide();
    endFetching();
    showLoaded();
}

void BatchesDialog::createTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(u"batchesTable"_s);
    m_table->setAccessibleName(tr("Batches that were sent"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setAccessibleName(tr("Columns of the table"));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setMaximumSectionSize(fontMetrics().averageCharWidth() * 40); // a title may be long
    enableTableCopy(m_table);
    auto *cancelKey = new QShortcut(Qt::Key_Delete, m_table);
    cancelKey->setContext(Qt::WidgetShortcut);
    connect(cancelKey, &QShortcut::activated, this, &BatchesDialog::askToCancel);
    auto *refreshKey = new QShortcut(QKeySequence::Refresh, this);
    connect(refreshKey, &QShortcut::activated, this, &BatchesDialog::refresh);
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT runRequested(m_model->batch(index.row()).run); });
}

void BatchesDialog::createButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    const auto add = [this, buttons](const QString &name, const QString &text, const QString &tip) {
        QPushButton *button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setObjectName(name);
        button->setToolTip(tip);
        button->setAutoDefault(false);
        return button;
    };
    m_refresh = add(u"refreshBatches"_s, tr("&Refresh"), tr("Asks the providers how far the batches are (F5)"));
    m_fetch =
        add(u"fetchBatch"_s, tr("&Fetch Answers"), tr("Merges the answers of all batches of this run into it, and judges them"));
    m_cancel = add(u"cancelBatch"_s, tr("&Cancel Batch…"), tr("Ends what is under way (Delete)"));
    m_show = add(u"showBatchRun"_s, tr("&Show Run"), tr("Shows the run of this batch in the window (Enter)"));
    m_stop = add(u"stopFetching"_s, tr("S&top"), tr("Stops judging; what is merged by then stays"));
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(m_refresh, &QPushButton::clicked, this, &BatchesDialog::refresh);
    connect(m_fetch, &QPushButton::clicked, this, [this] {
        if (const QList<BatchRecord> rows = chosen(); !rows.isEmpty())
            Q_EMIT fetchRequested(rows.constFirst().run);
    });
    connect(m_cancel, &QPushButton::clicked, this, &BatchesDialog::askToCancel);
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (const QList<BatchRecord> rows = chosen(); !rows.isEmpty())
            Q_EMIT runRequested(rows.constFirst().run);
    });
    connect(m_stop, &QPushButton::clicked, this, &BatchesDialog::stopRequested);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
}

void BatchesDialog::tell(const QString &text)
{
    m_told->setText(text);
    m_told->setVisible(!text.isEmpty());
}

void BatchesDialog::showFetching(int done, int all)
{
    m_isFetching = true;
    m_progress->setRange(0, all);
    m_progress->setValue(done);
    m_progress->show();
    m_stop->show();
    update();
}

void BatchesDialog::endFetching()
{
    m_isFetching = false;
    m_progress->hide();
    m_stop->hide();
    update();
}

/// Of the rows that are selected, from the top.
QList<BatchRecord> BatchesDialog::chosen() const
{
    QList<int> rows;
    for (const QModelIndex &row : m_table->selectionModel()->selectedRows())
        rows += row.row();
    std::ranges::sort(rows);
    QList<BatchRecord> batches;
    for (const int row : std::as_const(rows))
        batches += m_model->batch(row);
    return batches;
}

void BatchesDialog::refresh()
{
    tell({});
    if (std::ranges::any_of(m_book.batches(), &isUnderWay))
        m_book.ask(BatchRound::Errand::Refresh, m_book.batches());
    else
        m_book.reload(); // another program may have sent some
}

/// It cannot be taken back.
void BatchesDialog::askToCancel()
{
    const QList<BatchRecord> batches = chosen();
    if (std::ranges::none_of(batches, &isUnderWay))
        return;
    auto *box = new QMessageBox(this);
    box->setObjectName(u"cancelBatchQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setWindowTitle(tr("Cancel Batch"));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("The batch is cancelled. What was answered by then must be paid and can be fetched; the rest is not asked."));
    QPushButton *yes = box->addButton(tr("&Cancel the Batch"), QMessageBox::DestructiveRole);
    yes->setObjectName(u"cancelBatchNow"_s);
    QPushButton *no = box->addButton(tr("&Let It Go On"), QMessageBox::RejectRole);
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    connect(yes, &QPushButton::clicked, this, [this, batches] {
        tell({});
        m_book.ask(BatchRound::Errand::Cancel, batches);
    });
    box->open();
}

void BatchesDialog::showLoaded()
{
    const bool hasBatches = m_model->rowCount() > 0;
    m_table->setVisible(hasBatches);
    m_empty->setVisible(!hasBatches && m_book.isLoaded());
    if (hasBatches && !m_table->selectionModel()->hasSelection()) {
        m_table->setCurrentIndex(m_model->index(0, 0));
        m_table->setFocus();
    }
    update();
}

void BatchesDialog::update()
{
    const QList<BatchRecord> batches = chosen();
    const bool isFree = !m_isFetching && !m_book.isAsking();
    m_refresh->setEnabled(!m_book.isAsking());
    m_fetch->setEnabled(isFree && !batches.isEmpty() && !m_book.isMerged(batches.constFirst().run));
    m_cancel->setEnabled(isFree && std::ranges::any_of(batches, &isUnderWay));
    m_show->setEnabled(!batches.isEmpty());
}

} // namespace Tempera
