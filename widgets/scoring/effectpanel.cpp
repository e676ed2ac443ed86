// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scoring/effectpanel.h"

#include "models/experiment/experimentdocument.h"
#include "models/items/effecttablemodel.h"
#include "widgets/common/appearance.h"
#include "widgets/common/controls.h"
#include "widgets/common/selection.h"
#include "widgets/common/tablecopy.h"
#include "widgets/scoring/scoringbar.h"
#include "widgets/scoring/tokenpane.h"

#include <QAction>
#include <QHeaderView>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <cmath>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Tempera {

QColor changeColour(double change, const QPalette &palette)
{
    constexpr double full = 3;     // a factor of 20
    constexpr double least = 0.05; // five percent
    if (!(std::abs(change) >= least))
        return {};
    const double strength = 0.18 + 0.82 * std::min(1.0, std::abs(change) / full);
    // Ends of the blue-orange diverging map; on both grounds the text keeps a contrast above 4.5 : 1.
    const QColor end = isDark(palette) ? QColor(change > 0 ? 0x1f6fb5 : 0xa8560a) : QColor(change > 0 ? 0x8cc4f2 : 0xf7b267);
    const QColor ground = palette.color(QPalette::Base);
    const auto mix = [strength](int a, int b) { return qRound(a * strength + b * (1 - strength)); };
    return QColor(mix(end.red(), ground.red()), mix(end.green(), ground.green()), mix(end.blue(), ground.blue()));
}

QAction *EffectPanel::makeComputeAction(QObject *owner)
{
    auto *action = new QAction(QIcon::fromTheme(u"view-statistics"_s), tr("&Effect of This Edit"), owner);
    action->setObjectName(u"effect_of_edit"_s);
    action->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    action->setToolTip(tr("Score the answer below under the prompt as it is now, without generating anything (Ctrl+Shift+E)"));
    return action;
}

EffectPanel::EffectPanel(const SessionContext &context, ExperimentDocument &document, Selection &selection,
                         std::function<const Cell *()> currentCell, QAction *compute, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_selection(selection),
      m_currentCell(std::move(currentCell)),
      m_effect(context),
      m_tokens(new EffectTableModel(this)),
      m_compute(compute),
      m_problem(new QLabel(this)),
      m_stale(new MutedLabel(this)),
      m_empty(makeEmptyState({}, this))
{
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(u"effectProblem"_s);
    m_stale->setWordWrap(true);
    m_bar = new ScoringBar(m_compute, this);
    m_result = createResult();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->addWidget(m_bar);
    column->addWidget(m_problem);
    column->addWidget(m_stale);
    column->addWidget(m_empty, 1);
    column->addWidget(m_result, 1);
    connectModels();
    showState();
}

QWidget *EffectPanel::createResult()
{
    auto *result = new QWidget(this);
    auto *column = new QVBoxLayout(result);
    column->setContentsMargins(0, 0, 0, 0);
    m_summary = new QLabel(result);
    m_summary->setObjectName(u"effectSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *legend = new MutedLabel(
        tr("Blue: more likely under the edited prompt. Orange: less likely. The arrow keys move from token to token."), result);
    legend->setWordWrap(true);
    m_token = new QLabel(result);
    m_token->setObjectName(u"effectToken"_s);
    m_token->setTextFormat(Qt::PlainText);
    auto *splitter = new QSplitter(Qt::Horizontal, result);
    splitter->setObjectName(u"effectParts"_s);
    splitter->setChildrenCollapsible(false);
    m_pane = new TokenPane(splitter);
    m_pane->setObjectName(u"effectTokens"_s);
    m_pane->setAccessibleName(tr("The answer, token by token"));
    m_pane->setToolTips([this](int token) { return m_tokens->tokenSentence(token); });
    m_table = new QTableView(splitter);
    m_table->setObjectName(u"effectTable"_s);
    m_table->setAccessibleName(tr("Probability of each token before and after the edit"));
    m_table->setModel(m_tokens);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() + 8);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    enableTableCopy(m_table);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    column->addWidget(m_summary);
    column->addWidget(legend);
    column->addWidget(splitter, 1);
    column->addWidget(m_token);
    return result;
}

void EffectPanel::connectModels()
{
    connect(m_bar, &ScoringBar::stopRequested, this, &EffectPanel::stop);
    connect(&m_effect, &EditEffect::progressChanged, this, &EffectPanel::showState);
    connect(&m_effect, &EditEffect::finished, this, &EffectPanel::showResult);
    connect(&m_effect, &EditEffect::staleChanged, this, &EffectPanel::showState);
    m_later.setSingleShot(true);
    m_later.setInterval(200ms);
    connect(&m_later, &QTimer::timeout, this, &EffectPanel::showState);
    connect(&m_document, &ExperimentDocument::experimentChanged, this, &EffectPanel::refresh);
    connect(m_pane, &TokenPane::currentTokenChanged, this, [this](int token) {
        m_token->setText(m_tokens->tokenSentence(token));
        m_table->setCurrentIndex(m_tokens->index(token, 0));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (row.isValid())
            m_pane->setCurrentToken(row.row());
    });
}

void EffectPanel::refresh()
{
    if (isVisible())
        m_later.start();
}

void EffectPanel::showEvent(QShowEvent *event)
{
    showState();
    QWidget::showEvent(event);
}

void EffectPanel::compute()
{
    const Cell *cell = m_currentCell();
    const Result<void> started = m_effect.start(m_document.experiment(), m_selection.key(), cell ? *cell : Cell());
    m_refused = started ? std::nullopt : std::optional(started.error());
    showResult();
}

void EffectPanel::showResult()
{
    const std::optional<AnswerEffect> &result = m_effect.result();
    m_tokens->setEffect(result);
    QList<QByteArray> pieces;
    for (const TokenEffect &token : m_tokens->effect().tokens)
        pieces += token.piece;
    m_pane->setTokens(pieces);
    m_pane->setColours([this](int token, const QPalette &palette) {
        return changeColour(m_tokens->effect().tokens.at(static_cast<std::size_t>(token)).change(), palette);
    });
    m_token->clear();
    m_summary->setText(m_tokens->summary());
    showState();
}

void EffectPanel::showState()
{
    const bool running = m_effect.isRunning();
    const Cell *cell = m_currentCell();
    const bool has = m_effect.result().has_value();
    m_bar->showProgress(running, m_effect.progress());
    m_compute->setEnabled(!running);
    const std::optional<Error> problem = m_refused ? m_refused : m_effect.error();
    m_problem->setText(problem ? errorMessage(*problem) : QString());
    m_problem->setVisible(problem.has_value());
    m_result->setVisible(has);
    m_empty->setVisible(!has);
    if (!has)
        m_empty->setText(emptyText());
    m_effect.compareWith(m_document.experiment(), m_selection.key(), cell);
    const bool stale = m_effect.isStale();
    m_stale->setText(stale ? tr("This belongs to another answer or an earlier edit: compute again.") : QString());
    m_stale->setVisible(stale);
    if (running != m_running) {
        m_running = running;
        Q_EMIT runningChanged();
    }
}

QString EffectPanel::emptyText() const
{
    const Cell *cell = m_currentCell();
    if (!cell || cell->text.isEmpty())
        return tr(
            "Run first. Then edit the prompt and come back: the answer that was generated for the old prompt is scored under the "
            "new one, and you see token by token where it became more likely, before anything is generated.");
    if (cell->request.endpoint.kind != EndpointKind::Local)
        return tr("This answer is from %1. Only local models can score a given answer under another prompt.")
            .arg(cell->request.endpoint.shownId());
    return tr(
        "Edit the prompt, then choose Effect of This Edit (Ctrl+Shift+E): the answer of the current variant is scored under the "
        "prompt as it is now. Nothing is generated.");
}

QString EffectPanel::summary() const
{
    return m_summary->text();
}

QString EffectPanel::note() const
{
    if (!m_problem->text().isEmpty())
        return m_problem->text();
    return m_result->isVisibleTo(this) ? m_stale->text() : m_empty->text();
}

QString EffectPanel::tokenText() const
{
    return m_token->text();
}

} // namespace Tempera
