// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/batches/submitbatchdialog.h"

#include "models/core/counted.h"
#include "models/items/batchtext.h"
#include "models/items/celltext.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QLabel *addText(QVBoxLayout *column, const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->hide();
    column->addWidget(label);
    return label;
}

void showText(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

SubmitBatchDialog::SubmitBatchDialog(const SessionContext &session, const BatchContext &batches, QWidget *parent)
    : OrderedDialog(parent), m_context(batches), m_planning(new BatchPlanning(session, *batches.service, this))
{
    setObjectName(u"submitBatchDialog"_s);
    setWindowTitle(tr("Submit as Batch"));
    auto *column = new QVBoxLayout(this);
    auto *intro =
        new QLabel(tr("The requests are sent together and answered within a day, at a lower price. Run → Batches… shows how far "
                      "they are and fetches the answers, also after a restart."),
                   this);
    intro->setTextFormat(Qt::PlainText);
    intro->setWordWrap(true);
    column->addWidget(intro);
    m_requests = addText(column, u"batchRequests"_s, this);
    m_prices = addText(column, u"batchPrices"_s, this);
    m_leftOut = addText(column, u"batchLeftOut"_s, this);
    m_fault = addText(column, u"batchFault"_s, this);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(u"batchProgress"_s);
    m_progress->setAccessibleName(tr("Requests that are prepared"));
    m_progress->setRange(0, 100);
    column->addWidget(m_progress);
    column->addStretch(1);
    createButtons();
    resize(fontMetrics().averageCharWidth() * 80, fontMetrics().lineSpacing() * 16);
    connect(m_planning, &BatchPlanning::progressed, this, &SubmitBatchDialog::showProgress);
    connect(m_planning, &BatchPlanning::planned, this, &SubmitBatchDialog::showPlan);
    connect(m_planning, &BatchPlanning::failed, this, &SubmitBatchDialog::showFault);
}

void SubmitBatchDialog::createButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_submit = buttons->addButton(tr("&Submit"), QDialogButtonBox::AcceptRole);
    m_submit->setObjectName(u"submitBatch"_s);
    m_submit->setEnabled(false);
    m_close = buttons->button(QDialogButtonBox::Cancel);
    m_close->setObjectName(u"cancelSubmit"_s);
    m_close->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &SubmitBatchDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &SubmitBatchDialog::reject);
    layout()->addWidget(buttons);
}

void SubmitBatchDialog::plan(const LoadedExperiment &experiment, const RunOptions &options)
{
    m_planning->start(experiment, options);
}

void SubmitBatchDialog::showProgress()
{
    m_progress->setValue(static_cast<int>(std::lround(m_planning->share() * 100)));
}

void SubmitBatchDialog::showPlan()
{
    m_progress->hide();
    showText(m_requests, BatchText::requests(m_planning->offer()));
    showText(m_prices, BatchText::prices(m_planning->offer()));
    QStringList leftOut;
    for (const UnbatchedVariant &variant : m_planning->leftOut())
        leftOut += BatchText::leftOut(variant);
    if (const int cells = m_planning->failedCells(); cells > 0)
        leftOut += counted(tr("%n cell(s) left out: their prompts could not be made.", nullptr, cells), cells);
    showText(m_leftOut, leftOut.join(u'\n'));
    if (m_planning->overBudget()) {
        showText(m_fault, errorMessage(*m_planning->overBudget()));
        return;
    }
    m_submit->setEnabled(true);
    m_submit->setDefault(true);
    m_submit->setFocus();
}

/// Nothing can be sent.
void SubmitBatchDialog::showFault(const Error &error)
{
    m_progress->hide();
    QStringList leftOut;
    for (const UnbatchedVariant &variant : m_planning->leftOut())
        leftOut += BatchText::leftOut(variant);
    showText(m_leftOut, leftOut.join(u'\n'));
    showText(m_fault, errorMessage(error));
    m_close->setFocus();
}

void SubmitBatchDialog::submit()
{
    if (m_submission)
        return;
    m_submit->setEnabled(false);
    m_submission = new BatchSubmission(m_context, m_planning->record(), m_planning->takeOffer(), this);
    const auto batches = static_cast<int>(m_submission->offer().orders.size());
    m_progress->setAccessibleName(tr("Batches that are sent"));
    m_progress->setRange(0, batches);
    m_progress->setValue(0);
    m_progress->setFormat(tr("Sending: %v of %m", "batches"));
    m_progress->show();
    m_close->setText(tr("S&top"));
    m_close->setFocus();
    connect(m_submission, &BatchSubmission::progressed, this,
            [this] { m_progress->setValue(static_cast<int>(m_submission->sent().size())); });
    connect(m_submission, &BatchSubmission::finished, this, &SubmitBatchDialog::takeEnd);
    Q_EMIT sending();
    m_submission->start();
}

void SubmitBatchDialog::reject()
{
    if (!isSending()) {
        OrderedDialog::reject();
        return;
    }
    m_submission->stop(); // what is being sent costs money, and is to be known
    m_close->setEnabled(false);
    showText(m_fault, tr("No more batches are sent. The dialog closes when what is being sent is known."));
}

void SubmitBatchDialog::takeEnd()
{
    m_hasEnded = true;
    Q_EMIT sent(*m_submission);
    if (!m_submission->error()) {
        accept();
        return;
    }
    m_progress->hide();
    QStringList lines{errorMessage(*m_submission->error())};
    if (!m_submission->unkeptId().isEmpty())
        lines += tr("The ledger could not keep a batch that was sent. The provider names it %1.").arg(m_submission->unkeptId());
    if (m_submission->isInDoubt()) {
        lines += tr("Whether the provider has this batch is not known; its run there is named %1.")
                     .arg(m_submission->run().id.toString(QUuid::WithoutBraces));
    }
    lines += tr("Batches that were sent: %1.").arg(CellText::number(m_submission->sent().size()));
    showText(m_fault, lines.join(u'\n'));
    m_close->setText(tr("&Close"));
    m_close->setEnabled(true);
    m_close->setFocus();
}

} // namespace Tempera
