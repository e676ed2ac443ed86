// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lens/tokencolumn.h"

#include "models/items/alternativesmodel.h"
#include "models/items/tokensmodel.h"
#include "models/items/tokentext.h"
#include "models/text/displaytext.h"
#include "widgets/common/controls.h"
#include "widgets/lens/timelinepane.h"
#include "widgets/lens/timelineview.h"
#include "widgets/lens/tokenview.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Tempera {

TokenColumn::TokenColumn(LensState &state, QWidget *parent)
    : QFrame(parent),
      m_state(state),
      m_tokens(new TokensModel(this)),
      m_title(new QLabel(this)),
      m_sentence(new QLabel(this)),
      m_note(new MutedLabel(this)),
      m_likelihood(new MutedLabel(this)),
      m_faces(new QStackedWidget(this)),
      m_empty(makeEmptyState({}, this)),
      m_view(new TokenView(*m_tokens, this)),
      m_table(new QTableView(this)),
      m_timeline(new TimelinePane(*m_tokens, this))
{
    setFrameShape(QFrame::StyledPanel);
    setMinimumWidth(220);
    m_title->setObjectName(u"tokensTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_sentence->setObjectName(u"changeSentence"_s);
    m_note->setObjectName(u"tokensNote"_s);
    m_likelihood->setObjectName(u"answerLikelihood"_s);
    m_likelihood->setToolTip(tr("Natural logarithms, at temperature 1, before any sampler. The perplexity says between how many "
                                "equally likely tokens the model hesitated on average."));
    m_empty->setObjectName(u"tokensEmpty"_s);
    m_empty->setMargin(6); // on a small screen there is room for its lines only
    for (QLabel *label : {m_title, m_sentence, m_note, m_likelihood}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setContentsMargins(8, 0, 8, 0);
    }
    createTable();
    m_faces->addWidget(m_empty);
    m_faces->addWidget(m_view);
    m_faces->addWidget(m_table);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 6, 1, 1);
    column->setSpacing(2);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addWidget(m_note);
    column->addWidget(m_faces, 1);
    column->addWidget(m_likelihood);
    column->addWidget(m_timeline);
    for (QWidget *view : {static_cast<QWidget *>(m_view), static_cast<QWidget *>(m_table),
                          static_cast<QWidget *>(m_timeline->timeline()), static_cast<QWidget *>(m_timeline->list())})
        view->installEventFilter(this);
    connectViews();
}

void TokenColumn::connectViews()
{
    connect(m_view, &TokenView::currentChanged, this, &TokenColumn::tokenChanged);
    connect(m_view, &TokenView::activated, this, &TokenColumn::choose);
    connect(m_view, &TokenView::alternativeStepped, this, &TokenColumn::stepAlternative);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { m_view->setCurrent(index.row()); });
    connect(m_timeline, &TimelinePane::tokenRequested, this, &TokenColumn::setCurrentToken);
    connect(m_timeline, &TimelinePane::activated, this, &TokenColumn::activated);
    connect(m_tokens, &TokensModel::recoloured, this, &TokenColumn::showSentence);
    connect(m_tokens, &TokensModel::measured, this, &TokenColumn::showLikelihood);
    connect(&m_state, &LensState::settingsChanged, this, &TokenColumn::recolour);
    connect(&m_state, &LensState::alternativesChanged, this, [this] {
        if (m_state.tokens() == m_tokens && m_view->showsAlternatives())
            showAlternative();
    });
}

void TokenColumn::createTable()
{
    m_table->setObjectName(u"tokensTable"_s);
    m_table->setModel(m_tokens);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() + 8);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(TokensModel::NumberColumn, fontMetrics().averageCharWidth() * 7);
    connect(m_table, &QAbstractItemView::activated, this, &TokenColumn::activated);
}

void TokenColumn::showAnswer(const AnswerPlace &place, const QString &title, const Cell *cell, quint64 answer,
                             const Branch *branch)
{
    m_place = place;
    name(title);
    m_answerTokens = cell && isFinal(cell->state) ? cell->usage.outputTokens.value_or(0) : 0;
    m_tokens->setChain(lensChain(m_state.settings(place.variant)));
    m_tokens->showCell(answer, cell);
    m_view->setBranchPoint(branch ? branch->position : -1);
    explain(cell);
    showSentence();
    showLikelihood();
}

/// Nothing is drawn of a prompt, so that no sampler has anything to do with it.
void TokenColumn::showPrompt(const AnswerPlace &place, const QString &title, const Cell *prompt, quint64 number,
                             const QString &waiting)
{
    m_place = place;
    name(title);
    m_answerTokens = 0;
    m_tokens->setChain({});
    m_tokens->showCell(number, prompt);
    m_view->setBranchPoint(-1);
    m_empty->setText(waiting);
    m_note->setText(tr("Each token as expected by the model after those before it. The first has nothing before it."));
    m_note->setVisible(prompt != nullptr);
    showFace();
    showSentence();
    showLikelihood();
}

void TokenColumn::name(const QString &title)
{
    const QString shown = DisplayText::of(title);
    m_title->setText(shown);
    m_view->setAccessibleName(tr("Tokens of %1").arg(shown));
    m_table->setAccessibleName(tr("Tokens of %1 as a table").arg(shown));
    m_timeline->setTitle(shown);
}

/// What is shown, and if it is not everything, why.
void TokenColumn::explain(const Cell *cell)
{
    QString empty;
    QString note;
    if (!cell)
        empty = tr("Press Ctrl+Return to run: the tokens of this answer appear here.");
    else if (m_tokens->size() > 0 && m_tokens->trace(0).topOnly)
        note =
            tr("The server returns only the most likely tokens at each position: the rest is known only as a sum, and the random "
               "numbers are unknown.");
    else if (m_tokens->size() == 0 && cell->request.endpoint.kind != EndpointKind::Local)
        empty = tr("The server returned no token probabilities with this answer. Local models give all of them.");
    else if (m_tokens->size() == 0)
        empty =
            isFinal(cell->state)
                ? tr("The token probabilities of this answer are not available: they were not requested, or were dropped to make room "
                     "for newer ones. Run it again to see them.")
                : tr("The tokens appear as soon as they are generated.");
    if (cell && m_tokens->size() > 0 && !m_tokens->chain().unknown.empty()) {
        QStringList names;
        for (const Parameter parameter : m_tokens->chain().unknown)
            names += parameterName(parameter);
        note =
            tr("Not applied here, because they depend on the text before this position: %1. What is shown holds as long as they "
               "change nothing.")
                .arg(names.join(u", "_s));
    }
    m_empty->setText(empty);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    showFace();
}

void TokenColumn::showFace()
{
    m_timeline->setVisible(m_showsTimeline && m_tokens->size() > 0);
    QWidget *face = m_tokens->size() == 0 ? static_cast<QWidget *>(m_empty)
                    : m_asTable           ? static_cast<QWidget *>(m_table)
                                          : m_view;
    if (m_faces->currentWidget() != face)
        m_faces->setCurrentWidget(face);
}

void TokenColumn::setColouring(TokenColouring colouring)
{
    m_view->setColouring(colouring);
}

void TokenColumn::setTimeline(bool shown)
{
    m_showsTimeline = shown;
    m_timeline->setVisible(shown && m_tokens->size() > 0);
}

void TokenColumn::showLikelihood()
{
    const QString sentence = TokenText::likelihood(textLikelihood(m_tokens->surprises()), m_answerTokens);
    m_likelihood->setText(sentence);
    m_likelihood->setVisible(!sentence.isEmpty());
}

void TokenColumn::setTable(bool table)
{
    const bool hadFocus = m_faces->currentWidget()->hasFocus();
    m_asTable = table;
    if (m_tokens->size() > 0)
        m_faces->setCurrentWidget(table ? static_cast<QWidget *>(m_table) : m_view);
    if (table && m_view->current() >= 0)
        m_table->selectRow(m_view->current());
    if (hadFocus)
        focusTokens();
}

QString TokenColumn::noteText() const
{
    return m_tokens->size() == 0 ? m_empty->text() : m_note->text();
}

void TokenColumn::focusTokens()
{
    if (m_tokens->size() > 0)
        m_faces->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

void TokenColumn::setCurrentToken(int row)
{
    m_view->setCurrent(row);
    if (m_asTable && row >= 0)
        m_table->selectRow(row);
}

int TokenColumn::currentToken() const
{
    return m_view->current();
}

void TokenColumn::recolour()
{
    if (!m_place.isPrompt)
        m_tokens->setChain(lensChain(m_state.settings(m_place.variant)));
}

void TokenColumn::showSentence()
{
    const QString sentence = m_place.isPrompt ? QString() : m_tokens->changeSentence();
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

void TokenColumn::tokenChanged(int row)
{
    if (m_asTable && row >= 0 && m_table->currentIndex().row() != row)
        m_table->selectRow(row);
    m_timeline->setCurrent(row);
    m_state.setCurrent(m_tokens, m_place, row);
}

void TokenColumn::stepAlternative(int by)
{
    if (m_state.tokens() != m_tokens || m_state.row() < 0)
        return;
    m_state.stepAlternative(by);
    showAlternative();
}

/// Says with the alternatives what Enter does with the chosen one.
void TokenColumn::showAlternative()
{
    const QString why = m_state.noBranchReason();
    const QString hint = !why.isEmpty()                  ? why
                         : m_state.hasOtherAlternative() ? tr("Enter: branch with it · Esc: back")
                                                         : tr("In the answer · Enter: the whole list");
    m_view->showAlternatives(m_state.alternatives(), m_state.alternative(), hint);
}

void TokenColumn::takeAlternativeBack()
{
    m_view->hideAlternatives();
    m_state.chooseAlternative(std::max(0, m_state.alternatives().chosenRow()));
}

/// Enter: another alternative is taken; else all of them are shown.
void TokenColumn::choose()
{
    if (m_state.tokens() == m_tokens && m_state.hasOtherAlternative() && m_view->showsAlternatives()) {
        if (m_state.noBranchReason().isEmpty()) {
            m_view->hideAlternatives();
            m_state.branchToAlternative();
        }
        return;
    }
    Q_EMIT activated();
}

bool TokenColumn::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        Q_EMIT focused();
        if (object == m_table && !m_table->currentIndex().isValid())
            m_table->selectRow(std::max(0, m_view->current()));
        m_state.setCurrent(m_tokens, m_place, m_view->current());
    }
    // Taking branches back belongs to these views while they have the focus and something can be taken back.
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool undo = key->key() == Qt::Key_Z && key->modifiers() == Qt::ControlModifier && m_state.canUndoBranch();
        const bool redo =
            key->key() == Qt::Key_Z && key->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier) && m_state.canRedoBranch();
        const bool remove = key->key() == Qt::Key_Delete && key->modifiers() == Qt::NoModifier && m_place.branch >= 0;
        const bool back = key->key() == Qt::Key_Escape && object == m_view && m_view->showsAlternatives();
        if (undo || redo || remove || back) {
            event->accept();
            if (event->type() == QEvent::ShortcutOverride)
                return true;
            if (back)
                takeAlternativeBack();
            else if (undo)
                m_state.undoBranch();
            else if (redo)
                m_state.redoBranch();
            else
                m_state.removeBranch();
            return true;
        }
    }
    return QFrame::eventFilter(object, event);
}

void TokenColumn::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    if (m_state.tokens() != m_tokens)
        return;
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 3), palette().highlight());
}

} // namespace Tempera
