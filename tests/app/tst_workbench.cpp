// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The real window over the real engine, ledger and built-in model, driven by keys.

#include "app/engine/llama/llamabackend.h"
#include "app/engine/threadedengine.h"
#include "app/storage/ledger.h"
#include "tests/support/testpaths.h"
#include "tests/widgets/memoryfiles.h"
#include "widgets/common/appearance.h"
#include "widgets/common/growingedit.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/outputpane.h"
#include "widgets/compare/variantcolumn.h"
#include "widgets/mainwindow/mainwindow.h"
#include "widgets/prompt/messageeditor.h"
#include "widgets/prompt/messagespage.h"
#include "widgets/prompt/promptpanel.h"
#include "widgets/scoring/effectpanel.h"
#include "widgets/scoring/labelspanel.h"
#include "widgets/scoring/scoringfaces.h"
#include "widgets/scoring/tokenpane.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Variant variant(double temperature, int maxTokens)
{
    Variant column;
    column.endpoint = endpointFromId(u"local:tempera-mini"_s);
    column.sampling.temperature = temperature;
    column.sampling.seed = 7;
    column.sampling.maxTokens = maxTokens;
    return column;
}

CheckSpec containsCheck(const QString &value)
{
    CheckSpec check;
    check.type = u"contains"_s;
    check.value = value;
    return check;
}

} // namespace

class TestWorkbench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void threeVariantsRunSideBySide();
    void stopEndsWithinOneStep();
    void labelsOfReviews();
    void theEffectOfAnEdit();

private:
    void start(const Experiment &experiment);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_window.get(), key, modifiers); }
    [[nodiscard]] QString answer(int column) const { return m_window->compare()->columns().at(column)->pane()->toPlainText(); }

    std::atomic<int> m_decodes = 0;
    SystemClock m_clock;
    Catalog m_catalog = Catalog::builtIn();
    MemoryFiles m_files;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<ThreadedEngine> m_engine;
    std::unique_ptr<ExperimentDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
};

void TestWorkbench::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto ledger = Ledger::open(m_folder->filePath(u"ledger.db"_s), m_clock);
    QVERIFY(ledger);
    m_ledger = std::move(*ledger);
    m_decodes = 0;
    m_engine = std::make_unique<ThreadedEngine>(
        [this] {
            LlamaSettings settings;
            settings.onDecode = [this](const DecodeReport &) { ++m_decodes; };
            std::vector<std::unique_ptr<Backend>> backends;
            backends.push_back(makeLlamaBackend(settings));
            return backends;
        },
        m_clock);
    m_document = std::make_unique<ExperimentDocument>();
}

void TestWorkbench::cleanup()
{
    m_window.reset();
    m_document.reset();
    m_engine.reset();
    m_ledger.reset();
}

void TestWorkbench::start(const Experiment &experiment)
{
    LoadedExperiment loaded;
    loaded.experiment = experiment;
    m_document->reset(loaded, {});
    WindowContext context;
    context.document = m_document.get();
    context.session.engine = m_engine.get();
    context.session.store = m_ledger.get();
    context.session.clock = &m_clock;
    context.session.catalog = &m_catalog;
    context.session.localModelPath = [](const QString &) -> Result<QString> { return builtInModel(); };
    context.files = &m_files;
    context.state.pages.insert(u"compareFaces"_s, 1); // columns
    m_window = std::make_unique<MainWindow>(context);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestWorkbench::threeVariantsRunSideBySide()
{
    Experiment experiment;
    experiment.prompts = {Prompt{{}, {Message{Role::User, u"What is the capital of {{ country }}?"_s}}, {}}};
    experiment.variants = {variant(0, 20), variant(0.2, 20), variant(0.2, 20)};
    Case france;
    france.variables = {{u"country"_s, u"France"_s}};
    france.checks = {containsCheck(u"Paris"_s)};
    experiment.cases = {france};
    start(experiment);

    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->session().totals().finished(), 3, 60'000);
    QTRY_VERIFY(!m_window->session().isRunning());
    QTRY_VERIFY2(answer(0).contains(u"Paris"_s), qPrintable(answer(0)));
    // Equal settings and seed, equal text, although all three ran in one batch.
    QTRY_COMPARE(answer(1), answer(2));
    QCOMPARE(m_window->session().body(0)->grade->outcome, Outcome::Pass);
    QCOMPARE(m_window->session().body(0)->cost, Money());

    std::optional<int> stored;
    m_ledger->listRuns(5, m_window.get(), [&stored](const Result<QList<RunSummary>> &runs) {
        stored = runs && !runs->isEmpty() ? runs->constFirst().storedCells : -1;
    });
    QTRY_VERIFY(stored);
    QCOMPARE(*stored, 3);
}

void TestWorkbench::stopEndsWithinOneStep()
{
    Experiment experiment;
    experiment.prompts = {Prompt{{}, {Message{Role::User, u"Tell a short story about a fox."_s}}, {}}};
    // A high temperature seldom ends by itself; the limit is far away.
    experiment.variants = {variant(4, 400)};
    start(experiment);

    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().size() > 0 && !m_window->session().body(0)->text.isEmpty(), 60'000);
    press(Qt::Key_Escape, Qt::ShiftModifier);
    const int decodesAtStop = m_decodes;
    QTRY_VERIFY(!m_window->session().isRunning());
    const Cell &cell = *m_window->session().body(0);
    if (cell.state == CellState::Done)
        QSKIP("the answer was already complete when Stop came");
    QCOMPARE(cell.state, CellState::Cancelled);
    QVERIFY(!cell.text.isEmpty());
    // At most the step that was under way.
    QVERIFY2(m_decodes - decodesAtStop <= 1, qPrintable(QString::number(m_decodes - decodesAtStop)));
}

void TestWorkbench::labelsOfReviews()
{
    Experiment experiment;
    experiment.prompts = {Prompt{{}, {Message{Role::User, u"Is this review positive or negative?\n{{ text }}"_s}}, {}}};
    experiment.variants = {variant(0, 8), variant(1, 8)};
    for (const auto &[text, label] : {std::pair{u"The lamp works very well and I love it."_s, u"positive"_s},
                                      std::pair{u"It broke after two days. I want my money back."_s, u"negative"_s}}) {
        Case row;
        row.variables = {Variable{u"text"_s, text}};
        row.checks = {containsCheck(label)};
        experiment.cases += row;
    }
    start(experiment);

    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    const LabelsPanel *panel = m_window->scoring()->labels();
    QTRY_VERIFY_WITH_TIMEOUT(!panel->isRunning(), 60'000);
    const LabelStudy &study = panel->study();
    QCOMPARE(study.labels(), (QStringList{u"positive"_s, u"negative"_s}));
    QCOMPARE(study.rows().size(), 2); // both variants are one model
    for (int row = 0; row < 2; ++row) {
        QVERIFY2(study.result(row), study.cell(row).error ? qPrintable(study.cell(row).error->detail) : "no result");
        const LabelProbabilities &result = *study.result(row);
        double sum = result.rest;
        for (const double probability : result.probabilities)
            sum += probability;
        QVERIFY(qAbs(sum - 1) < 1e-6);
        QVERIFY2(result.rest < 0.5, qPrintable(QString::number(result.rest))); // the model knows this task
        QCOMPARE(likeliestLabel({result.shares, -1}), study.rows().at(row).expected);
    }
    QVERIFY2(panel->summary().contains(u"accuracy 100.0 %"_s), qPrintable(panel->summary()));
    QVERIFY(m_window->session().size() == 0); // nothing was written
}

void TestWorkbench::theEffectOfAnEdit()
{
    Experiment experiment;
    experiment.prompts = {Prompt{{}, {Message{Role::User, u"What is the capital of France?"_s}}, {}}};
    experiment.variants = {variant(0, 16)};
    start(experiment);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->session().totals().finished(), 1, 60'000);
    QTRY_VERIFY(!m_window->session().isRunning());
    const QString text = m_window->session().body(0)->text;

    GrowingEdit *edit = m_window->prompt()->messages()->editors().at(0)->edit();
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, u"What is the capital of Japan?"_s);
    press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    const EffectPanel *panel = m_window->scoring()->effect();
    QTRY_VERIFY2_WITH_TIMEOUT(!panel->isRunning() && !panel->summary().isEmpty(), qPrintable(panel->note()), 60'000);
    QCOMPARE(panel->pane()->toPlainText(), text);
    // Greedy decoding took what is likely under the old prompt; under another question it is less so.
    QVERIFY2(panel->summary().contains(u"÷"_s), qPrintable(panel->summary()));
    QCOMPARE(m_window->session().body(0)->text, text);
}

int main(int argc, char **argv)
{
    prepareIcons();
    QApplication application(argc, argv);
    TestWorkbench test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_workbench.moc"
