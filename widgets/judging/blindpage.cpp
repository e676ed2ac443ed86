// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/judging/blindpage.h"

#include "models/core/counted.h"
#include "models/experiment/titles.h"
#include "models/judging/runjudgements.h"
#include "models/text/displaytext.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {

BlindPage::BlindPage(const Session &session, QWidget *parent) : QWidget(parent), m_session(session)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Two answers without names"));
    m_question = new QLabel(this);
    m_question->setObjectName(u"blindQuestion"_s);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    m_left = makePane(u"blindLeft"_s, tr("Left answer"));
    m_right = makePane(u"blindRight"_s, tr("Right answer"));
    auto *answers = new QHBoxLayout;
    answers->addWidget(m_left);
    answers->addWidget(m_right);
    auto *row = new QHBoxLayout;
    m_choices = {addButton(row, u"blindChooseLeft"_s, tr("Left is better (1)")), addButton(row, u"blindTie"_s, tr("Neither (3)")),
                 addButton(row, u"blindChooseRight"_s, tr("Right is better (2)"))};
    QAbstractButton *skip = addButton(row, u"blindSkip"_s, tr("Skip (S)"));
    m_undo = addButton(row, u"blindUndo"_s, tr("Undo (Backspace)"));
    QAbstractButton *end = addButton(row, u"blindEnd"_s, tr("Show the Result"));
    connect(m_choices.at(0), &QAbstractButton::clicked, this, [this] { choose(BlindChoice::Left); });
    connect(m_choices.at(1), &QAbstractButton::clicked, this, [this] { choose(BlindChoice::Tie); });
    connect(m_choices.at(2), &QAbstractButton::clicked, this, [this] { choose(BlindChoice::Right); });
    connect(skip, &QAbstractButton::clicked, this, [this] { choose(BlindChoice::Skip); });
    connect(m_undo, &QAbstractButton::clicked, this, &BlindPage::undo);
    connect(end, &QAbstractButton::clicked, this, &BlindPage::ended);
    m_progress = new QProgressBar(this);
    m_progress->setAccessibleName(tr("Pairs judged"));
    m_state = new QLabel(this);
    m_state->setObjectName(u"blindState"_s);
    m_state->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_question);
    column->addLayout(answers, 1);
    column->addLayout(row);
    column->addWidget(m_progress);
    column->addWidget(m_state);
    connect(&session, &Session::cellsChanged, this, &BlindPage::cellsChanged);
}

/// Plain text: an answer is data.
QPlainTextEdit *BlindPage::makePane(const QString &name, const QString &text)
{
    auto *pane = new QPlainTextEdit(this);
    pane->setObjectName(name);
    pane->setAccessibleName(text);
    pane->setReadOnly(true);
    pane->setTabChangesFocus(true);
    pane->installEventFilter(this);
    return pane;
}

QAbstractButton *BlindPage::addButton(QLayout *row, const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    button->installEventFilter(this);
    row->addWidget(button);
    return button;
}

void BlindPage::start(const BlindDeck &deck)
{
    m_deck = deck;
    m_cells.clear();
    for (int cell = 0; cell < m_session.size(); ++cell)
        m_cells.emplace(m_session.summary(cell).key, cell);
    setFocus();
    showPair();
}

const Cell *BlindPage::bodyOf(const CellKey &key)
{
    const auto found = m_cells.find(key);
    return found == m_cells.end() ? nullptr : m_session.body(found->second);
}

void BlindPage::cellsChanged(int first, int last)
{
    const std::optional<BlindPair> pair = m_deck.current();
    if (!pair || m_isReady)
        return;
    const auto isOfPair = [&](const CellKey &key) {
        const auto found = m_cells.find(key);
        return found != m_cells.end() && found->second >= first && found->second <= last;
    };
    if (isOfPair(pair->first) || isOfPair(pair->second))
        showPair();
}

/// The question where both were asked the same; else only the case: another prompt would tell whose answer it is.
QString BlindPage::questionOf(const Cell &first, const Cell &second) const
{
    const QString title = caseTitle(m_session.experiment(), first.request.key.caseIndex);
    const auto &messages = first.request.messages;
    if (messages.isEmpty() || messages != second.request.messages)
        return DisplayText::of(title);
    return DisplayText::of(title + u'\n' + firstLine(messages.last().text, 400));
}

/// Pairs of the same text are passed over: they are ties.
void BlindPage::showPair()
{
    m_isReady = false;
    while (const std::optional<BlindPair> pair = m_deck.current()) {
        const Cell *first = bodyOf(pair->first);
        const Cell *second = bodyOf(pair->second);
        if (!first || !second)
            break; // cellsChanged() goes on
        if (first->text == second->text) {
            m_session.judgements().judge(m_deck.takeAsIdentical());
            continue;
        }
        m_isReady = true;
        m_left->setPlainText(DisplayText::of(pair->secondIsLeft ? second->text : first->text));
        m_right->setPlainText(DisplayText::of(pair->secondIsLeft ? first->text : second->text));
        showState(questionOf(*first, *second));
        if (const std::optional<BlindPair> next = m_deck.next()) { // its answers come meanwhile
            static_cast<void>(bodyOf(next->first));
            static_cast<void>(bodyOf(next->second));
        }
        return;
    }
    m_left->clear();
    m_right->clear();
    showState(m_deck.current() ? tr("The answers are being read…") : QString());
    if (!m_deck.current())
        Q_EMIT ended();
}

void BlindPage::showState(const QString &question)
{
    m_question->setText(question);
    m_progress->setRange(0, std::max(1, m_deck.size()));
    m_progress->setValue(m_deck.judgedCount());
    for (QAbstractButton *button : std::as_const(m_choices))
        button->setEnabled(m_isReady);
    m_undo->setEnabled(m_deck.canUndo());
    const PreferenceFigures figures = m_deck.figures();
    QStringList parts{tr("%1 of %2 pairs").arg(QLocale().toString(m_deck.judgedCount()), QLocale().toString(m_deck.size()))};
    if (figures.identical > 0)
        parts += counted(tr("%1 pair(s) of the same text were taken as ties", nullptr, countForm(figures.identical)),
                         figures.identical)
                     .arg(QLocale().toString(figures.identical));
    parts += figures.decided ? tr("enough: decided. You may show the result or go on") : tr("not decided yet");
    m_state->setText(parts.join(u" · "_s));
}

void BlindPage::choose(BlindChoice choice)
{
    if (!m_deck.current() || (choice != BlindChoice::Skip && !m_isReady))
        return;
    m_session.judgements().judge(m_deck.choose(choice));
    showPair();
}

void BlindPage::undo()
{
    if (const std::optional<JudgedPair> taken = m_deck.undo()) {
        m_session.judgements().takeBack(*taken);
        showPair();
    }
}

bool BlindPage::takeKey(const QKeyEvent &key)
{
    if (key.matches(QKeySequence::Undo)) {
        undo();
        return true;
    }
    if (key.modifiers() & ~Qt::KeypadModifier)
        return false;
    switch (key.key()) {
    case Qt::Key_1:
    case Qt::Key_Left: choose(BlindChoice::Left); return true;
    case Qt::Key_2:
    case Qt::Key_Right: choose(BlindChoice::Right); return true;
    case Qt::Key_3:
    case Qt::Key_Down: choose(BlindChoice::Tie); return true;
    case Qt::Key_S: choose(BlindChoice::Skip); return true;
    case Qt::Key_Backspace: undo(); return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        for (const QPlainTextEdit *pane : {m_left, m_right})
            pane->verticalScrollBar()->triggerAction(key.key() == Qt::Key_PageDown ? QAbstractSlider::SliderPageStepAdd
                                                                                   : QAbstractSlider::SliderPageStepSub);
        return true;
    default: return false;
    }
}

/// Wherever the keyboard is in the page, the keys judge.
bool BlindPage::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && takeKey(*static_cast<QKeyEvent *>(event)))
        return true;
    return QWidget::eventFilter(object, event);
}

void BlindPage::keyPressEvent(QKeyEvent *event)
{
    if (!takeKey(*event))
        QWidget::keyPressEvent(event);
}

} // namespace Tempera
