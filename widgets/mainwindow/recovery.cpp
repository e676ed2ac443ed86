// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/recovery.h"

#include "models/experiment/autosave.h"
#include "models/items/experimentedits.h"
#include "widgets/common/questionbar.h"
#include "widgets/mainwindow/filecontroller.h"

#include <QFileInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Tempera {

Recovery::Recovery(WindowContext &context, FileController &files, QuestionBar &questions, QObject *parent)
    : QObject(parent), m_context(context), m_files(files), m_questions(questions)
{
    if (!context.autosave)
        return;
    connect(context.autosave, &Autosave::failed, this, &Recovery::failed);
    connect(&files, &FileController::opened, this, [this] {
        if (const QString path = m_context.document->path(); !path.isEmpty())
            look(path);
    });
}

void Recovery::lookForUntitled()
{
    if (m_context.autosave)
        look({});
}

void Recovery::look(const QString &document)
{
    m_context.autosave->drafts().find(document, this, [this, document](const QList<Draft> &drafts) {
        if (!document.isEmpty() && document != m_context.document->path())
            return; // another one was opened meanwhile
        for (const Draft &draft : drafts)
            offer(draft);
    });
}

void Recovery::offer(const Draft &draft)
{
    if (!m_context.document->isModified() && draft.text == m_context.document->fileText()) {
        m_context.autosave->drafts().remove(draft); // it says what is there
        return;
    }
    const QString when = QLocale().toString(draft.kept.toLocalTime(), QLocale::ShortFormat);
    const QString text =
        draft.document.isEmpty()
            ? tr("An experiment that was never saved has been kept since %1.").arg(when)
            : tr("Changes to %1 that were not saved have been kept since %2.").arg(QFileInfo(draft.document).fileName(), when);
    m_questions.ask(text, {{tr("&Recover"), [this, draft] { recover(draft); }},
                           {tr("&Discard"), [this, draft] { m_context.autosave->drafts().remove(draft); }},
                           {tr("&Later"), {}}});
}

void Recovery::recover(const Draft &draft)
{
    if (!draft.document.isEmpty() && draft.document != m_context.document->path())
        return; // it is offered again with its document
    const Result<LoadedExperiment> loaded = readExperiment(draft.text, draft.document, *m_context.files);
    if (!loaded) {
        Q_EMIT failed(loaded.error());
        return;
    }
    if (!draft.document.isEmpty()) {
        put(*loaded, draft);
        return;
    }
    m_files.whenSafe([this, loaded = *loaded, draft] {
        const Experiment blank = Edits::blank(endpointFromId(u"local:tempera-mini"_s));
        m_files.take({.experiment = blank, .warnings = {}, .source = loaded.source}, {});
        put(loaded, draft);
    });
}

/// As a step that can be undone, and that is not saved. The old draft goes when there is a new one.
void Recovery::put(const LoadedExperiment &loaded, const Draft &draft)
{
    m_context.document->edit(loaded.experiment, tr("Recover what was not saved"));
    m_context.autosave->keep([this, draft] { m_context.autosave->drafts().remove(draft); });
}

} // namespace Tempera
