// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/filecontroller.h"

#include "models/core/ports/readrecorder.h"
#include "models/items/experimentedits.h"
#include "models/items/filetitles.h"
#include "widgets/context/dialogs.h"
#include "widgets/context/experimentreading.h"

#include <QFileInfo>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype keptRecent = 12;
constexpr qsizetype shownWarnings = 5;

/// What the program carries can be opened, not written.
bool isBuiltIn(const QString &path)
{
    return path.startsWith(u':');
}

QString warningText(const QList<Error> &warnings)
{
    QStringList lines;
    for (const Error &warning : warnings.first(qMin(warnings.size(), shownWarnings)))
        lines += errorMessage(warning);
    if (warnings.size() > shownWarnings)
        lines += FileController::tr("… and %1 more").arg(warnings.size() - shownWarnings);
    return lines.join(u'\n');
}

} // namespace

FileController::FileController(WindowContext &context, QWidget *window)
    : QObject(window), m_context(context), m_window(window) { }

void FileController::newExperiment()
{
    whenSafe([this] {
        const QList<ModelChoice> models = m_context.localModels ? m_context.localModels() : QList<ModelChoice>();
        const QString id = models.isEmpty() ? u"local:tempera-mini"_s : models.first().endpointId;
        take({.experiment = Edits::blank(endpointFromId(id)), .warnings = {}, .source = {}}, {});
    });
}

void FileController::askOpen()
{
    Dialogs::askForFile(m_context, m_window, FilePurpose::OpenExperiment, {}, [this](const QString &path) { open(path); });
}

void FileController::open(const QString &path)
{
    whenSafe([this, path] { load(path); });
}

void FileController::load(const QString &asked)
{
    // Under one name, whichever way it was named: it is one experiment, with one list of runs.
    const QString path = isBuiltIn(asked) ? asked : m_context.files->nameOf(asked);
    const Result<QByteArray> text = m_context.files->read(path);
    if (!text) {
        Q_EMIT failed(text.error());
        return;
    }
    const auto files = std::make_shared<ReadRecorder>(*m_context.files);
    const quint64 number = ++m_asked;
    const bool wasModified = m_context.document->isModified();
    readForWindow(m_context, *text, path, files, this, [=, this](const Result<LoadedExperiment> &loaded) {
        if (number != m_asked)
            return;
        if (!loaded) {
            Q_EMIT failed(loaded.error());
            return;
        }
        const auto takeIt = [=, this, experiment = *loaded] { takeRead(path, experiment, files->paths()); };
        if (wasModified) // that was asked about
            takeIt();
        else
            whenSafe(takeIt);
    });
}

void FileController::takeRead(const QString &path, const LoadedExperiment &loaded, const QStringList &inputs)
{
    // What the program carries is a beginning, not a file to be saved over.
    if (isBuiltIn(path)) {
        take(loaded, {}, path);
    } else {
        remember(path);
        take(loaded, path);
    }
    m_inputs = inputs;
    if (!isBuiltIn(path) && !loaded.refused.isEmpty())
        Q_EMIT filesRefused(path, loaded.refused);
}

void FileController::readAgain(const QString &path)
{
    if (path == m_context.document->path())
        open(path);
}

void FileController::take(const LoadedExperiment &loaded, const QString &path, const QString &origin)
{
    ++m_asked;
    m_inputs.clear();
    m_context.document->reset(loaded, path, origin);
    Q_EMIT opened();
    QList<Error> warnings;
    for (const RefusedFile &refused : loaded.refused) // first: the others are about what is there
        warnings += refused.error;
    warnings += loaded.warnings;
    if (!warnings.isEmpty())
        Q_EMIT warned(warningText(warnings));
}

void FileController::save()
{
    saveThen({});
}

void FileController::saveAs()
{
    const QString path = m_context.document->path();
    Dialogs::askForFile(m_context, m_window, FilePurpose::SaveExperiment,
                        path.isEmpty() || isBuiltIn(path) ? u"experiment.yaml"_s : path,
                        [this](const QString &chosen) { (void)write(chosen); });
}

void FileController::saveThen(std::function<void()> next)
{
    const auto finish = [this, next = std::move(next)](const QString &path) {
        if (write(path) && next)
            next();
    };
    const QString path = m_context.document->path();
    if (path.isEmpty() || isBuiltIn(path))
        Dialogs::askForFile(m_context, m_window, FilePurpose::SaveExperiment, u"experiment.yaml"_s, finish);
    else
        finish(path);
}

bool FileController::write(const QString &asked)
{
    const QString path = m_context.files->nameOf(asked);
    const Result<void> written =
        mayBeReplaced(path).and_then([&] { return m_context.files->write(path, m_context.document->fileText()); });
    if (!written) {
        Q_EMIT failed(written.error());
        return false;
    }
    m_context.document->markSaved(path);
    remember(path);
    return true;
}

/// A data set is not overwritten by the experiment that reads it, whatever a dialog asked.
Result<void> FileController::mayBeReplaced(const QString &path) const
{
    for (const QString &input : m_inputs) {
        if (path == m_context.files->nameOf(input))
            return failure(ErrorKind::File, tr("%1 is read by this experiment.").arg(QFileInfo(path).fileName()), path);
    }
    return {};
}

void FileController::whenSafe(std::function<void()> next)
{
    if (!m_context.document->isModified()) {
        next();
        return;
    }
    Dialogs::askUnsaved(m_context, m_window, [this, next = std::move(next)](UnsavedAnswer answer) {
        if (answer == UnsavedAnswer::Discard)
            next();
        else if (answer == UnsavedAnswer::Save)
            saveThen(next);
    });
}

void FileController::remember(const QString &path)
{
    if (isBuiltIn(path))
        return;
    QStringList &recent = m_context.state.recentFiles;
    for (QString &each : recent)
        each = m_context.files->nameOf(each);
    recent.prepend(path);
    recent.removeDuplicates(); // the first of equal ones stays
    if (recent.size() > keptRecent)
        recent.resize(keptRecent);
    Q_EMIT recentFilesChanged();
}

void FileController::fillRecent(QMenu *menu)
{
    menu->clear();
    const QStringList &paths = m_context.state.recentFiles;
    const QStringList titles = fileTitles(paths);
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const QString &path = paths.at(i);
        QAction *action = menu->addAction(QString(titles.at(i)).replace(u'&', u"&&"_s));
        action->setToolTip(path);
        action->setStatusTip(path);
        connect(action, &QAction::triggered, this, [this, path] { open(path); });
    }
    menu->setEnabled(!menu->isEmpty());
}

} // namespace Tempera
