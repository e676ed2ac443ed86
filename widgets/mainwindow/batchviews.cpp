// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/batchviews.h"

#include "models/items/batchtext.h"
#include "models/session/batchscope.h"
#include "models/session/batchsubmission.h"
#include "widgets/batches/batchesdialog.h"
#include "widgets/batches/submitbatchdialog.h"

#include <QAction>
#include <QIcon>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {

BatchViews::BatchViews(const WindowContext &context, QWidget *window)
    : QObject(window),
      m_context(context),
      m_window(window),
      m_batches{context.session.store, context.session.clock, context.batches.service, context.batches.store},
      m_submitAction(new QAction(QIcon::fromTheme(u"document-send"_s), tr("Submit as &Batch…"), this)),
      m_listAction(new QAction(tr("Batc&hes…"), this))
{
    const bool hasBatches = m_batches.service && m_batches.store && m_batches.runs;
    m_submitAction->setObjectName(u"batch_submit"_s);
    m_submitAction->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_U);
    m_submitAction->setToolTip(tr("Send all cells together to be answered within a day at a lower price"));
    m_listAction->setObjectName(u"batch_list"_s);
    m_listAction->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_A);
    m_listAction->setToolTip(tr("How far batches are that were sent; fetch their answers"));
    for (QAction *action : actions())
        action->setEnabled(hasBatches);
    if (!hasBatches)
        return;
    m_book = new BatchBook(m_batches, this);
    connect(m_submitAction, &QAction::triggered, this, &BatchViews::submit);
    connect(m_listAction, &QAction::triggered, this, &BatchViews::showList);
    connect(m_book, &BatchBook::runIsOver, this, &BatchViews::tellOver);
}

BatchViews::~BatchViews() = default;

void BatchViews::follow()
{
    if (!m_book || m_watch)
        return;
    m_watch = new BatchWatch(*m_book, this);
    m_book->reload();
}

bool BatchViews::isSending() const
{
    return m_submit && m_submit->isSending();
}

void BatchViews::submit()
{
    if (m_gate)
        m_gate([this] { showSubmit(); });
    else
        showSubmit();
}

void BatchViews::showSubmit()
{
    if (m_submit) {
        m_submit->raise();
        m_submit->activateWindow();
        return;
    }
    RunOptions options;
    options.experimentPath = m_context.document->origin();
    options.maxCost = m_context.state.budget;
    if (m_context.limits)
        options.limits = m_context.limits();
    m_submit = new SubmitBatchDialog(m_context.session, m_batches, m_window);
    m_submit->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_submit, &SubmitBatchDialog::sending, this, [this] {
        if (m_context.session.engineFor) // a run begins: what was refused for the one before is asked again
            (void)m_context.session.engineFor(m_context.document->origin());
    });
    connect(m_submit, &SubmitBatchDialog::sent, this, &BatchViews::takeSent);
    m_submit->open();
    m_submit->plan(m_context.document->loaded(), options);
}

void BatchViews::takeSent(const BatchSubmission &submission)
{
    m_book->reload();
    Q_EMIT runsChanged();
    if (submission.error())
        return; // which the dialog shows
    if (!submission.sent().isEmpty())
        showList();
    Q_EMIT sendingEnded();
}

void BatchViews::showList()
{
    if (!m_list) {
        m_list = new BatchesDialog(*m_book, m_window);
        m_list->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_list, &BatchesDialog::fetchRequested, this, &BatchViews::fetch);
        connect(m_list, &BatchesDialog::stopRequested, this, [this] {
            if (m_merge)
                m_merge->stop();
        });
        connect(m_list, &BatchesDialog::runRequested, this, &BatchViews::runRequested);
        showProgress();
        m_book->reload(); // another program may have sent some
    }
    m_list->show();
    m_list->raise();
    m_list->activateWindow();
}

void BatchViews::fetch(const QUuid &run)
{
    const QList<BatchRecord> batches = m_book->batchesOf(run);
    if (m_fetch || m_merge || batches.isEmpty())
        return;
    tell({});
    m_fetch = new BatchFetch(m_batches, batches, this);
    connect(m_fetch, &BatchFetch::told, m_book, &BatchBook::take);
    connect(m_fetch, &BatchFetch::failed, this, [this](const Error &error) { tell(errorMessage(error)); });
    connect(m_fetch, &BatchFetch::unkept, this, &BatchViews::failed);
    connect(m_fetch, &BatchFetch::finished, this, &BatchViews::takeFetched, Qt::QueuedConnection);
    showProgress();
    m_fetch->start();
}

void BatchViews::takeFetched()
{
    BatchFetch *fetch = std::exchange(m_fetch, nullptr);
    fetch->deleteLater();
    if (fetch->outcome() == BatchFetch::Outcome::Fetched)
        return merge(fetch->batches().constFirst().run, fetch->takeResults());
    if (fetch->outcome() == BatchFetch::Outcome::StillOpen)
        tell(tr("Not all batches of this run are over yet. Their answers can be fetched together when they are."));
    showProgress();
}

void BatchViews::merge(const QUuid &run, BatchResults results)
{
    m_merge = new BatchMerge(m_context.session, *m_batches.service, std::move(results), this);
    connect(m_merge, &BatchMerge::progressed, this, &BatchViews::showProgress);
    connect(
        m_merge, &BatchMerge::finished, this,
        [this, run] { endMerge(run, BatchText::merged(titleOf(run), m_merge->answers()).join(u'\n')); }, Qt::QueuedConnection);
    connect(
        m_merge, &BatchMerge::failed, this, [this, run](const Error &error) { endMerge(run, errorMessage(error)); },
        Qt::QueuedConnection);
    RunOptions limits;
    limits.maxCost = m_context.state.budget;
    if (m_context.limits)
        limits.limits = m_context.limits();
    const std::optional<RunSummary> known = m_book->run(run);
    const QString path = known ? known->run.experimentPath : QString();
    const bool isOpen = path == m_context.document->origin();
    const auto open = isOpen ? std::make_shared<const LoadedExperiment>(m_context.document->loaded()) : nullptr;
    m_merge->start(
        run,
        [open, files = m_context.files, folders = m_context.trust.foldersOf(path)](const RunRecord &record) {
            return sentExperiment(record, open.get(), *files, folders);
        },
        limits);
    showProgress();
}

void BatchViews::endMerge(const QUuid &run, const QString &text)
{
    if (!m_merge) // it failed, and ended then
        return;
    std::exchange(m_merge, nullptr)->deleteLater();
    showProgress();
    tell(text);
    m_book->reload();
    Q_EMIT runsChanged();
    if (const std::optional<RunSummary> known = m_book->run(run))
        Q_EMIT merged(known->run);
}

void BatchViews::showProgress()
{
    if (!m_list)
        return;
    if (m_merge)
        m_list->showFetching(m_merge->totals().finished(), m_merge->totals().planned);
    else if (m_fetch)
        m_list->showFetching(0, 0);
    else
        m_list->endFetching();
}

void BatchViews::tell(const QString &text)
{
    if (m_list)
        m_list->tell(text);
    else if (!text.isEmpty())
        Q_EMIT told(text);
}

/// Where the list is open it is seen there.
void BatchViews::tellOver(const QUuid &run)
{
    const QString text = BatchText::over(titleOf(run), m_book->batchesOf(run));
    if (m_fetch || m_merge)
        return;
    if (m_list && m_list->isVisible())
        m_list->tell(text);
    else
        Q_EMIT isOver(run, text);
}

QString BatchViews::titleOf(const QUuid &run) const
{
    const std::optional<RunSummary> known = m_book->run(run);
    return known && !known->run.title.isEmpty() ? known->run.title : run.toString(QUuid::WithoutBraces).first(8);
}

} // namespace Tempera
