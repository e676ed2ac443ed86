// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testpaths.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/common/controls.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/outputpane.h"
#include "widgets/compare/variantcolumn.h"
#include "widgets/inspector/inspectorpanel.h"
#include "widgets/library/librarypanel.h"
#include "widgets/prompt/promptpanel.h"

#include <QAbstractButton>
#include <QAction>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// The screen of these tests: 1920 × 1080 at scale 2, as the window sees it.
constexpr QSize smallScreen(960, 540);

/// The translations as they lie in the repository.
class SourceTranslator final : public QTranslator
{
public:
    explicit SourceTranslator(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return;
        QXmlStreamReader xml(&file);
        QString context, source;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == "name"_L1)
                context = xml.readElementText();
            else if (xml.name() == "source"_L1)
                source = xml.readElementText();
            else if (xml.name() == "translation"_L1)
                m_texts.insert(context + u'\n' + source, xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed());
        }
    }
    [[nodiscard]] bool isEmpty() const override { return m_texts.isEmpty(); }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *, int) const override
    {
        return m_texts.value(QString::fromUtf8(context) + u'\n' + QString::fromUtf8(source));
    }

private:
    QHash<QString, QString> m_texts;
};

QString describe(const QWidget *widget)
{
    const QRect place(widget->mapTo(widget->window(), QPoint()), widget->size());
    const auto *parent = widget->parentWidget();
    return u"%1 “%2” in %3: %4,%5 %6×%7"_s
        .arg(QString::fromLatin1(widget->metaObject()->className()),
             widget->objectName().isEmpty() ? widget->accessibleName() : widget->objectName(),
             parent ? QString::fromLatin1(parent->metaObject()->className()) : QString())
        .arg(place.x())
        .arg(place.y())
        .arg(place.width())
        .arg(place.height());
}

/// What scrolls may be longer than its area.
bool scrolls(const QWidget *widget, const QWidget *window)
{
    for (const QWidget *each = widget->parentWidget(); each && each != window; each = each->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea *>(each) && each != widget)
            return true;
    }
    return false;
}

QStringList outside(const QWidget *window)
{
    QStringList found;
    const QList<QWidget *> all = window->findChildren<QWidget *>();
    for (const QWidget *each : all) {
        if (!each->isVisible() || each->window() != window || scrolls(each, window))
            continue;
        const QRect place(each->mapTo(window, QPoint()), each->size());
        if (!window->rect().contains(place) && !place.isEmpty())
            found += u"outside: "_s + describe(each);
        if (const auto *parent = each->parentWidget(); !parent->rect().contains(each->geometry()) && !place.isEmpty())
            found += u"outside its place: "_s + describe(each);
    }
    return found;
}

/// Texts that are wider than what shows them. What says the whole under the pointer may be cut.
QStringList cut(const QWidget *window)
{
    QStringList found;
    const QList<QWidget *> all = window->findChildren<QWidget *>();
    for (const QWidget *each : all) {
        if (!each->isVisible() || each->window() != window)
            continue;
        if (const auto *bar = qobject_cast<const QTabBar *>(each); bar && bar->count() > 0) {
            const QRect last = bar->tabRect(bar->count() - 1);
            for (int i = 0; i < bar->count(); ++i) {
                if (bar->tabRect(i).width() < bar->fontMetrics().horizontalAdvance(bar->tabText(i)))
                    found += u"tab "_s + bar->tabText(i) + u" of "_s + describe(bar);
            }
            if (last.right() > bar->width())
                found += u"tab "_s + bar->tabText(bar->count() - 1) + u" outside of "_s + describe(bar);
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(each)) {
            const QString text = button->text();
            if (!text.isEmpty() && !scrolls(each, window) && button->width() < button->minimumSizeHint().width())
                found += u"button "_s + text + u' ' + describe(button);
        } else if (const auto *label = qobject_cast<const QLabel *>(each); label && !qobject_cast<const OneLineLabel *>(each)) {
            const int needed = label->fontMetrics().horizontalAdvance(label->text());
            const bool isPlain = label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text());
            if (isPlain && !label->wordWrap() && !label->text().contains(u'\n') && needed > label->width())
                found += u"label "_s + label->text() + u' ' + describe(label);
            if (label->wordWrap() && label->height() + 1 < label->heightForWidth(label->width()))
                found += u"lines of "_s + label->text() + u' ' + describe(label);
        }
    }
    return found;
}

void settle()
{
    for (int i = 0; i < 6; ++i) // texts that wrap need more than one round
        QCoreApplication::processEvents();
}

Experiment wide()
{
    Experiment experiment = WindowFixture::experiment();
    experiment.repeat = 2;
    experiment.prompts += experiment.prompts.first();
    experiment.variants += experiment.variants.first();
    return experiment;
}

void answerAll(WindowFixture &f)
{
    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(f.engine.count() >= 4);
    for (int i = 0; i < f.engine.count(); ++i) {
        f.engine.answer(i, u"The capital of France is Paris."_s);
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(!f.window->session().isRunning());
}

} // namespace

class TestWindowFits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { applyColourScheme(ColourScheme::System); }
    void theFirstStartFitsTheScreen();
    void aLargerWindowIsPutOnTheScreen();
    void everyPartIsSeen_data();
    void everyPartIsSeen();
    void dialogsFitTheScreen();
    void sizesAndPagesAreRemembered();
    void aMaximisedPaneIsNotTheUsualArrangement();
};

void TestWindowFits::theFirstStartFitsTheScreen()
{
    WindowFixture f;
    f.size.reset();
    QVERIFY(f.start(wide()));
    QCOMPARE(f.window->screen()->size(), smallScreen);
    QVERIFY2(f.window->screen()->availableGeometry().contains(f.window->frameGeometry()), qPrintable(describe(f.window.get())));
    QVERIFY(f.window->width() > 800);
}

void TestWindowFits::aLargerWindowIsPutOnTheScreen()
{
    WindowFixture f;
    f.size.reset();
    QVERIFY(f.start(wide()));
    f.window->resize(1800, 1000);
    settle();
    f.window->close();
    f.window.reset();
    QVERIFY(f.start(wide()));
    settle();
    QVERIFY2(f.window->screen()->availableGeometry().contains(f.window->frameGeometry()), qPrintable(describe(f.window.get())));
}

void TestWindowFits::everyPartIsSeen_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    for (const char *language : {"en", "de", "zh_CN"}) {
        for (const QSize &size : {smallScreen, QSize(1024, 700)})
            QTest::addRow("%s %dx%d", language, size.width(), size.height()) << QString::fromLatin1(language) << size;
    }
}

void TestWindowFits::everyPartIsSeen()
{
    QFETCH(QString, language);
    QFETCH(QSize, size);
    SourceTranslator translator(sourcePath(u"translations/tempera_%1.ts"_s.arg(language)));
    QCOMPARE(translator.isEmpty(), language == "en"_L1);
    if (!translator.isEmpty())
        QCoreApplication::installTranslator(&translator);
    WindowFixture f;
    QVERIFY(f.start(wide()));
    f.window->resize(size);
    answerAll(f);
    settle();
    QVERIFY2(f.window->width() <= size.width() && f.window->height() <= size.height(), qPrintable(describe(f.window.get())));
    QStringList wrong;
    const QList<QTabWidget *> tabs = f.window->findChildren<QTabWidget *>();
    for (QTabWidget *each : tabs) {
        for (int i = 0; i < each->count(); ++i) {
            each->setCurrentIndex(i);
            settle();
            if (f.window->width() > size.width() || f.window->height() > size.height())
                wrong += u"the window grows at %1 %2"_s.arg(each->objectName()).arg(i);
            wrong += outside(f.window.get()) + cut(f.window.get());
        }
        each->setCurrentIndex(0);
    }
    wrong.removeDuplicates();
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    QVERIFY(f.column(0)->pane()->height() >= 40);
}

void TestWindowFits::dialogsFitTheScreen()
{
    WindowFixture f;
    f.size.reset();
    f.prepare = [](WindowContext &context) { context.settings = [] { return SettingsContext(); }; };
    QVERIFY(f.start());
    for (const QString &name : {u"settings"_s, u"variant_add_hosted"_s, u"shortcuts"_s}) {
        f.window->findChild<QAction *>(name)->trigger();
        settle();
        const QList<QDialog *> all = f.window->findChildren<QDialog *>();
        const auto found = std::ranges::find_if(all, &QWidget::isVisible);
        QVERIFY(found != all.end());
        QVERIFY2((*found)->screen()->availableGeometry().contains((*found)->frameGeometry()), qPrintable(describe(*found)));
        (*found)->reject();
        QTRY_VERIFY(!std::ranges::any_of(f.window->findChildren<QDialog *>(), &QWidget::isVisible));
    }
}

void TestWindowFits::sizesAndPagesAreRemembered()
{
    WindowFixture f;
    f.size.reset();
    QVERIFY(f.start(wide()));
    f.window->resize(930, 510);
    f.window->findChild<QAction *>(u"colours_dark"_s)->trigger();
    f.press(Qt::Key_6, Qt::AltModifier); // the tokens
    f.press(Qt::Key_3, Qt::AltModifier); // the variables
    f.window->library()->setCurrentIndex(2);
    settle();
    // The line between prompt and answers is drawn with the mouse.
    auto *splitter = f.window->findChild<QSplitter *>(u"centre"_s);
    QWidget *handle = splitter->handle(1);
    const QPoint grip = handle->rect().center();
    const int before = f.window->prompt()->height();
    QTest::mousePress(handle, Qt::LeftButton, {}, grip);
    QTest::mouseMove(handle, grip + QPoint(0, 37));
    QTest::mouseRelease(handle, Qt::LeftButton, {}, grip + QPoint(0, 37));
    settle();
    const int after = f.window->prompt()->height();
    QVERIFY2(after != before, qPrintable(QString::number(after)));
    const QSize size = f.window->size();
    QVERIFY(f.window->close());
    f.window.reset();
    applyColourScheme(f.saved.colours);
    QVERIFY(f.start(wide()));
    settle();
    QCOMPARE(f.window->size(), size);
    QCOMPARE(f.window->prompt()->height(), after);
    QVERIFY(isDark(QApplication::palette()));
    QVERIFY(f.window->findChild<QAction *>(u"colours_dark"_s)->isChecked());
    QCOMPARE(f.window->findChild<QTabWidget *>(u"compareFaces"_s)->currentIndex(), 2);
    QCOMPARE(f.window->findChild<QTabWidget *>(u"promptTabs"_s)->currentIndex(), int(PromptPanel::VariablesTab));
    QCOMPARE(f.window->library()->currentIndex(), 2);
}

void TestWindowFits::aMaximisedPaneIsNotTheUsualArrangement()
{
    WindowFixture f;
    f.size.reset();
    QVERIFY(f.start(wide()));
    settle();
    const int height = f.window->prompt()->height();
    f.press(Qt::Key_1, Qt::ControlModifier);
    f.press(Qt::Key_F11);
    QTRY_VERIFY(!f.window->prompt()->isVisible());
    QVERIFY(f.window->close());
    f.window.reset();
    QVERIFY(f.start(wide()));
    settle();
    for (const QWidget *pane : {static_cast<const QWidget *>(f.window->library()), static_cast<const QWidget *>(f.window->prompt()),
                                static_cast<const QWidget *>(f.window->compare()), static_cast<const QWidget *>(f.window->inspector())})
        QVERIFY2(pane->isVisible(), qPrintable(describe(pane)));
    QCOMPARE(f.window->prompt()->height(), height);
}

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"screens.json"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return 1;
    file.write(R"({"screens":[{"name":"small","x":0,"y":0,"logicalDpi":96,"logicalBaseDpi":96,"dpr":1,"width":960,"height":540}]})");
    file.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + path.toUtf8());
    Tempera::prepareIcons();
    QApplication application(argc, argv);
    TestWindowFits test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_windowfits.moc"
