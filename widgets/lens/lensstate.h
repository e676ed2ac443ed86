// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experimentdocument.h"
#include "models/items/tokensmodel.h"
#include "models/session/session.h"

#include <QPointer>

namespace Tempera {

class AlternativesModel;
class PromptScoring;
class Selection;

/// One answer of the session: a cell's own, or a branch of it; or the prompt that the cell was asked with.
struct AnswerPlace {
    int variant = -1;      ///< Column of the edited experiment that it is at.
    int cell = -1;         ///< Index in the session.
    int branch = -1;       ///< Index in Session::branches(); −1 = the cell's own answer.
    bool isPrompt = false; ///< The prompt's own tokens instead.

    bool operator==(const AnswerPlace &) const = default;
};

/// What the views of the lens share: the token that is looked at, the settings that it is looked at with, and how one
/// continues from it. The settings are the variant's, or "what if" settings that change nothing until they are applied.
class LensState final : public QObject
{
    Q_OBJECT
public:
    LensState(ExperimentDocument &document, Selection &selection, Session &session, QObject *parent = nullptr);

    void setCurrent(TokensModel *tokens, const AnswerPlace &place, int row);
    /// Null when nothing is looked at.
    [[nodiscard]] TokensModel *tokens() const { return m_tokens; }
    [[nodiscard]] const AnswerPlace &place() const { return m_place; }
    [[nodiscard]] int row() const { return m_row; }
    /// Moves the current token within the same answer; its view follows.
    void goTo(int row);
    /// Asks the views to look at another answer.
    void goToAnswer(const AnswerPlace &place);

    /// What else could be at the current token; empty where there is none.
    [[nodiscard]] AlternativesModel &alternatives() const { return *m_alternatives; }
    /// The row of alternatives() that is chosen: the answer's own token until another one is. −1: none.
    [[nodiscard]] int alternative() const { return m_alternative; }
    void chooseAlternative(int row);
    /// Chooses the next one up or down; it stays at the ends, and never chooses the rest of the vocabulary.
    void stepAlternative(int by);
    /// Whether somebody chose a token that is not the answer's own.
    [[nodiscard]] bool hasOtherAlternative() const;
    /// A branch with the chosen alternative in the place of the current token.
    void branchToAlternative();

    /// How expected the prompts of answers are, token by token.
    [[nodiscard]] PromptScoring &promptScoring() const { return *m_promptScoring; }

    /// Settings that answers of a variant are looked at with.
    [[nodiscard]] SamplingSettings settings(int variant) const;
    [[nodiscard]] bool hasWhatIf() const { return m_whatIf.has_value(); }
    /// For the selected variant. Nothing: the variant's own again.
    void setWhatIf(const std::optional<SamplingSettings> &settings);
    /// Writes the settings of "what if" to the selected variant, as one undo step.
    void applyWhatIf();

    /// Why the current answer cannot be continued; empty when it can.
    [[nodiscard]] QString noBranchReason() const;
    /// A branch with another token in the place of the current one.
    void branch(std::int32_t token, const QByteArray &piece);
    /// Draws again from the current token on, with the settings that it is looked at with.
    void continueFromHere();
    [[nodiscard]] bool canUndoBranch() const { return m_done > 0; }
    [[nodiscard]] bool canRedoBranch() const { return m_done < m_steps.size(); }
    void undoBranch();
    void redoBranch();
    /// Takes the current branch back; it can be undone.
    void removeBranch();

Q_SIGNALS:
    void currentChanged();      ///< tokens(), place() or row(), and with them alternatives().
    void alternativesChanged(); ///< They are seen through another chain.
    void alternativeChosen();   ///< alternative() is another one.
    void settingsChanged();
    void rowRequested(int row); ///< Of the current answer.
    void answerRequested(const Tempera::AnswerPlace &place);
    void failed(const Tempera::Error &error);
    void historyChanged();

private:
    /// One step of the branches' own undo: a branch came or went.
    struct Step {
        int branch = 0;
        bool removes = false;
        AnswerPlace before;
    };

    void start(const BranchPoint &point);
    void showAlternatives(std::int32_t chosen);
    void remember(const Step &step);
    void perform(const Step &step, bool forward);

    ExperimentDocument &m_document;
    Selection &m_selection;
    Session &m_session;
    QPointer<TokensModel> m_tokens;
    AnswerPlace m_place;
    int m_row = -1;
    AlternativesModel *m_alternatives = nullptr;
    int m_alternative = -1;
    bool m_isChosen = false; ///< By somebody.
    QMetaObject::Connection m_recoloured;
    PromptScoring *m_promptScoring = nullptr;
    std::optional<SamplingSettings> m_whatIf;
    int m_whatIfVariant = -1;
    std::vector<Step> m_steps;
    std::size_t m_done = 0; ///< Steps that are done; those after it can be redone.
};

} // namespace Tempera
