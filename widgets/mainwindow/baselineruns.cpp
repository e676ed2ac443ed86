// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/baselineruns.h"

#include "widgets/compare/verdictstrip.h"
#include "widgets/context/dialogs.h"

#include <QFileInfo>
#include <QPointer>

#include <memory>
#include <utility>

namespace Tempera {
namespace {

constexpr qsizetype runsOffered = 15;

} // namespace

BaselineRuns::BaselineRuns(const WindowContext &context, VerdictStrip *strip, const Session *session, QObject *parent)
    : QObject(parent), m_context(context), m_stored(new StoredRuns(context, this)), m_strip(strip), m_session(session)
{
    connect(strip, &VerdictStrip::runsWanted, this, &BaselineRuns::offer);
    connect(strip, &VerdictStrip::runChosen, this, &BaselineRuns::load);
    connect(strip, &VerdictStrip::fileWanted, this, &BaselineRuns::askForFile);
    connect(strip, &VerdictStrip::fileChosen, this, &BaselineRuns::readFile);
    connect(strip, &VerdictStrip::baselineVariantChosen, this, [this] { ++m_choice; });
}

void BaselineRuns::offer()
{
    m_stored->list(m_session->record(), runsOffered, [this](const Result<QList<RunSummary>> &runs) {
        if (runs)
            m_strip->offerRuns(*runs);
        else
            m_strip->showProblem(errorMessage(runs.error()));
    });
}

void BaselineRuns::load(const QUuid &run)
{
    m_stored->load(run, nullptr, [this, choice = ++m_choice](const Result<StoredRuns::Loaded> &loaded) {
        if (choice != m_choice)
            return;
        if (loaded)
            m_strip->setBaselineRun(loaded->run, loaded->answers);
        else
            m_strip->showProblem(errorMessage(loaded.error()));
    });
}

void BaselineRuns::askForFile()
{
    Dialogs::askForFile(m_context, m_strip->window(), FilePurpose::OpenResults, {}, [self = QPointer(this)](const QString &path) {
        if (self)
            self->readFile(path);
    });
}

void BaselineRuns::readFile(const QString &path)
{
    const auto read = std::make_shared<Result<ResultFile>>();
    const QString name = QFileInfo(path).fileName();
    m_strip->showProblem(tr("Reading %1…").arg(name));
    m_stored->inBackground(
        [read, path, files = m_context.files] {
            const Result<QByteArray> bytes = files->read(path);
            *read = bytes ? readResultFile(*bytes, path) : std::unexpected(bytes.error());
        },
        [this, read, name, choice = ++m_choice] {
            if (choice != m_choice)
                return;
            if (!*read)
                return m_strip->showProblem(errorMessage(read->error()));
            FileBaseline file = baselineFromFile(std::move(**read), name, m_session->experiment().prompts);
            m_strip->setBaselineRun(std::move(file.run), std::move(file.answers));
        });
}

} // namespace Tempera
