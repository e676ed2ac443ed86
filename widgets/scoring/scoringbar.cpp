// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scoring/scoringbar.h"

#include "models/items/celltext.h"
#include "widgets/common/controls.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>

using namespace Qt::StringLiterals;

namespace Tempera {

ScoringBar::ScoringBar(QAction *start, QWidget *parent)
    : QWidget(parent),
      m_start(new QToolButton(this)),
      m_stop(makeToolButton(u"media-playback-stop"_s, tr("Stop computing (Esc)"), this)),
      m_progress(new QProgressBar(this)),
      m_text(new MutedLabel(this))
{
    m_start->setDefaultAction(start);
    m_start->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_start->setFocusPolicy(Qt::StrongFocus);
    m_stop->setText(tr("Stop"));
    m_stop->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_stop->setFocusPolicy(Qt::StrongFocus);
    m_progress->setAccessibleName(tr("Progress of the computation"));
    m_progress->setRange(0, 1000);
    m_progress->setMaximumWidth(160);
    m_progress->setTextVisible(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_start);
    row->addWidget(m_stop);
    row->addWidget(m_progress);
    row->addWidget(m_text, 1);
    connect(m_stop, &QToolButton::clicked, this, &ScoringBar::stopRequested);
    showProgress(false, {});
}

void ScoringBar::showProgress(bool running, const ScoringProgress &progress)
{
    // One in place of the other: a narrow window has no room for both beside the progress.
    const bool hadFocus = m_start->hasFocus() || m_stop->hasFocus();
    m_start->setVisible(!running);
    m_stop->setVisible(running);
    if (hadFocus)
        (running ? m_stop : m_start)->setFocus();
    m_progress->setVisible(running);
    m_progress->setValue(qRound(progress.work * 1000));
    if (!running) {
        m_text->clear();
        return;
    }
    if (progress.isPreparing) {
        m_text->setText(tr("Rendering the prompts…"));
        return;
    }
    QStringList parts{tr("%1 of %2").arg(CellText::number(progress.done), CellText::number(progress.total))};
    if (progress.cellsPerSecond >= 1)
        parts += tr("%1 cells/s").arg(QLocale().toString(progress.cellsPerSecond, 'f', 1));
    else if (progress.cellsPerSecond > 0)
        parts += tr("%1 cells/min").arg(QLocale().toString(progress.cellsPerSecond * 60, 'f', 1));
    if (progress.left)
        parts += tr("%1 left").arg(CellText::timeLeft(*progress.left));
    m_text->setText(parts.join(u" · "_s));
}

QString ScoringBar::text() const
{
    return m_text->text();
}

} // namespace Tempera
