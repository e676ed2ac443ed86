// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/common/growingedit.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/outputpane.h"
#include "widgets/compare/variantcolumn.h"
#include "widgets/inspector/inspectorpanel.h"
#include "widgets/inspector/samplingpanel.h"
#include "widgets/library/librarypanel.h"
#include "widgets/palette/commandpalette.h"
#include "widgets/parameters/parametercontrol.h"
#include "widgets/prompt/promptpanel.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

QRect placeOf(const QWidget *widget)
{
    return {widget->mapToGlobal(QPoint()), widget->size()};
}

QString describe(const QWidget *widget)
{
    const QRect place = placeOf(widget);
    return u"%1 “%2” %3,%4 %5×%6"_s
        .arg(QString::fromLatin1(widget->metaObject()->className()),
             widget->accessibleName().isEmpty() ? widget->objectName() : widget->accessibleName())
        .arg(place.x())
        .arg(place.y())
        .arg(place.width())
        .arg(place.height());
}

/// Where Tab goes from the widget that has the keyboard until it comes back there.
QWidgetList tabStops(const QWidget *window)
{
    QWidgetList stops;
    for (int i = 0; i < 400; ++i) {
        QWidget *focus = QApplication::focusWidget();
        if (!focus || stops.contains(focus))
            break;
        stops += focus;
        QTest::keyClick(focus, Qt::Key_Tab);
        if (!window->isAncestorOf(QApplication::focusWidget()))
            return {};
    }
    return stops;
}

/// Beside something outside of it, what scrolls is where its area is.
QRect placeBeside(const QWidget *widget, const QWidget *other)
{
    const QWidget *shown = widget;
    for (const QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (qobject_cast<const QScrollArea *>(parent) && !parent->isAncestorOf(other))
            shown = parent;
    }
    return placeOf(shown);
}

/// One starts at the top left: what stands straight above or straight to the left of something comes before it.
QStringList againstTheEye(QWidgetList stops)
{
    const auto first = std::ranges::min_element(stops, {}, [](const QWidget *each) {
        const QRect place = placeBeside(each, each->window());
        return std::pair(place.y(), place.x());
    });
    std::ranges::rotate(stops, first);
    QStringList wrong;
    for (qsizetype i = 0; i < stops.size(); ++i) {
        for (qsizetype j = i + 1; j < stops.size(); ++j) {
            const QRect before = placeBeside(stops.at(i), stops.at(j));
            const QRect after = placeBeside(stops.at(j), stops.at(i));
            const bool sameLine = before.top() < after.bottom() && after.top() < before.bottom();
            const bool sameColumn = before.left() < after.right() && after.left() < before.right();
            if ((sameColumn && after.bottom() <= before.top()) || (sameLine && after.right() <= before.left()))
                wrong += describe(stops.at(i)) + u"  before  "_s + describe(stops.at(j));
        }
    }
    return wrong;
}

/// Everything that is seen and can be typed into or pressed.
QWidgetList reachable(const QWidget *window)
{
    QWidgetList found;
    const QWidgetList all = window->findChildren<QWidget *>();
    for (QWidget *each : all) {
        if (each->isVisible() && each->isEnabled() && (each->focusPolicy() & Qt::TabFocus) && !each->focusProxy()
            && each->window() == window)
            found += each;
    }
    return found;
}

/// The texts of a dialog that should have a key of their own with Alt.
QStringList textsWithKeys(const QDialog *dialog)
{
    QStringList texts;
    const QList<QAbstractButton *> buttons = dialog->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        if (button->isVisible() && button->isEnabled() && !button->text().isEmpty())
            texts += button->text();
    }
    const QList<QTabBar *> bars = dialog->findChildren<QTabBar *>();
    for (const QTabBar *bar : bars) {
        for (int i = 0; bar->isVisible() && i < bar->count(); ++i)
            texts += bar->tabText(i);
    }
    const QList<QLabel *> labels = dialog->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible() && label->buddy() && label->buddy()->isEnabled() && !label->text().isEmpty())
            texts += label->text();
    }
    return texts;
}

QDialog *openDialog(const WindowFixture &f)
{
    const QList<QDialog *> all = f.window->findChildren<QDialog *>();
    const auto found = std::ranges::find_if(all, &QWidget::isVisible);
    return found == all.end() ? nullptr : *found;
}

Experiment hosted(const QString &id)
{
    Experiment experiment = WindowFixture::experiment();
    for (Variant &variant : experiment.variants) {
        variant.endpoint = endpointFromId(id);
        variant.sampling = {};
    }
    return experiment;
}

/// Runs and lets every request begin.
void beginRun(WindowFixture &f, int requests)
{
    f.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.engine.count(), requests);
    for (int i = 0; i < requests; ++i) {
        f.engine.started(i);
        f.engine.text(i, u"Par"_s);
    }
}

/// A dialog counts as active before it has the keyboard.
bool becomesActive(const QWidget *window)
{
    return window && QTest::qWaitFor([window] { return QApplication::activeWindow() == window; });
}

CommandPalette *openPalette(WindowFixture &f)
{
    f.press(Qt::Key_I, Qt::ControlModifier | Qt::AltModifier);
    auto *palette = f.window->findChild<CommandPalette *>();
    return becomesActive(palette) ? palette : nullptr;
}

/// Opens the palette, types and takes what stands first, which must be called `title`.
void takeFromPalette(WindowFixture &f, const QString &typed, const QString &title, const QString &kind)
{
    CommandPalette *palette = openPalette(f);
    QVERIFY(palette);
    QTest::keyClicks(QApplication::focusWidget(), typed);
    const QModelIndex first = palette->model().index(0);
    QCOMPARE(first.data().toString(), title);
    QCOMPARE(first.data(PaletteModel::KindRole).toString(), kind);
    const QPointer<CommandPalette> alive = palette;
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!alive);
    QCoreApplication::processEvents();
    if (!openDialog(f)) {
        f.window->activateWindow();
        QVERIFY(becomesActive(f.window.get()));
    }
}

bool isWhollySeen(const QWidget *widget)
{
    return widget->isVisible() && widget->visibleRegion().boundingRect().width() >= widget->width() - 2;
}

} // namespace

class TestWindowKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tabFollowsTheEye();
    void tabFollowsTheEyeOnEveryPage_data();
    void tabFollowsTheEyeOnEveryPage();
    void shiftTabGoesBack();
    void dialogsHaveAltKeys_data();
    void dialogsHaveAltKeys();
    void altKeysPressTheButton();
    void escapeStopsOnlyInTheAnswers();
    void escapeAsksWhereMoneyIsSpent();
    void theQuestionGoesWithTheRun();
    void escapeDoesNotAskWhereNothingIsPaid();
    void thePaletteFindsTheBestFirst();
    void thePaletteFindsEveryKind();
    void thePaletteIsLeftWithoutHarm();
    void aSelectedColumnIsScrolledTo();
    void everyWayToSelectAColumnScrolls();
    void aPaneIsMaximisedAndPutBack();
};

void TestWindowKeys::tabFollowsTheEye()
{
    WindowFixture f;
    Experiment experiment = WindowFixture::experiment();
    experiment.repeat = 2;
    experiment.prompts += experiment.prompts.first();
    QVERIFY(f.start(experiment));
    f.window->resize(1500, 1000);
    f.messageEdit(0)->setFocus();
    QCoreApplication::processEvents();
    const QWidgetList stops = tabStops(f.window.get());
    QVERIFY(stops.size() > 20);
    const QStringList wrong = againstTheEye(stops);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    QStringList missed;
    const QWidgetList all = reachable(f.window.get());
    for (QWidget *each : all) {
        if (!stops.contains(each))
            missed += describe(each);
    }
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
}

void TestWindowKeys::tabFollowsTheEyeOnEveryPage_data()
{
    QTest::addColumn<QString>("tabs");
    QTest::addColumn<int>("page");
    for (int page = 0; page < 3; ++page)
        QTest::addRow("library %d", page) << u"libraryTabs"_s << page;
    for (const QString &section : {u"alternativesSection"_s, u"costSection"_s, u"checksSection"_s})
        QTest::addRow("inspector %s", qPrintable(section)) << section << -1;
    for (int page = 0; page < 7; ++page)
        QTest::addRow("compare %d", page) << u"compareFaces"_s << page;
}

void TestWindowKeys::tabFollowsTheEyeOnEveryPage()
{
    QFETCH(QString, tabs);
    QFETCH(int, page);
    WindowFixture f;
    QVERIFY(f.start());
    if (page < 0) {
        QVERIFY(f.unfold(tabs));
    } else {
        auto *pages = f.window->findChild<QTabWidget *>(tabs);
        QVERIFY(page < pages->count());
        pages->setCurrentIndex(page);
    }
    f.messageEdit(0)->setFocus();
    for (int i = 0; i < 3; ++i) // texts that wrap need more than one round
        QCoreApplication::processEvents();
    const QWidgetList stops = tabStops(f.window.get());
    QVERIFY(stops.size() > 15);
    QVERIFY2(againstTheEye(stops).isEmpty(), qPrintable(againstTheEye(stops).join(u'\n')));
}

void TestWindowKeys::shiftTabGoesBack()
{
    WindowFixture f;
    QVERIFY(f.start());
    f.messageEdit(0)->setFocus();
    QWidgetList forward{QApplication::focusWidget()};
    for (int i = 0; i < 12; ++i) {
        f.press(Qt::Key_Tab);
        forward += QApplication::focusWidget();
    }
    QCOMPARE(QSet<QWidget *>(forward.begin(), forward.end()).size(), forward.size());
    for (qsizetype i = forward.size() - 2; i >= 0; --i) {
        f.press(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), forward.at(i));
    }
}

void TestWindowKeys::dialogsHaveAltKeys_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("settings") << u"settings"_s;
    QTest::newRow("hosted model") << u"variant_add_hosted"_s;
    QTest::newRow("model file") << u"variant_add_file"_s;
    QTest::newRow("open") << u"file_open"_s;
    QTest::newRow("save as") << u"file_save_as"_s;
    QTest::newRow("unsaved") << u"file_new"_s;
    QTest::newRow("about") << u"about"_s;
}

void TestWindowKeys::dialogsHaveAltKeys()
{
    QFETCH(QString, action);
    WindowFixture f;
    f.prepare = [](WindowContext &context) {
        context.askFile = nullptr;
        context.askUnsaved = nullptr;
        context.settings = [] { return SettingsContext(); };
    };
    QVERIFY(f.start());
    QTest::keyClicks(f.messageEdit(0), u"changed"_s);
    auto *command = f.window->findChild<QAction *>(action);
    QVERIFY2(command, "there is such an action");
    command->trigger();
    const QDialog *dialog = openDialog(f);
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowExposed(dialog->windowHandle()));
    const QStringList texts = textsWithKeys(dialog);
    QVERIFY(!texts.isEmpty());
    QHash<QKeySequence, QString> keys;
    for (const QString &text : texts) {
        const QKeySequence key = QKeySequence::mnemonic(text);
        QVERIFY2(!key.isEmpty(), qPrintable(text + u" has no key; all: "_s + texts.join(u" | "_s)));
        QVERIFY2(!keys.contains(key), qPrintable(text + u" has the key of "_s + keys.value(key)));
        keys.insert(key, text);
    }
}

void TestWindowKeys::altKeysPressTheButton()
{
    WindowFixture f;
    f.prepare = [](WindowContext &context) { context.askUnsaved = nullptr; };
    QVERIFY(f.start());
    QTest::keyClicks(f.messageEdit(0), u"changed"_s);
    f.press(Qt::Key_N, Qt::ControlModifier);
    auto *box = qobject_cast<QMessageBox *>(openDialog(f));
    QVERIFY(becomesActive(box));
    const QKeySequence key = QKeySequence::mnemonic(box->button(QMessageBox::Discard)->text());
    QTest::keyClick(box, key[0].key(), Qt::AltModifier);
    QTRY_VERIFY(!f.document.isModified());
    QVERIFY(f.document.experiment().description != WindowFixture::experiment().description);
}

void TestWindowKeys::escapeStopsOnlyInTheAnswers()
{
    WindowFixture f;
    QVERIFY(f.start());
    f.messageEdit(0)->setFocus();
    beginRun(f, 4);
    const QList<std::function<void()>> elsewhere{[&] { f.messageEdit(0)->setFocus(); },
                                                 [&] { f.window->inspector()->sampling()->focusFirst(); },
                                                 [&] { f.window->library()->focusList(); }};
    for (const auto &go : elsewhere) {
        go();
        f.press(Qt::Key_Escape);
        QCoreApplication::processEvents();
        QCOMPARE(f.engine.cancels(), 0);
        QVERIFY(f.window->session().isRunning());
    }
    f.press(Qt::Key_2, Qt::ControlModifier);
    f.press(Qt::Key_Escape);
    QTRY_COMPARE(f.engine.cancels(), 4);
}

void TestWindowKeys::escapeAsksWhereMoneyIsSpent()
{
    WindowFixture f;
    QVERIFY(f.start(hosted(u"openai:chat:gpt-4o-mini"_s)));
    beginRun(f, 4);
    f.press(Qt::Key_1, Qt::ControlModifier);
    f.press(Qt::Key_Escape);
    QCOMPARE(f.engine.cancels(), 0);
    auto *box = qobject_cast<QMessageBox *>(openDialog(f));
    QVERIFY(becomesActive(box));
    QVERIFY2(box->text().contains(u"4 running requests"_s), qPrintable(box->text()));
    QTest::keyClick(box, Qt::Key_Escape); // a second Escape, of someone who did not look, changes nothing
    QTRY_VERIFY(!openDialog(f));
    QCOMPARE(f.engine.cancels(), 0);
    QVERIFY(f.window->session().isRunning());

    f.window->activateWindow();
    QVERIFY(becomesActive(f.window.get()));
    f.press(Qt::Key_1, Qt::ControlModifier);
    f.press(Qt::Key_Escape);
    box = qobject_cast<QMessageBox *>(openDialog(f));
    QVERIFY(becomesActive(box));
    QTest::keyClick(box, Qt::Key_S, Qt::AltModifier);
    QTRY_COMPARE(f.engine.cancels(), 4);
}

void TestWindowKeys::theQuestionGoesWithTheRun()
{
    WindowFixture f;
    QVERIFY(f.start(hosted(u"openai:chat:gpt-4o-mini"_s)));
    beginRun(f, 4);
    f.press(Qt::Key_1, Qt::ControlModifier);
    f.press(Qt::Key_Escape);
    QVERIFY(openDialog(f));
    for (int i = 0; i < 4; ++i)
        f.engine.finish(i);
    QTRY_VERIFY(!openDialog(f)); // there is nothing to stop any more
    QCOMPARE(f.window->session().totals().done, 4);
}

void TestWindowKeys::escapeDoesNotAskWhereNothingIsPaid()
{
    WindowFixture f;
    QVERIFY(f.start(hosted(u"ollama:chat:llama3.2"_s)));
    beginRun(f, 4);
    f.press(Qt::Key_1, Qt::ControlModifier);
    f.press(Qt::Key_Escape);
    QVERIFY(!openDialog(f));
    QTRY_COMPARE(f.engine.cancels(), 4);
}

void TestWindowKeys::thePaletteFindsTheBestFirst()
{
    WindowFixture f;
    QVERIFY(f.start());
    f.messageEdit(0)->setFocus();
    takeFromPalette(f, u"temp"_s, u"Temperature"_s, u"Setting"_s);
    ParameterControl *temperature = f.window->inspector()->sampling()->control(Parameter::Temperature);
    QTRY_VERIFY(temperature->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"0.35"_s);
    QCOMPARE(f.document.experiment().variants.at(0).sampling.temperature, 0.35);
}

void TestWindowKeys::thePaletteFindsEveryKind()
{
    WindowFixture f;
    f.files.contents.insert(u"/samples/capitals.yaml"_s, writeExperiment(WindowFixture::experiment(), nullptr));
    f.files.contents.insert(u"/mine/rivers.yaml"_s, writeExperiment(WindowFixture::experiment(), nullptr));
    f.saved.recentFiles = {u"/mine/rivers.yaml"_s};
    f.unsavedAnswer = UnsavedAnswer::Discard;
    f.prepare = [](WindowContext &context) { context.settings = [] { return SettingsContext(); }; };
    QVERIFY(f.start());
    takeFromPalette(f, u"japan"_s, u"Japan"_s, u"Case"_s);
    QTRY_COMPARE(f.window->findChild<QComboBox *>(u"cases"_s)->currentIndex(), 1);
    takeFromPalette(f, u"mini warm"_s, u"mini warm"_s, u"Variant"_s);
    QTRY_COMPARE(QApplication::focusWidget(), f.column(1)->pane());
    takeFromPalette(f, u"duplicate var"_s, u"Duplicate Variant"_s, u"Action"_s);
    QTRY_COMPARE(f.document.experiment().variants.size(), 3);
    takeFromPalette(f, u"tempera-mini"_s, u"tempera-mini"_s, u"Model"_s);
    QTRY_COMPARE(f.document.experiment().variants.size(), 4);
    takeFromPalette(f, u"min_p"_s, u"Min-p"_s, u"Setting"_s); // as the file calls it
    takeFromPalette(f, u"rivers"_s, u"rivers.yaml"_s, u"File"_s);
    QTRY_COMPARE(f.document.path(), u"/mine/rivers.yaml"_s);
    takeFromPalette(f, u"capitals"_s, u"Capitals"_s, u"Sample"_s);
    QTRY_COMPARE(f.document.path(), u"/samples/capitals.yaml"_s);
    takeFromPalette(f, u"threads"_s, u"Threads"_s, u"Setting"_s);
    QTRY_VERIFY(openDialog(f));
    QTRY_COMPARE(openDialog(f)->focusWidget()->objectName(), u"threads"_s);
}

void TestWindowKeys::thePaletteIsLeftWithoutHarm()
{
    WindowFixture f;
    QVERIFY(f.start());
    f.messageEdit(0)->setFocus();
    beginRun(f, 4);
    CommandPalette *palette = openPalette(f);
    QVERIFY(palette);
    QTest::keyClicks(QApplication::focusWidget(), u"nothing is called like this"_s);
    QCOMPARE(palette->model().rowCount(), 0);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(palette->isVisible());
    const QPointer<CommandPalette> alive = palette;
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!alive);
    QCOMPARE(f.engine.cancels(), 0);
    QCOMPARE(f.document.experiment(), WindowFixture::experiment());
}

void TestWindowKeys::aSelectedColumnIsScrolledTo()
{
    WindowFixture f;
    Experiment many = WindowFixture::experiment();
    while (many.variants.size() < 9)
        many.variants += many.variants.first();
    QVERIFY(f.start(many));
    QCoreApplication::processEvents();
    QVERIFY(!isWhollySeen(f.column(8)));
    f.press(Qt::Key_9, Qt::ControlModifier);
    QTRY_VERIFY(isWhollySeen(f.column(8)));
    QCOMPARE(QApplication::focusWidget(), f.column(8)->pane());
    f.press(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(isWhollySeen(f.column(0)));
    QVERIFY(!isWhollySeen(f.column(8)));
}

void TestWindowKeys::everyWayToSelectAColumnScrolls()
{
    WindowFixture f;
    Experiment many = WindowFixture::experiment();
    while (many.variants.size() < 8)
        many.variants += many.variants.first();
    QVERIFY(f.start(many));
    auto *variants = f.window->inspector()->sampling()->findChild<QComboBox *>();
    variants->setFocus();
    QTest::keyClick(variants, Qt::Key_End);
    QTRY_VERIFY(isWhollySeen(f.column(7)));
    QTest::keyClick(variants, Qt::Key_Home);
    QTRY_VERIFY(isWhollySeen(f.column(0)));
    takeFromPalette(f, u"tempera-mini"_s, u"tempera-mini"_s, u"Model"_s); // a new column at the end
    QTRY_COMPARE(f.window->compare()->columns().size(), 9);
    QTRY_VERIFY(isWhollySeen(f.column(8)));
    for (int i = 0; i < 8; ++i)
        f.press(Qt::Key_PageUp, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(isWhollySeen(f.column(0)));
}

void TestWindowKeys::aPaneIsMaximisedAndPutBack()
{
    WindowFixture f;
    QVERIFY(f.start());
    const QWidgetList panes{f.window->library(), f.window->prompt(), f.window->compare(), f.window->inspector()};
    const QList<Qt::Key> goTo{Qt::Key_1, Qt::Key_2, Qt::Key_6, Qt::Key_5};
    QList<QRect> places;
    for (const QWidget *pane : panes)
        places += placeOf(pane);
    for (qsizetype i = 0; i < panes.size(); ++i) {
        f.press(goTo.at(i), Qt::AltModifier);
        f.press(Qt::Key_F11);
        QTRY_VERIFY2(panes.at(i)->width() > f.window->width() - 20, qPrintable(describe(panes.at(i))));
        for (const QWidget *other : panes)
            QCOMPARE(other->isVisible(), other == panes.at(i));
        QVERIFY2(panes.at(i)->isAncestorOf(QApplication::focusWidget()), "the keyboard is in what is seen");
        f.press(Qt::Key_F11);
        for (qsizetype other = 0; other < panes.size(); ++other)
            QTRY_COMPARE(placeOf(panes.at(other)), places.at(other));
    }
    // Going to another pane puts all back.
    f.press(Qt::Key_F11);
    f.press(Qt::Key_2, Qt::AltModifier);
    QTRY_COMPARE(placeOf(f.window->compare()), places.at(2));
    QVERIFY(f.window->prompt()->isAncestorOf(QApplication::focusWidget()));
}

TEMPERA_WINDOW_TEST(TestWindowKeys)
#include "tst_windowkeys.moc"
