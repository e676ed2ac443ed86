// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runcommandline.h"

#include "app/allcores.h"
#include "app/backgroundthread.h"
#include "app/cli/arguments.h"
#include "app/cli/command.h"
#include "app/cli/commandline.h"
#include "app/cli/commandwords.h"
#include "app/cli/console.h"
#include "app/cli/exitcode.h"
#include "app/engine/eventloops.h"
#include "app/language.h"
#include "app/services.h"
#include "app/settings/settingsfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMap>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Where relative paths of models in an experiment begin: its own folder, else that of the first argument that is a file.
QString folderOfFile(const QStringList &arguments)
{
    if (const auto parsed = parseArguments(arguments, {})) {
        const auto *run = std::get_if<RunArguments>(&*parsed);
        if (const auto *batch = std::get_if<BatchArguments>(&*parsed))
            run = &batch->run;
        if (run && QFileInfo(run->file).isFile())
            return QFileInfo(run->file).absolutePath();
    }
    for (const QString &argument : arguments) {
        const QFileInfo file(argument);
        if (file.isFile())
            return file.absolutePath();
    }
    return {};
}

/// What the program keeps, and what it may come to keep: settings, trust, presets, prices, the ledger, drafts.
QStringList ownFiles()
{
    const QMap<QStandardPaths::StandardLocation, QStringList> known{
        {QStandardPaths::GenericConfigLocation,
         {u"settings.json"_s, u"trust.json"_s, u"presets.json"_s, u"models.json"_s, u"prices.json"_s, u"window.ini"_s}},
        {QStandardPaths::GenericDataLocation, {u"ledger.db"_s, u"ledger.db-wal"_s, u"ledger.db-shm"_s, u"ledger.db-journal"_s}},
        {QStandardPaths::GenericCacheLocation, {u"model-hashes.json"_s}},
        {QStandardPaths::GenericStateLocation, {}}};
    QStringList files;
    for (const auto &[location, names] : known.asKeyValueRange()) {
        const QDir folder(QStandardPaths::writableLocation(location) + u"/tempera"_s);
        for (const QString &name : names)
            files += folder.filePath(name);
        for (const QDir &each : {folder, QDir(folder.filePath(u"drafts"_s))}) {
            for (const QFileInfo &file : each.entryInfoList(QDir::Files | QDir::Hidden))
                files += file.filePath();
        }
    }
    files.removeDuplicates();
    return files;
}

} // namespace

int runCommandLine(int &argc, char **argv)
{
    useQtsEventLoops();
    const QCoreApplication application(argc, argv);
    installTranslations(*QCoreApplication::instance(), SettingsFile().load().value_or(Settings()).language);
    const QStringList arguments = QCoreApplication::arguments().sliced(1);
    const QString folder = folderOfFile(arguments);
    ConsoleStream out(1);
    ConsoleStream err(2);
    if (!isCommandWord(arguments.value(0).toStdString())) {
        writeLine(err, QCoreApplication::translate(
                           "Cli", "There is only the command line here, not the window; tempera --help tells what it does. "
                                  "For the window, install or build all of Tempera."));
        return int(ExitCode::RunError);
    }

    Services services(Services::Frontend::CommandLine);
    for (const Error &problem : services.problems())
        writeLine(err, errorSentence(problem));

    AllCores allCores;
    BackgroundThread rendering;
    CliContext context;
    context.session = services.sessionContext([folder] { return folder; });
    context.session.background = &rendering;
    context.showRequest = [&services, &rendering](const GenerationRequest &request, QObject *guard,
                                                  std::function<void(Result<ShownRequest>)> callback) {
        services.showRequest(request, rendering, guard, std::move(callback));
    };
    context.parallel = &allCores;
    context.files = &services.files();
    context.outputs = &services.outputs();
    context.ownFiles = &ownFiles;
    context.cache = &services.store();
    context.out = &out;
    context.err = &err;
    context.resolveLocalModel = context.session.localModelPath;
    context.localModels = [&services] { return readLibrary(services.models(), ModelHashes()); };
    context.readModel = [](const QString &path) { return readLibraryModel(path, ModelHashes()); };
    context.addModels = [&services](const QString &path) { return services.addModels(path); };
    context.removeModels = [&services](const QString &model) { return services.removeModels(model); };
    context.limits = [&services] { return services.limits(); };
    context.prices = services.priceAccess();
    context.batches = &services.batches();
    context.batchStore = &services.store();
    context.allow = [&services](const Trust &word) { services.trust().allow(word); };
    context.keep = [&services](const Trust &word) { return services.trust().keep(word); };
    context.folders = [&services](const QString &experiment) { return services.trust().folders(experiment); };
    // No user can be asked: the message says once what would have allowed it.
    services.trust().setQuestion([&err](const KeyUse &use, const TrustPolicy::Answer &answer) {
        writeLine(err, errorSentence(refusedKey(use)));
        (void)answer(TrustAnswer::No); // nothing is kept
    });
    if (const Result<void> opened = services.store().waitUntilOpen(); !opened)
        context.ledgerFault = opened.error();
    context.setLedgerAside = [&services] { return services.store().setAside(); };
    context.version = QCoreApplication::applicationVersion();

    CommandLine commandLine(context);
    QObject::connect(&commandLine, &CommandLine::finished, &commandLine, [](int exitCode) { QCoreApplication::exit(exitCode); });
    commandLine.start(arguments);
    return QCoreApplication::exec();
}

} // namespace Tempera
