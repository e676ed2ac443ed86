// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/promptreview.h"
#include "widgets/context/windowcontext.h"

#include <QMainWindow>

class KActionCollection;
class QSpinBox;
class QStackedWidget;

namespace Tempera {

class BatchViews;
class ComparePanel;
class CostViews;
class DetachedPane;
class FileController;
class InspectorPanel;
class KeyEntry;
class LensState;
class LibraryPanel;
class LiveEstimate;
class LivePromptReview;
class MessageBar;
class PaneLayout;
class PromptPanel;
class QuestionBar;
class Recovery;
class RenderedPane;
class RequestViews;
class RunController;
class RunLine;
class RunView;
class ScoringFaces;
class SeenAction;
class Selection;
class SettingsDialog;
class StatusPanel;
class TrustQuestions;
class VariantActions;
struct PaletteEntry;

/// The window: library, prompt, comparison and inspector over one experiment and one session.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(WindowContext context, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens an experiment file; a failure is shown in the window.
    void openFile(const QString &path);
    /// By its name: whether it is opened, not taken into what is open.
    [[nodiscard]] static bool isExperiment(const QString &path);
    /// What was dropped, or named beside an experiment: opens an experiment, imports a table as cases, adds a model as a variant.
    void takeFile(const QString &path);

    [[nodiscard]] Session &session() { return *m_session; }
    [[nodiscard]] PromptPanel *prompt() const { return m_prompt; }
    [[nodiscard]] ComparePanel *compare() const { return m_compare; }
    /// A run that is looked at; null until there was one.
    [[nodiscard]] RunView *runView() const;
    [[nodiscard]] InspectorPanel *inspector() const { return m_inspector; }
    [[nodiscard]] LibraryPanel *library() const { return m_library; }
    [[nodiscard]] MessageBar *messageBar() const { return m_messages; }
    [[nodiscard]] QuestionBar *questionBar() const { return m_questions; }
    [[nodiscard]] ScoringFaces *scoring() const { return m_scoring; }
    [[nodiscard]] VariantActions *variants() const { return m_variants; }
    void setVisible(bool visible) override;

Q_SIGNALS:
    /// The first picture is on the screen.
    void firstPainted();

protected:
    bool focusNextPrevChild(bool next) override;
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void createCentre();
    void createDocks();
    void createToolBar();
    void createMenus();
    void createFileMenu();
    void createEditMenu();
    void createVariantMenu();
    void createTokensMenu();
    void createViewMenu();
    void createHelpMenu();
    void createFocusActions(QMenu *menu);
    void addOwn(QMenu *menu, const QList<QAction *> &actions);
    void addSeenActions(QMenu *menu, const QList<QAction *> &actions);
    void followSeen();
    void connectPanels();
    void connectRuns();
    void connectBatches();
    void connectFailures();
    void updateReview();
    void beforeRun(std::function<void()> run);
    RenderedPane *showRendered();
    void connectStoredRuns(ComparePanel *panel, const Session *session, QObject *owner);
    [[nodiscard]] RunView *createRunView();
    void createRunInspector(RunView &view);
    void showAnswersOf(QWidget *answers);
    void adoptRun();
    void watchLedger();
    void setLedgerAside();
    void askImport();
    void updateTitle();
    void setRepeat(int repeat);
    void setColours(ColourScheme scheme);
    void setAnswerView(AnswerView view);
    void setInlineDifferences(bool shown);
    void cyclePane(int by);
    void focusPane(QWidget *pane);
    void keepFocusIn(QWidget *pane);
    void toggleMaximised();
    void setAnswersDetached(bool detached);
    [[nodiscard]] ComparePanel *seenAnswers() const;
    [[nodiscard]] InspectorPanel *seenInspector() const;
    void showPalette();
    [[nodiscard]] QList<PaletteEntry> actionEntries() const;
    [[nodiscard]] QList<PaletteEntry> settingEntries() const;
    [[nodiscard]] QList<PaletteEntry> placeEntries() const;
    [[nodiscard]] QList<PaletteEntry> openableEntries() const;
    void carryOut(const PaletteEntry &entry);
    void showSetting(const QString &id);
    void showShortcuts();
    SettingsDialog *showSettings();
    void rememberState();
    QAction *addCommand(QMenu *menu, const QString &name, const QString &icon, const QString &text, const QKeySequence &key);

    WindowContext m_context;
    Selection *m_selection = nullptr;
    Session *m_session = nullptr;
    LensState *m_lens = nullptr;
    LiveEstimate *m_estimate = nullptr;
    LivePromptReview *m_review = nullptr;
    QList<PromptFault> m_acceptedFaults; ///< Those that a run was asked for in spite of.
    FileController *m_files = nullptr;
    TrustQuestions *m_trust = nullptr;
    RunController *m_runs = nullptr;
    VariantActions *m_variants = nullptr;
    KeyEntry *m_keys = nullptr;
    KActionCollection *m_commands = nullptr;
    MessageBar *m_messages = nullptr;
    QuestionBar *m_questions = nullptr;
    Recovery *m_recovery = nullptr;
    PromptPanel *m_prompt = nullptr;
    ComparePanel *m_compare = nullptr;
    QStackedWidget *m_answers = nullptr;     ///< Those of the open experiment, or a run that is looked at.
    DetachedPane *m_answersWindow = nullptr; ///< Where they are while they have a window of their own.
    CostViews *m_costs = nullptr;
    BatchViews *m_batches = nullptr;
    RequestViews *m_requests = nullptr;
    ScoringFaces *m_scoring = nullptr;
    LibraryPanel *m_library = nullptr;
    QStackedWidget *m_inspectors = nullptr; ///< That of the open experiment, or of a run that is looked at.
    InspectorPanel *m_inspector = nullptr;
    InspectorPanel *m_runInspector = nullptr; ///< Null until there was a run to look at.
    StatusPanel *m_status = nullptr;
    PaneLayout *m_panes = nullptr;
    QList<SeenAction *> m_seenActions;
    QSpinBox *m_repeat = nullptr;
    RunLine *m_runLine = nullptr;
    bool m_painted = false;
    bool m_closing = false;
};

} // namespace Tempera
