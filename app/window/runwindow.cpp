// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/runwindow.h"

#include "app/allcores.h"
#include "app/backgroundthread.h"
#include "app/cli/console.h"
#include "app/cli/exitcode.h"
#include "app/cli/interruptwatch.h"
#include "app/draftfiles.h"
#include "app/engine/eventloops.h"
#include "app/engine/http/certificates.h"
#include "app/engine/llama/model/memorycheck.h"
#include "app/engine/llama/prompt/llamapromptreader.h"
#include "app/language.h"
#include "app/modellibrary.h"
#include "app/modelpromptcounter.h"
#include "app/services.h"
#include "app/settings/settingsfile.h"
#include "app/tablereading.h"
#include "app/window/shots.h"
#include "app/window/windowstatefile.h"
#include "models/experiment/autosave.h"
#include "resources/samples/sampledata.h"
#include "resources/syntax/syntaxresources.h"
#include "widgets/common/appearance.h"
#include "widgets/common/messagebar.h"
#include "widgets/mainwindow/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QFont>
#include <QFontDatabase>
#include <QFontInfo>
#include <QImageReader>
#include <QThreadPool>

#include <algorithm>
#include <chrono>
#include <future>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

const QString firstExperiment = u":/tempera/samples/first-start.yaml"_s;

QList<ModelChoice> modelChoices(const LocalModels &models)
{
    QList<ModelChoice> choices;
    for (const LocalModelFile &model : models.list()) {
        choices.append({u"local:"_s + model.name, model.name,
                        QStringLiteral("%1 (%2)").arg(model.path, QLocale().formattedDataSize(model.bytes))});
    }
    return choices;
}

/// The names under which endpoints have their prices.
QStringList priceKeysOf(const Catalog &catalog)
{
    QStringList keys;
    for (const Capabilities &each : catalog.all()) {
        if (!each.provider.isEmpty() && !keys.contains(each.provider))
            keys += each.provider;
    }
    return keys;
}

/// Beside the settings; its folder is there when it is needed.
QString presetPath()
{
    const QFileInfo settings(SettingsFile::defaultPath());
    QDir().mkpath(settings.absolutePath());
    return settings.absoluteDir().filePath(u"presets.json"_s);
}

TrustAccess trustAccess(TrustPolicy &policy)
{
    return {
        [&policy](AskAboutKey ask) { policy.setQuestion(std::move(ask)); },
        [&policy](const QString &experiment) { return policy.folders(experiment); },
        [&policy](const Trust &word) { policy.allow(word); },
        [&policy](const Trust &word) { return policy.keep(word); },
        [&policy] { return policy.kept(); },
        [&policy](const Trust &kept) { return policy.setKept(kept); },
    };
}

WindowContext makeContext(Services &services, ExperimentDocument &document)
{
    WindowContext context;
    context.document = &document;
    context.session = services.sessionContext(
        [&document] { return document.path().isEmpty() ? QString() : QFileInfo(document.path()).absolutePath(); });
    context.files = &services.files();
    context.localModels = [&services] { return modelChoices(services.models()); };
    context.library = {
        [&services](QObject *guard, std::function<void(QList<LibraryModel>)> callback) {
            readLibraryInBackground(services.models(), guard, std::move(callback));
        },
        [&services](const QString &path, QObject *guard, std::function<void(Result<QByteArray>)> callback) {
            services.hashed().hashFile(path, guard, std::move(callback));
        },
        [&services](const QString &path) { return services.addModels(path); },
        [&services](const QString &path) { return services.removeModels(path); },
    };
    context.ledger = {
        [&services](QObject *guard, std::function<void(Result<void>)> callback) {
            services.store().whenOpen(guard, std::move(callback));
        },
        [&services] { return services.store().setAside(); },
    };
    context.settings = [&services] {
        SettingsContext settings{services.settings().local,
                                 services.settings().localSlots,
                                 availableMemory(LlamaSettings()),
                                 {},
                                 [&services](const LocalSettings &local) { return services.setLocalSettings(local); }};
        settings.limits = services.limits();
        settings.tariff = services.settings().machine;
        settings.saveTariff = [&services](const MachineTariff &tariff) { return services.setTariff(tariff); };
        settings.prices = services.priceAccess();
        settings.catalog = &services.catalog();
        settings.today = QDate::currentDate();
        settings.priceKeys = priceKeysOf(services.catalog());
        settings.saveLimits = [&services](const Budget &limits) { return services.setLimits(limits); };
        return settings;
    };
    context.limits = [&services] { return services.limits(); };
    context.endpoints = {
        [&services](const QString &name, const Secret &key, KeyPlace place, QObject *guard,
                    std::function<void(Result<void>)> callback) {
            services.enterKey(name, key, place == KeyPlace::Keychain, guard, std::move(callback));
        },
        [&services](const QString &name, QObject *guard, std::function<void(bool)> callback) {
            services.hasKey(name, guard, std::move(callback));
        },
        [&services, &document](const Endpoint &endpoint, QObject *guard, std::function<void(Result<QStringList>)> callback) {
            services.listModels(document.origin(), endpoint, guard, std::move(callback));
        },
        [&services] { return services.settings().endpoints; },
        [&services](const QList<SavedEndpoint> &endpoints) { return services.setEndpoints(endpoints); },
        [&services, &document](const QString &name, const QUrl &address, KeyPlace place) {
            const Trust word{{grantFor({document.path(), name, address})}, {}};
            services.trust().allow(word);
            if (place == KeyPlace::Keychain && !document.path().isEmpty())
                (void)services.trust().keep(word); // where it cannot be, the next start asks
        },
        [&services, &document](const Endpoint &endpoint, QObject *guard, const ServerTest::Told &told) {
            services.testServer(document.origin(), endpoint, guard, told);
        },
        certificateFacts,
    };
    context.cache = &services.store();
    context.batches = {&services.batches(), &services.store()};
    context.trust = trustAccess(services.trust());
    context.readTable = tableReaderInBackground(services.files());
    (void)firstStartExperiment(); // makes the samples known to Qt's resources
    initSyntaxResources();
    const auto sample = [](const char *title, QLatin1StringView name) {
        return SampleExperiment{QApplication::translate("Samples", title), u":/tempera/samples/"_s + name + u".yaml"_s};
    };
    context.samples = {{QApplication::translate("Samples", "Reviews and capitals"), firstExperiment},
                       sample(QT_TRANSLATE_NOOP("Samples", "Stories and products"), "generation"_L1),
                       sample(QT_TRANSLATE_NOOP("Samples", "Labels"), "classification"_L1),
                       sample(QT_TRANSLATE_NOOP("Samples", "Fields as JSON"), "extraction"_L1),
                       sample(QT_TRANSLATE_NOOP("Samples", "Sentences rewritten"), "transformation"_L1),
                       sample(QT_TRANSLATE_NOOP("Samples", "Conversations"), "chat"_L1),
                       sample(QT_TRANSLATE_NOOP("Samples", "The cost of a job"), "cost-of-a-job"_L1)};
    context.presetFile = presetPath();
    context.state = readWindowState();
    context.saveState = writeWindowState;
    return context;
}

/// Fonts are looked for once, for all threads. That takes longer than anything else before the first picture, and nothing
/// needs it before the first text is measured.
void findFonts()
{
    for (const QFont &font : {QApplication::font(), QFontDatabase::systemFont(QFontDatabase::FixedFont)}) {
        QFont own(font.families()); // nothing of it is another thread's
        own.setStyleHint(font.styleHint());
        own.setFixedPitch(font.fixedPitch());
        QThreadPool::globalInstance()->start([own] { (void)QFontInfo(own).exactMatch(); });
    }
}

/// What is opened: the experiment that was named, else the last one that is still there, else the first experiment.
QString fileToOpen(const QStringList &arguments, const WindowState &state)
{
    const auto named = std::ranges::find_if(arguments, &MainWindow::isExperiment);
    if (named != arguments.end())
        return *named;
    for (const QString &recent : state.recentFiles) {
        if (QFileInfo::exists(recent))
            return recent;
    }
    return firstExperiment;
}

/// For the benchmark of the start: tells the moment of the first picture on the clock that all processes share, and
/// ends the program.
void reportFirstPaint(MainWindow &window)
{
    // At once: what waited for the picture comes right after it and is not part of it.
    QObject::connect(&window, &MainWindow::firstPainted, &window, [] {
        const auto now = std::chrono::steady_clock::now().time_since_epoch();
        ConsoleStream(1).write("first-paint " + QByteArray::number(qint64(std::chrono::nanoseconds(now).count())) + '\n');
        QMetaObject::invokeMethod(QCoreApplication::instance(), [] { QCoreApplication::exit(); }, Qt::QueuedConnection);
    });
}

} // namespace

int runWindow(int &argc, char **argv)
{
    // Beside the connection to the display and the window's own work: what both need and neither has to wait for.
    std::future<Catalog> catalog = std::async(std::launch::async, &Catalog::builtIn);
    prepareIcons();
    const QApplication application(argc, argv);
    useQtsEventLoops(); // of the threads that begin from here on
    findFonts();
    QThreadPool::globalInstance()->start([] { (void)QImageReader::supportedImageFormats(); }); // loads the plugins
    QApplication::setDesktopFileName(u"io.github.tempera.Tempera"_s);
    installTranslations(*QApplication::instance(), SettingsFile().load().value_or(Settings()).language);

    // What is under way is stopped and kept, as if the window had been closed.
    const InterruptWatch interrupts;
    QObject::connect(&interrupts, &InterruptWatch::interrupted, QApplication::instance(),
                     [](int signal) { QApplication::exit(signalExitCode(signal)); });

    QStringList arguments = QApplication::arguments().sliced(1);
    const bool reportStart = arguments.removeAll(u"--report-first-paint"_s) > 0;
    const std::optional<ShotsOrder> order = takeShotsOrder(arguments);

    Services services(Services::Frontend::Window, catalog.get());
    ExperimentDocument document;
    DraftFiles drafts;
    Autosave autosave(document, drafts); // goes after the window, whose editors write what is being typed as they go
    WindowContext context = makeContext(services, document);
    AllCores allCores; // ends after the threads that use it
    // Templates do not wait for a vocabulary that is being loaded; and the first picture does not wait for a processor that
    // either of them has.
    BackgroundThread rendering(BackgroundThread::Begins::WhenReleased);
    BackgroundThread counting(BackgroundThread::Begins::WhenReleased);
    ModelPromptCounter counter(counting, services.catalog(), context.session.localModelPath, makeLlamaPromptReader());
    context.background = &rendering;
    context.parallel = &allCores;
    context.session.background = &rendering;
    context.showRequest = [&services, &rendering](const GenerationRequest &request, QObject *guard,
                                                  std::function<void(Result<ShownRequest>)> callback) {
        services.showRequest(request, rendering, guard, std::move(callback));
    };
    context.counter = &counter;
    context.autosave = &autosave;
    applyColourScheme(context.state.colours);
    MainWindow window(context);
    window.openFile(fileToOpen(arguments, context.state));
    for (const Error &problem : services.problems())
        window.messageBar()->showError(problem);
    if (reportStart)
        reportFirstPaint(window);
    arguments.removeIf(&MainWindow::isExperiment); // tables and models go into it
    QObject::connect(&window, &MainWindow::firstPainted, &window, [&window, arguments] {
        for (const QString &file : arguments)
            window.takeFile(QFileInfo(file).absoluteFilePath());
    });
    QObject::connect(&window, &MainWindow::firstPainted, &window, [&services, &rendering, &counting] {
        services.store().release();
        rendering.release();
        counting.release();
    });
    window.show();

    std::unique_ptr<Shots> shots;
    if (order) {
        shots = std::make_unique<Shots>(window, services.store(), *order);
        QObject::connect(QApplication::instance(), &QApplication::aboutToQuit, &autosave, &Autosave::end); // posed, not meant
    }
    return QApplication::exec();
}

} // namespace Tempera
