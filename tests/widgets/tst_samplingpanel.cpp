// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/fallback.h"
#include "models/presets/presetstore.h"
#include "tests/support/everysetting.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/numberbox.h"
#include "widgets/inspector/inspectorpanel.h"
#include "widgets/inspector/presetmenu.h"
#include "widgets/inspector/samplingpanel.h"
#include "widgets/parameters/parametercontrol.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QCheckBox>
#include <QCompleter>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTableWidget>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// The panel in the real window, with the section of the other samplers open.
struct PanelFixture : WindowFixture {
    [[nodiscard]] bool open(const Experiment &experiment = WindowFixture::experiment())
    {
        if (!start(experiment))
            return false;
        panel = window->inspector()->sampling();
        panel->showMore(true);
        return true;
    }
    [[nodiscard]] const SamplingSettings &settings() const { return document.experiment().variants.at(0).sampling; }
    template<typename Widget>
    [[nodiscard]] Widget *value(Parameter parameter) const
    {
        return panel->editor(parameter)->findChild<Widget *>(u"value"_s);
    }
    [[nodiscard]] QString note() const { return panel->findChild<QLabel *>(u"presetNote"_s)->text(); }
    [[nodiscard]] QAction *presetAction(const QString &name) const
    {
        QMenu *menu = panel->presets()->menu();
        Q_EMIT menu->aboutToShow();
        for (QAction *action : menu->actions()) {
            if (action->text() == name)
                return action;
        }
        return nullptr;
    }

    SamplingPanel *panel = nullptr;
};

Experiment withEverything(const QString &endpoint = u"local:tempera-mini"_s)
{
    Experiment experiment = WindowFixture::experiment();
    experiment.variants[0].sampling = everySetting();
    experiment.variants[0].endpoint = endpointFromId(endpoint);
    return experiment;
}

} // namespace

class TestSamplingPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyParameterHasAnEditor();
    void showingChangesNothing();
    void unsettingAndSettingAgain_data();
    void unsettingAndSettingAgain();
    void theOtherSamplersAreFoldedAway();
    void theOrderIsMovedByKeys();
    void aSamplerIsSwitchedOff();
    void biasesAreTyped();
    void grammarsAreCheckedAtOnce();
    void schemasAreCheckedAtOnce();
    void strictModeIsOneStep();
    void fallbacksAreEditedByKeys();
    void fallbacksOfAFileStay();
    void refusedOnesSayWhy();
    void nothingIsWiderThanThePanel();
    void aPresetIsOneStep();
    void presetsAreSavedRenamedDeleted();
    void presetsAreImported();
    void aBrokenPresetFileIsTold();
};

void TestSamplingPanel::everyParameterHasAnEditor()
{
    PanelFixture f;
    QVERIFY(f.open());
    for (const Parameter parameter : allParameters()) {
        ParameterEditor *editor = f.panel->editor(parameter);
        QVERIFY2(editor && editor->isVisibleTo(f.panel), qPrintable(parameterName(parameter)));
        QVERIFY(!ParameterEditor::title(parameter).isEmpty());
        QVERIFY(ParameterEditor::explanation(parameter).endsWith(u'.'));
        for (QWidget *child : editor->findChildren<QWidget *>()) {
            if (child->focusPolicy() == Qt::NoFocus || child->parentWidget() != editor)
                continue;
            const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(child);
            QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(), qPrintable(parameterName(parameter)));
        }
    }
}

void TestSamplingPanel::showingChangesNothing()
{
    PanelFixture f;
    QVERIFY(f.open(withEverything()));
    QCOMPARE(f.settings(), everySetting());
    QVERIFY(!f.document.isModified());
    for (const Parameter parameter : allParameters()) {
        SamplingSettings stored;
        f.panel->editor(parameter)->store(stored);
        SamplingSettings expected;
        const SamplingSettings every = everySetting();
        std::visit([&](auto field) { expected.*field = every.*field; }, parameterFacts(parameter).field);
        QVERIFY2(stored == expected, qPrintable(parameterName(parameter)));
    }
}

void TestSamplingPanel::unsettingAndSettingAgain_data()
{
    QTest::addColumn<Parameter>("parameter");
    for (const Parameter parameter : allParameters())
        QTest::newRow(parameterName(parameter).toLatin1()) << parameter;
}

void TestSamplingPanel::unsettingAndSettingAgain()
{
    QFETCH(Parameter, parameter);
    PanelFixture f;
    QVERIFY(f.open(withEverything()));
    auto *box = f.panel->editor(parameter)->findChild<QCheckBox *>();
    QVERIFY(box->isChecked());
    box->setFocus();
    f.press(Qt::Key_Space);
    QVERIFY(!f.settings().isSet(parameter));
    f.press(Qt::Key_Space);
    QVERIFY(f.settings().isSet(parameter));
    f.document.undo();
    f.document.undo();
    QCOMPARE(f.settings(), everySetting());
}

void TestSamplingPanel::theOtherSamplersAreFoldedAway()
{
    PanelFixture f;
    QVERIFY(f.open());
    auto *button = f.panel->findChild<QToolButton *>(u"moreSamplers"_s);
    button->setFocus();
    f.press(Qt::Key_Space);
    QVERIFY(!f.panel->editor(Parameter::TypicalP)->isVisible());
    QVERIFY(f.panel->editor(Parameter::Temperature)->isVisible());
    QCOMPARE(button->text(), u"More samplers"_s);
    f.press(Qt::Key_Space);
    QVERIFY(f.panel->editor(Parameter::TypicalP)->isVisible());
    f.value<NumberBox>(Parameter::TypicalP)->setFocus();
    QTest::keyClicks(QApplication::focusWidget(), u"0.5"_s);
    QCOMPARE(f.settings().typicalP, 0.5);
    QVERIFY2(button->text().contains(u'1'), "it tells how many are set");
    QCOMPARE(button->accessibleName(), button->text());
}

void TestSamplingPanel::theOrderIsMovedByKeys()
{
    PanelFixture f;
    QVERIFY(f.open());
    auto *list = f.value<QListWidget>(Parameter::Samplers);
    QCOMPARE(list->count(), defaultSamplerOrder().size());
    list->setFocus();
    list->setCurrentRow(0);
    f.press(Qt::Key_Down, Qt::AltModifier);
    QList<SamplerKind> expected = defaultSamplerOrder();
    expected.swapItemsAt(0, 1);
    QCOMPARE(f.settings().samplers, expected);
    QCOMPARE(list->currentRow(), 1);
    f.press(Qt::Key_Down, Qt::AltModifier);
    f.press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(f.settings().samplers, expected);
    f.press(Qt::Key_Up, Qt::AltModifier);
    f.press(Qt::Key_Up, Qt::AltModifier); // it is the first already
    QCOMPARE(f.settings().samplers, defaultSamplerOrder());
    f.document.undo(); // moves in a row are one step
    QVERIFY(f.settings().samplers.isEmpty());
}

void TestSamplingPanel::aSamplerIsSwitchedOff()
{
    PanelFixture f;
    QVERIFY(f.open());
    auto *list = f.value<QListWidget>(Parameter::Samplers);
    list->setFocus();
    list->setCurrentRow(static_cast<int>(defaultSamplerOrder().indexOf(SamplerKind::Xtc)));
    f.press(Qt::Key_Space);
    QList<SamplerKind> expected = defaultSamplerOrder();
    expected.removeOne(SamplerKind::Xtc);
    QCOMPARE(f.settings().samplers, expected);
    // As a drag would: the last to the front.
    QVERIFY(list->model()->moveRow({}, list->count() - 1, {}, 0));
    QCOMPARE(f.settings().samplers.first(), SamplerKind::Temperature);
    for (QToolButton *button : f.panel->editor(Parameter::Samplers)->findChildren<QToolButton *>()) {
        if (button->accessibleName().startsWith(u"Back"_s))
            button->click();
    }
    QCOMPARE(f.settings().samplers, defaultSamplerOrder());
}

void TestSamplingPanel::biasesAreTyped()
{
    PanelFixture f;
    QVERIFY(f.open());
    ParameterEditor *editor = f.panel->editor(Parameter::LogitBias);
    auto *table = f.value<QTableWidget>(Parameter::LogitBias);
    const QList<QToolButton *> buttons = editor->findChildren<QToolButton *>();
    QCOMPARE(buttons.size(), 2);
    buttons[0]->click();
    QCOMPARE(table->rowCount(), 1);
    QVERIFY(f.settings().logitBias.isEmpty()); // no text yet
    table->item(0, 0)->setText(u" sword"_s);
    table->item(0, 1)->setText(u"2.5"_s);
    QCOMPARE(f.settings().logitBias, (QList<LogitBias>{{-1, u" sword"_s, 2.5}}));
    buttons[0]->click();
    table->item(1, 0)->setText(u"#42"_s);
    table->item(1, 1)->setText(u"never"_s);
    QCOMPARE(f.settings().logitBias.last(), (LogitBias{42, {}, -HUGE_VAL}));
    table->item(1, 1)->setText(u"much"_s);
    QCOMPARE(f.settings().logitBias.size(), 1);
    QVERIFY(editor->findChild<QLabel *>(u"problem"_s)->text().contains(u"2"_s));
    table->setCurrentCell(1, 0);
    buttons[1]->click();
    QCOMPARE(table->rowCount(), 1);
}

void TestSamplingPanel::grammarsAreCheckedAtOnce()
{
    PanelFixture f;
    QVERIFY(f.open());
    auto *text = f.value<QPlainTextEdit>(Parameter::Grammar);
    auto *problem = f.panel->editor(Parameter::Grammar)->findChild<QLabel *>(u"problem"_s);
    QVERIFY(!problem->isVisibleTo(f.panel));
    text->setPlainText(u"root ::= \"a\"\nb = c"_s);
    QCOMPARE(f.settings().grammar, u"root ::= \"a\"\nb = c"_s);
    QVERIFY(problem->isVisibleTo(f.panel));
    QVERIFY2(problem->text().contains(u"line 2, column 3"_s), qPrintable(problem->text()));
    text->setPlainText(u"root ::= \"a\"\n"_s);
    QVERIFY(!problem->isVisibleTo(f.panel));
    text->clear();
    QVERIFY(!f.settings().isSet(Parameter::Grammar));
}

void TestSamplingPanel::schemasAreCheckedAtOnce()
{
    PanelFixture f;
    QVERIFY(f.open());
    auto *text = f.value<QPlainTextEdit>(Parameter::JsonSchema);
    auto *problem = f.panel->editor(Parameter::JsonSchema)->findChild<QLabel *>(u"problem"_s);
    for (const QString &broken : {u"{"_s, u"[]"_s, u"{\"type\": \"elephant\"}"_s}) {
        text->setPlainText(broken);
        QVERIFY2(problem->isVisibleTo(f.panel) && !problem->text().isEmpty(), qPrintable(broken));
    }
    text->setPlainText(u"{\"type\": \"object\"}"_s);
    QVERIFY(!problem->isVisibleTo(f.panel));
    QCOMPARE(f.settings().jsonSchema, u"{\"type\": \"object\"}"_s);
}

void TestSamplingPanel::strictModeIsOneStep()
{
    PanelFixture f;
    QVERIFY(f.open());
    auto *strict = f.panel->findChild<QCheckBox *>(u"strict"_s);
    QVERIFY(strict->isVisibleTo(f.panel));
    QVERIFY(!strict->isChecked());
    strict->click();
    QVERIFY(f.document.experiment().variants.at(0).strict);
    f.document.undo();
    QVERIFY(!strict->isChecked());
    Experiment remote = f.document.experiment();
    remote.variants[0].endpoint = endpointFromId(u"openai:chat:gpt-4o-mini"_s);
    f.document.edit(std::move(remote), u"remote"_s);
    QVERIFY(!strict->isVisibleTo(f.panel)); // nobody promises it there
}

void TestSamplingPanel::fallbacksAreEditedByKeys()
{
    PanelFixture f;
    QVERIFY(f.open());
    const auto rules = [&f] { return fallbackRules(f.document.experiment().variants.at(0)); };
    auto *name = f.panel->findChild<QLineEdit *>(u"fallbackName"_s);
    auto *list = f.panel->findChild<QListWidget *>(u"fallbacks"_s);
    auto *onFailedChecks = f.panel->findChild<QCheckBox *>(u"fallbackOnFailedChecks"_s);
    auto *samples = f.panel->findChild<QSpinBox *>(u"retryOnFailedChecks"_s);
    QVERIFY(name && list && onFailedChecks && samples);
    QVERIFY(name->completer()->model()->rowCount() > 0);
    QCOMPARE(name->completer()->model()->index(0, 0).data().toString(), u"mini warm"_s);
    QVERIFY(!onFailedChecks->isEnabled()); // there is nobody to ask
    for (const QString &each : {u"mini warm"_s, u"echo"_s}) {
        name->setFocus();
        QTest::keyClicks(name, each);
        name->completer()->popup()->hide(); // whatever is offered
        QTest::keyClick(name, Qt::Key_Return);
    }
    QCOMPARE(rules().next, (QJsonArray{u"mini warm"_s, u"echo"_s}));
    list->setFocus();
    list->setCurrentRow(1);
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(rules().next, (QJsonArray{u"echo"_s, u"mini warm"_s}));
    QCOMPARE(list->currentRow(), 0);
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(rules().next, QJsonArray{u"mini warm"_s});
    QVERIFY(onFailedChecks->isEnabled());
    QTest::keyClick(onFailedChecks, Qt::Key_Space);
    QVERIFY(rules().onFailedChecks);
    QTest::keyClick(samples, Qt::Key_Up);
    QCOMPARE(rules().samplesAgain, 1);
    for (const QWidget *each : {static_cast<QWidget *>(name), static_cast<QWidget *>(list), static_cast<QWidget *>(samples)})
        QVERIFY(!each->accessibleName().isEmpty());
    f.document.undo();
    QCOMPARE(rules().samplesAgain, 0);
    QCOMPARE(samples->value(), 0);
}

/// What the list cannot say in a name is kept as the file has it.
void TestSamplingPanel::fallbacksOfAFileStay()
{
    PanelFixture f;
    Experiment experiment = WindowFixture::experiment();
    const QJsonObject own{{u"id"_s, u"openai:chat:m"_s}, {u"config"_s, QJsonObject{{u"max_tokens"_s, 7}}}};
    FallbackRules rules;
    rules.next = QJsonArray{u"echo"_s, own};
    setFallbackRules(experiment.variants[0], rules);
    QVERIFY(f.open(experiment));
    auto *list = f.panel->findChild<QListWidget *>(u"fallbacks"_s);
    QCOMPARE(list->count(), 2);
    QCOMPARE(list->item(1)->text(), u"openai:chat:m"_s);
    list->setFocus();
    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(fallbackRules(f.document.experiment().variants.at(0)).next, (QJsonArray{own, u"echo"_s}));
}

void TestSamplingPanel::refusedOnesSayWhy()
{
    PanelFixture f;
    Experiment experiment = WindowFixture::experiment();
    experiment.variants[0].endpoint = endpointFromId(u"openai:chat:gpt-4o-mini"_s);
    QVERIFY(f.open(experiment));
    auto *list = f.value<QListWidget>(Parameter::Samplers);
    QVERIFY(!list->isEnabled());
    QVERIFY(!f.value<NumberBox>(Parameter::TypicalP)->isEnabled());
    bool told = false;
    for (const QLabel *label : f.panel->editor(Parameter::TypicalP)->findChildren<QLabel *>())
        told = told || (label->isVisibleTo(f.panel) && label->text().contains(u"typical_p"_s));
    QVERIFY(told);
    QVERIFY(f.value<QPlainTextEdit>(Parameter::JsonSchema)->isEnabled());
}

void TestSamplingPanel::nothingIsWiderThanThePanel()
{
    PanelFixture f;
    QVERIFY(f.open(withEverything(u"openai:chat:gpt-4o-mini"_s)));
    QVERIFY2(f.panel->widget()->minimumSizeHint().width() <= 300,
             qPrintable(QString::number(f.panel->widget()->minimumSizeHint().width())));
}

void TestSamplingPanel::aPresetIsOneStep()
{
    PanelFixture f;
    Experiment experiment = WindowFixture::experiment();
    experiment.variants[0].sampling = everySetting();
    QVERIFY(f.open(experiment));
    QAction *deterministic = f.presetAction(u"Deterministic"_s);
    QVERIFY(deterministic && !deterministic->isChecked());
    deterministic->trigger();
    QCOMPARE(f.settings().temperature, 0.0);
    QVERIFY(!f.settings().topK);
    QCOMPARE(f.settings().seed, everySetting().seed);
    QVERIFY(f.presetAction(u"Deterministic"_s)->isChecked());
    QVERIFY(f.document.undoLabel().contains(u"Deterministic"_s));
    f.document.undo();
    QCOMPARE(f.settings(), everySetting());
    QVERIFY(!f.document.canUndo());
}

void TestSamplingPanel::presetsAreSavedRenamedDeleted()
{
    PanelFixture f;
    QVERIFY(f.open(withEverything()));
    PresetMenu *menu = f.panel->presets();
    menu->saveAs(u"mine"_s);
    QVERIFY(f.files.contents.value(u"/config/presets.json"_s).contains("\"mine\""));
    QVERIFY(f.note().contains(u"mine"_s));
    QVERIFY(f.presetAction(u"mine"_s)->isChecked());
    menu->rename(u"mine"_s, u"ours & yours"_s);
    QVERIFY(f.presetAction(u"ours && yours"_s)); // no shortcut letter
    menu->saveAs(u"Balanced"_s);                 // a shipped one's name
    QVERIFY(f.note().contains(u"Balanced"_s));
    QVERIFY(!f.files.contents.value(u"/config/presets.json"_s).contains("Balanced"));
    menu->remove(u"ours & yours"_s);
    QVERIFY(!f.presetAction(u"ours && yours"_s));
}

void TestSamplingPanel::presetsAreImported()
{
    PanelFixture f;
    QVERIFY(f.open());
    f.files.contents.insert(u"/x/Big O.json"_s, R"({"temp": 1.2, "min_p": 0.1, "smoothing_factor": 0.3, "rep_pen": 1})");
    f.chosenFile = u"/x/Big O.json"_s;
    QVERIFY(f.presetAction(u"Import from Another Program…"_s));
    f.presetAction(u"Import from Another Program…"_s)->trigger();
    QCOMPARE(f.settings().temperature, 1.2);
    QCOMPARE(f.settings().minP, 0.1);
    QVERIFY2(f.note().contains(u"Big O"_s) && f.note().contains(u"smoothing_factor"_s), qPrintable(f.note()));
    QVERIFY(f.presetAction(u"Big O"_s)->isChecked());
    f.chosenFile = u"/x/none.json"_s;
    f.presetAction(u"Import from Another Program…"_s)->trigger();
    QVERIFY2(f.note().contains(u"none.json"_s), qPrintable(f.note()));
    f.document.undo();
    QCOMPARE(f.settings(), WindowFixture::experiment().variants.at(0).sampling);
}

void TestSamplingPanel::aBrokenPresetFileIsTold()
{
    PanelFixture f;
    f.files.contents.insert(u"/config/presets.json"_s, "{\n\"presets\": [");
    QVERIFY(f.open());
    QVERIFY2(f.window->messageBar()->text().contains(u"presets.json"_s), qPrintable(f.window->messageBar()->text()));
    QVERIFY(f.presetAction(u"Balanced"_s));
}

TEMPERA_WINDOW_TEST(TestSamplingPanel)
#include "tst_samplingpanel.moc"
