// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/numberbox.h"
#include "widgets/library/librarypanel.h"
#include "widgets/library/modelspage.h"
#include "widgets/settings/settingsdialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

LibraryModel good()
{
    GgufFacts facts;
    facts.architecture = u"llama"_s;
    facts.quantization = u"Q8_0"_s;
    facts.parameters = 134'515'008;
    facts.contextTokens = 8'192;
    facts.tensorBytes = 143'000'000;
    facts.layers = 30;
    facts.width = 576;
    facts.heads = 9;
    facts.keyHeads = 3;
    facts.vocabulary = 49'152;
    return {.name = u"mini"_s, .path = u"/models/mini.gguf"_s, .bytes = 145'000'000, .facts = facts};
}

LibraryModel broken()
{
    LibraryModel model{.name = u"wreck"_s, .path = u"/models/wreck.gguf"_s, .bytes = 10};
    model.problem = failure(ErrorKind::ModelBroken, u"this is not a GGUF file"_s, model.path).error();
    return model;
}

} // namespace

/// The settings dialog and the library's models, in the real window.
class TestMachine : public QObject
{
    Q_OBJECT

    QList<LibraryModel> m_models;
    LocalSettings m_local;
    int m_saves = 0;
    std::optional<Error> m_saveError;
    QStringList m_hashed;
    std::unique_ptr<WindowFixture> m_fixture;

    template<typename T>
    T *part(const QString &name) const
    {
        return m_fixture->window->findChild<T *>(name);
    }
    SettingsDialog *openSettings()
    {
        // A dialog that is gone does not always give the keys back.
        m_fixture->window->activateWindow();
        if (!QTest::qWaitForWindowActive(m_fixture->window.get()))
            return nullptr;
        QTest::keyClick(m_fixture->window.get(), Qt::Key_Comma, Qt::ControlModifier | Qt::ShiftModifier);
        return m_fixture->window->findChild<SettingsDialog *>();
    }
    static void type(const SettingsDialog *dialog, const QString &name, const QString &keys)
    {
        auto *box = dialog->findChild<NumberBox *>(name);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(box, keys);
    }
    ModelsPage *showModels()
    {
        m_fixture->window->library()->setCurrentIndex(2);
        return part<ModelsPage>(u"models"_s);
    }

private Q_SLOTS:
    void init()
    {
        m_models = {good(), broken()};
        m_local = {};
        m_saves = 0;
        m_saveError.reset();
        m_hashed.clear();
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->prepare = [this](WindowContext &context) {
            context.settings = [this] {
                return SettingsContext{m_local, 8, std::int64_t{1'000'000'000}, {}, [this](const LocalSettings &settings) {
                                           ++m_saves;
                                           m_local = settings;
                                           return m_saveError ? Result<void>(std::unexpected(*m_saveError)) : Result<void>();
                                       }};
            };
            context.library.list = [this](QObject *, const std::function<void(QList<LibraryModel>)> &callback) {
                callback(m_models);
            };
            context.library.hash = [this](const QString &path, QObject *,
                                          const std::function<void(Result<QByteArray>)> &callback) {
                m_hashed += path;
                callback(QByteArray("c0ffee"));
            };
            context.library.add = [this](const QString &path) -> Result<void> {
                if (path.contains("bad"_L1))
                    return failure(ErrorKind::ModelBroken, u"the file is empty"_s, path);
                m_models.append({.name = u"new"_s, .path = path});
                return {};
            };
            context.library.remove = [this](const QString &path) -> Result<void> {
                m_models.removeIf([&path](const LibraryModel &model) { return model.path == path; });
                return {};
            };
        };
        QVERIFY(m_fixture->start());
        m_fixture->window->library()->setCurrentIndex(2); // Models
        QTRY_COMPARE(part<ModelsPage>(u"models"_s)->locals().rowCount(), 2);
    }

    void settingsAreKeptWhenTheyAreAccepted()
    {
        SettingsDialog *dialog = openSettings();
        QVERIFY(dialog && dialog->isVisible());
        type(dialog, u"threads"_s, u"3"_s);
        auto *cache = dialog->findChild<QComboBox *>(u"cacheType"_s);
        cache->setCurrentIndex(cache->findText(u"q8_0"_s));
        dialog->findChild<QLineEdit *>(u"rpcWorkers"_s)->setText(u"one:1, two:2"_s);
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
        QCOMPARE(m_saves, 1);
        QCOMPARE(m_local.threads, 3);
        QCOMPARE(m_local.cacheType, CacheType::Q8_0);
        QCOMPARE(m_local.rpcWorkers, (QStringList{u"one:1"_s, u"two:2"_s}));
        QTRY_VERIFY(!m_fixture->window->findChild<SettingsDialog *>());
        // What was kept is what it opens with.
        dialog = openSettings();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<NumberBox *>(u"threads"_s)->value(), 3);
        m_fixture->window->findChild<SettingsDialog *>()->reject();
        QCOMPARE(m_saves, 1);
    }

    void whatCannotBeIsSaidAndNotAccepted()
    {
        SettingsDialog *dialog = openSettings();
        auto *problems = dialog->findChild<QLabel *>(u"problems"_s);
        QPushButton *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QVERIFY(problems->isHidden() && ok->isEnabled());
        dialog->findChild<QLineEdit *>(u"rpcWorkers"_s)->setText(u"nowhere"_s);
        QVERIFY(problems->isVisible());
        QVERIFY(problems->text().contains(u"“nowhere”"_s));
        QVERIFY(!ok->isEnabled());
        dialog->accept();
        QCOMPARE(m_saves, 0);
        QVERIFY(dialog->isVisible());
        dialog->findChild<QLineEdit *>(u"rpcWorkers"_s)->clear();
        QVERIFY(ok->isEnabled());
    }

    void theMemoryFollowsTheSettings()
    {
        SettingsDialog *dialog = openSettings();
        auto *memory = dialog->findChild<QLabel *>(u"memory"_s);
        QVERIFY2(memory->text().contains(u"weights 143.0 MB"_s), qPrintable(memory->text()));
        QVERIFY(memory->text().contains(u"1.0 GB is free"_s));
        const QString before = memory->text();
        type(dialog, u"contextTokens"_s, u"200000"_s);
        QVERIFY(memory->text() != before);
        QVERIFY(memory->text().contains(u"it would not be loaded"_s));
        // A broken file has no estimate.
        QCOMPARE(dialog->findChild<QComboBox *>(u"memoryModel"_s)->count(), 1);
    }

    void numbersAreTyped_data()
    {
        QTest::addColumn<QLocale>("language");
        QTest::addColumn<QString>("thousand");
        QTest::newRow("C") << QLocale::c() << u"4096"_s;
        QTest::newRow("German") << QLocale(QLocale::German) << u"4.096"_s;
        QTest::newRow("Chinese") << QLocale(QLocale::Chinese) << u"4,096"_s;
    }
    void numbersAreTyped()
    {
        QFETCH(const QLocale, language);
        QFETCH(const QString, thousand);
        const QLocale before;
        QLocale::setDefault(language);
        SettingsDialog *dialog = openSettings();
        QLocale::setDefault(before);
        QVERIFY(dialog);
        auto *threads = dialog->findChild<NumberBox *>(u"threads"_s);
        QVERIFY(threads->text().isEmpty() && !threads->value()); // automatic
        type(dialog, u"threads"_s, u"12"_s);
        type(dialog, u"contextTokens"_s, u"131072"_s);
        type(dialog, u"gpuLayers"_s, u"0"_s);
        type(dialog, u"keptModels"_s, u"16"_s);
        type(dialog, u"idleMinutes"_s, u"90"_s);
        type(dialog, u"traceCandidates"_s, thousand);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        dialog->accept();
        LocalSettings expected;
        expected.threads = 12;
        expected.contextTokens = 131'072;
        expected.gpuLayers = 0;
        expected.keptModels = 16;
        expected.idleTimeout = std::chrono::minutes(90);
        expected.traceCandidates = 4'096;
        QCOMPARE(m_local, expected);
    }

    void whatIsOutOfRangeIsSaid()
    {
        SettingsDialog *dialog = openSettings();
        auto *problems = dialog->findChild<QLabel *>(u"problems"_s);
        type(dialog, u"keptModels"_s, u"20"_s); // not 2
        QVERIFY2(problems->isVisible() && problems->text().contains(u"1 to 16"_s), qPrintable(problems->text()));
        QVERIFY(!dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled());
        type(dialog, u"keptModels"_s, u"2"_s);
        QVERIFY(problems->isHidden());
        type(dialog, u"contextTokens"_s, u"100"_s);
        QVERIFY(problems->isVisible());
    }

    void aSettingsFileThatCannotBeWrittenIsSaid()
    {
        m_saveError = failure(ErrorKind::File, u"no space left"_s).error();
        SettingsDialog *dialog = openSettings();
        type(dialog, u"threads"_s, u"2"_s);
        dialog->accept();
        QVERIFY(m_fixture->window->messageBar()->isVisible());
    }

    void factsReasonsAndTheHash()
    {
        showModels();
        auto *list = part<QListView>(u"localModels"_s);
        list->setCurrentIndex(list->model()->index(0, 0));
        auto *facts = part<QLabel>(u"facts"_s);
        QVERIFY(facts->text().contains(u"135M"_s));
        QVERIFY(facts->text().contains(u"c0ffee"_s));
        QCOMPARE(m_hashed, QStringList{u"/models/mini.gguf"_s});
        QVERIFY(part<QToolButton>(u"useModel"_s)->isEnabled());
        list->setCurrentIndex(list->model()->index(1, 0));
        QVERIFY(facts->text().contains(u"this is not a GGUF file"_s));
        QVERIFY(!part<QToolButton>(u"useModel"_s)->isEnabled());
    }

    /// Without choosing it: the row says so, and Enter on it says where.
    void aBrokenFileIsSeenInTheList()
    {
        showModels();
        auto *list = part<QListView>(u"localModels"_s);
        const QModelIndex second = list->model()->index(1, 0);
        const QStyleOptionViewItem option;
        QVERIFY(list->itemDelegate()->sizeHint(option, second).height() >= 2 * list->fontMetrics().height());
        QPixmap withReason = list->grab();
        m_models[1].problem->detail.clear();
        showModels()->reload();
        QVERIFY(list->grab().toImage() != withReason.toImage());
        m_models = {good(), broken()};
        showModels()->reload();
        const qsizetype variants = m_fixture->document.experiment().variants.size();
        list->setCurrentIndex(second);
        list->setFocus();
        m_fixture->press(Qt::Key_Return);
        QCOMPARE(m_fixture->document.experiment().variants.size(), variants);
        QVERIFY2(m_fixture->window->messageBar()->text().contains(u"this is not a GGUF file"_s)
                     && m_fixture->window->messageBar()->text().contains(u"wreck.gguf"_s),
                 qPrintable(m_fixture->window->messageBar()->text()));
    }

    void aModelBecomesAColumn()
    {
        showModels();
        auto *list = part<QListView>(u"localModels"_s);
        list->setCurrentIndex(list->model()->index(0, 0));
        const auto before = m_fixture->document.experiment().variants.size();
        part<QToolButton>(u"useModel"_s)->click();
        QCOMPARE(m_fixture->document.experiment().variants.size(), before + 1);
        QCOMPARE(m_fixture->document.experiment().variants.last().endpoint.model, u"mini"_s);
    }

    void filesAreAddedByButtonAndTakenOut()
    {
        ModelsPage *page = showModels();
        m_fixture->chosenFile = u"/elsewhere/new.gguf"_s;
        part<QToolButton>(u"addModelFile"_s)->click();
        QCOMPARE(page->locals().rowCount(), 3);
        auto *list = part<QListView>(u"localModels"_s);
        list->setCurrentIndex(list->model()->index(2, 0));
        part<QToolButton>(u"removeModel"_s)->click();
        QCOMPARE(page->locals().rowCount(), 2);
        m_fixture->chosenFile = u"/elsewhere/bad.gguf"_s;
        part<QToolButton>(u"addModelFile"_s)->click();
        QCOMPARE(page->locals().rowCount(), 2);
        QVERIFY(m_fixture->window->messageBar()->isVisible());
    }

    void filesAreDropped()
    {
        ModelsPage *page = showModels();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(u"/elsewhere/new.gguf"_s), QUrl::fromLocalFile(u"/elsewhere/notes.txt"_s)});
        QCOMPARE(modelPaths(data), QStringList{u"/elsewhere/new.gguf"_s});
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(page, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(page, &drop);
        QCOMPARE(page->locals().rowCount(), 3);
        QMimeData text;
        text.setText(u"x"_s);
        QDragEnterEvent other({5, 5}, Qt::CopyAction, &text, Qt::LeftButton, {});
        other.ignore();
        QApplication::sendEvent(page, &other);
        QVERIFY(!other.isAccepted());
    }

    void anEmptyLibraryExplains()
    {
        m_models.clear();
        ModelsPage *page = showModels();
        page->reload();
        const QList<QLabel *> labels = page->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(
            labels, [](const QLabel *label) { return label->isVisible() && label->text().contains(u"No model file"_s); }));
    }
};

TEMPERA_WINDOW_TEST(TestMachine)
#include "tst_machine.moc"
