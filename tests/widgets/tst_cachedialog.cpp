// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/cost/cachedialog.h"

#include "tests/support/fakecachebrowser.h"
#include "tests/widgets/windowfixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// The window over a cache, with its dialog open.
struct CachedWindow : WindowFixture {
    CachedWindow()
    {
        cache.answers = FakeCacheBrowser::two();
        prepare = [this](WindowContext &context) { context.cache = &cache; };
    }

    [[nodiscard]] CacheDialog *open()
    {
        if (!start())
            return nullptr;
        press(Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
        auto *dialog = window->findChild<CacheDialog *>();
        return dialog && QTest::qWaitForWindowActive(dialog)
                       && QTest::qWaitFor([dialog] { return dialog->table()->model()->rowCount() == 2; })
                   ? dialog
                   : nullptr;
    }

    FakeCacheBrowser cache;
};

} // namespace

/// What is kept, looked through and deleted by keys.
class TestCacheDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itShowsWhatIsKept()
    {
        CachedWindow f;
        const CacheDialog *dialog = f.open();
        QVERIFY(dialog);
        const auto *sum = dialog->findChild<QLabel *>(u"cacheSum"_s);
        QVERIFY2(sum->text().contains(u"2 responses"_s) && sum->text().contains(u"≥ $0.06"_s), qPrintable(sum->text()));
        QVERIFY(!dialog->findChild<QLabel *>(u"cacheMore"_s)->isVisible());
        QVERIFY(dialog->findChild<QLineEdit *>(u"cacheSearch"_s) == dialog->focusWidget());
    }

    void itIsSearched()
    {
        CachedWindow f;
        CacheDialog *dialog = f.open();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->focusWidget(), u"whale"_s);
        QTRY_COMPARE(dialog->table()->model()->rowCount(), 1);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return); // ends nothing
        QVERIFY(dialog->isVisible());
        QTest::keyClicks(dialog->focusWidget(), u"fish"_s);
        QTRY_COMPARE(dialog->table()->model()->rowCount(), 0);
        QVERIFY(dialog->findChild<QLabel *>(u"cacheMore"_s)->isVisible());
        QVERIFY(!dialog->findChild<QPushButton *>(u"removeAnswers"_s)->isEnabled());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!f.window->findChild<CacheDialog *>());
    }

    void oneIsDeleted()
    {
        CachedWindow f;
        CacheDialog *dialog = f.open();
        QVERIFY(dialog);
        dialog->table()->setFocus();
        QTest::keyClick(dialog->table(), Qt::Key_Down);
        QTest::keyClick(dialog->table(), Qt::Key_Delete);
        QTRY_COMPARE(dialog->table()->model()->rowCount(), 1);
        QCOMPARE(f.cache.answers.at(0).model, u"gpt-4o-mini"_s);
    }

    void allAreDeletedAfterAQuestion()
    {
        CachedWindow f;
        CacheDialog *dialog = f.open();
        QVERIFY(dialog);
        auto *clear = dialog->findChild<QPushButton *>(u"clearAnswers"_s);
        clear->setFocus();
        QTest::keyClick(clear, Qt::Key_Space);
        auto *question = dialog->findChild<QMessageBox *>(u"clearCacheQuestion"_s);
        QVERIFY(question && question->text().contains(u"2 kept responses"_s));
        QTest::keyClick(question, Qt::Key_Escape);
        QTRY_VERIFY(!dialog->findChild<QMessageBox *>(u"clearCacheQuestion"_s));
        QCOMPARE(f.cache.answers.size(), 2);
        QTest::keyClick(clear, Qt::Key_Space);
        auto *yes = dialog->findChild<QPushButton *>(u"clearAnswersNow"_s);
        QVERIFY(yes);
        QTest::keyClick(yes, Qt::Key_Space);
        QTRY_VERIFY(f.cache.answers.isEmpty());
        QTRY_COMPARE(dialog->table()->model()->rowCount(), 0);
        QTRY_VERIFY(!clear->isEnabled());
    }

    void faultsAreTold()
    {
        CachedWindow f;
        CacheDialog *dialog = f.open();
        QVERIFY(dialog);
        f.cache.fault = failure(ErrorKind::Storage, u"locked"_s).error();
        dialog->reload();
        QTRY_VERIFY(dialog->findChild<QLabel *>(u"cacheSum"_s)->text().contains(u"locked"_s));
    }
};

TEMPERA_WINDOW_TEST(TestCacheDialog)
#include "tst_cachedialog.moc"
