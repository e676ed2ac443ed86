// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lens/tokenpage.h"

#include "models/core/capability.h"
#include "models/items/alternativesmodel.h"
#include "models/items/tokentext.h"
#include "widgets/common/controls.h"
#include "widgets/common/selection.h"
#include "widgets/common/shrinkingbutton.h"
#include "widgets/lens/alternativesdelegate.h"
#include "widgets/parameters/parametercontrol.h"

#include <QAction>
#include <QGroupBox>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {

TokenPage::TokenPage(LensState &state, Selection &selection, const Actions &actions, QWidget *parent)
    : QWidget(parent),
      m_state(state),
      m_selection(selection),
      m_title(new QLabel(this)),
      m_facts(new MutedLabel(this)),
      m_sentence(new QLabel(this)),
      m_table(new QTableView(this)),
      m_actions(actions)
{
    setObjectName(u"tokenPage"_s);
    m_title->setObjectName(u"tokenTitle"_s);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_facts->setObjectName(u"tokenFacts"_s);
    m_sentence->setObjectName(u"tokenSentence"_s);
    for (QLabel *label : {m_title, m_facts, m_sentence}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_table->setObjectName(u"alternatives"_s);
    m_table->setAccessibleName(tr("Alternatives to this token"));
    m_table->setModel(&state.alternatives());
    m_table->setItemDelegate(new AlternativesDelegate(m_table));
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    const int letter = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(AlternativesModel::TokenColumn, letter * 9);
    m_table->setColumnWidth(AlternativesModel::RawColumn, letter * 9);
    m_table->setColumnWidth(AlternativesModel::AfterColumn, letter * 9);
    m_table->horizontalHeader()->setSectionResizeMode(AlternativesModel::NoteColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setTextElideMode(Qt::ElideRight);
    m_table->setMinimumHeight(140);
    connectActions();
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_facts);
    column->addWidget(m_table, 1);
    auto *buttons = new QHBoxLayout;
    for (QAction *action : {m_actions.branch, m_actions.continueHere}) {
        auto *button = new ShrinkingButton(action->icon(), action->text(), this);
        button->setDefaultAction(action);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addWidget(createWhatIf());
    connect(&state, &LensState::currentChanged, this, &TokenPage::showToken);
    connect(&state, &LensState::alternativesChanged, this, &TokenPage::showToken);
    connect(&state, &LensState::alternativeChosen, this, &TokenPage::showChosen);
    connect(&state, &LensState::settingsChanged, this, &TokenPage::showSettings);
    connect(&selection, &Selection::changed, this, &TokenPage::showSettings);
    showToken();
    showSettings();
}

TokenPage::Actions TokenPage::makeActions(QObject *owner)
{
    const auto make = [owner](const QString &icon, const QString &text, const QString &name, const QKeySequence &key) {
        auto *action = new QAction(QIcon::fromTheme(icon), text, owner);
        action->setObjectName(name);
        action->setShortcut(key);
        action->setEnabled(false);
        return action;
    };
    const Actions actions{
        .branch = make(u"vcs-branch"_s, tr("&Branch"), u"lens_branch"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_B),
        .continueHere =
            make(u"media-seek-forward"_s, tr("&Continue from Here"), u"lens_continue"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_Return),
    };
    actions.branch->setToolTip(tr("A new answer with the selected token at this position (Enter in the list)"));
    actions.continueHere->setToolTip(
        tr("Samples again from this token on, with the settings shown here; the text before it is reused"));
    return actions;
}

void TokenPage::connectActions()
{
    m_first = new QAction(QIcon::fromTheme(u"go-jump"_s), tr("Go to It"), this);
    m_first->setObjectName(u"lens_first"_s);
    m_first->setToolTip(tr("To the first token that would come out differently"));
    connect(m_actions.branch, &QAction::triggered, &m_state, &LensState::branchToAlternative);
    connect(m_actions.continueHere, &QAction::triggered, &m_state, &LensState::continueFromHere);
    connect(m_first, &QAction::triggered, this, [this] {
        if (m_state.tokens())
            m_state.goTo(m_state.tokens()->firstChanged());
    });
    connect(m_table, &QAbstractItemView::activated, &m_state, &LensState::branchToAlternative);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        m_state.chooseAlternative(current.row());
        showChosen();
    });
}

QWidget *TokenPage::createWhatIf()
{
    auto *box = new QGroupBox(tr("What if"), this);
    box->setObjectName(u"whatIf"_s);
    auto *column = new QVBoxLayout(box);
    column->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->addWidget(m_sentence, 1);
    auto *first = new QToolButton(box);
    first->setDefaultAction(m_first);
    first->setFocusPolicy(Qt::StrongFocus);
    row->addWidget(first);
    column->addLayout(row);
    for (const Parameter parameter : {Parameter::Temperature, Parameter::TopK, Parameter::TopP, Parameter::MinP}) {
        auto *control = new ParameterControl(parameter, box);
        connect(control, &ParameterControl::edited, this, &TokenPage::storeWhatIf);
        column->addWidget(control);
        m_controls += control;
    }
    m_reset = new ShrinkingButton(QIcon::fromTheme(u"edit-undo"_s), tr("Reset"), box);
    m_reset->setToolTip(tr("Back to the variant's own settings"));
    m_apply = new ShrinkingButton(QIcon::fromTheme(u"dialog-ok-apply"_s), tr("Apply to Variant"), box);
    m_apply->setToolTip(tr("The variant takes these settings"));
    m_apply->setObjectName(u"applyWhatIf"_s);
    connect(m_reset, &QAbstractButton::clicked, &m_state, [this] { m_state.setWhatIf(std::nullopt); });
    connect(m_apply, &QAbstractButton::clicked, &m_state, &LensState::applyWhatIf);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_reset);
    buttons->addWidget(m_apply);
    buttons->addStretch(1);
    column->addLayout(buttons);
    return box;
}

ParameterControl *TokenPage::control(Parameter parameter) const
{
    for (ParameterControl *each : m_controls) {
        if (each->parameter() == parameter)
            return each;
    }
    return nullptr;
}

void TokenPage::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    showSettings();
}

void TokenPage::focusAlternatives()
{
    m_table->setFocus(Qt::ShortcutFocusReason);
    m_state.chooseAlternative(std::max(0, alternatives()->chosenRow()));
    showChosen();
}

/// The row that is chosen, wherever that was done.
void TokenPage::showChosen()
{
    const int row = m_state.alternative();
    if (row >= 0 && m_table->currentIndex().row() != row)
        m_table->selectRow(row);
    m_actions.branch->setEnabled(m_state.noBranchReason().isEmpty() && alternatives()->token(row) >= 0);
}

void TokenPage::showToken()
{
    TokensModel *tokens = m_state.tokens();
    const int row = m_state.row();
    const bool is = tokens && row >= 0 && row < tokens->size();
    if (is) {
        const TokenFacts &facts = tokens->facts(row);
        m_title->setText(
            tr("Token %1 of %2: “%3”")
                .arg(QLocale().toString(row + 1), QLocale().toString(tokens->size()), TokenText::visible(tokens->piece(row))));
        m_facts->setText(m_state.place().isPrompt
                             ? tr("probability %1 · surprisal %2 bits · entropy %3 bits")
                                   .arg(TokenText::percent(facts.probability),
                                        TokenText::surprisal(tokenSurprise(facts).surprisal), TokenText::bits(facts.entropy))
                             : tr("probability %1 → %2 · entropy %3 → %4 bits · %5")
                                   .arg(TokenText::percent(facts.probability), TokenText::percent(tokens->look(row).probability),
                                        TokenText::bits(facts.entropy), TokenText::bits(alternatives()->view().entropyAfter),
                                        TokenText::outcome(tokens->look(row).outcome)));
        m_facts->setToolTip(TokenText::outcomeExplanation(tokens->look(row).outcome));
    } else {
        m_title->setText(tr("No token is selected"));
        m_facts->setText(tr("Select a token under Compare, Tokens: its alternatives appear here."));
    }
    m_sentence->setText(!tokens                    ? tr("Change these to see how the whole answer would come out, without "
                                                                           "running it.")
                        : m_state.place().isPrompt ? tr("These settings draw answers; the prompt stays as it is.")
                                                   : tokens->changeSentence());
    m_actions.continueHere->setEnabled(m_state.noBranchReason().isEmpty());
    showChosen();
    if (is)
        m_table->scrollTo(m_table->currentIndex());
    m_first->setEnabled(tokens && !m_state.place().isPrompt && tokens->firstChanged() >= 0);
}

void TokenPage::showSettings()
{
    const SamplingSettings settings = m_state.settings(m_selection.variantIndex());
    const bool changed = std::exchange(m_shownVariant, m_selection.variantIndex()) != m_selection.variantIndex();
    for (ParameterControl *control : std::as_const(m_controls)) {
        if (changed)
            control->forget();
        // The lens computes as the local engine does, whichever endpoint answered.
        control->show(settings, Capabilities{}, EndpointKind::Local);
    }
    m_reset->setEnabled(m_state.hasWhatIf());
    m_apply->setEnabled(m_state.hasWhatIf() && !m_readOnly);
}

void TokenPage::storeWhatIf(Parameter parameter)
{
    SamplingSettings settings = m_state.settings(m_selection.variantIndex());
    control(parameter)->store(settings);
    m_state.setWhatIf(settings);
}

} // namespace Tempera
