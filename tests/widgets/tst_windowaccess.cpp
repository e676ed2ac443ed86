// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/picture.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/common/controls.h"
#include "widgets/common/growingedit.h"
#include "widgets/common/numberbox.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/outputpane.h"
#include "widgets/compare/variantactions.h"
#include "widgets/compare/variantcolumn.h"
#include "widgets/inspector/inspectorpanel.h"
#include "widgets/inspector/samplingpanel.h"
#include "widgets/library/librarypanel.h"
#include "widgets/parameters/parametercontrol.h"
#include "widgets/prompt/promptpanel.h"

#include <QAccessible>
#include <QLabel>
#include <QSlider>
#include <QTabWidget>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// Widgets that the keyboard can reach and that say nothing of themselves.
QStringList nameless(const QWidget *window)
{
    QStringList found;
    const QList<QWidget *> all = window->findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy() || !widget->isVisibleTo(window))
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (!face || face->text(QAccessible::Name).trimmed().isEmpty())
            found +=
                QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName() + u" in "_s
                + (widget->parentWidget() ? QString::fromLatin1(widget->parentWidget()->metaObject()->className()) : QString());
    }
    return found;
}

double luminance(const QColor &colour)
{
    const auto channel = [](double value) { return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); };
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
}

/// Contrast as WCAG 2 defines it, 1 to 21.
double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a);
    const double two = luminance(b);
    return (qMax(one, two) + 0.05) / (qMin(one, two) + 0.05);
}

void answerAll(WindowFixture &f)
{
    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(f.engine.count() >= 4);
    for (int i = 0; i < f.engine.count(); ++i) {
        Usage used;
        used.inputTokens = 24;
        used.outputTokens = 31;
        Event::Finished end;
        end.usage = used;
        end.timings.firstToken = std::chrono::milliseconds(120);
        end.timings.total = std::chrono::milliseconds(1900);
        end.timings.tokensPerSecond = 48.3;
        if (i % 3 == 2) {
            Error error;
            error.kind = ErrorKind::Auth;
            error.detail = u"no key in OPENAI_API_KEY"_s;
            f.engine.fail(i, error);
            continue;
        }
        f.engine.deliver(i, {Event::Started{u"tempera-mini"_s},
                             Event::TextDelta{u"The capital of France is Paris.\n\nIt lies on the Seine and has been the "
                                              "capital, with short breaks, since the tenth century."_s},
                             end});
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(!f.window->session().isRunning());
}

} // namespace

class TestWindowAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { applyColourScheme(ColourScheme::System); }
    void everyControlHasAName();
    void panesAreReachedByKeys();
    void columnsAreReachedByKeys();
    void refusedParametersSayWhy();
    void lightAndDark_data();
    void lightAndDark();
    void emptyStatesExplain();
    void narrowWindowsStayUsable();
};

void TestWindowAccess::everyControlHasAName()
{
    WindowFixture f;
    Experiment experiment = WindowFixture::experiment();
    experiment.repeat = 2;
    experiment.prompts += experiment.prompts.first();
    QVERIFY(f.start(experiment));
    const QList<QTabWidget *> tabs = f.window->findChildren<QTabWidget *>();
    QVERIFY(tabs.size() >= 3);
    const QStringList sections{u"samplingSection"_s, u"alternativesSection"_s, u"costSection"_s, u"checksSection"_s};
    for (const QString &section : sections)
        QVERIFY2(f.unfold(section), qPrintable(section));
    int pages = 0;
    for (QTabWidget *each : tabs) {
        for (int i = 0; i < each->count(); ++i, ++pages) {
            each->setCurrentIndex(i);
            QCoreApplication::processEvents();
            const QStringList found = nameless(f.window.get());
            QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
        }
    }
    QVERIFY(pages >= 11);
}

void TestWindowAccess::panesAreReachedByKeys()
{
    WindowFixture f;
    QVERIFY(f.start());
    f.messageEdit(0)->setFocus();
    f.press(Qt::Key_F6);
    QVERIFY(f.window->compare()->isAncestorOf(QApplication::focusWidget()));
    f.press(Qt::Key_F6);
    QVERIFY(f.window->inspector()->isAncestorOf(QApplication::focusWidget()));
    f.press(Qt::Key_F6);
    QVERIFY(f.window->library()->isAncestorOf(QApplication::focusWidget()));
    f.press(Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), f.messageEdit(0));
    f.press(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(f.window->library()->isAncestorOf(QApplication::focusWidget()));
    // Tab alone leaves an editor, and never gets stuck.
    f.messageEdit(0)->setFocus();
    f.press(Qt::Key_Tab);
    QVERIFY(QApplication::focusWidget() != f.messageEdit(0));
    QCOMPARE(f.document.experiment(), WindowFixture::experiment());
}

void TestWindowAccess::columnsAreReachedByKeys()
{
    WindowFixture f;
    QVERIFY(f.start());
    f.press(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), f.column(1)->pane());
    // The inspector follows.
    auto *temperature = f.window->inspector()->sampling()->control(Parameter::Temperature)->findChild<NumberBox *>();
    QTRY_COMPARE(temperature->value(), 0.9);
    f.press(Qt::Key_1, Qt::ControlModifier);
    QTRY_COMPARE(temperature->value(), 0.2);
}

void TestWindowAccess::refusedParametersSayWhy()
{
    WindowFixture f;
    QVERIFY(f.start());
    const QList<Capabilities> all = f.catalog.all();
    const auto refusing = std::ranges::find_if(
        all, [](const Capabilities &each) { return each.provider == "openai"_L1 && !each.accepts(Parameter::Temperature); });
    QVERIFY2(refusing != all.end(), "the catalog knows a model that takes no temperature");
    f.window->variants()->addEndpoint(u"openai:chat:"_s + refusing->model);
    QVERIFY2(!f.document.experiment().variants.last().sampling.temperature, "what is refused is not taken over");
    ParameterControl *control = f.window->inspector()->sampling()->control(Parameter::Temperature);
    auto *value = control->findChild<NumberBox *>();
    QVERIFY(!value->isEnabled());
    QVERIFY(!control->findChild<QSlider *>()->isEnabled());
    QVERIFY(!value->toolTip().isEmpty());
    const QList<QLabel *> labels = control->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) { return label->isVisible() && !label->text().isEmpty(); }));
    keepPicture(f.window.get(), u"refused"_s);
}

void TestWindowAccess::lightAndDark_data()
{
    QTest::addColumn<ColourScheme>("scheme");
    QTest::newRow("light") << ColourScheme::Light;
    QTest::newRow("dark") << ColourScheme::Dark;
}

void TestWindowAccess::lightAndDark()
{
    QFETCH(ColourScheme, scheme);
    applyColourScheme(scheme);
    WindowFixture f;
    Experiment experiment = WindowFixture::experiment();
    experiment.variants += experiment.variants.first();
    experiment.variants.last().label = u"mini, a rather long name for a column"_s;
    experiment.variants.last().sampling.topK = 40;
    experiment.variants.last().sampling.topP = 0.95;
    experiment.variants.last().sampling.seed = 7;
    QVERIFY(f.start(experiment));
    const QPalette palette = QApplication::palette();
    QCOMPARE(isDark(palette), scheme == ColourScheme::Dark);
    QVERIFY(contrast(palette.color(QPalette::WindowText), palette.color(QPalette::Window)) >= 7);
    QVERIFY(contrast(mutedColour(palette), palette.color(QPalette::Window)) >= 4.5);
    for (const Outcome outcome : {Outcome::Pass, Outcome::Fail, Outcome::Error, Outcome::NotEvaluated}) {
        QVERIFY(contrast(outcomeColour(outcome, palette), palette.color(QPalette::Window)) >= 4.5);
        QVERIFY(contrast(outcomeColour(outcome, palette), palette.color(QPalette::Base)) >= 4.5);
    }
    QVERIFY(contrast(palette.color(QPalette::Text), addedBackground(palette)) >= 4.5);
    QVERIFY(contrast(palette.color(QPalette::Text), removedBackground(palette)) >= 4.5);
    QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);

    const QString name = QString::fromLatin1(QTest::currentDataTag());
    keepPicture(f.window.get(), name + u"-before"_s);
    answerAll(f);
    QCoreApplication::processEvents();
    keepPicture(f.window.get(), name + u"-after"_s);
    // What the screen shows is as light or dark as the palette says.
    const QImage picture = f.window->grab().toImage();
    const QColor corner = picture.pixelColor(picture.width() / 2, picture.height() - 3);
    QCOMPARE(corner.lightness() < 128, scheme == ColourScheme::Dark);
    for (const auto &[tab, page] : {std::pair{u"promptTabs"_s, 1},
                                    {u"promptTabs"_s, 2},
                                    {u"compareFaces"_s, 0},
                                    {u"libraryTabs"_s, 1},
                                    {u"libraryTabs"_s, 2}}) {
        f.window->findChild<QTabWidget *>(tab)->setCurrentIndex(page);
        QCoreApplication::processEvents();
        keepPicture(f.window.get(), u"%1-%2-%3"_s.arg(name, tab).arg(page));
    }
    for (const QString &section : {u"costSection"_s, u"checksSection"_s}) {
        QVERIFY(f.unfold(section));
        QCoreApplication::processEvents();
        keepPicture(f.window.get(), u"%1-%2"_s.arg(name, section));
    }
}

void TestWindowAccess::emptyStatesExplain()
{
    WindowFixture f;
    QVERIFY(f.start(Experiment{}));
    int explanations = 0;
    const QList<QLabel *> labels = f.window->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        explanations += label->isVisible() && label->text().contains(u"no variant yet"_s);
    QCOMPARE(explanations, 1);
    keepPicture(f.window.get(), u"empty"_s);
    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(f.engine.count(), 0);
}

void TestWindowAccess::narrowWindowsStayUsable()
{
    WindowFixture f;
    QVERIFY(f.start());
    f.window->resize(800, 560);
    QCoreApplication::processEvents();
    QVERIFY(f.window->width() <= 900);
    QVERIFY(f.column(0)->pane()->height() > 20);
    keepPicture(f.window.get(), u"narrow"_s);
}

TEMPERA_WINDOW_TEST(TestWindowAccess)
#include "tst_windowaccess.moc"
