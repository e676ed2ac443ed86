// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Numbers typed key by key into the real window, against what the document holds then.

#include "tests/support/everysetting.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/common/numberbox.h"
#include "widgets/common/valueslider.h"
#include "widgets/inspector/inspectorpanel.h"
#include "widgets/inspector/samplingpanel.h"
#include "widgets/lens/tokenpage.h"
#include "widgets/parameters/parametercontrol.h"
#include "widgets/scoring/labelspanel.h"
#include "widgets/scoring/scoringfaces.h"

#include <QCheckBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QTableWidget>
#include <QToolButton>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// The window in one language, with all samplers in sight.
class NumbersFixture : public WindowFixture
{
public:
    explicit NumbersFixture(const QLocale &language = QLocale::c()) { QLocale::setDefault(language); }
    ~NumbersFixture() { QLocale::setDefault(m_before); }
    Q_DISABLE_COPY_MOVE(NumbersFixture)

    [[nodiscard]] bool open(const Experiment &experiment = WindowFixture::experiment())
    {
        if (!start(experiment))
            return false;
        panel = window->inspector()->sampling();
        panel->showMore(true);
        return true;
    }
    [[nodiscard]] const SamplingSettings &settings(int variant = 0) const
    {
        return document.experiment().variants.at(variant).sampling;
    }
    [[nodiscard]] NumberBox *box(Parameter parameter) const
    {
        return panel->editor(parameter)->findChild<NumberBox *>(u"value"_s);
    }
    [[nodiscard]] ValueSlider *slider(Parameter parameter) const { return panel->editor(parameter)->findChild<ValueSlider *>(); }
    [[nodiscard]] QCheckBox *tick(Parameter parameter) const { return panel->editor(parameter)->findChild<QCheckBox *>(); }

    static void type(QWidget *box, const QString &keys)
    {
        box->setFocus();
        QTest::keyClick(box, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(box, keys);
    }

    SamplingPanel *panel = nullptr;

private:
    QLocale m_before;
};

double numberOf(const SamplingSettings &settings, Parameter parameter)
{
    return std::visit(
        [&](auto field) {
            const auto &value = settings.*field;
            if constexpr (requires { static_cast<double>(*value); })
                return value ? static_cast<double>(*value) : std::nan("");
            else
                return std::nan("");
        },
        parameterFacts(parameter).field);
}

bool isWholeParameter(Parameter parameter)
{
    return std::holds_alternative<std::optional<int> SamplingSettings::*>(parameterFacts(parameter).field);
}

/// Everything that has a box for a number.
QList<Parameter> numberParameters()
{
    QList<Parameter> list;
    for (const Parameter parameter : allParameters()) {
        if (parameterFacts(parameter).number.step > 0 && parameter != Parameter::Seed)
            list += parameter;
    }
    return list;
}

/// What people type, and what it is.
QList<std::pair<QString, double>> typedForms(Parameter parameter, const QLocale &language)
{
    QList<std::pair<QString, double>> forms;
    if (isWholeParameter(parameter)) {
        forms = {{u"1"_s, 1},  {u"7"_s, 7},   {u"40"_s, 40}, {u"2048"_s, 2048}, {u"2147483647"_s, 2147483647},
                 {u"0"_s, 0},  {u"-1"_s, -1}, {u"2"_s, 2},   {u"1e3"_s, 1000},  {u"+5"_s, 5},
                 {u"007"_s, 7}};
        if (!language.groupSeparator().isEmpty() && language != QLocale::c())
            forms += {u"12"_s + language.groupSeparator() + u"345"_s, 12345};
    } else {
        forms = {{u"0.2"_s, 0.2},  {u"0.35"_s, 0.35}, {u"1.25"_s, 1.25}, {u"0.001"_s, 0.001}, {u"7"_s, 7},
                 {u"1"_s, 1},      {u"0"_s, 0},       {u".5"_s, 0.5},    {u"1."_s, 1},        {u"1e-3"_s, 0.001},
                 {u"0.30"_s, 0.3}, {u"-0.5"_s, -0.5}, {u"-1"_s, -1},     {u"+0.5"_s, 0.5},    {u"0.123456789"_s, 0.123456789},
                 {u"1.10"_s, 1.1}, {u"0.05"_s, 0.05}};
        for (const auto &[text, number] : QList(forms))
            forms += {QString(text).replace(u'.', language.decimalPoint()), number};
    }
    forms.removeIf([&](const auto &form) { return !parameterFacts(parameter).number.accepts(form.second); });
    return forms;
}

void addLanguages()
{
    QTest::addColumn<QLocale>("language");
    QTest::newRow("C") << QLocale::c();
    QTest::newRow("German") << QLocale(QLocale::German, QLocale::Germany);
    QTest::newRow("Chinese") << QLocale(QLocale::Chinese, QLocale::China);
}

} // namespace

class TestNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTypedIsSet_data() { addLanguages(); }
    void whatIsTypedIsSet();
    void everyKeyCounts();
    void whatIfIsTyped_data() { addLanguages(); }
    void whatIfIsTyped();
    void seedsAreTyped_data() { addLanguages(); }
    void seedsAreTyped();
    void fullWidthDigitsComeFromAnInputMethod();
    void biasesAreTyped_data() { addLanguages(); }
    void biasesAreTyped();
    void repeatsAreTyped_data() { addLanguages(); }
    void repeatsAreTyped();
    void thresholdsAreTyped();
    void whatTheFileHoldsIsShown_data() { addLanguages(); }
    void whatTheFileHoldsIsShown();
    void lookingChangesNothing();
    void sliderAndBoxAreTwoViewsOfOneValue();
    void theSliderOfTopKIsLogarithmic();
    void unsetIsSeenAsUnset();
    void theOldNumberComesBack();
    void emptiedIsUnset();
    void outsideTheRangeIsSaid();
};

void TestNumbers::whatIsTypedIsSet()
{
    QFETCH(const QLocale, language);
    NumbersFixture f(language);
    QVERIFY(f.open());
    for (const Parameter parameter : numberParameters()) {
        NumberBox *box = f.box(parameter);
        QVERIFY2(box, qPrintable(parameterName(parameter)));
        for (const auto &[text, number] : typedForms(parameter, language)) {
            const QString what = parameterName(parameter) + u": "_s + text;
            const SamplingSettings before = f.settings();
            NumbersFixture::type(box, text);
            QVERIFY2(numberOf(f.settings(), parameter) == number, qPrintable(what));
            QVERIFY2(box->text() == text, qPrintable(what + u" became "_s + box->text()));
            QTest::keyClick(box, Qt::Key_Tab);
            QVERIFY2(numberOf(f.settings(), parameter) == number, qPrintable(what + u", left"_s));
            QVERIFY2(box->value() == number, qPrintable(what));
            SamplingSettings rest = f.settings(); // nothing else was touched
            SamplingSettings restBefore = before;
            rest.unset(parameter);
            restBefore.unset(parameter);
            QVERIFY2(rest == restBefore, qPrintable(what));
        }
        QVERIFY(f.tick(parameter)->isChecked());
    }
    QCOMPARE(f.settings(1), WindowFixture::experiment().variants.at(1).sampling);
}

void TestNumbers::everyKeyCounts()
{
    NumbersFixture f;
    QVERIFY(f.open());
    NumberBox *box = f.box(Parameter::Temperature);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_A, Qt::ControlModifier);
    const QList<std::pair<QString, double>> keys{{u"1"_s, 1}, {u"."_s, 1}, {u"2"_s, 1.2}, {u"5"_s, 1.25}};
    for (const auto &[key, number] : keys) {
        QTest::keyClicks(box, key);
        QCOMPARE(f.settings().temperature, number);
    }
    QTest::keyClick(box, Qt::Key_Backspace);
    QCOMPARE(f.settings().temperature, 1.2);
    f.document.undo(); // typing is one step
    QCOMPARE(f.settings().temperature, 0.2);
    QCOMPARE(box->text(), u"0.2"_s);
    QVERIFY(!f.document.canUndo());
}

void TestNumbers::whatIfIsTyped()
{
    QFETCH(const QLocale, language);
    NumbersFixture f(language);
    QVERIFY(f.open());
    f.window->inspector()->showToken();
    TokenPage *page = f.window->inspector()->token();
    for (const Parameter parameter : {Parameter::Temperature, Parameter::TopK, Parameter::TopP, Parameter::MinP}) {
        auto *box = page->control(parameter)->findChild<NumberBox *>(u"value"_s);
        for (const auto &[text, number] : typedForms(parameter, language)) {
            const QString what = parameterName(parameter) + u": "_s + text;
            const SamplingSettings before = f.settings();
            NumbersFixture::type(box, text);
            QVERIFY2(f.settings() == before, "what if changes nothing");
            QVERIFY2(box->text() == text, qPrintable(what));
            page->findChild<QAbstractButton *>(u"applyWhatIf"_s)->click();
            QVERIFY2(numberOf(f.settings(), parameter) == number, qPrintable(what));
        }
    }
}

void TestNumbers::seedsAreTyped()
{
    QFETCH(const QLocale, language);
    NumbersFixture f(language);
    QVERIFY(f.open());
    auto *seed = f.panel->editor(Parameter::Seed)->findChild<QLineEdit *>(u"value"_s);
    QVERIFY(seed->text().isEmpty());
    QVERIFY(seed->placeholderText().startsWith(u"default"_s));
    for (const std::uint64_t number :
         {std::uint64_t{0}, std::uint64_t{7}, std::uint64_t{9007199254740993}, std::numeric_limits<std::uint64_t>::max()}) {
        NumbersFixture::type(seed, QString::number(number));
        QCOMPARE(f.settings().seed, number);
        QCOMPARE(seed->text(), QString::number(number));
    }
    QTest::keyClicks(seed, u"5"_s); // one digit more than there can be
    QCOMPARE(f.settings().seed, std::numeric_limits<std::uint64_t>::max());
    NumbersFixture::type(seed, u"-1"_s); // a new one each time
    QVERIFY(!f.settings().seed);
    QTest::keyClick(seed, Qt::Key_Tab);
    QVERIFY(seed->text().isEmpty());
    QVERIFY(!f.tick(Parameter::Seed)->isChecked());
}

void TestNumbers::fullWidthDigitsComeFromAnInputMethod()
{
    NumbersFixture f(QLocale(QLocale::Chinese, QLocale::China));
    QVERIFY(f.open());
    NumberBox *box = f.box(Parameter::Temperature);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_A, Qt::ControlModifier);
    for (const QString &text : {u"０"_s, u"．"_s, u"３"_s, u"５"_s}) {
        QInputMethodEvent event;
        event.setCommitString(text);
        QApplication::sendEvent(QApplication::focusWidget(), &event);
    }
    QCOMPARE(f.settings().temperature, 0.35);
    QTest::keyClick(box, Qt::Key_Tab);
    QCOMPARE(box->text(), u"0.35"_s);
}

void TestNumbers::biasesAreTyped()
{
    QFETCH(const QLocale, language);
    NumbersFixture f(language);
    QVERIFY(f.open());
    ParameterEditor *editor = f.panel->editor(Parameter::LogitBias);
    auto *table = editor->findChild<QTableWidget *>(u"value"_s);
    editor->findChildren<QToolButton *>().constFirst()->click();
    const auto typeIn = [](const QString &text) {
        auto *edit = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        if (!edit)
            return false;
        NumbersFixture::type(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
        return true;
    };
    QVERIFY(typeIn(u"#5"_s)); // a Return in a cell is carried out by the event loop
    QTRY_COMPARE(table->item(0, 0)->text(), u"#5"_s);
    const QString comma = language.decimalPoint();
    for (const auto &[text, number] : QList<std::pair<QString, double>>{
             {u"1.250"_s, 1.25}, {u"-2"_s + comma + u"5"_s, -2.5}, {u"1250"_s, 1250}, {u"1e-3"_s, 0.001}}) {
        table->setCurrentCell(0, 1);
        table->editItem(table->item(0, 1));
        QVERIFY(typeIn(text));
        QTRY_COMPARE(f.settings().logitBias, (QList{LogitBias{5, {}, number}}));
    }
    Experiment shown = f.document.experiment();
    shown.variants[0].sampling.logitBias = {{5, {}, 1250.5}};
    f.document.edit(shown, u"x"_s);
    QVERIFY(QMetaObject::invokeMethod(table, "cellChanged", Q_ARG(int, 0), Q_ARG(int, 1))); // what is shown is read back
    QCOMPARE(f.settings().logitBias, shown.variants[0].sampling.logitBias);
}

void TestNumbers::repeatsAreTyped()
{
    QFETCH(const QLocale, language);
    NumbersFixture f(language);
    Experiment experiment = WindowFixture::experiment();
    experiment.repeat = 4'321; // more than anybody would type, but the file may hold it
    QVERIFY(f.open(experiment));
    auto *repeat = f.window->findChild<QSpinBox *>(u"repeat"_s);
    QCOMPARE(repeat->value(), 4'321);
    for (const auto &[text, number] :
         QList<std::pair<QString, int>>{{u"5"_s, 5}, {u"12"_s, 12}, {u"1000"_s, 1'000}, {u"007"_s, 7}, {u"10000"_s, 10'000}}) {
        NumbersFixture::type(repeat, text);
        QCOMPARE(f.document.experiment().repeat, number);
        QVERIFY2(repeat->text().endsWith(text), qPrintable(repeat->text()));
    }
}

void TestNumbers::thresholdsAreTyped()
{
    NumbersFixture f;
    QVERIFY(f.open());
    LabelsPanel *labels = f.window->scoring()->labels();
    auto *percent = labels->findChild<QSpinBox *>();
    QVERIFY(percent);
    for (const auto &[text, number] : QList<std::pair<QString, int>>{{u"50"_s, 50}, {u"05"_s, 5}, {u"100"_s, 100}, {u"0"_s, 0}}) {
        NumbersFixture::type(percent, text);
        QCOMPARE(labels->threshold()->value(), number);
        QVERIFY2(percent->text().startsWith(text), qPrintable(percent->text()));
    }
}

void TestNumbers::whatTheFileHoldsIsShown()
{
    QFETCH(const QLocale, language);
    NumbersFixture f(language);
    Experiment experiment = WindowFixture::experiment();
    SamplingSettings &held = experiment.variants[0].sampling;
    held = everySetting();
    held.temperature = 7;
    held.minP = 0.001;
    held.topP = 0.123456789012345;
    held.topK = 2'000'000'000;
    held.repeatPenalty = 99.5;
    held.repeatLastN = -1;
    held.topNSigma = 1e-9;
    held.mirostatEta = 12;
    held.maxTokens = -1;
    held.dryBase = 1.0 / 3;
    held.dryMultiplier = 1e300;
    QVERIFY(f.open(experiment));
    for (const Parameter parameter : numberParameters()) {
        NumberBox *box = f.box(parameter);
        QVERIFY2(box->value() == numberOf(held, parameter), qPrintable(parameterName(parameter)));
        // What is shown says the same when it is typed again.
        const QString shown = box->text();
        NumbersFixture::type(box, shown);
        QTest::keyClick(box, Qt::Key_Tab);
        QVERIFY2(numberOf(f.settings(), parameter) == numberOf(held, parameter), qPrintable(parameterName(parameter)));
        QCOMPARE(box->text(), shown);
    }
    QCOMPARE(f.settings(), held);
    QCOMPARE(f.box(Parameter::MinP)->text(), u"0.001"_s.replace(u'.', language.decimalPoint()));
}

void TestNumbers::lookingChangesNothing()
{
    NumbersFixture f;
    Experiment experiment = WindowFixture::experiment();
    experiment.variants[0].sampling.temperature = 0.123;
    experiment.variants[0].sampling.topK = 37;
    experiment.variants[1].sampling = everySetting();
    experiment.repeat = 9'999;
    QVERIFY(f.open(experiment));
    for (const int variant : {0, 1, 0}) {
        f.press(variant == 0 ? Qt::Key_1 : Qt::Key_2, Qt::ControlModifier);
        for (const Parameter parameter : allParameters()) {
            for (QWidget *child : f.panel->editor(parameter)->findChildren<QWidget *>()) {
                if (child->focusPolicy() == Qt::NoFocus || !child->isVisible())
                    continue;
                child->setFocus();
                f.press(Qt::Key_Tab);
            }
        }
    }
    QCOMPARE(f.document.experiment(), experiment);
    QVERIFY(!f.document.canUndo());
}

void TestNumbers::sliderAndBoxAreTwoViewsOfOneValue()
{
    NumbersFixture f;
    QVERIFY(f.open());
    ValueSlider *slider = f.slider(Parameter::Temperature);
    NumberBox *box = f.box(Parameter::Temperature);
    NumbersFixture::type(box, u"0.37"_s);
    QCOMPARE(f.settings().temperature, 0.37); // the slider stands at 0.35
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Right);
    QCOMPARE(f.settings().temperature, 0.4);
    QCOMPARE(box->text(), u"0.4"_s);
    for (int i = 0; i < 100; ++i)
        QTest::keyClick(slider, Qt::Key_Right);
    QCOMPARE(f.settings().temperature, 2.0);
    NumbersFixture::type(box, u"7"_s);
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Right); // it cannot go on
    QCOMPARE(f.settings().temperature, 7.0);
    QTest::keyClick(slider, Qt::Key_Left);
    QCOMPARE(f.settings().temperature, 1.95);
    box->setFocus();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(f.settings().temperature, 1.8); // no 1.7999999999999998
    QCOMPARE(box->text(), u"1.8"_s);
}

void TestNumbers::theSliderOfTopKIsLogarithmic()
{
    NumbersFixture f;
    QVERIFY(f.open());
    ValueSlider *slider = f.slider(Parameter::TopK);
    QVERIFY(slider);
    QVERIFY(!f.settings().topK);
    QCOMPARE(slider->value(), slider->maximum()); // all
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Home);
    QCOMPARE(f.settings().topK, 1);
    QList<int> seen{1};
    while (slider->value() < slider->maximum()) {
        QTest::keyClick(slider, Qt::Key_Right);
        seen += *f.settings().topK;
        QCOMPARE(f.box(Parameter::TopK)->text(), QString::number(seen.constLast()));
    }
    QCOMPARE(seen.takeLast(), 0); // all again
    QCOMPARE(seen.constLast(), 1'000);
    for (const int usual : {1, 2, 3, 5, 10, 20, 40, 50, 100, 200, 500})
        QVERIFY2(seen.contains(usual), qPrintable(QString::number(usual)));
    QVERIFY(seen.size() < 40);
    QVERIFY(std::ranges::is_sorted(seen));
    NumbersFixture::type(f.box(Parameter::TopK), u"37"_s);
    QCOMPARE(f.settings().topK, 37);
}

void TestNumbers::unsetIsSeenAsUnset()
{
    NumbersFixture f;
    Experiment experiment = WindowFixture::experiment();
    experiment.variants[0].sampling = everySetting();
    experiment.variants[1].sampling = {};
    Variant hosted = experiment.variants[1];
    hosted.label = u"hosted"_s;
    hosted.endpoint = endpointFromId(u"openai:chat:gpt-4o-mini"_s);
    experiment.variants += hosted;
    QVERIFY(f.open(experiment));
    QVERIFY(!f.box(Parameter::Temperature)->text().isEmpty());
    f.press(Qt::Key_2, Qt::ControlModifier); // nothing of the first one may be left
    for (const Parameter parameter : allParameters()) {
        const QString name = parameterName(parameter);
        QVERIFY2(!f.tick(parameter)->isChecked(), qPrintable(name));
        if (const NumberBox *box = f.box(parameter)) {
            QVERIFY2(box->text().isEmpty(), qPrintable(name));
            QVERIFY2(box->findChild<QLineEdit *>()->placeholderText().startsWith(u"default: "_s), qPrintable(name));
        }
        for (const QLineEdit *edit : f.panel->editor(parameter)->findChildren<QLineEdit *>(Qt::FindDirectChildrenOnly)) {
            QVERIFY2(edit->text().isEmpty(), qPrintable(name));
            QVERIFY2(edit->placeholderText().startsWith(u"default: "_s), qPrintable(name));
        }
        for (const QPlainTextEdit *edit : f.panel->editor(parameter)->findChildren<QPlainTextEdit *>())
            QVERIFY2(edit->toPlainText().isEmpty() && edit->placeholderText().startsWith(u"default: "_s), qPrintable(name));
    }
    QCOMPARE(f.panel->editor(Parameter::LogitBias)->findChild<QTableWidget *>()->rowCount(), 0);
    SamplingSettings order;
    f.tick(Parameter::Samplers)->click();
    QCOMPARE(f.settings(1).samplers, defaultSamplerOrder());
    f.document.undo();
    QCOMPARE(f.slider(Parameter::Temperature)->value(), 20); // at 1, which is what holds
    QCOMPARE(f.slider(Parameter::TopP)->value(), 100);
    QVERIFY2(f.box(Parameter::MaxTokens)->toolTip().contains(u"512"_s), qPrintable(f.box(Parameter::MaxTokens)->toolTip()));
    f.press(Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(f.box(Parameter::MaxTokens)->findChild<QLineEdit *>()->placeholderText(), u"default"_s); // the endpoint knows
    f.press(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(f.box(Parameter::TopK)->text(), u"40"_s);
    QCOMPARE(f.document.experiment(), experiment);
}

void TestNumbers::theOldNumberComesBack()
{
    NumbersFixture f;
    QVERIFY(f.open());
    NumbersFixture::type(f.box(Parameter::Temperature), u"0.37"_s);
    f.tick(Parameter::Temperature)->setFocus();
    f.press(Qt::Key_Space);
    QVERIFY(!f.settings().temperature);
    QVERIFY(f.box(Parameter::Temperature)->text().isEmpty());
    f.press(Qt::Key_Space);
    QCOMPARE(f.settings().temperature, 0.37);
    f.press(Qt::Key_Space);
    f.press(Qt::Key_2, Qt::ControlModifier); // 0.9 there
    QCOMPARE(f.box(Parameter::Temperature)->text(), u"0.9"_s);
    f.press(Qt::Key_1, Qt::ControlModifier);
    f.tick(Parameter::Temperature)->setFocus();
    f.press(Qt::Key_Space);
    QCOMPARE(f.settings().temperature, 0.7); // a fresh beginning, not the other's
    f.tick(Parameter::Stop)->click();        // there is nothing to begin with
    QVERIFY(!f.tick(Parameter::Stop)->isChecked());
    QVERIFY(f.settings().stop.isEmpty());
}

void TestNumbers::emptiedIsUnset()
{
    NumbersFixture f;
    QVERIFY(f.open());
    NumberBox *box = f.box(Parameter::Temperature);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(box, Qt::Key_Backspace);
    QVERIFY(!f.settings().temperature);
    QVERIFY(!f.tick(Parameter::Temperature)->isChecked());
    QTest::keyClicks(box, u"0.6"_s);
    QCOMPARE(f.settings().temperature, 0.6);
    QVERIFY(f.tick(Parameter::Temperature)->isChecked());
}

void TestNumbers::outsideTheRangeIsSaid()
{
    NumbersFixture f(QLocale(QLocale::German, QLocale::Germany));
    QVERIFY(f.open());
    NumberBox *box = f.box(Parameter::TopP);
    NumbersFixture::type(box, u"0,9"_s);
    const auto hint = [&] {
        for (const QLabel *label : f.panel->editor(Parameter::TopP)->findChildren<QLabel *>()) {
            if (label->isVisible())
                return label->text();
        }
        return QString();
    };
    QCOMPARE(hint(), QString());
    NumbersFixture::type(box, u"5"_s);
    QCOMPARE(f.settings().topP, 0.9); // what was good holds
    QVERIFY2(hint().contains(u"0"_s) && hint().contains(u"1"_s), qPrintable(hint()));
    QTest::keyClick(box, Qt::Key_Tab);
    QCOMPARE(box->text(), u"0,9"_s);
    QCOMPARE(hint(), QString());
    QTest::keyClicks(box, u"x"_s); // no letter of a number
    QCOMPARE(f.settings().topP, 0.9);
}

TEMPERA_WINDOW_TEST(TestNumbers)
#include "tst_numbers.moc"
