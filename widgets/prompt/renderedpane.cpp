// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/prompt/renderedpane.h"

#include "models/core/counted.h"
#include "models/items/celltext.h"
#include "models/items/livepromptreview.h"
#include "models/items/promptfaultsmodel.h"
#include "models/text/displaytext.h"
#include "models/text/evidence.h"
#include "widgets/common/appearance.h"
#include "widgets/common/controls.h"
#include "widgets/common/selection.h"
#include "widgets/prompt/faultdelegate.h"
#include "widgets/prompt/renderedtext.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QListView>
#include <QPlainTextEdit>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace Tempera {

RenderedPane::RenderedPane(ExperimentDocument &document, Selection &selection, LivePromptReview &review, PromptCounter *counter,
                           QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_selection(selection),
      m_review(review),
      m_counter(counter),
      m_model(new PromptFaultsModel(this)),
      m_text(new QPlainTextEdit(this))
{
    setObjectName(u"renderedPane"_s);
    m_text->setObjectName(u"renderedText"_s);
    m_text->setAccessibleName(tr("The prompt as it is sent"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 0, 0);
    column->setSpacing(4);
    column->addWidget(createHead());
    column->addWidget(m_text, 3);
    createFaults();
    column->addWidget(m_faultsBox, 1);
    connect(&review, &LivePromptReview::changed, this, &RenderedPane::sync);
    connect(&selection, &Selection::changed, this, &RenderedPane::count);
    connect(&document, &ExperimentDocument::experimentChanged, this, &RenderedPane::showTokens);
    sync();
}

QWidget *RenderedPane::createHead()
{
    auto *head = new QWidget(this);
    m_title = new OneLineLabel(OneLineLabel::Ink::Usual, head);
    m_title->setObjectName(u"renderedTitle"_s);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_tokens = new MutedLabel(head);
    m_tokens->setObjectName(u"renderedTokens"_s);
    m_raw = new QToolButton(head);
    m_raw->setObjectName(u"renderedRaw"_s);
    m_raw->setText(tr("Ra&w"));
    m_raw->setAccessibleName(tr("Raw text with the chat template"));
    m_raw->setCheckable(true);
    m_raw->setAutoRaise(true);
    m_raw->setFocusPolicy(Qt::TabFocus);
    connect(m_raw, &QToolButton::toggled, this, &RenderedPane::showText);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_title, 1);
    row->addWidget(m_tokens);
    row->addWidget(m_raw);
    return head;
}

void RenderedPane::createFaults()
{
    m_faultsBox = new QWidget(this);
    m_faultsTitle = new QLabel(m_faultsBox);
    m_faultsTitle->setObjectName(u"promptFaultsTitle"_s);
    m_faultsTitle->setTextFormat(Qt::PlainText);
    m_faults = new QListView(m_faultsBox);
    m_faults->setObjectName(u"promptFaults"_s);
    m_faults->setAccessibleName(tr("Problems of the prompts"));
    m_faults->setToolTip(tr("Return or a click goes there; F8 and Shift+F8 go from one to the next"));
    m_faults->setModel(m_model);
    m_faults->setItemDelegate(new FaultDelegate(m_faults));
    m_faults->setWordWrap(true);
    m_faults->setResizeMode(QListView::Adjust);
    m_faults->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_faults->setTabKeyNavigation(false);
    m_faults->setMinimumHeight(48);
    auto *column = new QVBoxLayout(m_faultsBox);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_faultsTitle);
    column->addWidget(m_faults);
    connect(m_faults, &QListView::clicked, this, &RenderedPane::activate);
    connect(m_faults, &QListView::activated, this, &RenderedPane::activate);
}

const Variant *RenderedPane::variant() const
{
    const QList<Variant> &variants = m_document.experiment().variants;
    return m_selection.variantIndex() < variants.size() ? &variants.at(m_selection.variantIndex()) : nullptr;
}

void RenderedPane::sync()
{
    const Experiment &experiment = m_review.experiment();
    const int shown = m_review.shown().caseIndex;
    QString title = tr("Rendered");
    if (shown < experiment.cases.size()) {
        const QString description = experiment.cases.at(shown).description;
        title = description.isEmpty() ? tr("Rendered: case %1").arg(shown + 1)
                                      : tr("Rendered: case %1, %2").arg(shown + 1).arg(firstLine(description, 60));
    }
    m_title->setText(title);
    m_title->setToolTip(title);
    syncFaults();
    showText();
    count();
}

void RenderedPane::syncFaults()
{
    const QList<PromptFault> &faults = m_review.review().faults;
    m_model->setFaults(m_review.experiment(), faults);
    m_faultsBox->setVisible(!faults.isEmpty());
    m_faultsTitle->setText(counted(tr("%n problem(s)", nullptr, countForm(faults.size())), faults.size()));
}

/// One count at a time: what changes meanwhile is counted after it, once.
void RenderedPane::count()
{
    m_isOld = true;
    const Variant *to = variant();
    if (!m_counter || !to || !m_review.review().renders() || m_review.review().messages.isEmpty()) {
        m_reading.reset();
        showTokens();
        if (m_raw->isChecked())
            showText();
        return;
    }
    showTokens();
    if (m_counting) {
        m_again = true;
        return;
    }
    m_counting = true;
    m_again = false;
    m_counter->read(to->endpoint, m_review.review().sent(), to->form, this,
                    [this](const PromptReading &reading) { takeReading(reading); });
}

void RenderedPane::takeReading(const PromptReading &reading)
{
    m_counting = false;
    if (m_again) {
        count();
        return;
    }
    if (!m_review.review().renders())
        return; // it was about something that no longer renders
    m_reading = reading;
    m_isOld = false;
    showTokens();
    if (m_raw->isChecked())
        showText();
}

void RenderedPane::showTokens()
{
    const Variant *to = variant();
    m_raw->setVisible(to && to->endpoint.kind == EndpointKind::Local);
    QString hint;
    if (!m_review.review().renders()) {
        m_tokens->setText(tr("cannot be sent"));
        hint = tr("There are no tokens and no price to show until the problems below are fixed");
    } else if (!m_reading) {
        m_tokens->setText(m_counter && to && !m_review.review().messages.isEmpty() ? tr("counting…") : QString());
    } else {
        const bool isExact = m_reading->count.exactness == Exactness::Exact && !m_isOld && m_review.isCurrent();
        const QString count = CellText::tokens(m_reading->count.tokens, isExact ? Exactness::Exact : Exactness::Estimate);
        m_tokens->setText(isExact ? tr("%1, exact").arg(count) : count);
        if (m_reading->problem)
            hint = errorSentence(*m_reading->problem);
        else if (to)
            hint = isExact ? tr("By the tokenizer and the chat template of %1").arg(to->title())
                           : tr("An estimate for %1: its tokenizer or its chat template is not known here").arg(to->title());
    }
    m_tokens->setToolTip(hint);
    m_tokens->setAccessibleDescription(hint);
}

void RenderedPane::showText()
{
    const int scrolled = m_text->verticalScrollBar()->value();
    const Variant *to = variant();
    if (m_raw->isChecked() && to && to->endpoint.kind == EndpointKind::Local && m_review.review().renders()) {
        QString raw = m_reading ? m_reading->text : QString();
        if (raw.isEmpty())
            raw = m_reading && m_reading->problem ? errorSentence(*m_reading->problem) : tr("Reading the model's chat template…");
        m_text->setAccessibleName(tr("The prompt as the model reads it"));
        if (m_text->toPlainText() != shortenedText(raw))
            m_text->setPlainText(shortenedText(raw));
    } else {
        m_text->setAccessibleName(tr("The prompt as it is sent"));
        writeRendered(*m_text->document(), m_review.review().messages, palette());
    }
    markEvidence();
    m_text->verticalScrollBar()->setValue(scrolled);
}

void RenderedPane::setEvidence(const QList<QJsonValue> &values)
{
    m_evidence = values;
    markEvidence();
}

/// By colour and by a line of dashes and dots: what was put in has another one.
void RenderedPane::markEvidence()
{
    QList<QTextEdit::ExtraSelection> marks;
    QTextEdit::ExtraSelection mark;
    QColor background = outcomeColour(Outcome::Pass, palette());
    background.setAlphaF(0.3F);
    mark.format.setBackground(background);
    mark.format.setUnderlineStyle(QTextCharFormat::DashDotLine);
    const EvidenceSearch search(m_evidence.isEmpty() ? QString() : m_text->toPlainText());
    for (const QJsonValue &value : std::as_const(m_evidence)) {
        for (const TextStretch &place : search.find(value).places) {
            mark.cursor = QTextCursor(m_text->document());
            mark.cursor.setPosition(static_cast<int>(place.start));
            mark.cursor.setPosition(static_cast<int>(place.start + place.length), QTextCursor::KeepAnchor);
            marks += mark;
        }
    }
    m_text->setExtraSelections(marks);
    const QString said =
        counted(tr("%n place(s) that an answer took values from", nullptr, countForm(marks.size())), marks.size());
    m_text->setAccessibleDescription(marks.isEmpty() ? QString() : said);
}

void RenderedPane::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void RenderedPane::stepToFault(int by)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const QModelIndex current = m_faults->currentIndex();
    const int row = current.isValid() ? (current.row() + by + count) % count : by > 0 ? 0 : count - 1;
    m_faults->setCurrentIndex(m_model->index(row));
    activate(m_model->index(row));
}

void RenderedPane::showFault(int row)
{
    m_faults->setCurrentIndex(m_model->index(row));
    m_faults->setFocus(Qt::OtherFocusReason);
}

void RenderedPane::activate(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT faultActivated(m_model->fault(index.row()));
}

void RenderedPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_raw)
        showText();
}

} // namespace Tempera
