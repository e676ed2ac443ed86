// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Text of others in every tool tip, label and list of the real window.

#include "tests/widgets/windowfixture.h"
#include "widgets/common/plaintooltips.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QMessageBox>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTextDocument>
#include <QToolTip>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

const QString hostileText = u"<b>bold</b> &amp; <img src=\"file:///tmp/tempera-no-such-pipe\"> \u202egnp.exe"_s;

/// A document that opens nothing, and tells what it was to open.
class WatchedDocument final : public QTextDocument
{
public:
    QStringList asked;

protected:
    QVariant loadResource(int, const QUrl &name) override
    {
        asked += name.toString();
        return {};
    }
};

/// What a text becomes where Qt shows it: empty where it opens nothing and no tag of the hostile text was taken for one.
QString wrongIn(const QString &text)
{
    if (!Qt::mightBeRichText(text))
        return {};
    WatchedDocument document;
    document.setHtml(text);
    (void)document.size(); // lays it out
    if (!document.asked.isEmpty())
        return u"opens "_s + document.asked.join(u' ');
    const bool isCut = document.toPlainText().endsWith(u'…');
    if (text.contains("bold"_L1) && !isCut && !document.toPlainText().contains("<b>bold</b>"_L1))
        return u"is markup: "_s + text;
    return {};
}

/// What is shown at a place; the tip before is gone.
QString tipAt(QWidget *widget, QPoint pos)
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (window->inherits("QTipLabel"))
            window->hide(); // at once: QToolTip would wait
    }
    QHelpEvent event(QEvent::ToolTip, pos, widget->mapToGlobal(pos));
    QApplication::sendEvent(widget, &event);
    return QToolTip::isVisible() ? QToolTip::text() : QString();
}

Experiment hostileExperiment()
{
    Experiment experiment = WindowFixture::experiment();
    experiment.description = hostileText;
    for (Variant &variant : experiment.variants) {
        variant.label = hostileText;
        variant.endpoint.kind = EndpointKind::Remote;
        variant.endpoint.id = u"openai:chat:"_s + hostileText;
        variant.endpoint.model = hostileText;
    }
    for (Prompt &prompt : experiment.prompts)
        prompt.label = hostileText;
    experiment.cases.changeEach([](Case &each) {
        each.description = hostileText;
        for (Variable &variable : each.variables)
            variable.value = hostileText;
        each.checks = {CheckSpec{u"contains"_s, hostileText, {}, 1, hostileText, {}}};
    });
    return experiment;
}

/// Every index of a model that has one, at most so many.
void collect(const QAbstractItemModel &model, const QModelIndex &parent, QModelIndexList &found)
{
    constexpr int most = 2000;
    for (int row = 0; row < model.rowCount(parent) && found.size() < most; ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            found += model.index(row, column, parent);
            collect(model, found.last(), found);
        }
    }
}

} // namespace

class PlainToolTipsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void longTextsAreCut();
    void widgets();
    void itemModels();
    void theWindow();
    void messages();
};

void PlainToolTipsTest::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("hostile") << hostileText << QString(hostileText).replace(QChar(0x202e), QChar(0xfffd));
    QTest::newRow("entity") << u"&lt;b&gt;"_s << u"&lt;b&gt;"_s;
    QTest::newRow("lines") << u"one\n  two"_s << u"one\n  two"_s;
    QTest::newRow("paragraph that it could be") << u"</p><img src='file:///dev/zero'>"_s << u"</p><img src='file:///dev/zero'>"_s;
    QTest::newRow("a document") << u"<!DOCTYPE html><qt>x"_s << u"<!DOCTYPE html><qt>x"_s;
}

void PlainToolTipsTest::texts()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    WatchedDocument document;
    document.setHtml(plainToolTip(text));
    (void)document.size();
    QCOMPARE(document.toPlainText(), shown);
    QCOMPARE(document.asked, QStringList());
    QCOMPARE(plainToolTip({}), QString());
}

void PlainToolTipsTest::longTextsAreCut()
{
    for (const QString &text :
         {QString(1'000'000, u'<'), QString(1'000'000, u'\n'), QString(500'000, u' ') + QString(500'000, u'x')}) {
        WatchedDocument document;
        document.setHtml(plainToolTip(text));
        QCOMPARE_LE(document.toPlainText().size(), 2100);
        QVERIFY(document.toPlainText().endsWith(u'…'));
        QCOMPARE_LE(document.size().height(), 5000);
    }
}

/// The kinds of widgets whose tips Qt shows itself, each.
void PlainToolTipsTest::widgets()
{
    QWidget window;
    const PlainToolTips plain(&window);
    window.resize(400, 300);
    window.setToolTip(hostileText);
    auto *tabs = new QTabBar(&window);
    tabs->setTabToolTip(tabs->addTab(u"tab"_s), hostileText);
    tabs->move(0, 200);
    auto *label = new QLabel(hostileText, &window);
    window.show();
    QCOMPARE(label->textFormat(), Qt::PlainText);
    QCOMPARE(wrongIn(tipAt(&window, {390, 10})), QString());
    QVERIFY(tipAt(&window, {390, 10}).contains("bold"_L1));
    QCOMPARE(wrongIn(tipAt(tabs, tabs->tabRect(0).center())), QString());
    QVERIFY(tipAt(tabs, tabs->tabRect(0).center()).contains("bold"_L1));
}

void PlainToolTipsTest::itemModels()
{
    QWidget window;
    const PlainToolTips plain(&window);
    QTreeView view(&window);
    QStandardItemModel model(3, 2);
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 2; ++column)
            model.setData(model.index(row, column), hostileText, row == 0 ? Qt::DisplayRole : Qt::ToolTipRole);
    }
    model.setHeaderData(0, Qt::Horizontal, hostileText, Qt::ToolTipRole);
    view.setModel(&model);
    view.resize(400, 300);
    window.resize(400, 300);
    window.show();
    for (int row = 0; row < 3; ++row) {
        const QString tip = tipAt(view.viewport(), view.visualRect(model.index(row, 0)).center());
        QCOMPARE(tip.contains("bold"_L1), row > 0);
        QCOMPARE(wrongIn(tip), QString());
    }
    const QString head = tipAt(view.header()->viewport(), {5, 5});
    QVERIFY(head.contains("bold"_L1));
    QCOMPARE(wrongIn(head), QString());
}

void PlainToolTipsTest::theWindow()
{
    WindowFixture f;
    QVERIFY(f.start(hostileExperiment()));
    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(f.engine.count() >= 2);
    Error error;
    error.detail = hostileText;
    error.place = hostileText;
    for (int i = 0; i < f.engine.count(); ++i) {
        f.engine.started(i, hostileText);
        f.engine.text(i, hostileText);
        if (i % 2 == 0)
            f.engine.finish(i);
        else
            f.engine.fail(i, error);
    }
    QCoreApplication::processEvents();

    QStringList wrong;
    int tips = 0;
    const auto look = [&wrong, &tips](QWidget *widget, QPoint pos) {
        const QString tip = tipAt(widget, pos);
        tips += tip.contains("bold"_L1);
        if (const QString found = wrongIn(tip); !found.isEmpty())
            wrong += widget->objectName() + u' ' + QLatin1StringView(widget->metaObject()->className()) + u": "_s + found;
    };
    const QList<QWidget *> widgets = f.window->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        look(widget, widget->rect().center());
        if (const auto *label = qobject_cast<QLabel *>(widget); label && label->textFormat() != Qt::PlainText)
            wrong += wrongIn(label->text());
        auto *view = qobject_cast<QAbstractItemView *>(widget);
        if (!view || !view->model())
            continue;
        QModelIndexList indexes;
        collect(*view->model(), view->rootIndex(), indexes);
        for (const QModelIndex &index : std::as_const(indexes)) {
            view->scrollTo(index);
            look(view->viewport(), view->visualRect(index).center());
        }
    }
    wrong.removeAll(QString());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    QVERIFY(tips > 0); // there was something to be found
}

/// Boxes that Qt makes with labels of its own.
void PlainToolTipsTest::messages()
{
    QWidget window;
    const PlainToolTips plain(&window);
    QMessageBox box(&window);
    box.setText(hostileText);
    box.setInformativeText(hostileText);
    box.show();
    const QList<QLabel *> labels = box.findChildren<QLabel *>();
    QVERIFY(!labels.isEmpty());
    for (const QLabel *label : labels) {
        if (!label->text().isEmpty())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

TEMPERA_WINDOW_TEST(PlainToolTipsTest)
#include "tst_plaintooltips.moc"
