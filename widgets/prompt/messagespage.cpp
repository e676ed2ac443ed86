// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/prompt/messagespage.h"

#include "models/experiment/experimentdocument.h"
#include "models/items/experimentedits.h"
#include "models/items/livepromptreview.h"
#include "widgets/common/firstpaint.h"
#include "widgets/common/growingedit.h"
#include "widgets/common/selection.h"
#include "widgets/prompt/messageeditor.h"
#include "widgets/prompt/templatehighlighting.h"

#include <QEvent>
#include <QIcon>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Tempera {

MessagesPage::MessagesPage(ExperimentDocument &document, Selection &selection, LivePromptReview &review, PromptCounter *counter,
                           QWidget *parent)
    : QScrollArea(parent),
      m_document(document),
      m_selection(selection),
      m_review(review),
      m_counter(counter),
      m_highlighting(new TemplateHighlighting(this))
{
    setObjectName(u"messages"_s);
    setAccessibleName(tr("Messages of the prompt"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(this);
    m_column = new QVBoxLayout(content);
    m_column->setSpacing(8);
    m_add = new QPushButton(QIcon::fromTheme(u"list-add"_s), tr("Add message"), content);
    m_add->setObjectName(u"addMessage"_s);
    connect(m_add, &QPushButton::clicked, this, &MessagesPage::addMessage);
    m_column->addWidget(m_add, 0, Qt::AlignLeft);
    m_column->addStretch(1);
    setWidget(content);
    connect(&document, &ExperimentDocument::experimentChanged, this, &MessagesPage::sync);
    connect(&selection, &Selection::changed, this, &MessagesPage::sync);
    connect(&review, &LivePromptReview::changed, this, &MessagesPage::showFaults);
    // The first picture comes before the colours: loading the definitions takes longer than painting.
    afterFirstPaint(content, [this] {
        m_painted = true;
        highlight();
    });
    sync();
}

void MessagesPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_highlighting->followPalette();
}

int MessagesPage::wholeHeight() const
{
    return widget()->sizeHint().height() + 2 * frameWidth();
}

bool MessagesPage::eventFilter(QObject *object, QEvent *event)
{
    const bool handled = QScrollArea::eventFilter(object, event);
    if (object == widget() && event->type() == QEvent::LayoutRequest)
        Q_EMIT wholeHeightChanged();
    return handled;
}

void MessagesPage::sync()
{
    const Experiment &experiment = m_document.experiment();
    const int prompt = m_selection.promptIndex();
    const Messages messages = prompt < experiment.prompts.size() ? experiment.prompts.at(prompt).messages : Messages();
    while (m_editors.size() < messages.size())
        addEditor();
    while (m_editors.size() > messages.size()) {
        MessageEditor *surplus = m_editors.takeLast();
        m_column->removeWidget(surplus);
        surplus->hide();
        surplus->deleteLater(); // it may be the sender of the signal that led here
        m_highlighted = qMin(m_highlighted, m_editors.size());
    }
    const Variant variant = experiment.variants.value(m_selection.variantIndex());
    for (qsizetype i = 0; i < messages.size(); ++i) {
        m_editors.at(i)->setEndpoint(variant.endpoint);
        m_editors.at(i)->setPosition(static_cast<int>(i), static_cast<int>(messages.size()));
        m_editors.at(i)->setMessage(messages.at(i));
    }
    if (m_review.isCurrent())
        showFaults();
    if (m_painted && m_highlighted < m_editors.size())
        QTimer::singleShot(0, this, &MessagesPage::highlight);
}

/// Those of an older text stay where they are until the newer one is reviewed.
void MessagesPage::showFaults()
{
    const int prompt = m_selection.promptIndex();
    const Messages reviewed = m_review.experiment().prompts.value(prompt).messages;
    for (int i = 0; i < m_editors.size(); ++i) {
        if (reviewed.value(i).text != m_editors.at(i)->edit()->toPlainText())
            continue;
        QList<PromptFault> own;
        for (const PromptFault &fault : m_review.review().faults) {
            if (fault.promptIndex == prompt && fault.messageIndex == i)
                own += fault;
        }
        m_editors.at(i)->setFaults(own);
    }
}

void MessagesPage::highlight()
{
    for (; m_highlighted < m_editors.size(); ++m_highlighted)
        m_highlighting->highlight(m_editors.at(m_highlighted)->edit()->document());
}

void MessagesPage::addEditor()
{
    auto *editor = new MessageEditor(m_counter, widget());
    const int index = static_cast<int>(m_editors.size());
    m_editors += editor;
    m_column->insertWidget(index, editor);
    if (index > 0)
        setTabOrder(m_editors.at(index - 1)->edit(), editor);
    connect(editor, &MessageEditor::textEdited, this, [this, index](const QString &text) {
        edit(tr("Edit the prompt"), u"message %1 %2"_s.arg(m_selection.promptIndex()).arg(index),
             [&](Messages &messages) { messages[index].text = text; });
    });
    connect(editor, &MessageEditor::roleEdited, this, [this, index](Role role) {
        edit(tr("Change a role"), {}, [&](Messages &messages) { messages[index].role = role; });
    });
    connect(editor, &MessageEditor::moveRequested, this, [this, index](int by) { move(index, by); });
    connect(editor, &MessageEditor::removeRequested, this,
            [this, index] { edit(tr("Remove a message"), {}, [&](Messages &messages) { messages.removeAt(index); }); });
}

template<typename Change>
void MessagesPage::edit(const QString &label, const QString &mergeKey, Change change)
{
    Experiment next = m_document.experiment();
    const int prompt = m_selection.promptIndex();
    if (prompt >= next.prompts.size())
        return;
    change(next.prompts[prompt].messages);
    // Colouring the text is told as a change of the text too.
    if (next.prompts.at(prompt) == m_document.experiment().prompts.at(prompt))
        return;
    m_document.edit(std::move(next), label, mergeKey);
}

void MessagesPage::move(int index, int by)
{
    const int to = index + by;
    if (to < 0 || to >= m_editors.size())
        return;
    edit(tr("Move a message"), {}, [&](Messages &messages) { messages.move(index, to); });
    m_editors.at(to)->edit()->setFocus();
}

void MessagesPage::addMessage()
{
    if (m_document.experiment().prompts.isEmpty()) {
        m_document.edit(Edits::addPrompt(m_document.experiment()), tr("Add a prompt"));
    } else {
        edit(tr("Add a message"), {}, [](Messages &messages) {
            const bool answered = !messages.isEmpty() && messages.last().role == Role::User;
            messages += Message{answered ? Role::Assistant : Role::User, QString()};
        });
    }
    if (!m_editors.isEmpty()) {
        m_editors.last()->edit()->setFocus();
        QTimer::singleShot(0, this, [this] {
            if (!m_editors.isEmpty())
                ensureWidgetVisible(m_editors.last());
        });
    }
}

void MessagesPage::goTo(const PromptFault &fault)
{
    if (fault.messageIndex < 0 || fault.messageIndex >= m_editors.size()) {
        m_add->setFocus(Qt::OtherFocusReason);
        return;
    }
    MessageEditor *editor = m_editors.at(fault.messageIndex);
    editor->select(fault.from, fault.length);
    ensureWidgetVisible(editor);
}

void MessagesPage::focusFirst()
{
    if (!m_editors.isEmpty())
        m_editors.first()->edit()->setFocus(Qt::ShortcutFocusReason);
}

} // namespace Tempera
