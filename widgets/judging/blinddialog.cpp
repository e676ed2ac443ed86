// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/judging/blinddialog.h"

#include "models/compare/filtermatching.h"
#include "models/items/judgedpairsmodel.h"
#include "models/items/peoplestudy.h"
#include "models/judging/runjudgements.h"
#include "models/stats/statssentences.h"
#include "widgets/judging/blindpage.h"

#include <QAction>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {

BlindDialog::BlindDialog(const Session &session, StatsRandom random, QWidget *parent)
    : QDialog(parent),
      m_session(session),
      m_random(random),
      m_columns(judgedColumns(session.summaries())),
      m_pages(new QStackedWidget(this)),
      m_page(new BlindPage(session, m_pages)),
      m_model(new JudgedPairsModel(session, this)),
      m_study(new PeopleStudy(session, this))
{
    setObjectName(u"blindDialog"_s);
    setWindowTitle(tr("Blind A/B"));
    m_setup = createSetup();
    m_resultPage = createResult();
    for (QWidget *page : {m_setup, static_cast<QWidget *>(m_page), m_resultPage})
        m_pages->addWidget(page);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_pages);
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().lineSpacing() * 32);
    connect(m_page, &BlindPage::ended, this, &BlindDialog::showResult);
    connect(m_study, &PeopleStudy::finished, this, &BlindDialog::updateResult);
    connect(&session.judgements(), &RunJudgements::pairsChanged, this, &BlindDialog::updateSetup);
    connect(&session, &Session::planned, this, &QDialog::reject);
    updateSetup();
}

QAction *BlindDialog::makeAction(const Session &session, QWidget *panel)
{
    auto *action = new QAction(tr("&Blind A/B…"), panel);
    action->setObjectName(u"blind_judging"_s);
    action->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_J);
    connect(action, &QAction::triggered, panel, [&session, panel] {
        auto *dialog = new BlindDialog(session, StatsRandom(QRandomGenerator::global()->generate64()), panel->window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    return action;
}

QString BlindDialog::title(const JudgedColumn &column) const
{
    return PeopleStudy::title(m_session.experiment(), column);
}

QWidget *BlindDialog::createSetup()
{
    auto *page = new QWidget(m_pages);
    m_first = new QComboBox(page);
    m_second = new QComboBox(page);
    m_first->setObjectName(u"blindFirst"_s);
    m_second->setObjectName(u"blindSecond"_s);
    for (const JudgedColumn &column : m_columns) {
        m_first->addItem(title(column));
        m_second->addItem(title(column));
    }
    m_second->setCurrentIndex(std::min(1, m_second->count() - 1));
    m_about = new QLabel(page);
    m_about->setObjectName(u"blindAbout"_s);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setWordWrap(true);
    m_begin = new QPushButton(tr("&Begin"), page);
    m_begin->setObjectName(u"blindBegin"_s);
    m_begin->setDefault(true);
    m_seeResult = new QPushButton(tr("Show the &Result"), page);
    m_seeResult->setObjectName(u"blindSeeResult"_s);
    m_seeResult->setAutoDefault(false);
    auto *form = new QFormLayout;
    const auto add = [form](const QString &label, QWidget *field) {
        form->addRow(label, field);
        field->setAccessibleName(QString(label).remove(u'&'));
    };
    add(tr("&Compare"), m_first);
    add(tr("&with"), m_second);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_seeResult);
    row->addWidget(m_begin);
    auto *column = new QVBoxLayout(page);
    column->addLayout(form);
    column->addWidget(m_about);
    column->addStretch(1);
    column->addLayout(row);
    connect(m_first, &QComboBox::currentIndexChanged, this, &BlindDialog::updateSetup);
    connect(m_second, &QComboBox::currentIndexChanged, this, &BlindDialog::updateSetup);
    connect(m_begin, &QPushButton::clicked, this, &BlindDialog::begin);
    connect(m_seeResult, &QPushButton::clicked, this, &BlindDialog::showResult);
    return page;
}

QWidget *BlindDialog::createResult()
{
    auto *page = new QWidget(m_pages);
    m_sentences = new QPlainTextEdit(page);
    m_sentences->setObjectName(u"blindSentences"_s);
    m_sentences->setAccessibleName(tr("What came of it"));
    m_sentences->setReadOnly(true);
    m_sentences->setTabChangesFocus(true);
    auto *table = new QTableView(page);
    table->setObjectName(u"blindPairs"_s);
    table->setAccessibleName(tr("Judged pairs"));
    table->setTabKeyNavigation(false);
    table->setModel(m_model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->horizontalHeader()->setStretchLastSection(true);
    table->verticalHeader()->hide();
    auto *back = new QPushButton(tr("&Judge On"), page);
    back->setObjectName(u"blindJudgeOn"_s);
    auto *close = new QPushButton(tr("&Close"), page);
    close->setObjectName(u"blindClose"_s);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(back);
    row->addWidget(close);
    auto *column = new QVBoxLayout(page);
    column->addWidget(m_sentences, 1);
    column->addWidget(table, 1);
    column->addLayout(row);
    connect(back, &QPushButton::clicked, this, [this] {
        m_pages->setCurrentWidget(m_setup);
        updateSetup();
        m_begin->setFocus();
    });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    return page;
}

JudgedColumn BlindDialog::chosen(const QComboBox *box) const
{
    const auto index = static_cast<std::size_t>(std::max(0, box->currentIndex()));
    return index < m_columns.size() ? m_columns[index] : JudgedColumn{-1, -1};
}

std::vector<JudgedPair> BlindDialog::judged() const
{
    return pairsOf(m_session.judgements().pairs(), chosen(m_first), chosen(m_second));
}

void BlindDialog::updateSetup()
{
    if (m_pages->currentWidget() == m_page)
        return; // while somebody judges nothing is counted
    const bool areTwo = chosen(m_first) != chosen(m_second);
    StatsRandom random = m_random; // they are only counted
    const BlindDeck deck(blindPairs(m_session.summaries(), chosen(m_first), chosen(m_second), random), judged());
    const int left = m_session.judgements().isLoaded() ? deck.size() - deck.judgedCount() : 0;
    if (m_columns.size() < 2)
        m_about->setText(tr("There have to be answers of two variants, or to two prompts, before they can be compared."));
    else if (!areTwo)
        m_about->setText(tr("Choose two that differ."));
    else
        m_about->setText(
            tr("%1 pairs are judged, %2 are left. You will see two answers to one case, in random order and on random sides, and "
               "say which is better: 1 or ← left, 2 or → right, 3 or ↓ neither, S skip, Backspace undo. Answers that are the "
               "same text count as ties and are not shown. You may stop as soon as it is decided; what is judged is kept.")
                .arg(QLocale().toString(deck.judgedCount()), QLocale().toString(left)));
    m_begin->setEnabled(areTwo && left > 0);
    m_begin->setText(deck.judgedCount() > 0 ? tr("&Go On") : tr("&Begin"));
    m_seeResult->setEnabled(areTwo && (deck.judgedCount() > 0 || m_session.judgements().hasRatings()));
}

void BlindDialog::begin()
{
    m_pages->setCurrentWidget(m_page);
    m_page->start(BlindDeck(blindPairs(m_session.summaries(), chosen(m_first), chosen(m_second), m_random), judged()));
}

void BlindDialog::showResult()
{
    m_pages->setCurrentWidget(m_resultPage);
    m_model->show(judged());
    m_sentences->setFocus();
    m_study->start();
    updateResult();
}

void BlindDialog::updateResult()
{
    const std::vector<JudgedPair> pairs = judged();
    const PreferenceFigures figures = preferenceFigures(pairs);
    QStringList lines{preferenceSentence(figures.counts, figures.secondShare, figures.confidence, figures.decided,
                                         title(chosen(m_first)), title(chosen(m_second)))};
    lines += tr("The left side was preferred %1 times, the right side %2 times; %3 pairs were skipped")
                 .arg(QLocale().toString(figures.leftChosen), QLocale().toString(figures.rightChosen),
                      QLocale().toString(figures.skipped));
    std::map<CellKey, std::optional<CellSummary>> found;
    for (const JudgedPair &pair : pairs) {
        found.emplace(pair.first, std::nullopt);
        found.emplace(pair.second, std::nullopt);
    }
    const CellTable &cells = m_session.summaries();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (const auto place = found.find(cells.key(i)); place != found.end())
            place->second = cells[i];
    }
    std::vector<ScoredPair> scored;
    for (const JudgedPair &pair : pairs) {
        const std::optional<CellSummary> &first = found[pair.first];
        const std::optional<CellSummary> &second = found[pair.second];
        if (pair.preference != Preference::Skipped && first && second && isEvaluated(*first) && isEvaluated(*second))
            scored.push_back({pair.preference, second->score - first->score});
    }
    if (const std::optional<Agreement> agreement = agreementWithScores(scored))
        lines += agreementSentence(*agreement, tr("Of these pairs, the score of the checks"));
    if (m_study->isRunning())
        lines += tr("Rated answers are being read…");
    else
        lines += m_study->sentences();
    m_sentences->setPlainText(lines.join(u'\n'));
}

} // namespace Tempera
