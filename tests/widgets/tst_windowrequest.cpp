// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// "Show Request": what is sent for the current cell, by keys.

#include "models/snippets/requestsnippet.h"
#include "tests/widgets/runwindow.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/gridface.h"
#include "widgets/compare/requestdialog.h"

#include <QClipboard>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::RunsTesting;

namespace {

/// The first variant is a model in this process, the second one a server's.
Experiment localAndRemote()
{
    Experiment experiment = WindowFixture::experiment();
    experiment.variants[1].endpoint = endpointFromId(u"openai:chat:gpt-4o-mini"_s, [](const QString &) { return QString(); });
    return experiment;
}

/// What a server would be sent, with the text of the last message in it.
ShownRequest shownBy(const GenerationRequest &request)
{
    const QJsonObject body{{u"prompt"_s, request.messages.last().text}};
    return {.way = ShownRequest::Way::Network,
            .method = u"POST"_s,
            .url = {ShownPiece{u"https://api.openai.com/v1/chat/completions"_s, {}}},
            .headers = {{u"Authorization"_s, {ShownPiece{u"Bearer "_s, {}}, ShownPiece{{}, u"OPENAI_API_KEY"_s}}}},
            .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

void showByKeys(WindowFixture &f)
{
    f.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
    QTest::keyClick(f.window.get(), Qt::Key_Q, Qt::ControlModifier | Qt::AltModifier);
}

RequestDialog *dialogOf(const WindowFixture &f)
{
    auto *dialog = f.window->findChild<RequestDialog *>();
    return dialog && dialog->isVisible() ? dialog : nullptr;
}

QString introOf(const RequestDialog &dialog)
{
    return dialog.findChild<QLabel *>(u"requestIntro"_s)->text();
}

QString pageOf(const RequestDialog &dialog, RequestForm form)
{
    return dialog.findChild<QPlainTextEdit *>(u"request_"_s + requestFormName(form))->toPlainText();
}

} // namespace

class TestWindowRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beforeAnythingWasAsked()
    {
        WindowFixture f;
        QVERIFY(f.start());
        showByKeys(f);
        QTRY_VERIFY(dialogOf(f));
        QVERIFY2(introOf(*dialogOf(f)).contains(u"not asked yet"_s), qPrintable(introOf(*dialogOf(f))));
        QVERIFY(!dialogOf(f)->findChild<QTabWidget *>(u"requestTabs"_s)->isVisible());
        QVERIFY(!dialogOf(f)->findChild<QPushButton *>(u"requestCopy"_s)->isEnabled());
        QTest::keyClick(dialogOf(f), Qt::Key_Escape);
        QTRY_VERIFY(!dialogOf(f));
    }

    /// Nothing pretends that a model in this process was sent anything.
    void aModelInThisProcess()
    {
        WindowFixture f;
        QVERIFY(f.start(localAndRemote()));
        runByKeys(f);
        QTRY_COMPARE(f.engine.count(), 4);
        showByKeys(f);
        QTRY_VERIFY(dialogOf(f));
        const RequestDialog &dialog = *dialogOf(f);
        QVERIFY2(introOf(dialog).contains(u"nothing is sent"_s), qPrintable(introOf(dialog)));
        const QJsonObject asked = QJsonDocument::fromJson(pageOf(dialog, RequestForm::Wire).toUtf8()).object();
        QCOMPARE(asked.value(u"answered_in"_s).toString(), u"this process"_s);
        QVERIFY(asked.value(u"prompt_as_read"_s).toObject().value(u"tokens"_s).toInt() > 0);
        QVERIFY(pageOf(dialog, RequestForm::Wire).contains(u"What is the capital of France?"_s));
        QVERIFY(!dialog.findChild<QTabWidget *>(u"requestTabs"_s)->isTabVisible(1));
    }

    /// It follows the cell that is current, and each page is copied whole.
    void aServersModel()
    {
        WindowFixture f;
        int asked = 0;
        f.prepare = [&asked](WindowContext &context) {
            context.showRequest = [&asked](const GenerationRequest &request, QObject *,
                                           const std::function<void(Result<ShownRequest>)> &callback) {
                ++asked;
                callback(shownBy(request));
            };
        };
        QVERIFY(f.start(localAndRemote()));
        runByKeys(f);
        QTRY_COMPARE(f.engine.count(), 4);
        QTest::keyClick(f.window.get(), Qt::Key_2, Qt::ControlModifier);
        showByKeys(f);
        QTRY_VERIFY(dialogOf(f));
        RequestDialog *dialog = dialogOf(f);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTRY_VERIFY2(introOf(*dialog).contains(u"api.openai.com"_s), qPrintable(introOf(*dialog)));
        QVERIFY(introOf(*dialog).contains(u"OPENAI_API_KEY"_s));
        QVERIFY(pageOf(*dialog, RequestForm::Wire).startsWith(u"POST https://api.openai.com/v1/chat/completions\n"_s));
        QVERIFY(pageOf(*dialog, RequestForm::Wire).contains(u"capital of France"_s));

        auto *tabs = dialog->findChild<QTabWidget *>(u"requestTabs"_s);
        tabs->tabBar()->setFocus();
        QTest::keyClick(tabs->tabBar(), Qt::Key_Right);
        QCOMPARE(tabs->tabText(tabs->currentIndex()).remove(u'&'), u"curl"_s);
        auto *copy = dialog->findChild<QPushButton *>(u"requestCopy"_s);
        copy->setFocus();
        QTest::keyClick(copy, Qt::Key_Space);
        const QString curl = QGuiApplication::clipboard()->text();
        QVERIFY2(curl.startsWith(u"curl "_s) && curl.contains(u"'\"$OPENAI_API_KEY\""_s), qPrintable(curl));

        // Text that comes changes the cell, and not what was asked.
        const int before = asked;
        const int running = f.generation({0, 0, 1, 0});
        QVERIFY(running >= 0);
        f.engine.started(running, u"gpt-4o-mini"_s);
        f.engine.text(running, u"Par"_s);
        f.engine.finish(running);
        QTRY_COMPARE(f.answer(1), u"Par"_s);
        QCOMPARE(asked, before);

        f.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
        f.press(Qt::Key_PageDown, Qt::ControlModifier);
        QTRY_VERIFY(!pageOf(*dialog, RequestForm::Wire).contains(u"capital of France"_s));
        QVERIFY(pageOf(*dialog, RequestForm::Wire).contains(u"capital of "_s));
    }

    /// Why something cannot be sent is said in its place.
    void whatCannotBeSent()
    {
        WindowFixture f;
        f.prepare = [](WindowContext &context) {
            context.showRequest = [](const GenerationRequest &, QObject *,
                                     const std::function<void(Result<ShownRequest>)> &callback) {
                callback(failure(ErrorKind::Usage, u"the base URL is not an http or https address"_s));
            };
        };
        QVERIFY(f.start(localAndRemote()));
        runByKeys(f);
        QTRY_COMPARE(f.engine.count(), 4);
        QTest::keyClick(f.window.get(), Qt::Key_2, Qt::ControlModifier);
        showByKeys(f);
        QTRY_VERIFY(dialogOf(f));
        QTRY_VERIFY2(introOf(*dialogOf(f)).contains(u"base URL"_s), qPrintable(introOf(*dialogOf(f))));
        QVERIFY(!dialogOf(f)->findChild<QPushButton *>(u"requestCopy"_s)->isEnabled());
    }

    void fromTheGrid()
    {
        WindowFixture f;
        QVERIFY(f.start());
        runByKeys(f);
        QTRY_COMPARE(f.engine.count(), 4);
        f.window->compare()->focusGrid();
        QTRY_VERIFY(f.window->compare()->grid()->table()->isVisible());
        f.window->compare()->grid()->table()->setFocus();
        f.press(Qt::Key_Q);
        QTRY_VERIFY(dialogOf(f));
        QVERIFY(introOf(*dialogOf(f)).contains(u"nothing is sent"_s));
    }

    /// An image may be millions of characters.
    void longTextsAreCutForTheEyeAlone()
    {
        RequestDialog dialog(nullptr);
        ShownRequest request;
        request.way = ShownRequest::Way::Process;
        request.body = "{\"image\":\"" + QByteArray(RequestDialog::mostShown * 2, 'x') + "\"}";
        dialog.showRequest(request);
        dialog.show();
        QVERIFY(pageOf(dialog, RequestForm::Wire).size() < RequestDialog::mostShown + 200);
        dialog.findChild<QPushButton *>(u"requestCopy"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), requestText(request, RequestForm::Wire));
    }
};

TEMPERA_WINDOW_TEST(TestWindowRequest)
#include "tst_windowrequest.moc"
