// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/promptcounter.h"
#include "models/experiment/experimentdocument.h"
#include "models/experiment/promptreview.h"

#include <QWidget>

class QLabel;
class QListView;
class QModelIndex;
class QPlainTextEdit;
class QToolButton;

namespace Tempera {

class LivePromptReview;
class PromptFaultsModel;
class Selection;

/// The prompt as it would be sent for the selected case to the selected variant's model: its messages with what was put in
/// marked, or the whole text that a local model reads, with its tokens; below it, what is wrong with the prompts.
class RenderedPane final : public QWidget
{
    Q_OBJECT
public:
    /// `counter` may be null: then nothing is counted and there is no raw text.
    RenderedPane(ExperimentDocument &document, Selection &selection, LivePromptReview &review, PromptCounter *counter,
                 QWidget *parent = nullptr);

    [[nodiscard]] QPlainTextEdit *text() const { return m_text; }
    [[nodiscard]] QListView *faults() const { return m_faults; }
    /// Marks where these values stand in the prompt, as EvidenceSearch finds them: an answer took them from there.
    void setEvidence(const QList<QJsonValue> &values);
    void focusText();
    /// Makes a fault the current one and asks to go there: the next one (`by` 1) or the one before (−1), round and round.
    void stepToFault(int by);
    /// Makes the fault of this row the current one and puts the focus on the list.
    void showFault(int row);

Q_SIGNALS:
    /// The user wants to be where this is.
    void faultActivated(const Tempera::PromptFault &fault);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *createHead();
    void createFaults();
    void sync();
    void syncFaults();
    void count();
    void takeReading(const PromptReading &reading);
    void showTokens();
    void showText();
    void markEvidence();
    void showMessages();
    void activate(const QModelIndex &index);
    [[nodiscard]] const Variant *variant() const;

    ExperimentDocument &m_document;
    Selection &m_selection;
    LivePromptReview &m_review;
    PromptCounter *m_counter = nullptr;
    PromptFaultsModel *m_model = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_tokens = nullptr;
    QToolButton *m_raw = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QWidget *m_faultsBox = nullptr;
    QLabel *m_faultsTitle = nullptr;
    QListView *m_faults = nullptr;
    std::optional<PromptReading> m_reading; ///< Of what is shown or of what was shown before (m_isOld).
    QList<QJsonValue> m_evidence;
    bool m_isOld = false;
    bool m_counting = false;
    bool m_again = false; ///< What is being counted is not what is shown any more.
};

} // namespace Tempera
