// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/compare/baselineanswers.h"
#include "models/core/ports/runstore.h"
#include "models/items/liveverdict.h"
#include "models/stats/racereport.h"

#include <QWidget>

class QAbstractButton;
class QAction;
class QBoxLayout;
class QComboBox;
class QLabel;
class QMenu;
class QScrollArea;

namespace Tempera {

class NumberBox;
class OneLineLabel;
class SettingsPage;
struct SettingsColumn;
class VerdictMethodPage;

/// Above the heads of the grid: what the run proves of its columns against the baseline. It folds to one line; unfolded it has one
/// sentence a pair, the ranking, the repeats, and what is asked: the baseline, what is compared, and when two are equal.
class VerdictStrip final : public QWidget
{
    Q_OBJECT
public:
    /// `session` and `background` outlive it; see LiveVerdict.
    VerdictStrip(const Session &session, Background *background, QWidget *parent = nullptr);

    [[nodiscard]] LiveVerdict *verdict() const { return m_verdict; }
    /// Commands with keys: unfold, choose the baseline, its settings, and the page that says how.
    [[nodiscard]] QList<QAction *> commands() const { return {m_unfold, m_choose, m_settings, m_how}; }

    /// A variant of the experiment that ran is the baseline.
    void setBaselineVariant(int variant);
    /// Another run or a file is.
    void setBaselineRun(std::shared_ptr<const BaselineRun> run, std::shared_ptr<BaselineAnswers> answers);
    /// It, where there is one and it has been matched with the run that is shown.
    [[nodiscard]] OtherRun otherRun() const;
    /// A file is to be the baseline; it comes to the front.
    void chooseFile(const QString &path);
    /// Earlier runs that can be chosen, the newest first.
    void offerRuns(const QList<RunSummary> &runs);
    /// Unfolded it takes no more of the height, in pixels, as long as a sentence is left: the others are scrolled to.
    void setMostHeight(int height);
    [[nodiscard]] bool isUnfolded() const;
    /// Unfolded, with one line for its sentences.
    [[nodiscard]] int leastUnfoldedHeight() const;
    /// Why a baseline that was chosen cannot be had.
    void showProblem(const QString &problem);

Q_SIGNALS:
    void unfolded();                         ///< Or folded: isUnfolded().
    void seenWanted();                       ///< It is to be brought to the front.
    void baselineVariantChosen(int variant); ///< Of the experiment that ran.
    void runsWanted();                       ///< offerRuns() is to follow.
    void runChosen(const QUuid &run);        ///< setBaselineRun() is to follow, as for the next two.
    void fileWanted();                       ///< One is to be asked for.
    void fileChosen(const QString &path);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void createActions();
    [[nodiscard]] int sentencesHeight(int lines) const;
    [[nodiscard]] QWidget *createLine();
    [[nodiscard]] QWidget *createDetails();
    [[nodiscard]] QWidget *createControls(QWidget *parent);
    void fillMenu();
    void addRuns();
    void refresh();
    void updateRows();
    void addRow(const QPixmap &mark, const QString &text);
    void showMethod();
    void showSettings();
    void refreshSettings();
    [[nodiscard]] QList<SettingsColumn> comparedSettings() const;
    [[nodiscard]] QString baselineTitle() const;
    [[nodiscard]] std::optional<RaceReport> shownRace() const;
    [[nodiscard]] QString methodText() const;

    const Session &m_session;
    LiveVerdict *m_verdict = nullptr;
    QWidget *m_inside = nullptr;
    QWidget *m_line = nullptr; ///< What is left when it is folded.
    QWidget *m_details = nullptr;
    QWidget *m_controls = nullptr;
    OneLineLabel *m_headline = nullptr;
    QScrollArea *m_scroll = nullptr;
    QBoxLayout *m_rows = nullptr;
    QAbstractButton *m_baselineButton = nullptr;
    QMenu *m_menu = nullptr;
    QComboBox *m_measure = nullptr;
    NumberBox *m_margin = nullptr;
    QAction *m_unfold = nullptr;
    QAction *m_choose = nullptr;
    QAction *m_settings = nullptr;
    QAction *m_how = nullptr;
    VerdictMethodPage *m_page = nullptr; ///< Null until it was opened, as the next one.
    SettingsPage *m_settingsPage = nullptr;
    std::shared_ptr<BaselineAnswers> m_answers; ///< Of the other run.
    QList<RunSummary> m_runs;
    QString m_problem;
    QStringList m_shown; ///< What the rows say.
    int m_variant = 0;
};

} // namespace Tempera
