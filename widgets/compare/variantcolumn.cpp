// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/variantcolumn.h"

#include "models/items/celltext.h"
#include "widgets/common/appearance.h"
#include "widgets/common/controls.h"
#include "widgets/compare/diffstrip.h"
#include "widgets/compare/errorbox.h"
#include "widgets/compare/markdownpane.h"
#include "widgets/compare/outputpane.h"
#include "widgets/compare/verdictchips.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStackedLayout>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Tempera {

VariantColumn::VariantColumn(QWidget *parent) : QFrame(parent)
{
    setFrameShape(QFrame::StyledPanel);
    setMinimumWidth(210);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 4, 1, 4);
    column->setSpacing(2);
    createHead();
    createBody();
    m_numbersTimer.setSingleShot(true);
    m_numbersTimer.setInterval(120ms); // numbers that flicker faster cannot be read
    connect(&m_numbersTimer, &QTimer::timeout, this, &VariantColumn::showNumbers);
}

void VariantColumn::createHead()
{
    m_title = new OneLineLabel(OneLineLabel::Ink::Usual, this);
    m_title->setObjectName(u"columnTitle"_s);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_menu = makeToolButton(u"overflow-menu"_s, tr("Actions for this variant"), this);
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_settings = new OneLineLabel(OneLineLabel::Ink::Muted, this);
    m_settings->setObjectName(u"columnSettings"_s);
    m_note = new OneLineLabel(OneLineLabel::Ink::Muted, this);
    m_note->setObjectName(u"columnNote"_s);
    m_note->hide();
    m_titleRow = new QHBoxLayout;
    m_titleRow->setContentsMargins(8, 0, 4, 0);
    m_titleRow->addWidget(m_title, 1);
    m_titleRow->addWidget(m_menu, 0, Qt::AlignTop);
    auto *lines = new QVBoxLayout;
    lines->setContentsMargins(8, 0, 8, 2);
    lines->setSpacing(0);
    lines->addWidget(m_settings);
    lines->addWidget(m_note);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addLayout(m_titleRow);
    column->addLayout(lines);
}

void VariantColumn::createBody()
{
    m_pane = new OutputPane(this);
    m_pane->setPlaceholderText(tr("Press Ctrl+Return to run: the answer of this variant appears here."));
    m_pane->installEventFilter(this);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_pane);
    auto *column = static_cast<QVBoxLayout *>(layout());
    m_strip = new DiffStrip(this);
    connect(m_strip, &DiffStrip::clicked, m_pane, &OutputPane::scrollToShare);
    auto *answer = new QHBoxLayout;
    answer->setSpacing(0);
    answer->addLayout(m_stack, 1);
    answer->addWidget(m_strip);
    column->addLayout(answer, 1);
    m_errorPlace = new QVBoxLayout; // below: what came before the error begins where the others begin
    m_errorPlace->setContentsMargins(8, 0, 8, 0);
    column->addLayout(m_errorPlace);
    column->addLayout(createFoot());
}

/// Made for the first error of the column.
void VariantColumn::showError(const Error &error)
{
    if (!m_errorBox) {
        m_errorBox = new ErrorBox(this);
        connect(m_errorBox, &ErrorBox::keyRequested, this, &VariantColumn::keyRequested);
        connect(m_errorBox, &ErrorBox::runAgainRequested, this, &VariantColumn::runAgainRequested);
        m_errorPlace->addWidget(m_errorBox);
    }
    const bool canEnterKey = m_runnable && error.kind == ErrorKind::Auth && m_variant.endpoint.kind == EndpointKind::Remote;
    m_errorBox->show();
    m_errorBox->showError(error, canEnterKey ? ErrorBox::Remedy::EnterKey : ErrorBox::Remedy::None);
}

void VariantColumn::hideError()
{
    if (m_errorBox)
        m_errorBox->hide();
}

QLayout *VariantColumn::createFoot()
{
    m_chips = new VerdictChips(this);
    m_footer = new OneLineLabel(OneLineLabel::Ink::Muted, this);
    m_footer->setObjectName(u"columnFooter"_s);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(8, 2, 8, 0);
    foot->setSpacing(8);
    foot->addWidget(m_chips);
    foot->addWidget(m_footer, 1);
    return foot;
}

void VariantColumn::makeCompact()
{
    m_settings->hide();
    m_pane->setMinimumHeight(fontMetrics().lineSpacing() * 2);
}

void VariantColumn::setVariant(const Variant &variant, const QString &name)
{
    m_variant = variant;
    const QString title = DisplayText::of(name);
    m_title->setText(title);
    m_pane->setAccessibleName(tr("Answer of %1").arg(title));
    if (m_rendered)
        m_rendered->setAccessibleName(m_pane->accessibleName());
    m_menu->setAccessibleName(tr("Actions for %1").arg(title));
    QStringList parts;
    if (!variant.label.isEmpty())
        parts += DisplayText::of(variant.endpoint.shownId());
    const QString summary = variant.sampling.summary();
    parts += summary.isEmpty() ? tr("the model's own settings") : summary;
    if (!variant.endpoint.addressFrom.isEmpty())
        parts += tr("at the address in %1").arg(DisplayText::of(variant.endpoint.addressFrom));
    m_settingsText = parts.join(u" · "_s);
    showSettings();
}

void VariantColumn::setDifference(const QString &text)
{
    m_difference = text;
    showSettings();
}

void VariantColumn::showSettings()
{
    m_settings->setText(m_difference.isEmpty() ? m_settingsText : u"%1 · %2"_s.arg(m_difference, m_settingsText));
}

void VariantColumn::showCell(const Cell *cell, quint64 answer, Freshness freshness)
{
    m_outdated = cell && freshness == Freshness::Outdated;
    updateNote();
    m_hasCell = cell != nullptr;
    m_answer = cell ? cell->text : QString();
    if (!cell) {
        m_pane->clearAnswer();
        m_pane->setPlaceholderText(m_runnable ? tr("Press Ctrl+Return to run: the answer of this variant appears here.")
                                              : tr("This run has no answer here."));
        hideError();
        m_chips->setVerdicts({});
        m_footer->clear();
        m_footer->setMore({});
        m_numbersTimer.stop();
        render();
        return;
    }
    if (std::exchange(m_retries, cell->retries) != cell->retries)
        m_pane->clearAnswer(); // what it told before is void
    // Who is asked next begins anew: what was said before is no beginning of it.
    const auto earlier = static_cast<quint64>(std::ranges::count(cell->attempts, false, &CellAttempt::isResult));
    m_pane->showAnswer(answer ^ (earlier << 56), cell->text);
    if (isFinal(cell->state))
        m_pane->showAll();
    m_pane->setPlaceholderText(cell->state == CellState::Done        ? tr("The answer is empty.")
                               : cell->state == CellState::Cancelled ? tr("It was stopped before it generated anything.")
                               : cell->state == CellState::NotNeeded ? tr("It was not asked: the race was decided before.")
                                                                     : QString());
    const bool wasFinal = isFinal(m_numbers.state);
    m_numbers = Cell{.request = {},
                     .state = cell->state,
                     .model = cell->model,
                     .modelHash = cell->modelHash,
                     .text = cell->text.first(cell->text.isEmpty() ? 0 : 1),
                     .reasoning = {},
                     .loadingFraction = cell->loadingFraction,
                     .retries = cell->retries,
                     .usage = cell->usage,
                     .timings = cell->timings,
                     .finishReason = cell->finishReason,
                     .seed = cell->seed,
                     .reproducibility = cell->reproducibility,
                     .error = cell->error,
                     .cost = cell->cost,
                     .grade = cell->grade,
                     .trace = {},
                     .attempts = cell->attempts};
    render();
    if (isFinal(cell->state) || wasFinal)
        showNumbers();
    else if (!m_numbersTimer.isActive())
        m_numbersTimer.start();
}

void VariantColumn::showOutline(const Cell &cell, quint64 answer, Freshness freshness)
{
    showCell(&cell, answer, freshness);
    m_pane->setPlaceholderText({}); // nobody knows yet whether it is empty
}

void VariantColumn::showNumbers()
{
    m_numbersTimer.stop();
    if (!m_hasCell)
        return;
    const Cell &cell = m_numbers;
    if (cell.state == CellState::Failed && cell.error)
        showError(*cell.error);
    else
        hideError();
    m_chips->setVerdicts(cell.grade ? cell.grade->verdicts : Verdicts());
    const QString numbers = CellText::footer(cell);
    QString line = cell.state == CellState::Done ? numbers : CellText::state(cell);
    if (cell.state != CellState::Done && !numbers.isEmpty())
        line += u" · "_s + numbers;
    m_footer->setText(line);
    m_footer->setMore(CellText::origin(cell));
}

void VariantColumn::render()
{
    if (m_view == AnswerView::Markdown)
        m_rendered->showText(m_answer, !m_hasCell || isFinal(m_numbers.state));
}

void VariantColumn::setAnswerView(AnswerView view)
{
    if (m_view == view)
        return;
    m_view = view;
    if (view == AnswerView::Markdown && !m_rendered) {
        m_rendered = new MarkdownPane(this);
        m_rendered->setAccessibleName(m_pane->accessibleName());
        m_rendered->installEventFilter(this);
        m_stack->addWidget(m_rendered);
    }
    const bool hadFocus = m_stack->currentWidget()->hasFocus();
    m_pane->setRaw(view == AnswerView::Raw);
    m_stack->setCurrentWidget(view == AnswerView::Markdown ? static_cast<QWidget *>(m_rendered) : m_pane);
    render();
    if (hadFocus)
        focusAnswer();
}

/// What the comparison says comes before that something was changed.
void VariantColumn::updateNote()
{
    m_noteText = !m_comparison.isEmpty() ? m_comparison : m_outdated ? tr("Changed since this answer was made") : QString();
    m_note->setText(m_noteText);
    m_note->setMore(m_comparisonDetails);
    m_note->setVisible(hasNote() || m_noteLineKept);
}

void VariantColumn::keepNoteLine(bool kept)
{
    m_noteLineKept = kept;
    m_note->setVisible(hasNote() || kept);
}

void VariantColumn::setCurrent(bool current)
{
    if (m_current == current)
        return;
    m_current = current;
    update();
}

void VariantColumn::setComparison(const QString &text, const QString &details)
{
    m_comparison = text;
    m_comparisonDetails = details;
    updateNote();
}

void VariantColumn::setMenu(QMenu *menu)
{
    m_menu->setMenu(menu);
    m_menu->setVisible(menu);
}

void VariantColumn::focusAnswer()
{
    m_stack->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

QString VariantColumn::footerText() const
{
    return m_footer->text();
}

QString VariantColumn::errorText() const
{
    return !m_errorBox || m_errorBox->isHidden() ? QString() : m_errorBox->text();
}

void VariantColumn::startRename()
{
    if (!m_rename) {
        m_rename = new QLineEdit(this);
        m_rename->setObjectName(u"columnRename"_s);
        m_rename->setAccessibleName(tr("New name of the variant"));
        m_rename->installEventFilter(this);
        connect(m_rename, &QLineEdit::editingFinished, this, &VariantColumn::finishRename);
        m_titleRow->insertWidget(1, m_rename, 1);
    }
    m_rename->setText(m_variant.title());
    m_title->hide();
    m_rename->show();
    m_rename->selectAll();
    m_rename->setFocus();
}

void VariantColumn::finishRename()
{
    if (m_rename->isHidden())
        return;
    m_rename->hide();
    m_title->show();
    Q_EMIT renamed(m_rename->text().trimmed());
}

bool VariantColumn::eventFilter(QObject *object, QEvent *event)
{
    if ((object == m_pane || (m_rendered && object == m_rendered)) && event->type() == QEvent::FocusIn)
        Q_EMIT selected();
    if (m_rename && object == m_rename && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        m_rename->hide();
        m_title->show();
        event->accept();
        return true;
    }
    return QFrame::eventFilter(object, event);
}

void VariantColumn::mouseDoubleClickEvent(QMouseEvent *event)
{
    Q_UNUSED(event)
    if (m_menu->menu())
        startRename();
}

void VariantColumn::mousePressEvent(QMouseEvent *event)
{
    Q_EMIT selected();
    QFrame::mousePressEvent(event);
}

void VariantColumn::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    if (!m_current)
        return;
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 3), palette().highlight());
}

} // namespace Tempera
