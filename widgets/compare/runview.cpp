// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/runview.h"

#include "models/items/celltext.h"
#include "models/items/runchanges.h"
#include "models/session/backgroundruns.h"
#include "models/session/resume.h"
#include "models/text/displaytext.h"
#include "widgets/common/selection.h"
#include "widgets/common/shrinkingbutton.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/lens/lensstate.h"

#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {

RunView::RunView(const SessionContext &context, QWidget *parent)
    : QWidget(parent),
      m_selection(new Selection(m_document, this)),
      m_session(new Session(context, this)),
      m_lens(new LensState(m_document, *m_selection, *m_session, this))
{
    setObjectName(u"runView"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(createBanner());
    m_compare = new ComparePanel(m_document, *m_selection, *m_session, nullptr, *m_lens, context.background, this);
    m_compare->setRunStore(context.store);
    column->addWidget(m_compare, 1);
    connect(m_session, &Session::begun, this, &RunView::updateBanner);
    connect(m_session, &Session::finished, this, &RunView::updateBanner);
    m_bannerTimer.setSingleShot(true);
    m_bannerTimer.setInterval(200ms);
    connect(&m_bannerTimer, &QTimer::timeout, this, &RunView::updateBanner);
    connect(m_session, &Session::totalsChanged, this, [this] {
        if (!m_bannerTimer.isActive())
            m_bannerTimer.start();
    });
}

RunView::~RunView()
{
    // The panels refer to all the others: they are destroyed first.
    delete m_compare;
}

QWidget *RunView::createBanner()
{
    auto *banner = new QFrame(this);
    banner->setObjectName(u"runBanner"_s);
    banner->setFrameShape(QFrame::StyledPanel);
    banner->setAutoFillBackground(true);
    banner->setBackgroundRole(QPalette::ToolTipBase);
    m_text = new QLabel(banner);
    m_text->setObjectName(u"runBannerText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(fontMetrics().averageCharWidth() * 36); // before it is narrower, the buttons lose their texts
    m_text->setAccessibleName(tr("The run that is shown"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_resume = new ShrinkingButton(QIcon::fromTheme(u"media-seek-forward"_s), tr("Res&ume Run"), banner);
    m_resume->setObjectName(u"resumeRun"_s);
    m_resume->setToolTip(tr("Asks what this run has not asked yet; its finished answers stay"));
    connect(m_resume, &QAbstractButton::clicked, this, &RunView::resumeRequested);
    auto *adopt = new ShrinkingButton(QIcon::fromTheme(u"document-edit"_s), tr("&Open as the Experiment"), banner);
    adopt->setObjectName(u"adoptRun"_s);
    adopt->setToolTip(tr("Opens the prompts, variants and cases of this run for editing and running"));
    auto *leave = new ShrinkingButton(QIcon::fromTheme(u"go-previous"_s), tr("&Back to the Experiment"), banner);
    leave->setObjectName(u"leaveRun"_s);
    leave->setToolTip(tr("Shows the answers of the open experiment again"));
    connect(adopt, &QAbstractButton::clicked, this, &RunView::adoptRequested);
    connect(leave, &QAbstractButton::clicked, this, &RunView::leaveRequested);
    auto *row = new QHBoxLayout(banner);
    row->setContentsMargins(8, 4, 8, 4);
    row->addWidget(m_text, 1);
    row->addWidget(m_resume);
    row->addWidget(adopt);
    row->addWidget(leave);
    return banner;
}

void RunView::show(const StoredRun &run, const LoadedExperiment &loaded, const std::optional<Experiment> &now)
{
    m_document.reset(loaded, run.run.experimentPath);
    showChanges(now);
    m_session->follow(m_document.experiment());
    m_session->restore(run, loaded.experiment);
    updateBanner();
}

void RunView::show(std::unique_ptr<HeldRun> held, const std::optional<Experiment> &now)
{
    m_document.reset({.experiment = held->run->experiment(), .warnings = {}, .source = {}}, held->run->record().experimentPath);
    showChanges(now);
    m_session->follow(m_document.experiment());
    m_session->show(std::move(held));
    updateBanner();
}

std::unique_ptr<HeldRun> RunView::release()
{
    return m_session->release();
}

/// All cases are compared, so it is done once.
void RunView::showChanges(const std::optional<Experiment> &now)
{
    m_changes = now ? tr("The experiment: %1").arg(changesText(ResultLookup(*now, experiment(), {})))
                    : tr("Its file is missing, so changes cannot be shown.");
}

QString RunView::bannerText() const
{
    return m_text->text();
}

void RunView::updateBanner()
{
    m_bannerTimer.stop();
    const RunRecord record = m_session->record();
    if (record.id.isNull())
        return;
    m_resume->setVisible(m_session->isResumable());
    const RunTotals &totals = m_session->totals();
    const QString count = m_session->isRunning()    ? tr("running: %1 of %2")
                          : m_session->isReading()  ? tr("reading: %1 of %2")
                          : waitsForBatches(record) ? tr("waits for its batches: %1 of %2")
                          : m_session->endedEarly() ? tr("stopped: %1 of %2")
                                                    : tr("finished: %1 of %2");
    const QString file = record.experimentPath.isEmpty() || record.experimentPath.startsWith(u':')
                             ? tr("an unsaved experiment")
                             : QFileInfo(record.experimentPath).fileName();
    QString text =
        tr("Run of %1, “%2”, of %3 · %4")
            .arg(QLocale().toString(record.started.toLocalTime(), QLocale::ShortFormat), firstLine(record.title, 80),
                 DisplayText::of(file), count.arg(CellText::number(totals.answered()), CellText::number(totals.planned)));
    text += u'\n' + m_changes;
    m_text->setText(text);
    m_text->setToolTip(record.experimentPath);
}

} // namespace Tempera
